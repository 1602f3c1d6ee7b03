"""Tables of acts, from the workbook of progress: sites, sites by municipality, drills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from cotaprep_docs.documents.cifras import cuenta
from cotaprep_docs.documents.kind import Row
from cotaprep_docs.documents.redaccion import LIBRO_AVANCES
from cotaprep_docs.documents.simulacros import ordinal_of
from cotaprep_docs.documents.tablas_context import (
    FilaActas,
    FilaActualizaciones,
    FilaCentro,
    FilaMunicipio,
)
from cotaprep_docs.domain.avance import Avances, Centro, Simulacro
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.problems.location import CellLocation, RowOrigin
from cotaprep_docs.prose.prose import Gap, Prose, as_prose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import DateStyle, date_text
from cotaprep_docs.spanish.names import sentence_case, sorting_key
from cotaprep_docs.spanish.numbers import digits, percent


@record(frozen=True, slots=True)
class Tabla:
    """One table that an act may carry.

    Attributes:
        titulo: its title, without number.
        sheet: the sheet it comes from.
        field: attribute of `ParrafoAnalisis` that takes its rows.
        source: returns the rows of the tracker.
        build: returns the rows of the table, in the style of the institution.
    """

    titulo: str
    sheet: str
    field: str
    source: Callable[[Avances], Sequence[Row]]
    build: Callable[[Any, Organismo], tuple[Any, ...]]

    def missing(self) -> Gap:
        """Return the gap of a table whose sheet has no rows."""
        hint = f"Llene la hoja «{self.sheet}», un renglón por elemento."
        return Gap(f"renglones de la hoja «{self.sheet}»", CellLocation(LIBRO_AVANCES, self.sheet), hint)


def _centros(rows: Sequence[Centro], _organismo: Organismo) -> tuple[FilaCentro, ...]:
    return tuple(
        FilaCentro(
            clave=row.clave,
            tipo=_text(row.tipo, row.origin, "tipo", "tipo de centro"),
            municipio=_text(row.municipio, row.origin, "municipio", "municipio"),
            distrito=_distrito(row),
            domicilio=_text(row.domicilio, row.origin, "domicilio", "domicilio"),
            equipos=cuenta(row, "equipos", "equipos"),
        )
        for row in rows
    )


def _distrito(row: Centro) -> Prose:
    """Return the district of a centre; a CCV serves them all and needs none."""
    if not row.distrito and row.tipo == "CCV":
        return as_prose("—")
    return _text(row.distrito, row.origin, "distrito", "distrito")


def _municipios(rows: Sequence[Centro], _organismo: Organismo) -> tuple[FilaMunicipio, ...]:
    groups: dict[str, list[Centro]] = {}
    for row in rows:
        groups.setdefault(row.municipio, []).append(row)
    named = sorted(groups.items(), key=lambda item: sorting_key(item[0]))
    lines = [_tally(_municipio(name, group), group) for name, group in named]
    return (*lines, _tally(as_prose("Total"), rows))


def _municipio(name: str, group: Sequence[Centro]) -> Prose:
    return _text(name, group[0].origin, "municipio", "municipio")


def _tally(name: Prose, rows: Sequence[Centro]) -> FilaMunicipio:
    counts = [sum(row.tipo == tipo for row in rows) for tipo in ("CATD", "CCV")]
    # Where one of them is not known, a sum would be of others: the first table shows which one lacks it.
    known = [row.equipos for row in rows if row.equipos is not None]
    equipos = digits(sum(known)) if len(known) == len(rows) else "—"
    return FilaMunicipio(name, digits(counts[0]), digits(counts[1]), equipos)


def _actualizaciones(rows: Sequence[Simulacro], organismo: Organismo) -> tuple[FilaActualizaciones, ...]:
    return tuple(
        FilaActualizaciones(
            simulacro=sentence_case(ordinal_of(row, organismo)),
            fecha=_day(row),
            inicio=_hour(row.hora_inicio, row.origin, "hora_inicio", "hora de inicio"),
            cierre=_hour(row.hora_cierre, row.origin, "hora_cierre", "hora de cierre"),
            actualizaciones=cuenta(row, "actualizaciones_hora", "actualizaciones por hora"),
            difusores=cuenta(row, "difusores", "difusores"),
        )
        for row in _by_ordinal(rows)
    )


def _actas(rows: Sequence[Simulacro], organismo: Organismo) -> tuple[FilaActas, ...]:
    stages = ("esperadas", "digitalizadas", "capturadas", "contabilizadas")
    return tuple(
        FilaActas(
            simulacro=sentence_case(ordinal_of(row, organismo)),
            porcentaje=_share(row),
            **{stage: cuenta(row, stage, f"actas {stage}") for stage in stages},
        )
        for row in _by_ordinal(rows)
    )


def _by_ordinal(rows: Sequence[Simulacro]) -> list[Simulacro]:
    return sorted(rows, key=lambda row: row.ordinal)


def _share(row: Simulacro) -> Prose:
    if not row.esperadas or row.contabilizadas is None:
        return as_prose("—")
    return as_prose(percent(row.contabilizadas, row.esperadas))


def _day(row: Simulacro) -> Prose:
    gap = Gap("fecha del simulacro", row.origin.cell("fecha"))
    return as_prose(date_text(row.fecha, DateStyle.CIFRA) if row.fecha is not None else gap)


def _hour(hour: dt.time | None, origin: RowOrigin, field: str, label: str) -> Prose:
    return as_prose(f"{hour:%H:%M}" if hour is not None else Gap(label, origin.cell(field)))


def _text(text: str, origin: RowOrigin, field: str, label: str) -> Prose:
    return as_prose(text or Gap(label, origin.cell(field)))


TABLAS = {
    "CATD y CCV": Tabla(
        "Ubicación de los CATD y del CCV", "CATD y CCV", "centros", lambda avances: avances.centros, _centros
    ),
    "Centros por municipio": Tabla(
        "Centros y equipos por municipio",
        "CATD y CCV",
        "municipios",
        lambda avances: avances.centros,
        _municipios,
    ),
    "Actualizaciones por hora": Tabla(
        "Publicación y actualizaciones por hora en los simulacros",
        "Simulacros",
        "actualizaciones",
        lambda avances: avances.simulacros,
        _actualizaciones,
    ),
    "Actas de los simulacros": Tabla(
        "Actas procesadas en los simulacros",
        "Simulacros",
        "actas",
        lambda avances: avances.simulacros,
        _actas,
    ),
}
"""The tables an act may carry, by the word that staff choose in the column «Tabla»."""
