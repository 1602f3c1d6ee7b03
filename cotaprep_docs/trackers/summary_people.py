"""Below the sessions of «Resumen»: who came how often, and how agreements and commitments stand."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.domain.asistencia import EstadoAsistencia
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.sheets_people import INTEGRANTES
from cotaprep_docs.trackers.sheets_results import ACUERDOS, COMPROMISOS
from cotaprep_docs.trackers.sheets_sessions import ASISTENCIA
from cotaprep_docs.trackers.summary_sheet import column_range, nth_value, write_formulas, write_headers

_PEOPLE = (
    ("Integrante", "Clave, de la hoja Integrantes.", 12.0),
    ("Nombre", "De la hoja Integrantes.", 34.0),
    ("Capturadas", "Asistencias capturadas.", 13.0),
    ("Presente", "Veces que estuvo en el pase de lista.", 12.0),
    ("Justificada", "Ausencias justificadas.", 14.0),
    ("Ausente", "Ausencias sin justificar.", 9.0),
    ("% presente", "De las asistencias capturadas.", 10.0),
)
_STATES = (
    ("Estado", "De los acuerdos y compromisos; en blanco es Pendiente.", 12.0),
    ("Acuerdos", "De la hoja Acuerdos.", 34.0),
    ("Compromisos", "De la hoja Compromisos.", 13.0),
)
_PEOPLE_FORMATS = ("@", "@", "0", "0", "0", "0", "0.0")
_STATE_FORMATS = ("@", "0", "0")
_MIN_PEOPLE = 12
_PENDING = "Pendiente"


def write_attendance(sheet: Worksheet, row: int, members: int) -> int:
    """Write how often each person came; return the last row written."""
    write_headers(sheet, row, _PEOPLE)
    last = row + max(_MIN_PEOPLE, members + 4)
    for number in range(row + 1, last + 1):
        write_formulas(sheet, number, _person(number, number - row + 1), _PEOPLE_FORMATS)
    return last


def write_states(sheet: Worksheet, row: int) -> None:
    """Write how many agreements and commitments are in each state."""
    write_headers(sheet, row, _STATES)
    for number, state in enumerate(choices.ESTADO_ACUERDO.labels, start=row + 1):
        counts = [f"={_count(name, state)}" for name in (ACUERDOS.id, COMPROMISOS.id)]
        write_formulas(sheet, number, [state, *counts], _STATE_FORMATS)


def _person(row: int, source: int) -> list[str]:
    key = f"$A{row}"
    states = (EstadoAsistencia.PRESENTE, EstadoAsistencia.JUSTIFICADA, EstadoAsistencia.AUSENTE)
    bodies = [
        nth_value(INTEGRANTES, "nombre", source) + '&""',
        _times(key, "?*"),
        *(_times(key, state.value) for state in states),
        f'IF(C{row}=0,"",100*D{row}/C{row})',
    ]
    own = nth_value(INTEGRANTES, "clave", source)
    return [f'=IF({own}="","",{own}&"")', *(f'=IF({key}="","",{body})' for body in bodies)]


def _times(key: str, state: str) -> str:
    people, states = (column_range(ASISTENCIA, field) for field in ("persona", "estado"))
    return f'COUNTIFS({people},{key},{states},"{state}")'


def _count(sheet: str, state: str) -> str:
    spec = ACUERDOS if sheet == ACUERDOS.id else COMPROMISOS
    keys, states = (column_range(spec, field) for field in ("clave", "estado"))
    counted = f'COUNTIFS({keys},"?*",{states},"{state}")'
    return f'{counted}+COUNTIFS({keys},"?*",{states},"")' if state == _PENDING else counted
