"""Table styles: whole-table properties and conditional formats (Part 1, 17.7.6)."""

from __future__ import annotations

import dataclasses
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import look_of
from cotaprep_docs.pdf.model.content import CellBorders, Sides
from cotaprep_docs.pdf.model.style import NO_BORDER, Border
from cotaprep_docs.pdf.reader.borders import read_border, read_shade
from cotaprep_docs.pdf.reader.cascade import TableStyling
from cotaprep_docs.pdf.reader.properties import (
    Partial,
    ThemeFonts,
    merge,
    read_para_props,
    read_run_props,
)
from cotaprep_docs.pdf.reader.styles import Styles
from cotaprep_docs.pdf.reader.values import W, attribute, length
from cotaprep_docs.records import unchecked

BorderSet = dict[str, Border]

SIDES: Final = ("top", "right", "bottom", "left")
_SPELLINGS: Final = {"start": "left", "end": "right"}


@unchecked(frozen=True, slots=True)
class Part:
    """Formats of one region of a table: the whole of it, its first row, one band."""

    borders: BorderSet = dataclasses.field(default_factory=dict)
    shade: str | None = None
    align: str = ""
    para: Partial = dataclasses.field(default_factory=dict)
    run: Partial = dataclasses.field(default_factory=dict)


@unchecked(frozen=True, slots=True)
class Place:
    """Where a cell stands in its table, and how big the table is."""

    row: int
    column: int
    span: int
    rows: int
    columns: int


@unchecked(slots=True)
class TableFormat:
    """All that decides how the cells of one table look, before what they say themselves."""

    borders: BorderSet
    margins: Sides
    base: Part
    regions: dict[str, Part]
    look: frozenset[str]
    row_band: int = 1
    column_band: int = 1
    _stylings: dict[tuple[str, ...], TableStyling] = dataclasses.field(default_factory=dict)

    def regions_of(self, place: Place) -> tuple[str, ...]:
        """Return the names of the conditional formats of a cell, the weaker first."""
        first_row, last_row = place.row == 0, place.row == place.rows - 1
        first_column = place.column == 0
        last_column = place.column + place.span >= place.columns
        names: list[str] = []
        if "noVBand" not in self.look:
            offset = place.column - ("firstColumn" in self.look)
            names.append("band1Vert" if offset // self.column_band % 2 == 0 else "band2Vert")
        if "noHBand" not in self.look:
            offset = place.row - ("firstRow" in self.look)
            names.append("band1Horz" if offset // self.row_band % 2 == 0 else "band2Horz")
        for name, flag, holds in (
            ("firstCol", "firstColumn", first_column),
            ("lastCol", "lastColumn", last_column),
            ("firstRow", "firstRow", first_row),
            ("lastRow", "lastRow", last_row and not first_row),
        ):
            if flag in self.look and holds:
                names.append(name)
        return tuple(name for name in names if name in self.regions)

    @property
    def has_row_headers(self) -> bool:
        """Whether the style sets the first column apart, as names of the rows."""
        return "firstColumn" in self.look and "firstCol" in self.regions

    def styling(self, regions: tuple[str, ...]) -> TableStyling:
        """Return what the paragraphs of a cell inherit; the same object for the same regions."""
        known = self._stylings.get(regions)
        if known is None:
            para, run = self.base.para, self.base.run
            for name in regions:
                para = merge(para, self.regions[name].para)
                run = merge(run, self.regions[name].run)
            known = self._stylings[regions] = TableStyling(para, run)
        return known

    def cell_borders(self, place: Place, regions: tuple[str, ...], own: BorderSet) -> CellBorders:
        """Return the borders of a cell: table, then conditional formats, then its own."""
        edges = {
            "top": place.row == 0,
            "bottom": place.row == place.rows - 1,
            "left": place.column == 0,
            "right": place.column + place.span >= place.columns,
        }
        sides = {side: self._pick(self.borders, side, outer=edges[side]) or NO_BORDER for side in SIDES}
        for name in regions:
            part = self.regions[name]
            for side in SIDES:
                outer = edges[side] or _is_region_edge(name, side)
                sides[side] = self._pick(part.borders, side, outer=outer) or sides[side]
        for side in SIDES:
            sides[side] = own.get(side, sides[side])
        return CellBorders(**sides)

    @staticmethod
    def _pick(borders: BorderSet, side: str, *, outer: bool) -> Border | None:
        if outer:
            return borders.get(side)
        return borders.get("insideH" if side in {"top", "bottom"} else "insideV")

    def shade(self, regions: tuple[str, ...]) -> str:
        """Return the background a cell inherits."""
        for name in reversed(regions):
            if self.regions[name].shade is not None:
                return self.regions[name].shade or ""
        return self.base.shade or ""

    def align(self, regions: tuple[str, ...]) -> str:
        """Return the vertical alignment a cell inherits."""
        return next(
            (self.regions[n].align for n in reversed(regions) if self.regions[n].align), self.base.align
        )


def _is_region_edge(region: str, side: str) -> bool:
    if region in {"firstRow", "lastRow"} or region.endswith("Horz"):
        return side in {"top", "bottom"}
    return side in {"left", "right"}


def read_border_set(element: etree._Element | None) -> BorderSet:
    """Return the borders an element names, by side."""
    found: BorderSet = {}
    for child in () if element is None else element.iterchildren(W + "*"):
        name = child.tag[len(W) :]
        border = read_border(child)
        if border is not None:
            found[_SPELLINGS.get(name, name)] = border
    return found


def read_margins(element: etree._Element | None, base: Sides) -> Sides:
    """Return cell margins over those inherited."""
    values = {"top": base.top, "right": base.right, "bottom": base.bottom, "left": base.left}
    for child in () if element is None else element.iterchildren(W + "*"):
        name = _SPELLINGS.get(child.tag[len(W) :], child.tag[len(W) :])
        if name in values and attribute(child, "type", "dxa") == "dxa":
            values[name] = max(0, length(child, "w"))
    return Sides(**values)


def read_format(properties: etree._Element | None, styles: Styles, fonts: ThemeFonts) -> TableFormat:
    """Return the format of a table from its ``w:tblPr`` and its style."""
    style_id = _style_of(properties) or styles.default_ids.get("table", "")
    form = TableFormat({}, Sides(0, 108, 0, 108), Part(), {}, _read_look(properties))
    for style in styles.chain(style_id):
        _apply_style(form, style.element, fonts)
    if properties is not None:
        form.borders = {**form.borders, **read_border_set(properties.find(W + "tblBorders"))}
        form.margins = read_margins(properties.find(W + "tblCellMar"), form.margins)
    return form


def _style_of(properties: etree._Element | None) -> str:
    child = None if properties is None else properties.find(W + "tblStyle")
    return "" if child is None else attribute(child)


def _read_look(properties: etree._Element | None) -> frozenset[str]:
    look = None if properties is None else properties.find(W + "tblLook")
    return frozenset({"noHBand", "noVBand"}) if look is None else look_of(look)


def _apply_style(form: TableFormat, element: etree._Element, fonts: ThemeFonts) -> None:
    properties = element.find(W + "tblPr")
    if properties is not None:
        form.borders = {**form.borders, **read_border_set(properties.find(W + "tblBorders"))}
        form.margins = read_margins(properties.find(W + "tblCellMar"), form.margins)
        for name, field in (("tblStyleRowBandSize", "row_band"), ("tblStyleColBandSize", "column_band")):
            child = properties.find(W + name)
            if child is not None:
                setattr(form, field, max(1, length(child, "val", 1)))
    form.base = _overlay(form.base, _read_part(element, fonts))
    for child in element.iterchildren(W + "tblStylePr"):
        name = attribute(child, "type")
        form.regions[name] = _overlay(form.regions.get(name, Part()), _read_part(child, fonts))


def _read_part(element: etree._Element, fonts: ThemeFonts) -> Part:
    cell = element.find(W + "tcPr")
    shade = None if cell is None else cell.find(W + "shd")
    align = None if cell is None else cell.find(W + "vAlign")
    table = element.find(W + "tblPr")
    borders = read_border_set(None if table is None else table.find(W + "tblBorders"))
    borders.update(read_border_set(None if cell is None else cell.find(W + "tcBorders")))
    return Part(
        borders,
        None if shade is None else read_shade(shade),
        "" if align is None else attribute(align),
        read_para_props(element.find(W + "pPr")),
        read_run_props(element.find(W + "rPr"), fonts),
    )


def _overlay(base: Part, over: Part) -> Part:
    return Part(
        {**base.borders, **over.borders},
        base.shade if over.shade is None else over.shade,
        over.align or base.align,
        merge(base.para, over.para),
        merge(base.run, over.run),
    )
