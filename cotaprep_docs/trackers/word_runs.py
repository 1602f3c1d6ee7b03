"""The text of a paragraph of Word: its runs, as they read with changes accepted, and what is no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.prose.prose import PARAGRAPH, Enfasis, Inline, Prose
from cotaprep_docs.trackers.word_styles import Styles

_GONE: Final = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "txbxContent"))
_TEXT_BOX: Final = qn("w:txbxContent")
_OTHER: Final = {
    qn("w:drawing"): "una imagen",
    qn("w:pict"): "una imagen",
    qn("w:object"): "un objeto incrustado",
    qn("w:footnoteReference"): "una nota al pie",
    qn("w:endnoteReference"): "una nota al final",
    qn("w:sym"): "un símbolo",
    f"{{{NAMESPACES['m']}}}oMath": "una ecuación",
}


def read_prose(paragraph: etree._Element, styles: Styles) -> Prose:
    """Return the text of a paragraph; a break of line in it begins another."""
    return Prose(tuple(_pieces(paragraph, styles)))


def left_out(element: etree._Element) -> Iterator[str]:
    """Yield what is in an element and is no text, as a person calls it."""
    for tag, name in _OTHER.items():
        found = next(element.iter(tag), None)
        if found is not None:
            has_text = next(found.iter(_TEXT_BOX), None) is not None
            yield "un cuadro de texto" if has_text else name


def _pieces(paragraph: etree._Element, styles: Styles) -> Iterator[Inline]:
    for run in paragraph.iter(qn("w:r")):
        if any(ancestor.tag in _GONE for ancestor in run.iterancestors()):
            continue
        text = "".join(_text(child) for child in run)
        if text:
            negrita, cursiva = styles.emphasis_of(run)
            yield Enfasis(text, negrita, cursiva) if negrita or cursiva else text


def _text(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    return PARAGRAPH if element.tag in (qn("w:br"), qn("w:cr")) else ""
