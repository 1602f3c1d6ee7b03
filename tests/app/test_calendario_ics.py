"""The ``.ics`` files on disk: what they say, and how they follow what becomes of a session."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from cotaprep_docs.app.calendario_ics import add_evento, write_calendario, write_evento
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.results import Resultado, result_json
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import Norma
from cotaprep_docs.problems.exit_code import ExitCode, UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import ProblemKind, Severity
from tests.support.calendars import events, lines, value, values
from tests.support.data_sets import FOLDERS, lectura
from tests.support.golden import Golden


def into(folder: Path, name: str = "ficticio") -> Lectura:
    """A data set whose files go to a folder of the test."""
    source = lectura(name)
    return dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=folder))


def changed(source: Lectura, clave: str, **changes: object) -> Lectura:
    """The same with one session changed."""
    sesiones = tuple(
        dataclasses.replace(sesion, **changes) if sesion.clave == clave else sesion  # type: ignore[arg-type]
        for sesion in source.proceso.sesiones
    )
    return dataclasses.replace(source, proceso=dataclasses.replace(source.proceso, sesiones=sesiones))


def codes(result: Resultado) -> list[str]:
    return [problem.code for problem in result.problemas]


def saved(result: Resultado) -> bytes:
    return result.archivos[0].ruta.read_bytes()


@pytest.mark.parametrize(
    ("name", "clave"), [("plan", "3"), ("plan", "5"), ("plan", "8"), ("ficticio", "9"), ("ficticio", "R3")]
)
def test_the_entry_reads_well(name: str, clave: str, tmp_path: Path, golden: Golden) -> None:
    data = saved(write_evento(into(tmp_path, name), clave))
    golden.check(f"{name}/convocatoria-{clave}.ics.txt", "\n".join(lines(data)) + "\n")


@pytest.mark.parametrize("name", FOLDERS)
def test_the_calendar_reads_well_and_holds_every_session_in_order(
    name: str, tmp_path: Path, golden: Golden
) -> None:
    source = into(tmp_path, name)
    result = write_calendario(source)
    data = saved(result)
    golden.check(f"{name}/calendario.ics.txt", "\n".join(lines(data)) + "\n")
    assert result.archivos[0].ruta.name == "calendario.ics"
    assert len(events(data)) == len(source.proceso.sesiones)
    assert len(set(values(data, "UID"))) == len(source.proceso.sesiones)
    days = [value(event, "DTSTART")[:8] for event in events(data)]
    assert days == sorted(f"{sesion.fecha:%Y%m%d}" for sesion in source.proceso.sesiones)


@pytest.mark.parametrize("name", FOLDERS)
def test_an_entry_is_the_same_in_both_files(name: str, tmp_path: Path) -> None:
    source = into(tmp_path, name)
    together = set(events(saved(write_calendario(source))))
    alone = [events(saved(write_evento(source, s.clave))) for s in source.proceso.sesiones]
    assert {only for (only,) in alone} == together


def test_the_same_data_give_the_same_bytes_and_sequence(tmp_path: Path) -> None:
    source = into(tmp_path)
    first = write_evento(source, "10")
    data = saved(first)
    manifest = (tmp_path / ".manifiesto.json").read_bytes()
    again = write_evento(source, "10")
    assert saved(again) == data
    assert (tmp_path / ".manifiesto.json").read_bytes() == manifest
    assert codes(again) == codes(first) == []
    assert saved(write_evento(into(tmp_path / "otra"), "10")) == data


@pytest.mark.parametrize(
    ("changes", "raised"),
    [
        ({"fecha": dt.date(2027, 5, 20)}, 1),
        ({"hora": dt.time(11, 30)}, 1),
        ({"hora": None}, 1),
        ({"lugar": "Otra sala"}, 1),
        ({"enlace": "https://x.mx/1"}, 1),
        ({"estado": EstadoSesion.CANCELADA}, 1),
        ({"fecha_convocatoria": dt.date(2027, 5, 10)}, 0),  # nothing a calendar shows
        ({"estado": EstadoSesion.CELEBRADA, "hora_inicio": dt.time(10, 5)}, 0),
        ({"oficio_convocatoria": "ST/1"}, 0),
    ],
)
def test_the_sequence_is_raised_by_what_people_must_hear_of(
    changes: dict[str, object], raised: int, tmp_path: Path
) -> None:
    source = into(tmp_path)
    before = saved(write_evento(source, "10"))
    result = write_evento(changed(source, "10", **changes), "10")
    assert value(saved(result), "UID") == value(before, "UID")
    assert (value(before, "SEQUENCE"), value(saved(result), "SEQUENCE")) == ("0", str(raised))
    assert codes(result) == ["APP-032"] * raised


def test_the_sequence_is_raised_by_another_agenda_too(tmp_path: Path) -> None:
    source = into(tmp_path)
    write_evento(source, "10")
    puntos = tuple(p for p in source.proceso.puntos if (p.sesion, p.numero) != ("10", "2"))
    proceso = dataclasses.replace(source.proceso, puntos=puntos)
    result = write_evento(dataclasses.replace(source, proceso=proceso), "10")
    assert value(saved(result), "SEQUENCE") == "1"


def test_going_back_is_one_more_change(tmp_path: Path) -> None:
    source = into(tmp_path)
    other = changed(source, "10", lugar="Otra sala")
    seen = [value(saved(write_evento(each, "10")), "SEQUENCE") for each in (source, other, source, source)]
    assert seen == ["0", "1", "2", "2"]


def test_a_cancelled_session_is_called_off_under_its_uid(tmp_path: Path) -> None:
    source = into(tmp_path)
    before = saved(write_evento(source, "10"))
    result = write_evento(changed(source, "10", estado=EstadoSesion.CANCELADA, motivo="Lluvia"), "10")
    data = saved(result)
    assert (value(before, "METHOD"), value(data, "METHOD")) == ("PUBLISH", "CANCEL")
    assert (value(data, "STATUS"), value(data, "SEQUENCE")) == ("CANCELLED", "1")
    assert value(data, "SUMMARY").startswith("CANCELADA: ")
    assert value(events(data)[0], "DTSTART") == value(events(before)[0], "DTSTART")
    assert result.exit_code is ExitCode.OK


def test_a_change_in_one_file_is_a_change_in_both(tmp_path: Path) -> None:
    source = into(tmp_path)
    write_calendario(source)
    moved = changed(source, "10", fecha=dt.date(2027, 5, 20), fecha_anterior=dt.date(2027, 5, 14))
    alone = saved(write_evento(moved, "10"))
    result = write_calendario(moved)
    assert events(alone)[0] in events(saved(result))
    assert codes(result) == ["APP-032"]  # told of each file whose copies are out of date
    assert codes(write_calendario(moved)) == []


def test_in_the_calendar_a_cancelled_session_stays_as_cancelled(tmp_path: Path) -> None:
    data = saved(write_calendario(changed(into(tmp_path), "10", estado=EstadoSesion.CANCELADA)))
    assert value(data, "METHOD") == "PUBLISH"
    assert values(data, "STATUS").count("CANCELLED") == 1


def test_a_deleted_file_starts_nothing_again(tmp_path: Path) -> None:
    source = into(tmp_path)
    write_evento(source, "10")
    result = write_evento(changed(source, "10", lugar="Otra sala"), "10")
    data = saved(result)
    result.archivos[0].ruta.unlink()
    again = write_evento(changed(source, "10", lugar="Otra sala"), "10")
    assert saved(again) == data
    assert codes(again) == ["REV-006"]


@pytest.mark.parametrize(("lugar", "sequence"), [("Sala 2", "1"), ("Sala 3", "2")])
def test_a_lost_manifest_starts_nothing_again(lugar: str, sequence: str, tmp_path: Path) -> None:
    source = into(tmp_path)
    write_evento(source, "10")
    path = write_evento(changed(source, "10", lugar="Sala 2"), "10").archivos[0].ruta
    (tmp_path / ".manifiesto.json").unlink()
    path.rename(tmp_path / "enviado.ics")
    data = saved(write_evento(changed(source, "10", lugar=lugar), "10"))
    assert value(data, "SEQUENCE") == sequence


def test_what_a_person_edited_is_kept(tmp_path: Path) -> None:
    source = into(tmp_path)
    path = write_evento(source, "10").archivos[0].ruta
    edited = path.read_bytes().replace(b"LOCATION:", b"LOCATION:Puerta 2\\, ")
    path.write_bytes(edited)
    assert write_evento(source, "10").exit_code is ExitCode.OK
    result = write_evento(changed(source, "10", hora=dt.time(9, 0)), "10")
    (archivo,) = result.archivos
    assert result.exit_code is ExitCode.PROTECTED_FILE
    assert path.read_bytes() == edited
    assert archivo.protegido
    assert archivo.propuesta is not None
    assert value(archivo.propuesta.read_bytes(), "SEQUENCE") == "1"


def test_without_a_day_it_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    source = changed(into(tmp_path), "10", fecha=None)
    alone = write_evento(source, "10")
    assert (alone.archivos, codes(alone), alone.exit_code) == ((), ["APP-030"], ExitCode.OK)
    assert str(alone.problemas[0].location).startswith("sesiones.xlsx!Calendario!")
    everything = write_calendario(source)
    assert codes(everything) == ["APP-030"]
    assert len(events(saved(everything))) == len(source.proceso.sesiones) - 1


BROKEN = ProblemKind("TRK-999", Severity.ERROR, "Prueba", "Por ejemplo, nada.")


@pytest.mark.parametrize(
    ("sheet", "scope", "left_out"),
    [("Calendario", "10", 1), ("Asistencia", "10", 0), ("Organismo", "", 16), ("Calendario", "9", 1)],
)
def test_errors_keep_out_the_sessions_they_concern(
    sheet: str, scope: str, left_out: int, tmp_path: Path
) -> None:
    problem = BROKEN.at(CellLocation("sesiones.xlsx", sheet, 3, "B"), scope=scope)
    source = dataclasses.replace(into(tmp_path), problems=(problem,))
    result = write_calendario(source)
    assert codes(result).count("APP-034") == left_out
    assert result.exit_code is (ExitCode.DATA_PROBLEMS if left_out else ExitCode.OK)
    assert bool(result.archivos) is (left_out < 16)


def test_a_time_zone_that_does_not_exist(tmp_path: Path) -> None:
    source = into(tmp_path)
    wrong = Norma("zona_horaria", Marca.VERIFICADA, "prueba", "America/Guadalajara")
    normas = dataclasses.replace(
        source.normas, parametros={**source.normas.parametros, "zona_horaria": wrong}
    )
    result = write_evento(dataclasses.replace(source, normas=normas), "10")
    assert (result.archivos, codes(result), result.exit_code) == ((), ["APP-033"], ExitCode.UNREADABLE_INPUT)
    assert not list(tmp_path.glob("*.ics"))


def test_another_zone_is_another_hour(tmp_path: Path) -> None:
    source = into(tmp_path)
    write_evento(source, "10")
    other = Norma("zona_horaria", Marca.VERIFICADA, "prueba", "America/Cancun")
    normas = dataclasses.replace(
        source.normas, parametros={**source.normas.parametros, "zona_horaria": other}
    )
    data = saved(write_evento(dataclasses.replace(source, normas=normas), "10"))
    assert value(data, "SEQUENCE") == "1"
    assert "TZID:America/Cancun" in lines(data)


def test_a_missing_mail_address_is_told_once(tmp_path: Path) -> None:
    result = write_calendario(into(tmp_path, "plan"))
    assert codes(result) == ["APP-031"]
    assert str(result.problemas[0].location).startswith("sesiones.xlsx!Integrantes!")
    assert values(saved(result), "ORGANIZER") == []


def test_sample_entries_say_so(tmp_path: Path) -> None:
    source = into(tmp_path, "plan")
    assert write_evento(source, "3").archivos[0].muestra
    assert not write_evento(source, "5").archivos[0].muestra
    titles = values(saved(write_calendario(source)), "SUMMARY")
    assert sum(title.startswith("EJEMPLO: ") for title in titles) == 8


def test_an_unknown_key_is_a_usage_problem(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        write_evento(into(tmp_path), "99")


def test_nobody_who_is_summoned_is_named(tmp_path: Path) -> None:
    source = into(tmp_path)
    data = saved(write_calendario(source))
    for person in source.proceso.integrantes:
        if person.has_voto:
            assert person.correo.encode() not in data


def test_with_the_convocatoria(tmp_path: Path) -> None:
    source = into(tmp_path)
    result = add_evento(generate(source, CONVOCATORIA, "10"), source, "10")
    assert [path.name for path in (result.documentos[0].docx, result.archivos[0].ruta)] == [
        "convocatoria-10.docx",
        "convocatoria-10.ics",
    ]
    assert result.exit_code is ExitCode.OK
    assert result_json(result)["archivos"] == [
        {
            "tipo": "ics",
            "clave": "10",
            "nombre": "Evento de la décima sesión ordinaria",
            "ruta": str(tmp_path / "convocatoria-10.ics"),
            "ejemplo": False,
            "protegido": False,
            "propuesta": None,
        }
    ]


def test_a_cancelled_session_has_no_convocatoria_and_its_cancellation(tmp_path: Path) -> None:
    source = changed(into(tmp_path), "10", estado=EstadoSesion.CANCELADA)
    result = add_evento(generate(source, CONVOCATORIA, "10"), source, "10")
    assert result.documentos == ()
    assert value(saved(result), "METHOD") == "CANCEL"
    assert "APP-014" in codes(result)
    assert result.exit_code is ExitCode.DATA_PROBLEMS


def test_without_a_convocatoria_there_is_no_entry(tmp_path: Path) -> None:
    refused = Resultado((), (), ExitCode.DATA_PROBLEMS)
    for clave in ("10", "no existe"):
        assert add_evento(refused, into(tmp_path), clave) == refused


def test_a_file_in_use_does_not_hide_what_was_made(tmp_path: Path) -> None:
    source = into(tmp_path)
    made = generate(source, CONVOCATORIA, "10")
    (tmp_path / "convocatoria-10.ics").mkdir()
    result = add_evento(made, source, "10")
    assert result.documentos == made.documentos
    assert result.exit_code is ExitCode.PROTECTED_FILE
    assert "REV-023" in codes(result)
