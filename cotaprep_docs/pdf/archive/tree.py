"""Writes the structure tree into a PDF, and ties pages and links to it (ISO 32000-1, 14.7)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from cotaprep_docs.pdf.archive.attributes import attributes
from cotaprep_docs.pdf.archive.fields import write_fields
from cotaprep_docs.pdf.tags.element import Element
from cotaprep_docs.pdf.tags.marks import Mark, Marks

Object = Any  # what pikepdf takes and gives: dictionaries, arrays, numbers

_PRINT: Final = 4
_KEPT_EMPTY: Final = frozenset({"TD", "TH", "TR"})
_NEVER: Final = 1 << 60


class TreeWriter:
    """Writes one tree."""

    def __init__(self, pdf: pikepdf.Pdf, marks: Marks) -> None:
        self._pdf = pdf
        self._pages: list[Object] = [page.obj for page in pdf.pages]
        self._marks: dict[int, list[tuple[int, Mark]]] = {}
        for order, mark in enumerate(marks.content):
            self._marks.setdefault(mark.tag, []).append((order, mark))
        self._areas = self._find_areas(marks)
        self._fields = write_fields(pdf, marks)
        self._first: dict[int, int] = {}
        # Which element each stretch of a page belongs to, by its number there; then each link and field.
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]
        self._area_owners: list[Object] = []
        self._ids: dict[str, Object] = {}

    def _find_areas(self, marks: Marks) -> dict[int, list[tuple[int, Object]]]:
        """Return the active areas of each link, with the index of their page."""
        areas: dict[int, list[tuple[int, Object]]] = {}
        counts = [itertools.count() for _ in self._pages]
        for page, tag in marks.links:
            areas.setdefault(tag, []).append((page, self._pages[page].Annots[next(counts[page])]))
        return areas

    def write(self, root: Element) -> None:
        """Write the tree of a document."""
        self._find_first(root)
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._element(root, top)
        numbers: list[Object] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            numbers += (index, self._pdf.make_indirect(Array([owners[mcid] for mcid in sorted(owners)])))
        for key, owner in enumerate(self._area_owners, len(self._pages)):
            numbers += (key, owner)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._pages) + len(self._area_owners)
        if self._ids:
            pairs = [part for key in sorted(self._ids) for part in (String(key), self._ids[key])]
            top.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(pairs)))
        self._pdf.Root.StructTreeRoot = top

    def _find_first(self, element: Element) -> int:
        """Find for each element when the first of its content was drawn."""
        own = self._marks.get(element.tag, ()) if element.tag else ()
        first = min((self._find_first(child) for child in element.children), default=_NEVER)
        if element.kind == "Form" and element.tag in self._fields:
            first = self._fields[element.tag][0].order
        first = self._first[id(element)] = min(own[0][0] if own else _NEVER, first)
        return first

    def _element(self, element: Element, parent: Object) -> Object:
        # What was to be a link and leads nowhere is a stretch of text like any other.
        lost = element.kind == "Link" and element.tag not in self._areas
        kind = Name("/Span" if lost else "/" + element.kind)
        written = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, P=parent))
        marks = self._marks.get(element.tag, ()) if element.tag else ()
        if element.kind in {"Figure", "Form"}:
            written.Alt = String(element.alt)
        if element.kind == "Form":
            return self._form(element, written)
        if element.title:
            written.T = String(element.title)
        if element.id:
            written.ID = String(element.id)
            self._ids[element.id] = written
        described = attributes(element, marks[0][1].box if marks else None)
        if described is not None:
            written.A = described
        # A signature field has no mark of its own: it comes before the text that was drawn next.
        kids = [
            (self._first[id(child)], self._element(child, written))
            for child in element.children
            if self._first[id(child)] < _NEVER or child.kind in _KEPT_EMPTY
        ]
        kids += [(order, self._content(mark, written)) for order, mark in marks]
        if element.tag:
            # Text, links and pictures of a paragraph stand in the order in which they were drawn.
            kids.sort(key=lambda kid: kid[0])
        objects = [*(kid for _, kid in kids), *self._links(element, written)]
        if objects:
            written.K = Array(objects)
        return written

    def _content(self, mark: Mark, element: Object) -> Object:
        """Return what an element says of a stretch: its number, on the element's own page or another."""
        page = self._pages[mark.page]
        self._owners[mark.page][mark.mcid] = element
        if "/Pg" not in element:
            element.Pg = page
        elif element.Pg.objgen != page.objgen:
            return Dictionary(Type=Name.MCR, Pg=page, MCID=mark.mcid)
        return mark.mcid

    def _links(self, element: Element, written: Object) -> Iterator[Object]:
        for page, area in self._areas.get(element.tag, ()):
            area.Contents = String(element.alt)
            area.F = _PRINT
            yield self._reference(area, page, written)

    def _form(self, element: Element, written: Object) -> Object:
        """Tie a signature field to its element; no array around it, or signing would seem to change it."""
        field, widget = self._fields[element.tag]
        written.K = self._reference(widget, field.page, written)
        return written

    def _reference(self, area: Object, page: int, owner: Object) -> Object:
        """Return what an element says of a link or field, which finds its element by a number."""
        area.StructParent = len(self._pages) + len(self._area_owners)
        self._area_owners.append(owner)
        return Dictionary(Type=Name.OBJR, Obj=area, Pg=self._pages[page])
