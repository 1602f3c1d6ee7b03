"""Taking numbers with real trackers: numerar, cancelar, and the documents that print them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cotaprep_docs.app import documentos
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.libro import Libro
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.numeracion import cancelar, listar, numerar
from cotaprep_docs.app.reserva import reserved
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.domain.acto import Acto
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.numeracion import EstadoNumero
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.exit_code import ExitCode, ProtectedFile, UnreadableInput, UsageProblem
from tests.review.disks import PowerCut
from tests.support.data_sets import lectura
from tests.support.docx_text import story, words

HOY = dt.date(2027, 2, 1)
LEDGER = "numeracion.json"


@pytest.fixture
def ficticio(tmp_path: Path) -> Lectura:
    """The fictitious data set, with its ledger and documents in a folder of the test."""
    return moved("ficticio", tmp_path)


def moved(name: str, folder: Path) -> Lectura:
    source = lectura(name)
    (folder / "datos").mkdir()
    workspace = dataclasses.replace(source.workspace, datos=folder / "datos", salida=folder / "salida")
    return dataclasses.replace(source, workspace=workspace)


def with_acuerdos(source: Lectura, change: Callable[[Acuerdo], Acuerdo]) -> Lectura:
    rows = tuple(change(row) for row in source.proceso.acuerdos)
    return dataclasses.replace(source, proceso=dataclasses.replace(source.proceso, acuerdos=rows))


def with_sesiones(source: Lectura, change: Callable[[Sesion], Sesion]) -> Lectura:
    rows = tuple(change(row) for row in source.proceso.sesiones)
    return dataclasses.replace(source, proceso=dataclasses.replace(source.proceso, sesiones=rows))


def untyped(source: Lectura) -> Lectura:
    """The same without any number typed."""
    source = with_acuerdos(source, lambda row: dataclasses.replace(row, numero=""))
    return with_sesiones(
        source, lambda row: dataclasses.replace(row, oficio_convocatoria="", oficio_invitacion="")
    )


def typing(source: Lectura, clave: str, numero: str) -> Lectura:
    return with_acuerdos(
        source, lambda row: dataclasses.replace(row, numero=numero) if row.clave == clave else row
    )


def ledger(source: Lectura) -> dict[str, tuple[str, str]]:
    found = Libro(source.workspace.datos).read()
    return {one.acto or one.texto: (one.texto, one.estado.value) for one in found.asientos}


def codes(result: Any) -> list[str]:
    return [problem.code for problem in result.problemas]


def make(source: Lectura, kind: DocumentKind[Any], clave: str, *, definitivo: bool = True) -> Any:
    return generate(source, kind, clave, Modo(definitivo=definitivo, hoy=HOY))


def text_of(result: Any) -> str:
    (documento,) = result.documentos
    return " ".join(words(documento.docx.read_bytes()))


def test_all_that_is_due_until_today_is_numbered_once(ficticio: Lectura) -> None:
    source = untyped(ficticio)
    first = numerar(source, HOY)
    assert first.resultado.exit_code is ExitCode.OK
    assert not first.resultado.problemas
    by_year: dict[tuple[str, int], list[int]] = {}
    for asiento in first.asientos:
        by_year.setdefault((asiento.serie, asiento.anio), []).append(asiento.numero)
    assert set(by_year) == {("acuerdos", 2026), ("acuerdos", 2027), ("oficios", 2026), ("oficios", 2027)}
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_year.values())
    assert numerar(source, HOY).asientos == ()
    later = numerar(source, dt.date(2027, 12, 31))
    assert later.asientos
    assert not {one.slot for one in later.asientos} & {one.slot for one in first.asientos}


def test_simulating_takes_nothing(ficticio: Lectura) -> None:
    would = numerar(ficticio, HOY, "4", simular=True)
    assert would.simulado
    assert list(ficticio.workspace.datos.iterdir()) == []
    assert numerar(ficticio, HOY, "4").asientos == would.asientos


def test_sample_rows_never_take_a_number(tmp_path: Path) -> None:
    source = moved("plan", tmp_path)
    organismo = dataclasses.replace(
        source.proceso.organismo, serie_acuerdos="A/{numero}/{anio}", serie_oficios="O/{numero}/{anio}"
    )
    source = dataclasses.replace(source, proceso=dataclasses.replace(source.proceso, organismo=organismo))
    assert numerar(source, dt.date(2030, 1, 1)).asientos == ()
    told = numerar(source, HOY, "3")
    assert told.asientos == ()
    assert set(codes(told.resultado)) == {"APP-029"}
    assert make(untyped(source), ACTA, "3").exit_code is ExitCode.DATA_PROBLEMS
    assert ledger(source) == {}


def test_without_a_series_nothing_is_taken_and_the_cell_is_named(ficticio: Lectura) -> None:
    organismo = dataclasses.replace(ficticio.proceso.organismo, serie_acuerdos="")
    source = dataclasses.replace(ficticio, proceso=dataclasses.replace(ficticio.proceso, organismo=organismo))
    found = numerar(source, HOY, "4")
    assert {one.serie for one in found.asientos} == {"oficios"}
    (problem,) = [one for one in found.resultado.problemas if one.code == "APP-028"]
    assert problem.location == organismo.cell("serie_acuerdos")
    assert found.resultado.exit_code is ExitCode.DATA_PROBLEMS


def test_a_session_with_errors_takes_no_number_and_others_do(ficticio: Lectura) -> None:
    source = untyped(with_sesiones(ficticio, _closed_before_start))
    found = numerar(source, HOY)
    assert "APP-019" in codes(found.resultado)
    assert not any(one.acto == "acuerdo:K06" or one.acto.endswith(":4") for one in found.asientos)
    assert any(one.acto == "acuerdo:K01" for one in found.asientos)
    assert found.resultado.exit_code is ExitCode.DATA_PROBLEMS


def _closed_before_start(sesion: Sesion) -> Sesion:
    if sesion.clave != "4":
        return sesion
    return dataclasses.replace(sesion, hora_clausura=dt.time(1, 0), fecha_clausura=sesion.fecha)


def test_a_typed_number_that_another_act_has_is_an_error_at_its_cell(ficticio: Lectura) -> None:
    source = untyped(ficticio)
    numerar(source, HOY, "4")
    wrong = typing(source, "K08", ledger(source)["acuerdo:K06"][0])
    cell = next(row for row in wrong.proceso.acuerdos if row.clave == "K08").origin.cell("numero")
    for result in (numerar(wrong, HOY, "E1").resultado, make(wrong, ACTA, "E1", definitivo=False)):
        (problem,) = [one for one in result.problemas if one.code == "APP-021"]
        assert problem.location == cell
        assert result.exit_code is ExitCode.DATA_PROBLEMS
    assert make(wrong, ACTA, "4", definitivo=False).exit_code is ExitCode.OK


class TestCancelar:
    def test_a_cancelled_number_is_never_taken_again(self, ficticio: Lectura) -> None:
        source = untyped(ficticio)
        numerar(source, HOY, "4")
        number = ledger(source)["acuerdo:K07"][0]
        (cancelled,) = cancelar(source, HOY, number, " no se  emitió ").asientos
        assert (cancelled.estado, cancelled.motivo) == (EstadoNumero.CANCELADO, "no se emitió")
        (again,) = numerar(source, HOY, "4").asientos
        assert (again.acto, again.numero) == ("acuerdo:K07", cancelled.numero + 1)
        assert "APP-022" in codes(numerar(typing(source, "K08", number), HOY, "E1").resultado)

    def test_zeros_and_capitals_do_not_matter(self, ficticio: Lectura) -> None:
        source = untyped(ficticio)
        numerar(source, HOY, "4")
        letter = ledger(source)["oficio:convocatoria:4"][0]
        (cancelled,) = cancelar(source, HOY, letter.lower().replace("/1/", "/0001/"), "x").asientos
        assert cancelled.acto == "oficio:convocatoria:4"

    def test_a_free_number_is_kept_from_being_taken(self, ficticio: Lectura) -> None:
        source = untyped(ficticio)
        (kept,) = cancelar(source, HOY, "IEET/CARP/ST/1/2027", "lo usó otra área").asientos
        assert (kept.acto, kept.numero) == ("", 1)
        letters = [one for one in numerar(source, HOY, "4").asientos if one.serie == "oficios"]
        assert [one.numero for one in letters] == [2, 3]

    @pytest.mark.parametrize("number", ["ST/9", "", "CARP/4/A01/2026"])
    def test_what_is_of_no_series_or_typed_for_an_act_is_not_cancelled(
        self, ficticio: Lectura, number: str
    ) -> None:
        typed = next(row.numero for row in ficticio.proceso.acuerdos if row.clave == "K01")
        with pytest.raises(UsageProblem) as caught:
            cancelar(ficticio, HOY, number if number != "CARP/4/A01/2026" else typed, "x")
        assert [one.code for one in caught.value.problems] == ["APP-017"]
        assert ledger(ficticio) == {}

    def test_a_number_is_cancelled_once(self, ficticio: Lectura) -> None:
        numerar(ficticio, HOY, "4")
        number = ledger(ficticio)["acuerdo:K07"][0]
        cancelar(ficticio, HOY, number, "x")
        before = (ficticio.workspace.datos / LEDGER).read_bytes()
        with pytest.raises(UsageProblem):
            cancelar(ficticio, HOY, number, "y")
        assert (ficticio.workspace.datos / LEDGER).read_bytes() == before


def test_the_list_tells_numbers_whose_act_is_gone_or_no_longer_due(ficticio: Lectura) -> None:
    source = untyped(ficticio)
    numerar(source, HOY, "4")
    assert listar(source).resultado.problemas == ()
    renamed = with_acuerdos(
        source, lambda row: dataclasses.replace(row, clave="K99") if row.clave == "K06" else row
    )
    sample = with_acuerdos(renamed, lambda row: dataclasses.replace(row, muestra=True))
    assert codes(listar(renamed).resultado) == ["APP-018"]
    assert codes(listar(sample).resultado) == ["APP-018", "APP-018"]
    assert len(listar(sample).asientos) == 4


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b'{"formato": "cotaprep-docs/numeracion", "version": 1, "asientos": [{"serie": "acuerdos", "anio": 2027, '
        b'"numero": 1, "texto": "A", "acto": "acuerdo:K01", "estado": "dado", "fecha": "2027-01-01"}]}',
        b'{"formato": "cotaprep-docs/numeracion", "version": 1, "asientos": [{"serie": "acuerdos", "anio": 2027, '
        b'"numero": 1, "texto": "A", "acto": "acuerdo:K01", "estado": "asignado", "fecha": "ayer"}]}',
        b'{"formato": "cotaprep-docs/numeracion", "version": 1, "asientos": [{"serie": "acuerdos", "anio": 2027, '
        b'"numero": 0, "texto": "A", "acto": "acuerdo:K01", "estado": "asignado", "fecha": "2027-01-01"}]}',
    ],
)
def test_a_damaged_ledger_stops_everything_that_needs_it_and_stays(ficticio: Lectura, data: bytes) -> None:
    path = ficticio.workspace.datos / LEDGER
    path.write_bytes(data)
    for action in (
        lambda: numerar(ficticio, HOY),
        lambda: listar(ficticio),
        lambda: cancelar(ficticio, HOY, "X/1/2027", "x"),
        lambda: make(ficticio, ACTA, "4"),
        lambda: make(ficticio, ACTA, "4", definitivo=False),
    ):
        with pytest.raises(UnreadableInput) as caught:
            action()
        assert [one.code for one in caught.value.problems] == ["REV-036"]
    assert path.read_bytes() == data


def test_a_ledger_with_one_number_twice_is_damaged(ficticio: Lectura) -> None:
    numerar(ficticio, HOY, "4")
    path = ficticio.workspace.datos / LEDGER
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.insert(4, lines[4])
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(UnreadableInput):
        listar(ficticio)


def test_people_numbering_at_the_same_time_get_different_numbers(ficticio: Lectura) -> None:
    source = untyped(ficticio)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda clave: numerar(source, HOY, clave), ("7", "4", "6", "E1", "5", "R2")))
    found = Libro(source.workspace.datos).read()
    for serie in ("acuerdos", "oficios"):
        numbers = [one.numero for one in found.asientos if one.serie == serie]
        assert len(numbers) > 5
        assert numbers == list(range(1, len(numbers) + 1))


class TestDocuments:
    def test_a_bad_pattern_leaves_gaps_and_stops_nothing(self, ficticio: Lectura) -> None:
        organismo = dataclasses.replace(ficticio.proceso.organismo, serie_acuerdos="A-{num}")
        source = dataclasses.replace(
            ficticio, proceso=dataclasses.replace(ficticio.proceso, organismo=organismo)
        )
        draft = make(source, ACTA, "4", definitivo=False)
        assert draft.exit_code is ExitCode.OK
        assert all("Organismo" in one.hint for one in draft.problemas)
        assert make(source, ACTA, "4").exit_code is ExitCode.DATA_PROBLEMS
        assert ledger(source) == {}

    def test_a_draft_shows_the_gap_and_takes_nothing(self, ficticio: Lectura) -> None:
        result = make(ficticio, ACTA, "4", definitivo=False)
        assert "FALTA: número de acuerdo" in text_of(result)
        (hint,) = {one.hint for one in result.problemas if one.code == "APP-004"}
        assert "numerar" in hint
        assert "--definitivo" in hint
        assert list(ficticio.workspace.datos.iterdir()) == []

    def test_a_definitive_document_takes_its_numbers_and_keeps_them(self, ficticio: Lectura) -> None:
        result = make(ficticio, ACTA, "4")
        assert result.exit_code is ExitCode.OK
        taken = ledger(ficticio)
        assert set(taken) == {"acuerdo:K06", "acuerdo:K07"}
        assert {estado for _, estado in taken.values()} == {"asignado"}
        assert all(texto in text_of(result) for texto, _ in taken.values())
        before = result.documentos[0].docx.read_bytes()
        numerar(ficticio, HOY)
        assert make(ficticio, ACTA, "4").documentos[0].docx.read_bytes() == before

    def test_a_draft_after_numerar_prints_the_numbers(self, ficticio: Lectura) -> None:
        numerar(ficticio, HOY, "4")
        result = make(ficticio, ACTA, "4", definitivo=False)
        assert ledger(ficticio)["acuerdo:K07"][0] in text_of(result)
        assert result.problemas == ()

    def test_the_letter_takes_its_own_number_and_the_acta_cites_it(self, ficticio: Lectura) -> None:
        source = untyped(ficticio)
        refused = make(source, ACTA, "4")
        assert refused.exit_code is ExitCode.DATA_PROBLEMS  # the letter it cites has no number yet
        assert ledger(source) == {}
        letter = make(source, CONVOCATORIA, "4")
        (number,) = [texto for texto, _ in ledger(source).values()]
        assert number in text_of(letter)
        assert number in text_of(make(source, ACTA, "4"))

    def test_without_a_day_to_take_them_none_is_taken(self, ficticio: Lectura) -> None:
        result = generate(ficticio, ACTA, "4", Modo(definitivo=True))
        assert result.exit_code is ExitCode.DATA_PROBLEMS
        assert list(ficticio.workspace.datos.iterdir()) == []

    @pytest.mark.parametrize("error", [PowerCut, ProtectedFile])
    @pytest.mark.parametrize("place", ["render", "save"])
    def test_a_document_that_was_not_saved_loses_no_number_and_gives_none_twice(
        self,
        ficticio: Lectura,
        monkeypatch: pytest.MonkeyPatch,
        place: str,
        error: type[BaseException],
    ) -> None:
        target, name = {"render": (documentos, "render"), "save": (documentos, "saving_of")}[place]

        def fail(*_args: object, **_options: object) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(target, name, fail)
            with pytest.raises(error):
                make(ficticio, ACTA, "4")
        states = {estado for _, estado in ledger(ficticio).values()}
        assert states == (set() if place == "render" else {"reservado"})
        other = {one.acto: one.texto for one in numerar(ficticio, HOY, "E1").asientos}
        result = make(ficticio, ACTA, "4")
        assert result.exit_code is ExitCode.OK
        final = ledger(ficticio)
        assert {estado for _, estado in final.values()} == {"asignado"}
        assert len({texto for texto, _ in final.values()}) == len(final)
        assert all(final[acto][0] == texto for acto, texto in other.items())
        assert all(final[acto][0] in text_of(result) for acto in ("acuerdo:K06", "acuerdo:K07"))

    def test_a_document_kept_as_somebody_edited_it_has_its_number_in_the_proposal(
        self, ficticio: Lectura
    ) -> None:
        draft = make(ficticio, ACTA, "4", definitivo=False)
        path = draft.documentos[0].docx
        path.write_bytes(path.read_bytes() + b" ")
        result = make(ficticio, ACTA, "4")
        assert result.exit_code is ExitCode.PROTECTED_FILE
        taken = ledger(ficticio)
        proposal = result.documentos[0].propuesta.read_bytes()
        assert all(texto in " ".join(words(proposal)) for texto, _ in taken.values())
        assert "BORRADOR" not in story(proposal, "header")

    def test_a_typed_number_goes_into_the_ledger_with_its_letter(self, ficticio: Lectura) -> None:
        result = make(ficticio, CONVOCATORIA, "4")
        typed = next(row.oficio_convocatoria for row in ficticio.proceso.sesiones if row.clave == "4")
        assert ledger(ficticio) == {"oficio:convocatoria:4": (typed, "asignado")}
        assert codes(result) == ["APP-025"]  # the first of its year is not 1

    def test_a_letter_of_a_kind_without_a_row_takes_a_number_too(self, ficticio: Lectura) -> None:
        letter = Acto("oficio:remision:D1", "oficios", fecha=HOY)
        source = untyped(ficticio)
        numerar(source, HOY, "4")
        for _ in range(2):
            with reserved(source, (letter,), HOY) as reserva:
                assert reserva.lectura.proceso.numeros[letter.clave] == "IEET/CARP/ST/3/2027"
                reserva.take()
                reserva.settle()
        assert ledger(source)[letter.clave][1] == "asignado"
        assert not codes(listar(source).resultado)
