"""The text of a Word file by its headings: paragraphs with bold and italics, lists with their marks."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.prose.prose import PARAGRAPH, Enfasis, Piece, Prose
from cotaprep_docs.records import record

_HEADING: Final = re.compile(r"(?:heading|título|titulo|encabezado) [1-9]")
_EMPHASIS: Final = {"strong": (True, False), "emphasis": (False, True), "intense emphasis": (True, True)}
_GONE: Final = tuple(qn(f"w:{name}") for name in ("del", "moveFrom"))
_OTHER: Final = {
    qn("w:tbl"): "una tabla",
    qn("w:drawing"): "una imagen",
    qn("w:pict"): "una imagen",
    qn("w:object"): "un objeto incrustado",
    qn("w:footnoteReference"): "una nota al pie",
}
_NUMBERING: Final = f"{qn('w:pPr')}/{qn('w:numPr')}"
_OFF: Final = ("0", "false", "off")


@record(slots=True)
class Section:
    """What stands below one heading.

    Attributes:
        heading: its text; empty for what comes before the first.
        content: its paragraphs.
        left_out: what is there and is no text, as a person calls it.
    """

    heading: str
    content: Prose = dataclasses.field(default_factory=Prose)
    left_out: list[str] = dataclasses.field(default_factory=list)


class _Styles:
    """What the styles of a file mean: which are headings, which say bold or italics."""

    def __init__(self, root: etree._Element | None) -> None:
        self.headings: set[str] = set()
        self.emphasis: dict[str, tuple[bool, bool]] = {}
        self.lists: dict[str, etree._Element] = {}
        for style in root.iterfind(qn("w:style")) if root is not None else ():
            key, name = style.get(qn("w:styleId"), ""), _value(style, "w:name").casefold()
            numbering = style.find(_NUMBERING)
            if numbering is not None:
                self.lists[key] = numbering
            if _HEADING.fullmatch(name):
                self.headings.add(key)
            elif name in _EMPHASIS:
                self.emphasis[key] = _EMPHASIS[name]


class _Lists:
    """The marks of list items: bullets as such, numbers counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._counts: dict[tuple[str, str], int] = {}
        if root is None:
            return
        levels = {
            (abstract.get(qn("w:abstractNumId"), ""), level.get(qn("w:ilvl"), "")): _value(level, "w:numFmt")
            for abstract in root.iterfind(qn("w:abstractNum"))
            for level in abstract.iterfind(qn("w:lvl"))
        }
        for number in root.iterfind(qn("w:num")):
            own, abstract_id = number.get(qn("w:numId"), ""), _value(number, "w:abstractNumId")
            self._formats |= {(own, lvl): text for (key, lvl), text in levels.items() if key == abstract_id}

    def mark(self, paragraph: etree._Element, styles: _Styles) -> str:
        """Return what stands before the text of a paragraph; nothing where it is no list item."""
        properties = paragraph.find(_NUMBERING)
        if properties is None:
            properties = styles.lists.get(_value(paragraph, "w:pPr", "w:pStyle"))
        if properties is None or _value(properties, "w:numId") in ("", "0"):
            return ""
        key = (_value(properties, "w:numId"), _value(properties, "w:ilvl") or "0")
        kind = self._formats.get(key, "bullet")
        if kind in ("bullet", "none"):
            return "\N{BULLET} " if kind == "bullet" else ""
        self._counts[key] = count = self._counts.get(key, 0) + 1
        return f"{chr(97 + (count - 1) % 26)}) " if "Letter" in kind else f"{count}. "


def read_sections(package: Package) -> list[Section]:
    """Return the sections of a DOCX, in order; with what was inserted and without what was deleted.

    Raises:
        BadPackage: a part is no XML.
        KeyError: there is no document in it.
    """
    body = package.xml("word/document.xml").find(qn("w:body"))
    styles = _Styles(package.xml_or_none("word/styles.xml"))
    lists = _Lists(package.xml_or_none("word/numbering.xml"))
    sections = [Section("")]
    for paragraph in _paragraphs(body, sections):
        pieces = tuple(_pieces(paragraph, styles))
        text = "".join(map(str, pieces)).strip()
        if _value(paragraph, "w:pPr", "w:pStyle") in styles.headings:
            if text:
                sections.append(Section(" ".join(text.split())))
            continue
        last = sections[-1]
        last.left_out += [name for tag, name in _OTHER.items() if next(paragraph.iter(tag), None) is not None]
        if text:
            before = (PARAGRAPH,) if last.content else ()
            mark = lists.mark(paragraph, styles)
            last.content = Prose((*last.content.pieces, *before, *((mark,) if mark else ()), *pieces))
    return sections


def _paragraphs(body: etree._Element | None, sections: list[Section]) -> Iterator[etree._Element]:
    """Yield the paragraphs outside tables; a table is noted in the section it stands in."""
    for element in body if body is not None else ():
        if element.tag == qn("w:p"):
            yield element
        elif element.tag in _OTHER:
            sections[-1].left_out.append(_OTHER[element.tag])
        else:
            yield from element.iter(qn("w:p"))  # content controls, insertions of whole paragraphs


def _pieces(paragraph: etree._Element, styles: _Styles) -> Iterator[Piece]:
    for run in paragraph.iter(qn("w:r")):
        if any(ancestor.tag in _GONE for ancestor in run.iterancestors()):
            continue
        text = "".join(_text(child) for child in run)
        if text:
            negrita, cursiva = _emphasis(run, styles)
            yield Enfasis(text, negrita, cursiva) if negrita or cursiva else text


def _text(element: etree._Element) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag == qn("w:noBreakHyphen"):
        return "\N{NON-BREAKING HYPHEN}"
    return PARAGRAPH if element.tag in (qn("w:br"), qn("w:cr")) else ""


def _emphasis(run: etree._Element, styles: _Styles) -> tuple[bool, bool]:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False, False
    style = styles.emphasis.get(_value(properties, "w:rStyle"), (False, False))
    bold, italic = (_toggle(properties, name) for name in ("w:b", "w:i"))
    return (style[0] if bold is None else bold), (style[1] if italic is None else italic)


def _toggle(properties: etree._Element, name: str) -> bool | None:
    element = properties.find(qn(name))
    return None if element is None else element.get(qn("w:val"), "1") not in _OFF


def _value(element: etree._Element, *path: str) -> str:
    found = element.find("/".join(qn(name) for name in path))
    return found.get(qn("w:val"), "") if found is not None else ""
