"""The charts of a template: which variable each shows.

A chart names its variable in its alternative text, the one text about a chart that every Word lets people
type: ``{{ avance }}``. That text is replaced anyway, by the description the data bring along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.templating import parts as opc

CHART: Final = qn("c:chart")
ATTRIBUTES: Final = ("descr", "title", "name")
"""Where the tag of a chart may stand, the alternative text first."""
_FRAMES: Final = (qn("wp:inline"), qn("wp:anchor"))


def chart_properties(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield each chart and the ``wp:docPr`` that names and describes it."""
    for chart in root.iter(CHART):
        frame = next(chart.iterancestors(*_FRAMES), None)
        properties = None if frame is None else frame.find(qn("wp:docPr"))
        if properties is not None:
            yield chart, properties


def typed_tag(properties: etree._Element) -> str:
    """Return what is typed where a chart names its variable; empty where it names none."""
    texts = (properties.get(name, "") for name in ATTRIBUTES)
    return next((text.strip() for text in texts if "{{" in text or "{%" in text or "{#" in text), "")


def chart_name(properties: etree._Element) -> str:
    """Return what people call a chart."""
    names = (properties.get(name, "") for name in ("title", "name"))
    return next((name for name in names if name and "{" not in name), "gráfica")


def check_charts(parts: Mapping[str, bytes], part: str, root: etree._Element) -> Iterator[etree._Element]:
    """Yield the charts that name a variable but are of a kind that cannot show one, or have no part."""
    relationships = opc.read_relationships(parts, part)
    for chart, properties in chart_properties(root):
        relationship = relationships.get(chart.get(qn("r:id"), ""))
        target = opc.resolve(part, relationship.target) if relationship else ""
        if typed_tag(properties) and not _is_fillable(parts, target):
            yield chart


def _is_fillable(parts: Mapping[str, bytes], part: str) -> bool:
    if part not in parts:
        return False
    # Templates without charts do not need to know how they are filled.
    from cotaprep_docs.ooxml.chart_part import FILLABLE, chart_kinds  # noqa: PLC0415

    root = parse_xml(parts[part], part)
    found = chart_kinds(root)
    return bool(found) and FILLABLE.issuperset(found) and next(root.iter(qn("c:ser")), None) is not None
