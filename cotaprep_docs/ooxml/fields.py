"""Cached results of page-count fields (ECMA-376 Part 1, 17.16.4 and 17.16.5.42)."""

from __future__ import annotations

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml, read_package, serialize_xml, write_package


def cache_page_count(docx: bytes, pages: int, words: str) -> bytes:
    r"""Return the DOCX with the result of every NUMPAGES field in its body, headers and footers set.

    Args:
        docx: the file.
        pages: how many pages the document has.
        words: the same in words, for fields with the switch ``\* CardText``.
    """
    package = read_package(docx)
    for name in list(package.names("word/")):
        if name.endswith(".xml") and b"NUMPAGES" in package.parts[name]:
            root = parse_xml(package.parts[name], name)
            for paragraph in root.iter(qn("w:p")):
                _set_simple(paragraph, str(pages), words)
                _set_complex(paragraph, str(pages), words)
            package.parts[name] = serialize_xml(root)
    return write_package(package.parts)


def _result(instruction: str, figures: str, words: str) -> str | None:
    parts = instruction.upper().split()
    if not parts or parts[0] != "NUMPAGES":
        return None
    return words if "CARDTEXT" in parts else figures


def _set_simple(paragraph: etree._Element, figures: str, words: str) -> None:
    for field in paragraph.iter(qn("w:fldSimple")):
        result = _result(field.get(qn("w:instr"), ""), figures, words)
        if result is not None:
            _set_text(list(field.iter(qn("w:t"))), result)


def _set_complex(paragraph: etree._Element, figures: str, words: str) -> None:
    """Set the results of fields made of runs: begin, instruction, separate, result, end."""
    texts: list[etree._Element] = []
    instruction, in_result = "", False
    for element in paragraph.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if element.tag == qn("w:instrText"):
            instruction += element.text or ""
        elif element.tag == qn("w:t"):
            if in_result:
                texts.append(element)
        else:
            kind = element.get(qn("w:fldCharType"))
            if kind == "end" and (result := _result(instruction, figures, words)) is not None:
                _set_text(texts, result)
            in_result = kind == "separate"
            if kind != "separate":
                instruction, texts = "", []


def _set_text(texts: list[etree._Element], result: str) -> None:
    for position, text in enumerate(texts):
        text.text = result if position == 0 else ""
