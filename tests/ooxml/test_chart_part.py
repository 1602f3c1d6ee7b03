"""Charts filled with other numbers: caches, workbook, looks."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cotaprep_docs.ooxml.chart_data import ChartData, ChartSeries, chart_workbook, column
from cotaprep_docs.ooxml.chart_part import chart_kinds, fill_chart
from cotaprep_docs.ooxml.names import NAMESPACES
from tests.pdf import chart_gallery as gallery
from tests.support import charts as c


def data(series: int, categories: int, title: str = "Título", form: str = "0%") -> ChartData:
    rows = tuple(
        ChartSeries(f"Serie {s}", tuple(Decimal(10 * s + i) / 8 for i in range(categories)), form)
        for s in range(series)
    )
    return ChartData(title, tuple(f"C{i}" for i in range(categories)), rows)


def filled(xml: str, numbers: ChartData) -> etree._Element:
    root = etree.fromstring(xml)
    fill_chart(root, numbers, "rIdX")
    return root


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return root.xpath(path, namespaces=NAMESPACES)  # type: ignore[return-value]


def texts(root: etree._Element, path: str) -> list[str]:
    return [element.text or "" for element in find(root, path)]


@pytest.mark.parametrize("series", [1, 2, 5, 9])
@pytest.mark.parametrize("categories", [1, 6, 13])
def test_series_and_categories_vary_freely(series: int, categories: int) -> None:
    numbers = data(series, categories)
    root = filled(gallery.bars(), numbers)
    assert texts(root, "//c:ser/c:tx//c:v") == [each.name for each in numbers.series]
    assert (
        len(find(root, "//c:ser/c:cat//c:pt"))
        == len(find(root, "//c:ser/c:val//c:pt"))
        == series * categories
    )
    for each in find(root, "//c:ser//c:ptCount")[1::3]:
        assert each.get("val") == str(categories)
    assert len({each.get("val") for each in find(root, "//c:ser/c:idx")}) == series
    assert len({each.get("val") for each in find(root, "//c:ser/c:order")}) == series


def test_new_series_have_colours_of_their_own() -> None:
    root = filled(gallery.bars(), data(8, 2))
    looks = [etree.tostring(each) for each in find(root, "//c:ser/c:spPr/a:solidFill/a:schemeClr")]
    assert len(set(looks)) == 8


def test_markers_take_the_colour_of_their_line() -> None:
    look = c.stroke("accent3")
    marker = f'<c:marker><c:symbol val="circle"/>{c.fill("accent3")}</c:marker>'
    chart = c.chart(
        c.line_plot(c.series(0, "Una", ("a",), (1,), look=look, extra=marker)),
        c.category_axis(),
        c.value_axis(),
    )
    root = filled(chart, data(2, 3))
    colors = [each.get("val") for each in find(root, "//c:ser[2]//a:schemeClr")]
    assert colors == ["accent1", "accent1"]


def test_missing_values_are_gaps() -> None:
    numbers = ChartData("", ("a", "b", "c"), (ChartSeries("s", (Decimal(1), None, Decimal(3))),))
    root = filled(gallery.lines().replace('dispBlanksAs val="gap"', 'dispBlanksAs val="zero"'), numbers)
    assert [each.get("idx") for each in find(root, "//c:val//c:pt")] == ["0", "2"]
    assert [each.get("val") for each in find(root, "//c:dispBlanksAs")] == ["gap"]


def test_the_title_keeps_its_looks_and_goes_where_there_is_none() -> None:
    root = filled(gallery.bars(), data(1, 2, "Uno & <dos>"))
    assert texts(root, "/c:chartSpace/c:chart/c:title//a:t") == ["Uno & <dos>"]
    assert [each.get("sz") for each in find(root, "/c:chartSpace/c:chart/c:title//a:r/a:rPr")] == ["1200"]
    bare = filled(gallery.bars(), data(1, 2, ""))
    assert find(bare, "/c:chartSpace/c:chart/c:title") == []
    assert [each.get("val") for each in find(bare, "//c:autoTitleDeleted")] == ["1"]


def test_a_title_word_made_up_becomes_one_with_the_same_looks() -> None:
    automatic = f'<c:title><c:overlay val="0"/>{c.text_properties(1400)}</c:title>'
    chart = gallery.bars().replace(c.title("Avance planeado y real"), automatic)
    (title,) = find(filled(chart, data(1, 2, "Nuevo")), "/c:chartSpace/c:chart/c:title")
    assert [etree.QName(child).localname for child in title] == ["tx", "overlay"]
    assert texts(title, ".//a:t") == ["Nuevo"]
    assert [each.get("sz") for each in find(title, ".//a:p/a:pPr/a:defRPr")] == ["1400"]


def test_identities_and_labels_of_the_template_s_own_points_go() -> None:
    marks = (
        '<c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}"><c16:uniqueId '
        'xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart" val="{0}"/></c:ext></c:extLst>'
    )
    label = '<c:dLbls><c:dLbl><c:idx val="5"/><c:delete val="1"/></c:dLbl><c:showVal val="1"/></c:dLbls>'
    one = c.series(0, "s", ("a",), (1,), extra=label, after=marks)
    chart = c.chart(c.bar_plot(one), c.category_axis(), c.value_axis())
    assert not find(filled(chart, data(3, 2)), "//c:ser/c:extLst")
    assert not find(filled(chart, data(3, 2)), "//c:dLbl")
    assert len(find(filled(chart, data(3, 6)), "//c:dLbl")) == 3


def test_a_plot_without_series_goes_with_its_axes() -> None:
    root = filled(gallery.combined(), data(1, 2))
    assert chart_kinds(root) == ("barChart",)
    assert len(find(root, "//c:valAx")) == len(find(root, "//c:catAx")) == 1


def test_more_series_join_the_last_plot_of_a_combined_chart() -> None:
    root = filled(gallery.combined(), data(4, 2))
    assert [len(find(root, f"//c:{kind}/c:ser")) for kind in ("barChart", "lineChart")] == [1, 3]


def test_a_pie_shows_one_series_and_says_which_it_does_not() -> None:
    root = etree.fromstring(gallery.pie())
    assert fill_chart(root, data(3, 2), "rIdX") == ("Serie 1", "Serie 2")
    assert len(find(root, "//c:ser")) == 1


def test_slices_beyond_those_of_the_template_have_their_own_colours() -> None:
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/>{c.fill(f"accent{i + 1}")}</c:dPt>' for i in range(3)
    )
    chart = c.chart(c.pie_plot(c.series(0, "s", ("a", "b", "c"), (1, 2, 3), extra=points)))
    root = filled(chart, data(1, 6))
    assert [each.get("val") for each in find(root, "//c:dPt/c:idx")] == list("012345")
    assert len({each.get("val") for each in find(root, "//c:dPt//a:schemeClr")}) == 6
    assert len(find(filled(chart, data(1, 2)), "//c:dPt")) == 2


def test_elements_stand_in_the_order_of_the_schema() -> None:
    order = [
        "idx",
        "order",
        "tx",
        "spPr",
        "invertIfNegative",
        "marker",
        "dPt",
        "dLbls",
        "cat",
        "val",
        "smooth",
    ]
    for chart in (gallery.bars(), gallery.lines(), gallery.pie(), gallery.negative()):
        for series in find(filled(chart, data(3, 4)), "//c:ser"):
            names = [etree.QName(child).localname for child in series]
            assert names == sorted(names, key=order.index)
    space = [etree.QName(child).localname for child in filled(gallery.bars(), data(1, 1))]
    assert space == ["date1904", "roundedCorners", "chart", "spPr", "externalData"]


@given(st.integers(1, 30), st.integers(1, 30))
@settings(max_examples=15, deadline=None)
def test_the_workbook_holds_what_the_caches_hold(series: int, categories: int) -> None:
    numbers = data(series, categories, form="#,##0.0")
    sheet = openpyxl.load_workbook(io.BytesIO(chart_workbook(numbers))).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][1:] == [each.name for each in numbers.series]
    assert [row[0] for row in rows[1:]] == list(numbers.categories)
    for index, each in enumerate(numbers.series, start=1):
        assert [row[index] for row in rows[1:]] == [float(value or 0) for value in each.values]
    assert sheet.cell(2, 2).number_format == "#,##0.0"


def test_references_lead_to_the_cells_of_the_workbook() -> None:
    numbers = data(3, 4)
    root = filled(gallery.bars(), numbers)
    book = openpyxl.load_workbook(io.BytesIO(chart_workbook(numbers)))
    for formula, cache in ((each, each.getnext()) for each in find(root, "//c:f")):
        sheet, _, area = (formula.text or "").replace("$", "").partition("!")
        cells = book[sheet][area]
        flat = [cell for row in cells for cell in row] if isinstance(cells, tuple) else [cells]
        assert cache is not None
        cached = [value.text or "" for value in cache.iter(f"{{{NAMESPACES['c']}}}v")]
        assert [str(cell.value) if isinstance(cell.value, str) else float(cell.value) for cell in flat] == [
            text if isinstance(flat[0].value, str) else float(text or 0) for text in cached
        ]


def test_the_same_numbers_give_the_same_bytes() -> None:
    assert chart_workbook(data(3, 4)) == chart_workbook(data(3, 4))
    assert chart_workbook(data(3, 4)) != chart_workbook(data(4, 3))


def test_columns_have_letters() -> None:
    assert [column(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
