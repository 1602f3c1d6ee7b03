"""Tables of a text as Word writes them, in the look that the template gives to its own."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import number_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.records import record
from cotaprep_docs.templating.places import shorten
from cotaprep_docs.templating.runs import Writer
from cotaprep_docs.templating.styles import Styles, keep_with_next
from cotaprep_docs.templating.values import Cell, Grid

STYLE: Final = "Tabla de texto"
_TEXT: Final = "Texto de tabla"
_HEADER: Final = "Encabezado de tabla"
_FIGURE: Final = "Cifra de tabla"
_FIGURE_HEADER: Final = "Encabezado de cifra"
_FIGURES: Final = re.compile(r"[-+$\u2212]?\s?\d[\d.,:]*(?:\s?%)?|[-\u2013\u2014]")
_VAL, _W, _TYPE = qn("w:val"), qn("w:w"), qn("w:type")
_WHOLE: Final = 5000  # the width of the text, in fiftieths of a percent
_TEXT_WIDTH: Final = 8838  # of a letter page with the margins that come along; where a section says none
_AIR: Final = 140
_SHORT: Final = 8
_LONG: Final = 1_000  # characters of a row that may well need more than what is left of a page
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


@record(slots=True)
class TableWriter:
    """Writes the tables of one document.

    Attributes:
        styles: the styles of the template.
        writer: makes the runs.
        document: main part of the template; its first table with headers is the model where `STYLE` is not.
        width: width of the text, in twips.
    """

    styles: Styles
    writer: Writer
    document: bytes
    width: int = _TEXT_WIDTH
    _style_id: str | None = None
    _written: list[etree._Element] = dataclasses.field(default_factory=list)

    def table(self, grid: Grid, *, comment: bool) -> etree._Element:
        """Return a table; in a content control where it is part of a fact."""
        table = etree.Element(qn("w:tbl"))
        table.append(self._properties(grid))
        widths = _shares(grid.tabla.anchos, self.width)
        columns = etree.SubElement(table, qn("w:tblGrid"))
        for width in widths:
            etree.SubElement(columns, qn("w:gridCol")).set(_W, str(width))
        form = _Form(tuple(_shares(grid.tabla.anchos, _WHOLE)), _figures(grid))
        for number, row in enumerate(grid.rows):
            made = self._row(row, form, comment=comment, is_header=number < grid.tabla.encabezados)
            table.append(made)
            # A short table is read at a glance: on one page.
            if number + 1 < len(grid.rows) <= _SHORT:
                for paragraph in made.iter(qn("w:p")):
                    keep_with_next(paragraph)
        block = table
        if grid.fact is not None:
            block, content = self.writer.control(grid.fact)
            content.append(table)
        self._written.append(block)
        return block

    def settle(self) -> None:
        """Give the tables air, and keep each with the paragraph that presents it; once all is in place."""
        for block in self._written:
            before, after = block.getprevious(), block.getnext()
            if before is not None and before.tag == qn("w:p"):
                keep_with_next(before)
                self.styles.keep_away(before, "after", _AIR)
            if after is not None and after.tag == qn("w:p"):
                self.styles.keep_away(after, "before", _AIR)

    def _properties(self, grid: Grid) -> etree._Element:
        properties = etree.Element(qn("w:tblPr"))
        if self._style_id is None:
            self._style_id = self.styles.named(STYLE) or _model_style(parse_xml(self.document))
        style = self._style_id
        if style:
            etree.SubElement(properties, qn("w:tblStyle")).set(_VAL, style)
        _measure(etree.SubElement(properties, qn("w:tblW")), _WHOLE)
        if not style:
            borders = etree.SubElement(properties, qn("w:tblBorders"))
            for edge in _EDGES:
                line = etree.SubElement(borders, qn(f"w:{edge}"))
                for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
                    line.set(qn(f"w:{name}"), value)
        etree.SubElement(properties, qn("w:tblLayout")).set(_TYPE, "fixed")
        look = etree.SubElement(properties, qn("w:tblLook"))
        headed = bool(grid.tabla.encabezados)
        look.set(_VAL, "0420" if headed else "0400")
        for name in ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand"):
            look.set(qn(f"w:{name}"), str(int(headed and name == "firstRow")))
        look.set(qn("w:noVBand"), "1")
        etree.SubElement(properties, qn("w:tblCaption")).set(_VAL, "Tabla del texto")
        etree.SubElement(properties, qn("w:tblDescription")).set(_VAL, _description(grid))
        return properties

    def _row(self, cells: tuple[Cell, ...], form: _Form, *, comment: bool, is_header: bool) -> etree._Element:
        row = etree.Element(qn("w:tr"))
        properties = etree.SubElement(row, qn("w:trPr"))
        if sum(len(str(cell)) for cell in cells) < _LONG:
            etree.SubElement(properties, qn("w:cantSplit"))
        if is_header:
            etree.SubElement(properties, qn("w:tblHeader"))
        column = 0
        for cell in cells:
            made = etree.SubElement(row, qn("w:tc"))
            place = etree.SubElement(made, qn("w:tcPr"))
            width = sum(form.shares[column : column + cell.columns])
            _measure(etree.SubElement(place, qn("w:tcW")), width)
            if cell.columns > 1:
                etree.SubElement(place, qn("w:gridSpan")).set(_VAL, str(cell.columns))
            if cell.merge:
                etree.SubElement(place, qn("w:vMerge")).set(_VAL, cell.merge)
            is_figure = cell.columns == 1 and column in form.figures
            style = self._style(is_header=is_header, is_figure=is_figure)
            for paragraph in cell.paragraphs or ((),):
                element = etree.SubElement(made, qn("w:p"))
                if style:
                    look = etree.SubElement(element, qn("w:pPr"))
                    etree.SubElement(look, qn("w:pStyle")).set(_VAL, style)
                element.extend(self.writer.write(paragraph, None, comment=comment))
            column += cell.columns
        return row

    def _style(self, *, is_header: bool, is_figure: bool) -> str:
        """Return the style of the paragraphs of a cell; without one for figures, that of text."""
        figure = self.styles.named(_FIGURE_HEADER if is_header else _FIGURE) if is_figure else ""
        return figure or self.styles.named(_HEADER if is_header else _TEXT)


@record(frozen=True, slots=True)
class _Form:
    """What the rows of a table have in common: shares of the width, and which columns hold figures."""

    shares: tuple[int, ...]
    figures: frozenset[int]


def _figures(grid: Grid) -> frozenset[int]:
    """Return the columns in which each cell below the headers that says anything is a figure."""
    found: dict[int, bool] = {}
    for row in grid.rows[grid.tabla.encabezados :]:
        column = 0
        for cell in row:
            if cell.columns == 1 and cell.paragraphs:
                found[column] = found.get(column, True) and _FIGURES.fullmatch(str(cell)) is not None
            column += cell.columns
    return frozenset(column for column, is_figure in found.items() if is_figure)


def _model_style(root: etree._Element) -> str:
    """Return the style of the first table of a document that has a row of headers."""
    for table in root.iter(qn("w:tbl")):
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        header = table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}")
        if style is not None and header is not None:
            return style.get(_VAL, "")
    return ""


def text_width(root: etree._Element) -> int:
    """Return the width of the text of a document's last section, in twips."""
    sections = list(root.iter(qn("w:sectPr")))
    size = sections[-1].find(qn("w:pgSz")) if sections else None
    margins = sections[-1].find(qn("w:pgMar")) if sections else None
    if size is None or margins is None:
        return _TEXT_WIDTH
    said = size.get(_W, ""), margins.get(qn("w:left"), ""), margins.get(qn("w:right"), "")
    page, left, right = (number_of(text, -1) for text in said)
    return page - left - right if min(left, right) >= 0 and page > left + right else _TEXT_WIDTH


def _measure(element: etree._Element, width: int) -> None:
    element.set(_W, str(width))
    element.set(_TYPE, "pct")


def _shares(widths: tuple[int, ...], whole: int) -> list[int]:
    """Return widths as parts of a whole, which they add up to."""
    total = sum(widths) or 1
    ends = [sum(widths[:number]) * whole // total for number in range(len(widths) + 1)]
    return [end - start for start, end in itertools.pairwise(ends)]


def _description(grid: Grid) -> str:
    """Return what a table is for who does not see it: its columns where it names them."""
    headers = grid.rows[: grid.tabla.encabezados]
    names = [shorten(str(cell)) for row in headers for cell in row if cell.paragraphs]
    if names:
        return f"Columnas: {', '.join(names)}."
    return f"{len(grid.rows)} filas y {len(grid.tabla.anchos)} columnas."
