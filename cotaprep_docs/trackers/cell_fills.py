"""Colours for cells of a workbook that exists: each format once more, with another fill."""

from __future__ import annotations

import copy
import posixpath

from lxml import etree

from cotaprep_docs.ooxml.package import Package, serialize_xml
from cotaprep_docs.problems.problem import Severity

COLOURS = {Severity.ERROR: "FFFFB3B3", Severity.WARNING: "FFFFE08A", Severity.NOTICE: "FFBDD7EE"}
_STYLES = "xl/styles.xml"


class Fills:
    """The formats of a workbook, to which coloured ones are added."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = next(
            (name for name in package.names() if posixpath.basename(name) == "styles.xml"), _STYLES
        )
        self._root = package.xml_or_none(self._part)
        self._fills: dict[Severity, int] = {}
        self._made: dict[tuple[int, Severity], int] = {}

    def styled(self, style: int, severity: Severity) -> int:
        """Return the format like another one in the colour of a severity; that one where there are none."""
        if self._root is None:
            return style
        key = (style, severity)
        if key not in self._made:
            self._made[key] = self._add(self._root, style, severity)
        return self._made[key]

    def save(self) -> None:
        """Put the formats back into the package."""
        if self._root is not None and self._made:
            self._package.parts[self._part] = serialize_xml(self._root)

    def _add(self, root: etree._Element, style: int, severity: Severity) -> int:
        formats = root.find("{*}cellXfs")
        if formats is None or not len(formats):
            return style
        base = formats[style] if style < len(formats) else formats[0]
        made = copy.deepcopy(base)
        made.set("fillId", str(self._fill(root, severity)))
        made.set("applyFill", "1")
        formats.append(made)
        formats.set("count", str(len(formats)))
        return len(formats) - 1

    def _fill(self, root: etree._Element, severity: Severity) -> int:
        if severity in self._fills:
            return self._fills[severity]
        fills = root.find("{*}fills")
        if fills is None:
            return 0
        space = fills.tag.rpartition("}")[0] + "}"
        fill = etree.SubElement(fills, f"{space}fill")
        pattern = etree.SubElement(fill, f"{space}patternFill", patternType="solid")
        etree.SubElement(pattern, f"{space}fgColor", rgb=COLOURS[severity])
        etree.SubElement(pattern, f"{space}bgColor", indexed="64")
        fills.set("count", str(len(fills)))
        self._fills[severity] = len(fills) - 1
        return self._fills[severity]
