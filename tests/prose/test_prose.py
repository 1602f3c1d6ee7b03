"""Lists and tables as pieces: whatever is beside them, the text reads line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.prose.prose import (
    Celda,
    Elemento,
    Enfasis,
    Fact,
    Gap,
    Lista,
    Piece,
    Prose,
    Tabla,
    join,
)

GAP = Gap("hora", FileLocation("x"))
WORDS = st.text("ab", min_size=1, max_size=3)
LISTS = st.lists(WORDS, min_size=1, max_size=3).map(lambda t: Lista(tuple(Elemento(Prose((w,))) for w in t)))
TABLES = st.lists(WORDS, min_size=1, max_size=3).map(
    lambda t: Tabla((tuple(Celda(Prose((w,))) for w in t),), (1,))
)
PIECES: st.SearchStrategy[Piece] = st.one_of(
    WORDS, WORDS.map(lambda w: Enfasis(w, negrita=True)), st.just("\n"), LISTS, TABLES
)


@given(st.lists(PIECES, max_size=6))
def test_each_block_has_its_lines_for_itself(pieces: list[Piece]) -> None:
    lines = str(Prose(tuple(pieces))).split("\n")
    for piece in pieces:
        if isinstance(piece, Lista | Tabla):
            own = str(piece).split("\n")
            assert any(lines[start : start + len(own)] == own for start in range(len(lines)))
    words = [word for piece in pieces for word in str(piece).split()]
    assert "".join("".join(lines).split()) == "".join(words)


def test_gaps_within_lists_and_tables_are_found() -> None:
    inside = Prose(("a ", GAP))
    prose = Prose((Lista((Elemento(inside),)), Fact("x", Prose((Tabla(((Celda(inside),),), (1,)),)))))
    assert prose.gaps == (GAP, GAP)


def test_text_before_and_after_a_mark() -> None:
    prose = Prose((Enfasis("Uno: ", negrita=True), " y ", Enfasis("dos", cursiva=True)))
    assert prose.partition(":") == ("Uno", Prose(("y ", Enfasis("dos", cursiva=True))))
    assert Prose(("sin marca",)).partition(":") == ("sin marca", Prose())


def test_a_cell_reads_in_one_line() -> None:
    tabla = Tabla(((Celda(Prose(("uno\ndos",))), Celda(join(["tres"]))),), (1, 1))
    assert str(tabla) == "uno dos | tres"


def test_lists_and_tables_within_facts_are_told_as_text_too() -> None:
    row = (Celda(Prose()), Celda(Prose(("b\nc",))))
    fact = Fact("a", Prose(("Uno", Lista((Elemento(Prose(("dos\nlíneas",))),)), Tabla((row,), (1, 1)))))
    (told,) = Prose((fact,)).as_text.pieces
    assert isinstance(told, Fact)
    assert told.content.blocks == ()
    assert str(told) == "Uno\n• dos líneas\n | b c"
