"""The line breaker: where lines end, tabs, justified lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.pdf.layout.lines import Line, LineBreaker, Measure
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.model.content import Tab, Text
from cotaprep_docs.pdf.model.style import CharProps, TabStop

PROPS = CharProps(font="Cambria", size=11.0)


def broken(text: str, width: int) -> list[str]:
    return [shown(line) for line in lines(text, width)]


def lines(
    text: str, width: int, *, tabs: tuple[TabStop, ...] = (), left: int = 0, first: int = 0
) -> list[Line]:
    measurer = Measurer()
    measure = Measure(left, first, width, tabs, 720)
    inlines: list[Text | Tab] = []
    for index, part in enumerate(text.split("\t")):
        inlines += [Tab(PROPS)] if index else []
        inlines += [Text(part, PROPS)] if part else []
    return LineBreaker(measure, measurer).break_lines(list(measurer.pieces(inlines)))


def shown(line: Line) -> str:
    return "".join(item.piece.text for item in line.items).strip()


def test_breaks_at_spaces_and_after_hyphens_and_dashes() -> None:
    assert broken("uno dos tres", 800) == ["uno dos", "tres"]
    assert broken("semi-presencial", 1000) == ["semi-", "presencial"]
    assert broken("2023-2024", 600) == ["2023-", "2024"]
    assert broken("18:00–20:00", 700) == ["18:00–", "20:00"]


def test_keeps_together_what_a_slash_or_a_fixed_space_joins() -> None:
    assert broken("la o/el", 500) == ["la", "o/el"]
    assert broken("art. 5\u00a0bis", 700) == ["art.", "5\u00a0bis"]


def test_a_dash_before_a_quotation_mark_goes_with_it() -> None:
    assert broken("aaaaa—«bbbb»", 960) == ["aaaaa", "—«bbbb»"]


def test_a_soft_hyphen_shows_only_where_the_line_ends() -> None:
    assert broken("conside\u00adrando", 900) == ["conside-", "rando"]
    assert broken("conside\u00adrando", 3000) == ["considerando"]


def test_divides_a_word_wider_than_the_line() -> None:
    found = broken("x" * 60, 1000)
    assert len(found) > 2
    assert "".join(found) == "x" * 60


def test_divides_a_long_reference_at_its_slashes() -> None:
    assert broken("INE/CG/123/2024", 1050) == ["INE/CG/", "123/2024"]


def test_an_empty_paragraph_has_one_line() -> None:
    assert broken("", 1000) == [""]


def test_tabs_go_to_their_stops() -> None:
    stops = (TabStop(1000), TabStop(5000, "right"))
    (line,) = lines("a\tb\tcc", 6000, tabs=stops)
    places = {item.piece.text: item for item in line.items}
    assert places["b"].x == 1000
    assert round(places["cc"].x + places["cc"].width) == 5000


def test_a_hanging_indent_is_a_stop() -> None:
    found = lines("1.\ttexto", 3000, left=720, first=0)
    assert found[0].items[-1].x == 720


@given(st.text("abcdé -–/«»\u00a0", max_size=120), st.integers(300, 3000))
def test_no_character_is_lost_and_lines_fit(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join("".join(i.piece.text for i in line.items) for line in found) == text
    for line in found:
        visible = [item for item in line.items if item.piece.text.strip()]
        assert len(visible) <= 1 or line.end <= width + 0.1


def test_no_line_ends_after_an_opening_sign_or_before_a_closing_one() -> None:
    for width in range(1400, 3000, 60):
        found = broken("la cadena «{{ 7*7 }}» no se convierte ( nunca ) en otra", width)
        assert not any(line.endswith(("{{", "(")) or line.startswith(("}}", ")")) for line in found)
