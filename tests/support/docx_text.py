"""The text of a DOCX as a reader meets it."""

from __future__ import annotations

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package


def paragraphs(docx: bytes, part: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part that have text, tables cell by cell."""
    root = read_package(docx).xml(part)
    texts = []
    for paragraph in root.iter(qn("w:p")):
        pieces = []
        for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
            pieces.append(node.text or "" if node.tag == qn("w:t") else " ")
        text = "".join(pieces).strip()
        if text:
            texts.append(text)
    return texts


def words(docx: bytes) -> list[str]:
    """The words of the body, in order."""
    return " ".join(paragraphs(docx)).replace("\u00a0", " ").split()


def story(docx: bytes, kind: str) -> str:
    """All text of the headers or of the footers (``header``, ``footer``), whatever their parts are called."""
    names = [name for name in read_package(docx).names("word/") if kind in name and name.endswith(".xml")]
    return "\n".join(text for name in names for text in paragraphs(docx, name))
