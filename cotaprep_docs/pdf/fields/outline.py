"""The paragraphs of the body with what fields ask of them: style, level, number, words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.field_tree import Field, find_fields
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package
from cotaprep_docs.pdf.model.style import BODY_TEXT
from cotaprep_docs.pdf.reader.cascade import NO_TABLE, Cascade
from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.numbering import read_numbering
from cotaprep_docs.pdf.reader.parts import optional_part, read_relations
from cotaprep_docs.pdf.reader.properties import read_para_props
from cotaprep_docs.pdf.reader.styles import read_styles
from cotaprep_docs.pdf.reader.values import W, child_value, local
from cotaprep_docs.records import unchecked

_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_SPACES: Final = frozenset({"tab", "ptab", "br", "cr"})
_BOX: Final = qn("w:txbxContent")
_PLACEHOLDERS: Final = re.compile(r"%\d")


@unchecked(slots=True)
class Entry:
    """A paragraph of the body.

    Attributes:
        element: the ``w:p``.
        style: id of its style.
        heading: the number of its built-in heading style, 0 for none.
        outline: its outline level, 0 for the highest, 9 for body text.
        number: its number in a list, as it is shown.
        context: the same with the numbers of the levels above.
    """

    element: etree._Element
    style: str
    heading: int
    outline: int
    number: str
    context: str

    @property
    def text(self) -> str:
        """Its words."""
        return paragraph_text(self.element)


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph, without those of its text boxes, single spaces between them."""
    return " ".join("".join(_pieces(paragraph)).split())


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        hidden = properties is not None and properties.find(qn("w:vanish")) is not None
        if hidden or next(run.iterancestors(qn("w:p")), None) is not paragraph:
            continue
        for child in run:
            yield run_child_text(child)


def run_child_text(child: etree._Element) -> str:
    """Return what a child of a run says."""
    name = local(child)
    if name == "t":
        return child.text or ""
    if name == "noBreakHyphen":
        return "\u2011"
    return " " if name in _SPACES else ""


class Outline:
    """The body of a document, read for its fields; styles and numbers only where one asks for them."""

    def __init__(self, package: Package, main: str, root: etree._Element) -> None:
        self._package = package
        self._relations = read_relations(package, main)
        self.root = root

    @functools.cached_property
    def fields(self) -> list[Field]:
        """The fields of the body."""
        return find_fields(self.root)

    @functools.cached_property
    def cascade(self) -> Cascade:
        """The styles and the lists of the document."""
        styles = read_styles(self._part("styles"), {})
        return Cascade(styles, read_numbering(self._part("numbering"), {}))

    def _part(self, kind: str) -> etree._Element | None:
        targets = (r.target for r in self._relations.values() if r.kind == kind and not r.external)
        # What is missing was said, or will be, by who reads the document.
        return optional_part(self._package, next(targets, ""), Notices(""))

    @functools.cached_property
    def entries(self) -> Sequence[Entry]:
        """The paragraphs in the order of the body, those of text boxes left out."""
        found = []
        above: dict[str, list[str]] = {}
        for element in self.root.iter(qn("w:p")):
            if next(element.iterancestors(_BOX), None) is None:
                found.append(self._entry(element, above))
        return found

    def _entry(self, element: etree._Element, above: dict[str, list[str]]) -> Entry:
        formatting = element.find(W + "pPr")
        direct = read_para_props(formatting)
        direct["style"] = child_value(formatting, "pStyle")
        styles = self.cascade.styles.styles
        if direct["style"] not in styles:
            direct.pop("style")
        props, _, num_id, level = self.cascade.para(direct, NO_TABLE)
        number = context = ""
        if self.cascade.definition(num_id, level) is not None:
            number = self.cascade.numbering.advance(num_id, level)
            context = self._context(num_id, level, number, above)
        match = _HEADING.fullmatch(self.style_name(props.style))
        outline = props.outline if props.outline < BODY_TEXT else BODY_TEXT
        return Entry(element, props.style, int(match[1]) if match else 0, outline, number, context)

    def _context(self, num_id: str, level: int, number: str, above: dict[str, list[str]]) -> str:
        """Return a number with those of the levels above, unless it shows them itself."""
        definition = self.cascade.definition(num_id, level)
        numbers = above.setdefault(self.cascade.numbering.lists[num_id].abstract, [""] * 9)
        numbers[level] = number.rstrip(".")
        numbers[level + 1 :] = [""] * (8 - level)
        whole = definition is not None and len(_PLACEHOLDERS.findall(definition.text)) > 1
        return number if whole else "".join((*numbers[:level], number))

    def style_name(self, style: str) -> str:
        """Return the name of a style by its id."""
        known = self.cascade.styles.styles.get(style)
        return "" if known is None else child_value(known.element, "name")

    def style_id(self, name: str) -> str:
        """Return the id of the paragraph style of a name, whatever its capitals; empty for none."""
        wanted = name.strip().casefold()
        for style in self.cascade.styles.styles.values():
            names = (child_value(style.element, "name"), *child_value(style.element, "aliases").split(","))
            if style.kind == "paragraph" and wanted in {one.strip().casefold() for one in names}:
                return style.id
        return ""

    @functools.cached_property
    def places(self) -> dict[etree._Element, int]:
        """The place of every element in the order of the document."""
        return {element: place for place, element in enumerate(self.root.iter())}

    @functools.cached_property
    def bookmarks(self) -> dict[str, etree._Element]:
        """The start of each bookmark by its name, which Word compares without capitals."""
        found: dict[str, etree._Element] = {}
        for element in self.root.iter(qn("w:bookmarkStart")):
            found.setdefault(element.get(qn("w:name"), "").casefold(), element)
        return found

    def entry_of(self, element: etree._Element) -> Entry | None:
        """Return the paragraph an element stands in, or the one after it."""
        inside = next(element.iterancestors(qn("w:p")), None)
        if inside is not None:
            return next((entry for entry in self.entries if entry.element is inside), None)
        place = self.places[element]
        return next((entry for entry in self.entries if self.places[entry.element] > place), None)
