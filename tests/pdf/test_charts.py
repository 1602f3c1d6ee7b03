"""Charts drawn: what they say, where it stands, what is said of those that are not drawn."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from cotaprep_docs.ooxml.package import Package, read_package, write_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.pdf.layout.boxes import Lettering, Outline
from cotaprep_docs.pdf.layout.charts.chart import layout_chart
from cotaprep_docs.pdf.layout.charts.scale import find_scale
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.model.chart import Axis, Chart
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.charts.chart import read_chart
from cotaprep_docs.pdf.reader.colors import read_palette
from tests.pdf import chart_gallery as gallery
from tests.support import charts as c
from tests.support.libreoffice import libreoffice_pdfs
from tests.support.pdf_tags import structure
from tests.support.pdf_text import compact_pages

PROPS = CharProps(font="Cambria", size=11)
WIDTH, HEIGHT = 8640.0, 4320.0
SERIES, SECOND = "1F3A4D", "B8860B"  # the first two accents of the theme of the tests


def read(xml: str) -> Chart:
    found = read_chart(
        etree.fromstring(xml), read_palette(etree.fromstring(c.THEME)), {"minorHAnsi": "Cambria"}, PROPS
    )
    assert found is not None
    assert found.chart is not None
    return found.chart


def drawn(xml: str) -> tuple[Outline | Lettering, ...]:
    return layout_chart(read(xml), WIDTH, HEIGHT, Measurer())


def words(xml: str) -> list[str]:
    return [item.text for item in drawn(xml) if isinstance(item, Lettering)]


def areas(xml: str, color: str) -> list[Outline]:
    return [item for item in drawn(xml) if isinstance(item, Outline) and item.fill == color]


def box(outline: Outline) -> tuple[float, float, float, float]:
    points = [outline.start, *((step[-2], step[-1]) for step in outline.steps)]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


CHARTS = {
    "bars": gallery.bars(), "lying": gallery.lying(), "lines": gallery.lines(), "pie": gallery.pie(),
    "doughnut": gallery.pie(50), "combined": gallery.combined(), "stacked": gallery.stacked(),
    "negative": gallery.negative(), "area": gallery.area(), "percent": gallery.lying("percentStacked"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_leaves_the_frame(name: str) -> None:
    for item in drawn(CHARTS[name]):
        if isinstance(item, Outline):
            left, top, right, bottom = box(item)
            assert -1 <= left <= right <= WIDTH + 1
            assert -1 <= top <= bottom <= HEIGHT + 1
        else:
            assert 0 <= item.x <= WIDTH
            assert 0 <= item.y <= HEIGHT


def test_a_chart_says_title_names_marks_and_values() -> None:
    said = words(gallery.bars())
    assert {
        "Avance planeado y real",
        "Mes",
        "Avance",
        "Planeado",
        "Real",
        *gallery.MONTHS,
        "0%",
        "120%",
    } <= set(said)
    assert said.count("25%") == 1  # a value, not a mark


def test_bars_are_as_high_as_their_values() -> None:
    bars = [box(each) for each in areas(gallery.bars(), SERIES)][:6]
    heights = [bottom - top for _, top, _, bottom in bars]
    assert [round(height / heights[-1], 3) for height in heights] == list(gallery.PLANNED)
    assert len({round(bottom) for *_, bottom in bars}) == 1


def test_missing_values_have_no_bar() -> None:
    assert len(areas(gallery.bars(), SECOND)) == 4 + 1  # and the sample of the legend


def test_bars_of_a_group_stand_beside_each_other_and_stacked_ones_upon_each_other() -> None:
    one, other = box(areas(gallery.bars(), SERIES)[0]), box(areas(gallery.bars(), SECOND)[0])
    assert one[2] == pytest.approx(other[0], abs=1)
    low, high = box(areas(gallery.stacked(), SERIES)[2]), box(areas(gallery.stacked(), "A6A6A6")[2])
    assert (low[0], low[1]) == pytest.approx((high[0], high[3]), abs=1)


def test_lying_bars_begin_at_the_same_place_the_first_category_on_top() -> None:
    bars = [box(each) for each in areas(gallery.lying(), SERIES)][:5]
    assert len({round(left) for left, *_ in bars}) == 1
    assert [top for _, top, _, _ in bars] == sorted(top for _, top, _, _ in bars)


def test_negative_bars_hang_below_the_axis() -> None:
    bars = [box(each) for each in areas(gallery.negative(), "5B7FA5")]
    zero = bars[1][3]
    assert bars[0][1] == pytest.approx(zero, abs=1)
    assert bars[5][3] > bars[4][3] > bars[0][3]


def test_a_line_stops_at_a_gap() -> None:
    lines = [
        item for item in drawn(gallery.lines())
        if isinstance(item, Outline) and item.color == SECOND and not item.closed and len(item.steps) > 1
    ]  # fmt: skip
    assert [len(line.steps) + 1 for line in lines] == [9, 13]
    assert all(line.dash for line in lines)


def test_one_point_between_gaps_is_still_seen() -> None:
    alone = c.series(
        0,
        "s",
        ("a", "b", "c"),
        (None, 2, None),
        look=c.stroke("accent1"),
        extra='<c:marker><c:symbol val="none"/></c:marker>',
    )
    assert len(areas(c.chart(c.line_plot(alone), c.category_axis(), c.value_axis()), SERIES)) == 1


def test_labels_of_small_slices_do_not_lie_on_each_other() -> None:
    letters = [item for item in drawn(gallery.pie()) if isinstance(item, Lettering) and "%" in item.text]
    assert len(letters) == 4
    left = sorted(item.y for item in letters if item.x < WIDTH * 0.4)
    assert all(below - above >= 200 for above, below in itertools.pairwise(left))


def test_many_names_of_categories_are_turned_and_then_some_left_out() -> None:
    def chart(count: int) -> str:
        names = tuple(f"Categoría {i}" for i in range(count))
        return c.chart(c.bar_plot(c.series(0, "s", names, [1.0] * count)), c.category_axis(), c.value_axis())

    for count, angles in ((5, {0.0}), (15, {-45.0}), (35, {-90.0}), (200, {-90.0})):
        turned = [
            item for item in drawn(chart(count)) if isinstance(item, Lettering) and "Categ" in item.text
        ]
        assert {item.angle for item in turned} == angles
        assert len(turned) == count if count < 40 else 20 < len(turned) < 100


def test_a_label_that_would_not_be_seen_on_its_bar_changes_its_colour() -> None:
    inks = {item.color for item in drawn(gallery.lying("percentStacked")) if isinstance(item, Lettering)}
    assert "FFFFFF" in inks


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ((0, 100), (0, 120)), ((1, 2, 5), (0, 6)), ((0.1, 1.0), (0, 1.2)), ((95, 99), (92, 100)), ((-10, 10), (-15, 15)),
        ((-100, -20), (-120, 0)), ((0, 0), (0, 1)), ((7,), (0, 8)), ((), (0, 1)),
    ],
)  # fmt: skip
def test_scales_are_those_of_spreadsheets(values: tuple[float, ...], ends: tuple[float, float]) -> None:
    scale = find_scale(values, Axis(), 6)
    assert (scale.low, scale.high) == ends


_SANE = st.floats(-1e12, 1e12, allow_nan=False).map(lambda value: round(value, 6))


@given(st.lists(_SANE, max_size=20), st.integers(1, 30))
def test_a_scale_holds_its_values_between_marks(values: list[float], intervals: int) -> None:
    scale = find_scale(values, Axis(), intervals)
    assert scale.low < scale.high
    assert all(scale.low <= value <= scale.high for value in values)
    assert 2 <= len(scale.marks) <= intervals * 2 + 4
    assert scale.marks[0] == pytest.approx(scale.low)
    assert scale.marks[-1] == pytest.approx(scale.high)
    assert all(0 <= scale.share(value) <= 1 for value in values)


# In a document ---------------------------------------------------------------------------------------


def codes(document: c.ChartDocx) -> list[str]:
    return [problem.code for problem in convert(document.build()).problems]


def test_a_chart_is_one_figure_with_its_description() -> None:
    top = structure(convert(c.document(gallery.bars(), alt="Qué muestra").build()).data)
    (figure,) = top.of("Figure")
    assert figure.details["Alt"] == "Qué muestra"
    assert "Avance planeado y real" in figure.text
    assert codes(c.document(gallery.bars())) == []


def test_a_chart_without_description_gets_one_and_a_notice() -> None:
    document = c.document(gallery.bars(), alt="")
    assert codes(document) == ["PDF-071"]
    (figure,) = structure(convert(document.build()).data).of("Figure")
    assert all(
        word in figure.details["Alt"] for word in ("Avance planeado y real", "Planeado", "Enero", "Junio")
    )


def test_what_is_not_drawn_becomes_a_table() -> None:
    document = c.document(gallery.three_d(), alt="Barras")
    assert codes(document) == ["PDF-070"]
    (table,) = structure(convert(document.build()).data).of("Table")
    rows = [[cell.text for cell in row.of("TH") + row.of("TD")] for row in table.of("TR")]
    assert rows[0][1:] == ["Planeado", "Real"]
    assert rows[4] == ["Abril", "60%", "61%"]
    assert rows[6] == ["Junio", "100%", ""]


def test_a_chart_without_numbers_is_said() -> None:
    assert codes(c.document(c.chart(c.bar_plot(), c.category_axis(), c.value_axis()))) == ["PDF-072"]
    parts = c.document(gallery.bars()).parts()
    del parts["word/charts/chart1.xml"]
    assert [p.code for p in convert(write_package(parts)).problems] == ["PDF-072"]


def test_ornaments_that_are_not_drawn_are_said() -> None:
    gradient = '<c:spPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="AA0000"/></a:gs></a:gsLst></a:gradFill></c:spPr>'
    chart = gallery.bars().replace(c.fill("accent1"), gradient)
    assert codes(c.document(chart)) == ["PDF-073"]
    assert areas(chart, "AA0000")


def test_a_floating_chart_stands_where_it_hangs() -> None:
    document = c.document(gallery.pie())
    anchor = (
        '<wp:anchor behindDoc="0" distT="0" distB="0" distL="0" distR="0"><wp:positionH relativeFrom="page"><wp:posOffset>914400'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>3657600</wp:posOffset></wp:positionV>'
    )
    body = re.sub(r"<wp:inline[^>]*>", anchor, document.body).replace("</wp:inline>", "</wp:anchor>")
    floating = c.ChartDocx(body, charts=document.charts)
    (figure,) = structure(convert(floating.build()).data).of("Figure")
    assert "Estado de las actas" in figure.text


def test_charts_are_drawn_the_same_each_time() -> None:
    document = gallery.chart_documents()["charts_1"].build()
    assert convert(document).data == convert(document).data


_VALUES = st.sampled_from(["", "0", "-1", "1e308", "nan", "99999999999", "ñ", "50%", "max", "l", "1"])


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_charts_never_raise(data: st.DataObject) -> None:
    root = etree.fromstring(CHARTS[data.draw(st.sampled_from(sorted(CHARTS)))])
    for _ in range(data.draw(st.integers(1, 4))):
        elements = list(root.iter())[1:]
        element = data.draw(st.sampled_from(elements))
        if data.draw(st.booleans()) and element.get("val") is not None:
            element.set("val", data.draw(_VALUES))
        elif element.text and data.draw(st.booleans()):
            element.text = data.draw(_VALUES)
        else:
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    convert(c.document(etree.tostring(root).decode()).build())


@pytest.mark.libreoffice
def test_libreoffice_says_the_same_names_on_as_many_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    documents = {name: each.build() for name, each in gallery.chart_documents().items() if name != "charts_4"}
    theirs = libreoffice_pdfs(documents, tmp_path_factory.mktemp("libreoffice"))
    for name, document in documents.items():
        ours, other = compact_pages(convert(document).data), compact_pages(theirs[name])
        assert len(ours) == len(other)
        for text in names(read_package(document)):
            assert "".join(text.split()) in "".join(ours)
            assert "".join(text.split()) in "".join(other)


def names(package: Package) -> set[str]:
    """Titles and names of series; LibreOffice leaves some categories out, and divides others."""
    found: set[str] = set()
    for part in package.names("word/charts/chart"):
        root = package.xml(part)
        found |= {element.text or "" for element in root.iter("{*}t")}
        if next(root.iter("{*}catAx"), None) is not None and next(root.iter("{*}legend"), None) is not None:
            found |= {
                name
                for each in root.iter("{*}tx")
                for value in each.iter("{*}v")
                if (name := value.text or "")
            }
    return found
