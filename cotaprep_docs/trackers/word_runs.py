"""The text of a paragraph of Word: its runs, as they read with changes accepted, and what is no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import switch_of
from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.prose.prose import PARAGRAPH, Enfasis, Inline, Prose
from cotaprep_docs.trackers.word_styles import Styles

_TEXT_BOX: Final = qn("w:txbxContent")
_DELETED: Final = frozenset({qn("w:del"), qn("w:moveFrom")})
_GONE: Final = _DELETED | {_TEXT_BOX}
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


def read_paragraphs(element: etree._Element, styles: Styles) -> Iterator[tuple[etree._Element, Prose]]:
    """Yield the paragraphs within an element with their text; what continues one is of it."""
    *others, last = [*element.iter(qn("w:p"))] or [element]
    before = Prose()
    for paragraph in (*others, last):
        before += read_prose(paragraph, styles)
        if paragraph is last or not is_joined(paragraph):
            yield paragraph, before
            before = Prose()


def left_out(element: etree._Element) -> Iterator[str]:
    """Yield what is in an element and is no text, as a person calls it."""
    for tag, name in _OTHER.items():
        found = next((each for each in element.iter(tag) if not _is_within(each, _DELETED)), None)
        if found is not None:
            has_text = next(found.iter(_TEXT_BOX), None) is not None
            yield "un cuadro de texto" if has_text else name
    if any(_is_hidden(run) and _text_of(run) for run in _runs(element)):
        yield "texto oculto"


def is_joined(paragraph: etree._Element) -> bool:
    """Whether the mark that ends a paragraph was deleted: what follows continues it."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return mark is not None and any(mark.find(tag) is not None for tag in _DELETED)


def _pieces(paragraph: etree._Element, styles: Styles) -> Iterator[Inline]:
    for run in _runs(paragraph):
        text = _text_of(run)
        if text and not _is_hidden(run):
            negrita, cursiva = styles.emphasis_of(run)
            yield Enfasis(text, negrita, cursiva) if negrita or cursiva else text


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    return (run for run in element.iter(qn("w:r")) if not _is_within(run, _GONE))


def _is_within(element: etree._Element, tags: frozenset[str]) -> bool:
    return any(ancestor.tag in tags for ancestor in element.iterancestors())


def _is_hidden(run: etree._Element) -> bool:
    return switch_of(run, "w:rPr", "w:vanish") is True


def _text_of(run: etree._Element) -> str:
    return "".join(_text(child) for child in run)


def _text(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    return PARAGRAPH if element.tag in (qn("w:br"), qn("w:cr")) else ""
