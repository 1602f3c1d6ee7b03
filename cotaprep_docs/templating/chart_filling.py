"""What the charts of a template become in a document: filled, described, each with its workbook."""

from __future__ import annotations

import dataclasses
import posixpath
from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.chart_data import TYPE_WORKBOOK, ChartData, ChartSeries, chart_workbook
from cotaprep_docs.ooxml.chart_part import fill_chart
from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.grafica import Grafica
from cotaprep_docs.records import record
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.charts import CHART, chart_properties
from cotaprep_docs.templating.values import MARKER_START, Ledger

_REL_CHART: Final = f"{NAMESPACES['r']}/chart"
_REL_PACKAGE: Final = f"{NAMESPACES['r']}/package"
_TYPE_CHART: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


@record(slots=True)
class ChartFiller:
    """Fills the charts of one document.

    Attributes:
        parts: its package, changed.
        types: its content types, changed.
        template: name of the template, for the place of problems.
        problems: what a chart could not show.
        filled: how many charts were filled or left out.
    """

    parts: MutableMapping[str, bytes]
    types: opc.ContentTypes
    template: str
    problems: list[Problem] = dataclasses.field(default_factory=list)
    filled: int = 0
    _written: int = 0
    _used: set[str] = dataclasses.field(default_factory=set)

    def fill(self, part: str, root: etree._Element, ledger: Ledger) -> None:
        """Fill the charts of one rendered part; one without any figure goes away.

        The template's own charts go too, filled or not: nobody is to see their numbers.
        """
        found = [
            (chart, properties)
            for chart, properties in chart_properties(root)
            if (properties.text or "").startswith(MARKER_START)
        ]
        for chart, properties in found:
            grafica = ledger.chart_at(properties.text or "")
            properties.text = None
            self.filled += 1
            if grafica is None or not grafica:
                _remove_drawing(chart)
            else:
                self._fill_one(part, chart, properties, grafica)
        self._drop_unused(part, root)

    def _fill_one(
        self, part: str, chart: etree._Element, properties: etree._Element, grafica: Grafica
    ) -> None:
        relationship = opc.read_relationships(self.parts, part)[chart.get(qn("r:id"), "")]
        model = opc.resolve(part, relationship.target)
        name, workbook = self._names(model)
        data = _data(grafica)
        root = parse_xml(self.parts[model], model)
        self.parts[workbook] = chart_workbook(data)
        self._copy_companions(model, name)
        omitted = fill_chart(root, data, opc.add_relationship(self.parts, name, _REL_PACKAGE, workbook))
        self.parts[name] = serialize_xml(root)
        self.types.set(name, _TYPE_CHART)
        self.types.set(workbook, TYPE_WORKBOOK)
        chart.set(qn("r:id"), opc.add_relationship(self.parts, part, _REL_CHART, name))
        _describe(properties, grafica, self._written)
        if omitted:
            location = TemplateLocation(self.template)
            self.problems.append(
                kinds.CHART_SERIES_OMITTED.at(location, titulo=grafica.titulo, series=", ".join(omitted))
            )

    def _names(self, model: str) -> tuple[str, str]:
        """Return names no part has yet, for a chart and its workbook."""
        folder = posixpath.dirname(model)
        while True:
            self._written += 1
            name = f"{folder}/grafica{self._written}.xml"
            workbook = f"word/embeddings/grafica{self._written}.xlsx"
            if name not in self.parts and workbook not in self.parts:
                return name, workbook

    def _copy_companions(self, model: str, name: str) -> None:
        """Relate a chart to what its model has besides numbers: styles and colours, each with its own."""
        kept: dict[str, opc.Relationship] = {}
        for key, relationship in opc.read_relationships(self.parts, model).items():
            target = opc.resolve(model, relationship.target)
            if relationship.type == _REL_PACKAGE or relationship.external or target not in self.parts:
                continue
            if target in self._used:
                stem, ending = posixpath.splitext(target)
                copied = f"{stem}_{self._written}{ending}"
                self.parts[copied] = self.parts[target]
                self.types.set(copied, self.types.get(target))
                target = copied
            self._used.add(target)
            kept[key] = dataclasses.replace(relationship, target=opc.relative(name, target))
        opc.write_relationships(self.parts, name, kept)

    def _drop_unused(self, part: str, root: etree._Element) -> None:
        """Drop the relationships to charts that are in the document no more."""
        used = {chart.get(qn("r:id")) for chart in root.iter(CHART)}
        relationships = opc.read_relationships(self.parts, part)
        kept = {
            key: relationship
            for key, relationship in relationships.items()
            if relationship.type != _REL_CHART or key in used
        }
        if kept != relationships:
            opc.write_relationships(self.parts, part, kept)


def _data(grafica: Grafica) -> ChartData:
    series = tuple(
        ChartSeries(serie.nombre, serie.valores, serie.formato or grafica.formato) for serie in grafica.series
    )
    return ChartData(grafica.titulo, grafica.categorias, series)


def _describe(properties: etree._Element, grafica: Grafica, number: int) -> None:
    properties.set("descr", grafica.descripcion)
    properties.attrib.pop("title", "")
    if not properties.get("name"):
        properties.set("name", f"Gráfica {number}")


def _remove_drawing(chart: etree._Element) -> None:
    """Take a drawing away, and its run where nothing else is in it."""
    drawing = next(chart.iterancestors(qn("w:drawing")), None)
    element = drawing
    while element is not None:
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        rest = [child for child in parent if child.tag != qn("w:rPr")]
        element = parent if not rest and parent.tag != qn("w:p") else None
