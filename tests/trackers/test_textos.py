"""Long texts in Word: which heading names which place of the trackers, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from cotaprep_docs.domain.acuerdo import PasajeDictamen
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.problem import Checked, Problem
from cotaprep_docs.prose.prose import Enfasis, Lista, Prose, Tabla, as_prose
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.destinos import destinos_of, destinos_of_avances
from cotaprep_docs.trackers.reader import read_avances, read_sesiones
from cotaprep_docs.trackers.textos import read_textos, with_textos, with_textos_of_avances
from cotaprep_docs.trackers.titulos import titulo_key
from tests.support.data_sets import copy_of
from tests.support.sheets import change, column_of, save_sesiones
from tests.support.word_texts import MIXTURE, Block, add_table, write_text


def placed(folder: Path) -> tuple[Proceso, Avances, tuple[Problem, ...]]:
    """The trackers of a folder with its texts in their places."""
    textos = read_textos(folder / "textos")
    proceso, left = with_textos(read_sesiones(folder / "sesiones.xlsx"), textos.value)
    path = folder / "avances_prep.xlsx"
    avances = read_avances(path) if path.exists() else Checked(Avances())
    avances = with_textos_of_avances(avances, left)
    return proceso.value, avances.value, (*textos.problems, *proceso.problems, *avances.problems)


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.location)) for problem in placed(folder)[2]]


def test_headings_are_keys_and_emphasis_stays(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    write_text(
        tmp_path,
        ("título", "Sesión 1, punto 3"),
        ("", "Se expuso el *plan* de _trabajo_."),
        ("List Bullet", "Primero."),
        ("List Bullet", "Segundo."),
        ("título", "Reunión R1, punto 1"),
        ("", "Hubo plática."),
    )
    proceso, _, problems = placed(tmp_path)
    assert problems == ()
    told = {(punto.sesion, punto.numero): punto.narrativa for punto in proceso.puntos if punto.narrativa}
    assert str(told["1", "3"]) == "Se expuso el plan de trabajo.\n• Primero.\n• Segundo."
    assert str(told["R1", "1"]) == "Hubo plática."
    narrative = as_prose(told["1", "3"]).pieces
    assert Enfasis("plan", negrita=True) in narrative
    assert Enfasis("trabajo", cursiva=True) in narrative


@pytest.mark.parametrize(
    "heading",
    [
        "Sesión 1, punto 3", "sesion 01: PUNTO 3.", "SESIÓN 1 — punto 3", "1, 3", "Acta de la sesión 1 – punto 3",
        "Sesión ordinaria núm. 1; punto 3", "Punto 3 de la sesión 1",
    ],
)  # fmt: skip
def test_a_point_however_its_heading_is_typed(tmp_path: Path, heading: str) -> None:
    save_sesiones(tmp_path)
    write_text(tmp_path, ("título", heading), ("", "x"))
    proceso, _, problems = placed(tmp_path)
    assert [problem.code for problem in problems] == []
    assert [punto.numero for punto in proceso.puntos if punto.narrativa] == ["3"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Reunión 1, punto 1", "reunion 1 punto 1"),
        ("Opinión OT-1: Considerandos", "opinion ot 1 considerandos"),
        ("acuerdo K 07, ANTECEDENTES", "acuerdo k 7 antecedentes"),
        ("Plan — ¿Cómo trabajaremos?", "plan como trabajaremos"),
        ("Segundo simulacro: incidentes", "segundo simulacro incidentes"),
        ("Conclusiones finales", "conclusiones finales"),
    ],
)
def test_every_place_has_headings_people_would_type(tmp_path: Path, heading: str, key: str) -> None:
    folder = copy_of("ficticio", tmp_path)
    proceso = read_sesiones(folder / "sesiones.xlsx").value
    avances = read_avances(folder / "avances_prep.xlsx").value
    known = {name for destino in destinos_of(proceso) for name in destino.keys}
    known |= {name for destino in destinos_of_avances(avances) for name in destino.keys}
    assert titulo_key(heading) in known
    assert titulo_key(heading) == key


def test_no_heading_names_two_places(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    owners: dict[str, str] = {}
    for destino in destinos_of(read_sesiones(folder / "sesiones.xlsx").value):
        for key in destino.keys:
            assert owners.setdefault(key, destino.titulo) == destino.titulo


def test_headings_below_a_heading_say_the_rest(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    write_text(
        tmp_path,
        ("título", "Sesión 1"),
        ("título 2", "Punto 3"),
        ("", "De la primera."),
        ("título", "Reunión R1"),
        ("título 2", "Punto 1"),
        ("", "De la reunión."),
    )
    proceso, _, problems = placed(tmp_path)
    assert problems == ()
    told = [(punto.sesion, str(punto.narrativa)) for punto in proceso.puntos if punto.narrativa]
    assert told == [("1", "De la primera."), ("R1", "De la reunión.")]


BLOCKS: tuple[tuple[tuple[Block, ...], str], ...] = (
    ((("título", "Sesión 9, punto 3"), ("", "x")), "TRK-081"),
    ((("título", "Lo que se dijo"), ("", "x")), "TRK-081"),
    ((("título", "Sesión 1, punto 3"), ("", "x"), ("título 2", "Antecedentes"), ("", "y")), "TRK-081"),
    ((("título", "Simulacro S9, conclusiones"), ("", "x")), "TRK-081"),
    ((("título", "1, 3"), ("", "x"), ("título", "Sesión 1, punto 3."), ("", "y")), "TRK-082"),
    ((("", "suelto"), ("título", "Sesión 1, punto 3"), ("", "x")), "TRK-084"),
)


@pytest.mark.parametrize(
    "above",
    [
        (("título", "Sesión 1, punto 3"), ("", "x")),
        (("título", "Sesión 1"), ("título 2", "Punto 3"), ("", "x")),
        (("título", "Sesión 1"),),
    ],
)
@pytest.mark.parametrize(
    "heading", ["Primer simulacro", "Simulacro S1, conclusiones", "Sobre el segundo simulacro"]
)
def test_a_drill_told_within_a_text_of_the_secretariat_is_not_put_aside(
    tmp_path: Path, above: tuple[Block, ...], heading: str
) -> None:
    """The other workbook is not read for an acta: nobody would say that it is not printed."""
    save_sesiones(tmp_path)
    write_text(tmp_path, *above, ("título 3", heading), ("", "Segunda parte."))
    textos = read_textos(tmp_path / "textos").value
    proceso, left = with_textos(read_sesiones(tmp_path / "sesiones.xlsx"), textos)
    assert left == ()
    assert [(problem.code, str(problem.location)) for problem in proceso.problems] == [
        ("TRK-081", f"textos/narrativas.docx!«{heading}»")
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        (("título", "Simulacro S9, conclusiones"), ("", "x")),
        (("título", "Décimo segundo simulacro"), ("título 2", "Otra cosa"), ("", "x")),
        (
            ("título", "Conclusiones"),
            ("título 2", "Primer simulacro"),
            ("título 3", "conclusiones"),
            ("", "x"),
        ),
    ],
)
def test_what_is_of_a_drill_waits_for_its_workbook(tmp_path: Path, blocks: tuple[Block, ...]) -> None:
    save_sesiones(tmp_path)
    write_text(tmp_path, *blocks)
    proceso, left = with_textos(
        read_sesiones(tmp_path / "sesiones.xlsx"), read_textos(tmp_path / "textos").value
    )
    assert proceso.problems == ()
    assert str(left[-1].bloques[0]) == "x"


@pytest.mark.parametrize(("blocks", "code"), BLOCKS)
def test_headings_that_are_no_key(tmp_path: Path, blocks: tuple[Block, ...], code: str) -> None:
    save_sesiones(tmp_path)
    write_text(tmp_path, *blocks)
    ((found, place),) = codes(tmp_path)
    assert found == code
    assert place.startswith("textos/narrativas.docx!")


def test_an_unknown_heading_is_answered_with_the_nearest(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(
        folder,
        ("título", "Plan, Como trabajamos"),
        ("", "x"),
        ("título", "Dictamen OT2, antecedentes"),
        ("", "x"),
    )
    hints = " ".join(problem.hint for problem in placed(folder)[2] if problem.code == "TRK-081")
    assert "«Plan, Cómo trabajaremos»" in hints
    assert "«Dictamen OT1, antecedentes»" in hints


def test_a_heading_that_only_groups_others_is_no_problem(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    write_text(tmp_path, ("título", "Narrativas de enero"), ("título 2", "Sesión 1, punto 3"), ("", "x"))
    assert codes(tmp_path) == []


def test_the_same_key_in_two_files_or_in_its_cell(tmp_path: Path) -> None:
    path = save_sesiones(tmp_path)
    letter = column_of(path, "Orden del día", "Narrativa")
    change(path, {f"Orden del día!{letter}4": "De la celda."})
    for name in ("a.docx", "b.docx"):
        write_text(tmp_path, ("título", "Sesión 1, punto 3"), ("", "De Word."), name=name)
    assert sorted(codes(tmp_path)) == [
        ("TRK-082", "textos/b.docx!«Sesión 1, punto 3»"),
        ("TRK-083", "textos/a.docx!«Sesión 1, punto 3»"),
    ]


def test_what_is_no_text_is_said_and_not_lost_in_silence(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write_text(tmp_path, ("título", "Sesión 1, punto 3"), ("", "x"))
    document = docx.Document(str(path))
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "dato"
    cell.add_table(1, 1)
    document.save(str(path))
    assert codes(tmp_path) == [("TRK-085", "textos/narrativas.docx!«Sesión 1, punto 3»")]


def test_a_list_in_a_table_passes_as_text_and_is_said(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write_text(tmp_path, ("título", "Sesión 1, punto 3"), ("", "x"))
    document = docx.Document(str(path))
    table = add_table(document, (("A", "B"), ("uno", "dos")))
    table.cell(1, 1).add_paragraph("tres", style="List Bullet")
    document.save(str(path))
    proceso, _, problems = placed(tmp_path)
    assert [problem.code for problem in problems] == ["TRK-087"]
    (punto,) = (punto for punto in proceso.puntos if punto.narrativa)
    assert str(punto.narrativa) == "x\nA | B\nuno | dos • tres"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hola"])
def test_a_file_that_is_no_docx(tmp_path: Path, content: bytes) -> None:
    save_sesiones(tmp_path)
    (tmp_path / "textos").mkdir()
    (tmp_path / "textos" / "x.docx").write_bytes(content)
    (tmp_path / "textos" / "~$x.docx").write_bytes(content)
    assert [code for code, _ in codes(tmp_path)] == ["TRK-080", "TRK-086"]


def test_a_file_saved_with_the_names_of_the_strict_standard_is_not_taken_for_empty(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write_text(tmp_path, ("título", "Sesión 1, punto 3"), ("", "x"))
    parts = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, data in read_package(path.read_bytes()).parts.items()
    }
    path.write_bytes(write_package(parts))
    assert codes(tmp_path) == [("TRK-080", "textos/narrativas.docx")]


def test_passages_numbered_in_words(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    path = write_text(folder, ("título", "Dictamen OT1, puntos"), *[("List Number", x) for x in "ab"])
    document = docx.Document(str(path))
    for form in document.part.numbering_part.element.iter(qn("w:numFmt")):
        form.set(qn("w:val"), "ordinalText")
    document.save(str(path))
    rows = passages(placed(folder)[0], "OT1", "Puntos de dictamen")
    assert [str(row.texto) for row in rows] == ["a", "b"]


def test_a_file_with_no_end_of_headings(tmp_path: Path) -> None:
    save_sesiones(tmp_path)
    path = write_text(tmp_path, ("título", "Sesión 1, punto 3"))
    parts = dict(read_package(path.read_bytes()).parts)
    document = parts["word/document.xml"]
    start, end = document.index(b"<w:p>"), document.index(b"</w:p>") + len(b"</w:p>")
    parts["word/document.xml"] = document[:start] + document[start:end] * 2_001 + document[end:]
    path.write_bytes(write_package(parts))
    assert codes(tmp_path) == [("TRK-088", "textos/narrativas.docx")]


def test_the_sections_are_those_of_the_sheet(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    titulos = [destino.titulo for destino in destinos_of(read_sesiones(folder / "sesiones.xlsx").value)]
    names = [titulo.partition(", ")[2] for titulo in titulos if titulo.startswith("Dictamen OT1")]
    assert [name.casefold() for name in names] == [label.casefold() for label in choices.SECCION.labels]


def passages(proceso: Proceso, clave: str, seccion: str) -> list[PasajeDictamen]:
    return [row for row in proceso.dictamenes if (row.clave, row.seccion) == (clave, seccion)]


def test_each_paragraph_of_a_section_is_a_passage_with_what_follows_it(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(folder, ("título", "Acuerdo K12, considerandos"), *MIXTURE, name="x.docx")
    proceso, _, problems = placed(folder)
    assert [problem.code for problem in problems] == []
    rows = passages(proceso, "K12", "Considerandos")
    assert [[type(piece) for piece in as_prose(row.texto).pieces if not isinstance(piece, str | Enfasis)]
            for row in rows] == [[Lista], [Lista], [Tabla], []]  # fmt: skip
    assert {(row.sesion, row.punto) for row in rows} == {("6", "7")}


def test_numbered_passages_keep_the_paragraphs_between_them(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(
        folder,
        ("título", "Acuerdo K12, considerandos"),
        ("List Number", "Que uno."),
        ("List Bullet 2", "con esto"),
        ("List Bullet 3", "y esto"),
        ("", "Sigue uno."),
        ("List Number", "Que dos."),
        name="x.docx",
    )
    rows = passages(placed(folder)[0], "K12", "Considerandos")
    assert [str(row.texto) for row in rows] == ["Que uno.\n• con esto\n– y esto\nSigue uno.", "Que dos."]
    lists = [piece for piece in as_prose(rows[0].texto).pieces if isinstance(piece, Lista)]
    assert [[item.nivel for item in lista.elementos] for lista in lists] == [[0, 1]]


def test_terms_in_any_form(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(
        folder,
        ("título", "Opinión OT1, glosario"),
        ("", "Uno: el *primero*."),
        ("List Bullet", "Dos: el segundo"),
        ("tabla", (("Término", "Significado"), ("Tres", "El tercero"))),
        name="x.docx",
    )
    rows = passages(placed(folder)[0], "OT1", "Glosario")
    assert [str(row.texto) for row in rows] == ["Uno: el primero.", "Dos: el segundo", "Tres: El tercero"]
    assert as_prose(rows[0].texto).partition(":") == (
        "Uno",
        Prose(("el ", Enfasis("primero", negrita=True), ".")),
    )


def test_a_term_that_does_not_say_what_it_means_is_told(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(
        folder,
        ("título", "Opinión OT1, glosario"),
        ("", "Estos son:"),
        ("", "Uno: el primero."),
        ("", "Dos"),
        name="x.docx",
    )
    problems = [problem for problem in placed(folder)[2] if problem.code == "TRK-089"]
    assert [problem.params["termino"] for problem in problems] == ["Dos", "Estos son"]
    assert {str(problem.location) for problem in problems} == {"textos/x.docx!«Opinión OT1, glosario»"}


def test_rows_with_a_table_of_the_program_stay(tmp_path: Path) -> None:
    proceso, _, problems = placed(copy_of("ficticio", tmp_path))
    assert problems == ()
    rows = sorted(passages(proceso, "OT1", "Análisis técnico"), key=lambda row: row.numero)
    assert [row.tabla for row in rows] == ["", "", "CATD y CCV", "Centros por municipio"]


def test_a_chapter_keeps_its_place_and_a_drill_is_found_by_its_number(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    write_text(
        folder,
        ("título", "Plan"),
        ("título 2", "Qué nos proponemos"),
        *MIXTURE,
        ("título", "Simulacro 2, conclusiones"),
        ("", "Bien."),
        ("título", "Informe final, conclusiones"),
        ("", "Todo bien."),
        name="x.docx",
    )
    proceso, avances, problems = placed(folder)
    assert [problem.code for problem in problems] == ["TRK-083", "TRK-083"]
    chapters = [row.capitulo for row in sorted(proceso.plan, key=lambda row: row.orden)]
    assert list(dict.fromkeys(chapters)) == ["Punto de partida", "Qué nos proponemos", "Cómo trabajaremos"]
    assert [str(row.conclusiones) for row in avances.simulacros if row.clave == "S2"] == ["Bien."]
    assert str(proceso.organismo.conclusiones_finales) == "Todo bien."


def test_a_row_whose_text_is_in_word_lacks_nothing(tmp_path: Path) -> None:
    folder = copy_of("ficticio", tmp_path)
    path = folder / "sesiones.xlsx"
    letter = column_of(path, "Plan", "Texto")
    change(path, {f"Plan!{letter}{row}": None for row in (2, 3)})
    assert [code for code, _ in codes(folder)] == ["TRK-031", "TRK-031"]
    write_text(folder, ("título", "Plan, Punto de partida"), ("", "De Word."), name="x.docx")
    proceso, _, problems = placed(folder)
    assert problems == ()
    assert [str(row.texto) for row in proceso.plan if row.capitulo == "Punto de partida"] == ["De Word."]
