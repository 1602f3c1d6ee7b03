"""The structure tree of a document (ISO 32000-1, 14.7 and 14.8.4), from its plain model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cotaprep_docs.pdf.model.content import (
    Block,
    Document,
    Note,
    NoteMark,
    PageReference,
    Paragraph,
    Picture,
    Shape,
    SignatureLine,
    Table,
    Text,
)
from cotaprep_docs.pdf.model.style import BODY_TEXT
from cotaprep_docs.pdf.tags.contents import ContentsNesting
from cotaprep_docs.pdf.tags.element import Element
from cotaprep_docs.pdf.tags.lists import ListNesting
from cotaprep_docs.pdf.tags.tables import TableGrid

_DEEPEST: Final = 6
_NO_WORDS: Final = "Imagen sin descripción"
_TO_PAGE: Final = "Ir a la página"


def document_structure(document: Document) -> Element:
    """Return the structure of a document, in the order of reading."""
    root = Element("Document")
    blocks = [block for section in document.sections for block in section.blocks]
    _Builder(_has_title(blocks), document.notes).add(blocks, root)
    return root


def _has_title(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) and block.title for block in blocks)


class _Builder:
    """Turns blocks to elements; remembers the last heading, since none may skip a level."""

    def __init__(self, titled: bool, notes: Mapping[int, Note]) -> None:  # noqa: FBT001
        self._notes = notes
        # The title is the one heading above all others.
        self._offset = 2 if titled else 1
        self._level = 0
        self._elements: dict[int, Element] = {}

    def add(self, blocks: Sequence[Block], parent: Element) -> None:
        """Append what the blocks give to an element."""
        lists, contents = ListNesting(parent), ContentsNesting(parent)
        for block in blocks:
            if isinstance(block, Paragraph) and block.contents:
                lists.close()
                self._line(block, contents)
                continue
            contents.close()
            if isinstance(block, Paragraph):
                self._paragraph(block, parent, lists)
                continue
            lists.close()
            if block.decorative:
                for row in block.rows:
                    for cell in row.cells:
                        self.add(cell.blocks, parent)
            else:
                parent.children.append(self._table(block))

    def _paragraph(self, paragraph: Paragraph, parent: Element, lists: ListNesting) -> None:
        if not paragraph.tag or not (paragraph.inlines or paragraph.label):
            return
        element = self._elements.get(paragraph.tag)
        if element is None:
            element = self._elements[paragraph.tag] = self._start(paragraph, parent, lists)
        element.children += _leaves(paragraph, {child.tag for child in element.children})
        for inline in paragraph.inlines:
            if isinstance(inline, Shape) and inline.blocks:
                self.add(inline.blocks, element if element.kind == "LBody" else parent)
        # A note is read after the paragraph that refers to it.
        for inline in paragraph.inlines if self._notes else ():
            if isinstance(inline, NoteMark) and inline.refers:
                # In a list its place is in the item, since what follows the item is the next one.
                self._note(inline.key, element if element.kind == "LBody" else parent)

    def _note(self, key: int, parent: Element) -> None:
        note = Element("Note", id=f"nota-{key}")
        self.add(self._notes[key].blocks, note)
        parent.children.append(note)

    def _line(self, paragraph: Paragraph, contents: ContentsNesting) -> None:
        """Add a line of a table of contents."""
        element = self._elements.get(paragraph.tag)
        if element is None and paragraph.tag and any(isinstance(i, Text) for i in paragraph.inlines):
            element = self._elements[paragraph.tag] = contents.line(paragraph.contents, paragraph.tag)
        if element is not None:
            element.children += _leaves(paragraph, {child.tag for child in element.children})

    def _start(self, paragraph: Paragraph, parent: Element, lists: ListNesting) -> Element:
        label = paragraph.label
        if label is not None and label.tag not in {0, paragraph.tag}:
            return lists.item(label, paragraph.tag)
        lists.close()
        element = Element(self._kind(paragraph), paragraph.tag)
        parent.children.append(element)
        return element

    def _kind(self, paragraph: Paragraph) -> str:
        outline = paragraph.props.outline
        if paragraph.title:
            level = 1
        elif outline < BODY_TEXT:
            level = min(outline + self._offset, self._level + 1, _DEEPEST)
        else:
            return "P"
        self._level = level
        return f"H{level}"

    def _table(self, table: Table) -> Element:
        element = Element("Table", title=table.title, summary=table.summary)
        grid = TableGrid(table)
        for index in range(len(table.rows)):
            line = Element("TR")
            for cell, blocks in grid.row(index):
                self.add(blocks, cell)
                line.children.append(cell)
            element.children.append(line)
        return element


def _said(inline: Text | PageReference) -> str:
    """Return what a link within the document says of where it leads: its own words, not its page."""
    if isinstance(inline, PageReference):
        return ""
    return inline.text


def _leaves(paragraph: Paragraph, known: set[int]) -> list[Element]:
    """Return the links, pictures and signature lines of a paragraph."""
    found: dict[int, Element] = {}
    for inline in paragraph.inlines:
        if (
            not isinstance(inline, Text | PageReference | Picture | Shape | NoteMark | SignatureLine)
            or not inline.tag
            or inline.tag in known
        ):
            continue
        if isinstance(inline, Picture | Shape):
            found[inline.tag] = Element("Figure", inline.tag, alt=inline.alt or _NO_WORDS)
        elif isinstance(inline, SignatureLine):
            found[inline.tag] = Element("Form", inline.tag, alt=inline.label)
        elif isinstance(inline, NoteMark):
            found[inline.tag] = Element("Reference" if inline.refers else "Lbl", inline.tag)
        else:
            link = found.setdefault(inline.tag, Element("Link", inline.tag))
            link.alt = link.alt + _said(inline) if inline.link.startswith("#") else inline.link
    for link in found.values():
        link.alt = link.alt or _TO_PAGE
    return list(found.values())
