"""A chart part filled with other numbers, its looks kept (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.chart_data import SHEET, ChartData, ChartSeries, column, number_text
from cotaprep_docs.ooxml.names import NAMESPACES, qn

FILLABLE: Final = frozenset(
    {
        "barChart", "bar3DChart", "lineChart", "line3DChart", "areaChart", "area3DChart", "pieChart",
        "pie3DChart", "doughnutChart", "ofPieChart", "radarChart",
    }
)  # fmt: skip
_SINGLE: Final = frozenset({"pieChart", "pie3DChart", "ofPieChart"})
_ROUND: Final = _SINGLE | {"doughnutChart"}
_C: Final = "{" + NAMESPACES["c"] + "}"
_A: Final = "{" + NAMESPACES["a"] + "}"
_ACCENTS: Final = tuple(f"accent{number}" for number in range(1, 7))
# How Office goes on when six colours are not enough.
_VARIANTS: Final = ((), (("lumMod", 60),), (("lumMod", 80), ("lumOff", 20)), (("lumMod", 80),))
_AFTER_VALUES: Final = (_C + "smooth", _C + "shape", _C + "bubbleSize")
_AFTER_EXTERNAL: Final = (_C + "printSettings", _C + "userShapes", _C + "extLst")


def chart_kinds(root: etree._Element) -> tuple[str, ...]:
    """Return what a chart part draws: ``barChart``, ``pieChart``…, in order."""
    return tuple(plot.tag[len(_C) :] for plot in _plots(root))


def fill_chart(root: etree._Element, data: ChartData, workbook_id: str) -> tuple[str, ...]:
    """Put other numbers in a chart part and return the names of the series it cannot show.

    Series keep the looks of the template's, in their order; more of them look like the last one in
    another colour of the theme. What is typed by hand about single points past the end goes away.

    Args:
        root: the chart part; it has at least one series.
        data: what it is to show.
        workbook_id: the relationship that leads to its workbook.
    """
    plots = _plots(root)
    shown = data.series[:1] if all(plot.tag[len(_C) :] in _SINGLE for plot in plots) else data.series
    all_series = _adapted(plots, len(shown))
    for number, (element, series) in enumerate(zip(all_series, shown, strict=True)):
        _fill_series(element, series, data.categories, number)
    for plot in plots:
        _remove(plot.findall(_C + "extLst"))
        if plot.find(_C + "ser") is None:
            _drop_plot(plot)
    _fill_title(root, data.title)
    _fill_formats(root, shown[0].number_format)
    _set_blanks(root)
    _drop_entries(root, max(len(shown), len(data.categories)))
    _link_workbook(root, workbook_id)
    return tuple(series.name for series in data.series[len(shown) :])


def _plots(root: etree._Element) -> list[etree._Element]:
    area = root.find(f"{_C}chart/{_C}plotArea")
    return [] if area is None else [child for child in area if str(child.tag).endswith("Chart")]


def _remove(elements: Iterable[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _number(element: etree._Element, name: str) -> int:
    child = element.find(_C + name)
    text = "" if child is None else str(child.get("val", ""))
    return int(text) if text.isdigit() else 0


# Series ------------------------------------------------------------------------------------------------


def _adapted(plots: list[etree._Element], count: int) -> list[etree._Element]:
    """Return as many series as are wanted, in their order: cloned from the last, or taken away."""
    found = [series for plot in plots for series in plot.iterchildren(_C + "ser")]
    found.sort(key=lambda series: _number(series, "order"))
    _remove(found[count:])
    found = found[:count]
    next_index = max((_number(series, "idx") for series in found), default=0) + 1
    next_order = max((_number(series, "order") for series in found), default=0) + 1
    model = found[-1]
    while len(found) < count:
        clone = copy.deepcopy(model)
        _set(clone, "idx", next_index)
        _set(clone, "order", next_order)
        _recolor(clone, _free_color(found, len(found)))
        found[-1].addnext(clone)
        found.append(clone)
        next_index, next_order = next_index + 1, next_order + 1
    return found


def _set(element: etree._Element, name: str, value: int) -> None:
    child = element.find(_C + name)
    if child is not None:
        child.set("val", str(value))


def _own_color(element: etree._Element) -> etree._Element | None:
    """Return what says the colour of a series or point: of its area, else of its line."""
    for path in (f"{_C}spPr/{_A}solidFill", f"{_C}spPr/{_A}ln/{_A}solidFill"):
        fill = element.find(path)
        if fill is not None and len(fill):
            return fill[0]
    return None


def _free_color(known: list[etree._Element], index: int) -> etree._Element:
    """Return the next colour of the theme that none has yet; after six, lighter and darker ones."""
    used = {color.get("val") for each in known if (color := _own_color(each)) is not None}
    name = next((accent for accent in _ACCENTS if accent not in used), _ACCENTS[index % 6])
    color = etree.Element(_A + "schemeClr", val=name)
    for change, percent in _VARIANTS[index // 6 % len(_VARIANTS)] if name in used else ():
        etree.SubElement(color, _A + change, val=str(percent * 1000))
    return color


def _recolor(element: etree._Element, color: etree._Element) -> None:
    """Give a clone its own colour, wherever it had that of its model: area, line, marker."""
    own = _own_color(element)
    if own is None:
        return  # an automatic colour follows from the number of the series
    old = own.tag, own.get("val")
    for fill in list(element.iter(_A + "solidFill")):
        if len(fill) and (fill[0].tag, fill[0].get("val")) == old:
            fill[:] = [copy.deepcopy(color)]


def _fill_series(
    element: etree._Element, series: ChartSeries, categories: tuple[str, ...], number: int
) -> None:
    letters, last = column(number + 2), len(categories) + 1
    # Identities of the template's own program, and formulas of its own workbook.
    _remove(element.findall(_C + "extLst"))
    for name in ("tx", "cat", "val"):
        _remove(element.findall(_C + name))
    order = element.find(_C + "order")
    name_element = _text_reference("tx", f"{SHEET}!${letters}$1", (series.name,))
    if order is None:
        element.insert(0, name_element)
    else:
        order.addnext(name_element)
    _fit_points(element, len(categories))
    data = (
        _text_reference("cat", f"{SHEET}!$A$2:$A${last}", categories),
        _number_reference(f"{SHEET}!${letters}$2:${letters}${last}", series),
    )
    after = next((child for child in element if child.tag in _AFTER_VALUES), None)
    for each in data:
        if after is None:
            element.append(each)
        else:
            after.addprevious(each)


def _text_reference(name: str, formula: str, texts: tuple[str, ...]) -> etree._Element:
    element = etree.Element(_C + name)
    reference = etree.SubElement(element, _C + "strRef")
    etree.SubElement(reference, _C + "f").text = formula
    cache = etree.SubElement(reference, _C + "strCache")
    etree.SubElement(cache, _C + "ptCount", val=str(len(texts)))
    for index, text in enumerate(texts):
        point = etree.SubElement(cache, _C + "pt", idx=str(index))
        etree.SubElement(point, _C + "v").text = text
    return element


def _number_reference(formula: str, series: ChartSeries) -> etree._Element:
    element = etree.Element(_C + "val")
    reference = etree.SubElement(element, _C + "numRef")
    etree.SubElement(reference, _C + "f").text = formula
    cache = etree.SubElement(reference, _C + "numCache")
    etree.SubElement(cache, _C + "formatCode").text = series.number_format
    etree.SubElement(cache, _C + "ptCount", val=str(len(series.values)))
    for index, value in enumerate(series.values):
        if value is not None:
            point = etree.SubElement(cache, _C + "pt", idx=str(index))
            etree.SubElement(point, _C + "v").text = number_text(value)
    return element


def _fit_points(series: etree._Element, count: int) -> None:
    """Take away what is said of points that are no more; give new slices their own colours."""
    points = series.findall(_C + "dPt")
    _remove(point for point in points if _number(point, "idx") >= count)
    _remove(label for label in list(series.iter(_C + "dLbl")) if _number(label, "idx") >= count)
    known = [point for point in points if _number(point, "idx") < count]
    parent = series.getparent()
    is_round = parent is not None and str(parent.tag)[len(_C) :] in _ROUND
    if not known or not is_round:
        return
    for index in range(max(_number(point, "idx") for point in known) + 1, count):
        clone = copy.deepcopy(known[-1])
        _remove(clone.findall(_C + "extLst"))
        _set(clone, "idx", index)
        _recolor(clone, _free_color(known, index))
        known[-1].addnext(clone)
        known.append(clone)


# Around them -------------------------------------------------------------------------------------------


def _drop_plot(plot: etree._Element) -> None:
    """Take away a plot without series, and the axes nothing else stands on."""
    area = plot.getparent()
    if area is None:
        return
    own = {axis.get("val") for axis in plot.findall(_C + "axId")}
    area.remove(plot)
    kept = {
        axis.get("val")
        for other in area
        if str(other.tag).endswith("Chart")
        for axis in other.findall(_C + "axId")
    }
    for axis in list(area):
        identity = axis.find(_C + "axId")
        is_plot = str(axis.tag).endswith("Chart")
        if not is_plot and identity is not None and identity.get("val") in own - kept:
            area.remove(axis)


def _fill_title(root: etree._Element, text: str) -> None:
    """Put the title where the template has one; else, Word must not make up its own."""
    chart = root.find(_C + "chart")
    if chart is None:
        return
    title = chart.find(_C + "title")
    if title is not None and not text:
        chart.remove(title)
        title = None
    deleted = chart.find(_C + "autoTitleDeleted")
    if deleted is None:
        deleted = etree.Element(_C + "autoTitleDeleted")
        chart.insert(0 if title is None else 1, deleted)
    deleted.set("val", "1" if title is None else "0")
    if title is not None:
        _write_title(title, text)


def _write_title(title: etree._Element, text: str) -> None:
    rich = title.find(f"{_C}tx/{_C}rich")
    if rich is None:
        rich = _rich(title)
    paragraphs = rich.findall(_A + "p")
    formatting = [each for each in paragraphs[0] if each.tag == _A + "pPr"] if paragraphs else []
    run = next((run for each in paragraphs for run in each.findall(f"{_A}r/{_A}rPr")), None)
    _remove(paragraphs)
    for line in text.split("\n"):
        paragraph = etree.SubElement(rich, _A + "p")
        paragraph.extend(copy.deepcopy(formatting))
        written = etree.SubElement(paragraph, _A + "r")
        if run is not None:
            written.append(copy.deepcopy(run))
        etree.SubElement(written, _A + "t").text = line


def _rich(title: etree._Element) -> etree._Element:
    """Return the text of a title that had none of its own, formatted as it was."""
    own = title.find(_C + "txPr")
    _remove(title.findall(_C + "tx"))
    text = etree.Element(_C + "tx")
    rich = etree.SubElement(text, _C + "rich")
    if own is None:
        etree.SubElement(rich, _A + "bodyPr")
    else:
        rich.extend(list(own))
        title.remove(own)
    title.insert(0, text)
    return rich


def _fill_formats(root: etree._Element, form: str) -> None:
    """Set the number formats that follow that of the data."""
    for axis in root.iter(_C + "valAx"):
        number_format = axis.find(_C + "numFmt")
        if number_format is not None and number_format.get("sourceLinked", "0") in {"1", "true"}:
            number_format.set("formatCode", form)


def _set_blanks(root: etree._Element) -> None:
    """Say that a missing value is a gap."""
    chart = root.find(_C + "chart")
    blanks = None if chart is None else chart.find(_C + "dispBlanksAs")
    if blanks is not None:
        blanks.set("val", "gap")
    elif chart is not None:
        blanks = etree.Element(_C + "dispBlanksAs", val="gap")
        after = next((each for each in chart if each.tag in {_C + "showDLblsOverMax", _C + "extLst"}), None)
        if after is None:
            chart.append(blanks)
        else:
            after.addprevious(blanks)


def _drop_entries(root: etree._Element, count: int) -> None:
    entries = root.iter(_C + "legendEntry")
    _remove([entry for entry in entries if _number(entry, "idx") >= count])


def _link_workbook(root: etree._Element, workbook_id: str) -> None:
    _remove(root.findall(_C + "externalData"))
    external = etree.Element(_C + "externalData")
    external.set(qn("r:id"), workbook_id)
    etree.SubElement(external, _C + "autoUpdate", val="0")
    after = next((child for child in root if child.tag in _AFTER_EXTERNAL), None)
    if after is None:
        root.append(external)
    else:
        after.addprevious(external)
