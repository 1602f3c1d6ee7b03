"""A plan with nothing wrong in it, for the rules over the whole process: one change at a time."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.avance import Avances, Simulacro
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, Sesion, TipoSesion
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import Norma, Normas, read_normas
from cotaprep_docs.rules.plan.rules import check_proceso
from tests.support.builders import an_organismo, origin, some_integrantes

JORNADA = dt.date(2027, 6, 6)
# Key, kind, ordinal, day. Tuesdays to Fridays, no holiday.
_DAYS = (
    ("1", "Ordinaria", 1, "2026-10-02"),
    ("R1", "Reunión de trabajo", 1, "2026-10-14"),
    ("2", "Ordinaria", 2, "2026-11-04"),
    ("R2", "Reunión de trabajo", 2, "2026-11-12"),
    ("R3", "Reunión de trabajo", 3, "2026-12-01"),
    ("3", "Ordinaria", 3, "2026-12-03"),
)
_CALENDAR = ("num", "clave", "tipo", "ordinal", "fecha", "hora", "lugar", "modalidad", "fecha_agenda")
_AGENDA = ("sesion", "numero", "texto", "clase", "tema", "entregable", "se_vota")
_ACUERDO = ("clave", "sesion", "punto", "texto", "remitir_a")
_SIMULACRO = ("clave", "ordinal", "fecha", "hora_cierre", "asistentes")


def sitting(index: int, clave: str, tipo: str, ordinal: int, day: str) -> Sesion:
    return Sesion(
        clave,
        TipoSesion(tipo),
        ordinal,
        dt.date.fromisoformat(day),
        hora=dt.time(11),
        lugar="Sala Norte",
        modalidad=Modalidad.PRESENCIAL,
        origin=origin("Calendario", index + 2, *_CALENDAR),
    )


SITTINGS = tuple(sitting(index, *fields) for index, fields in enumerate(_DAYS))


def punto(sesion: str, numero: str, texto: str, clase: ClasePunto, entregable: str = "") -> Punto:
    """A point; its row is made of its session and number, so that a test can tell it."""
    row = 100 * (1 + [s.clave for s in SITTINGS].index(sesion)) + int(numero)
    return Punto(
        sesion, numero, texto, clase, entregable=entregable, origin=origin("Orden del día", row, *_AGENDA)
    )


def agenda(*extra: Punto, drop: tuple[tuple[str, str], ...] = ()) -> tuple[Punto, ...]:
    """The agendas of the plan, with points added and some left out by session and number."""
    puntos: list[Punto] = []
    for sesion in SITTINGS:
        if sesion.is_reunion:
            puntos.append(punto(sesion.clave, "1", "Plática con partidos.", ClasePunto.PRESENTACION))
            continue
        puntos.append(punto(sesion.clave, "1", "Lista de asistencia y quórum.", ClasePunto.LISTA))
        puntos.append(punto(sesion.clave, "2", "Orden del día.", ClasePunto.ORDEN_DIA))
    own = (
        punto("1", "3", "Plan y calendario del comité.", ClasePunto.APROBACION, "5"),
        punto("2", "3", "Acta de la primera sesión ordinaria.", ClasePunto.ACTA_ANTERIOR),
        punto("2", "4", "Minuta de la primera reunión.", ClasePunto.PRESENTACION),
        punto("2", "5", "Informe de los meses de septiembre y octubre.", ClasePunto.INFORME),
        punto("3", "3", "Actas de la segunda sesión y de la presente sesión.", ClasePunto.ACTA_ANTERIOR),
        punto("3", "4", "Minutas de las reuniones.", ClasePunto.PRESENTACION),
        punto("3", "5", "Informe final.", ClasePunto.INFORME, "32"),
        *extra,
    )
    return tuple(p for p in (*puntos, *own) if (p.sesion, p.numero) not in drop)


def people(*claves: str) -> tuple[Integrante, ...]:
    """The roster; everybody unless some are named."""
    chosen = some_integrantes(claves) if claves else some_integrantes()
    return tuple(
        dataclasses.replace(p, origin=origin("Integrantes", row, "clave", "nombre"))
        for row, p in enumerate(chosen, 2)
    )


def drills(**changes: Any) -> Avances:
    rows = [
        Simulacro(
            f"S{number}",
            number,
            dt.date(2027, 5, 9 + 7 * (number - 1)),
            hora_cierre=dt.time(18),
            asistentes="Dos integrantes, en el CCV",
            origin=dataclasses.replace(
                origin("Simulacros", number + 1, *_SIMULACRO), workbook="avances_prep.xlsx"
            ),
        )
        for number in (1, 2, 3)
    ]
    rows[0] = dataclasses.replace(rows[0], **changes)
    return Avances(simulacros=tuple(rows))


def an_acuerdo_of(sesion: str, punto: str, **changes: Any) -> Acuerdo:
    fields = {"remitir_a": "Secretaría Ejecutiva", **changes}
    return Acuerdo("A1", sesion, punto, "Se aprueba.", origin=origin("Acuerdos", 2, *_ACUERDO), **fields)


def held(*claves: str) -> tuple[Sesion, ...]:
    """The calendar with some sessions held."""
    return tuple(
        dataclasses.replace(s, estado=EstadoSesion.CELEBRADA) if s.clave in claves else s for s in SITTINGS
    )


def moved(clave: str, **changes: Any) -> tuple[Sesion, ...]:
    """The calendar with one row changed."""
    return tuple(dataclasses.replace(s, **changes) if s.clave == clave else s for s in SITTINGS)


def norms(*without: str, **parametros: str | int) -> Normas:
    """The norms of the plan with the test's day, only deliverables 5 and 32, and what a test changes."""
    normas = read_normas(Path(data_folder()) / "normas.toml")
    changed = {"fecha_prueba": "2027-04-21", **parametros}
    entries = {
        **normas.parametros,
        **{k: Norma(k, Marca.DE_MEMORIA, "prueba", v) for k, v in changed.items()},
    }
    entregables = tuple(e for e in normas.entregables if e.numero in (5, 32))
    kept = {key: value for key, value in entries.items() if key not in without}
    return dataclasses.replace(normas, parametros=kept, entregables=entregables)


def a_plan(**rows: Any) -> Proceso:
    """The plan, with some of its parts changed."""
    fields: dict[str, Any] = {
        "organismo": an_organismo(
            fecha_jornada=JORNADA,
            fecha_designacion=dt.date(2026, 10, 1),
            origins={
                "fecha_designacion": origin("Organismo", 9, "campo", "valor"),
                "fecha_comision": origin("Organismo", 10, "campo", "valor"),
                "fecha_instancia": origin("Organismo", 11, "campo", "valor"),
                "fecha_jornada": origin("Organismo", 6, "campo", "valor"),
            },
        ),
        "integrantes": people(),
        "sesiones": SITTINGS,
        "puntos": agenda(),
        "avances": drills(),
        **rows,
    }
    return Proceso(**fields)


def findings(proceso: Proceso, normas: Normas | None = None) -> list[tuple[str, str, str]]:
    """Code, place and scope of what the rules find."""
    found = check_proceso(proceso, normas or norms())
    return [(p.code, str(p.location).partition("!")[2], p.scope) for p in found]
