"""The sheet «Resumen» of `sesiones.xlsx`: every session at a glance, by live formulas.

Formulas keep to functions that Excel 2010 and LibreOffice share, without array formulas.
"""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from cotaprep_docs.domain.asistencia import EstadoAsistencia
from cotaprep_docs.domain.persona import Calidad
from cotaprep_docs.norms.normas import ReglaQuorum
from cotaprep_docs.trackers import styles
from cotaprep_docs.trackers.sheets_calendar import CALENDARIO
from cotaprep_docs.trackers.sheets_people import INTEGRANTES
from cotaprep_docs.trackers.sheets_results import ACUERDOS, COMPROMISOS
from cotaprep_docs.trackers.sheets_sessions import ASISTENCIA, ORDEN_DIA, VOTACIONES
from cotaprep_docs.trackers.summary_people import write_attendance, write_states
from cotaprep_docs.trackers.summary_sheet import (
    column_range,
    nth_value,
    write_formulas,
    write_headers,
    write_title,
)

_QUORUM = "Quórum necesario"
_RULES = {
    None: ("INT({total}/2)+1", "Indicativo: la mitad más uno. El programa usa la regla de «normas.toml»."),
    ReglaQuorum.MAYORIA: ("INT({total}/2)+1", "La mitad más uno, como dice «normas.toml»."),
    ReglaQuorum.DOS_TERCIOS: ("-INT(-2*{total}/3)", "Dos terceras partes, como dice «normas.toml»."),
}
_RULE_NOTE = "{rule} Si las normas cambian, haga el libro otra vez con «cotaprep-docs actualizar»."
_HEADERS = (
    ("Clave", "De la hoja Calendario.", 12.0),
    ("Tipo", "De la hoja Calendario.", 34.0),
    ("Ordinal", "De la hoja Calendario.", 13.0),
    ("Fecha", "De la hoja Calendario.", 12.0),
    ("Estado", "De la hoja Calendario; en blanco es Programada.", 14.0),
    ("Con voto", "Integrantes en funciones ese día.", 9.0),
    ("Presentes", "De ellos, presentes en el pase de lista.", 10.0),
    (_QUORUM, "", 11.0),
    ("¿Hay quórum?", "En blanco mientras no se capture la asistencia; las reuniones no lo requieren.", 10.0),
    ("Puntos", "Renglones en Orden del día.", 9.0),
    ("Votaciones", "Renglones en Votaciones.", 11.0),
    ("Votaciones sin forma", "Votaciones aún sin capturar.", 12.0),
    ("Asistencias sin capturar", "Renglones de Asistencia en blanco.", 12.0),
    ("Acuerdos", "Tomados en la sesión.", 10.0),
    ("Pendientes", "Acuerdos y compromisos que no están cumplidos ni cancelados.", 11.0),
    ("Duración", "De la hora de inicio a la de clausura.", 10.0),
    ("Huecos", "Faltan: hora, lugar, modalidad; inicio y clausura; asistencias; votaciones.", 9.0),
)  # fmt: skip
_FORMATS = (
    "@", "@", "0", "dd/mm/yyyy", "@", "0", "0", "0", "@", "0", "0", "0", "0", "0", "0", "hh:mm", "0",
)  # fmt: skip
_FIRST = 5
_ROSTER_LAST = 300
_MIN_ROWS = 30


def write_summary_sesiones(
    sheet: Worksheet, sessions: int, members: int = 0, quorum: ReglaQuorum | None = None
) -> None:
    """Write the summary with room for the sessions there are and as many as usual.

    Args:
        sheet: an empty sheet.
        sessions: how many there are.
        members: how many people with their key in the roster.
        quorum: the rule of the norms; None if it is not known, and the number is only indicative.
    """
    write_title(sheet, "Resumen", "Se calcula solo con lo capturado en las demás hojas; no se escribe aquí.")
    formula, rule = _RULES[quorum]
    note = rule if quorum is None else _RULE_NOTE.format(rule=rule)
    headers = [(title, note if title == _QUORUM else text, width) for title, text, width in _HEADERS]
    write_headers(sheet, _FIRST - 1, headers)
    last = _FIRST + max(_MIN_ROWS, sessions + 10) - 1
    for row in range(_FIRST, last + 1):
        write_formulas(sheet, row, _formulas(row, row - _FIRST + 2, formula), _FORMATS)
    area = f"I{_FIRST}:I{last}"
    sheet.conditional_formatting.add(area, styles.colour_rule(f'I{_FIRST}="Sí"', styles.OK_FILL))
    sheet.conditional_formatting.add(area, styles.colour_rule(f'I{_FIRST}="No"', styles.MISSING))
    gaps = f"Q{_FIRST}:Q{last}"
    sheet.conditional_formatting.add(
        gaps, styles.colour_rule(f"AND(ISNUMBER(Q{_FIRST}),Q{_FIRST}>0)", styles.PENDING)
    )
    below = write_attendance(sheet, last + 3, members)
    write_states(sheet, below + 3)
    sheet.freeze_panes = f"B{_FIRST}"
    styles.set_up_page(sheet, title_rows=f"{_FIRST - 1}:{_FIRST - 1}")


def _formulas(row: int, source: int, quorum: str) -> list[str]:
    key, day = f"$A{row}", f"$D{row}"
    calendar = {
        field: nth_value(CALENDARIO, field, source)
        for field in [column.field for column in CALENDARIO.columns]
    }
    held = f'IF({calendar["estado"]}="Celebrada",1,0)'
    blanks = "+".join(f'({calendar[field]}&""="")' for field in ("hora", "lugar", "modalidad"))
    after = "+".join(f'({calendar[field]}&""="")' for field in ("hora_inicio", "hora_clausura"))
    open_acts = "+".join(_open_count(spec, key) for spec in ("ACUERDOS", "COMPROMISOS"))
    bodies = [
        f'IF({calendar["estado"]}="","Programada",{calendar["estado"]})',
        f"SUMPRODUCT({_roster(day)})",
        _present(key),
        f'IF({_is_meeting(row)},"",{quorum.format(total=f"F{row}")})',
        f'IF(OR({_is_meeting(row)},{_captured(key)}=0),"",IF(G{row}>=H{row},"Sí","No"))',
        f"COUNTIF({column_range(ORDEN_DIA, 'sesion')},{key})",
        f"COUNTIF({column_range(VOTACIONES, 'sesion')},{key})",
        f'COUNTIFS({column_range(VOTACIONES, "sesion")},{key},{column_range(VOTACIONES, "forma")},"")',
        f'COUNTIFS({column_range(ASISTENCIA, "sesion")},{key},{column_range(ASISTENCIA, "estado")},"")',
        f"COUNTIF({column_range(ACUERDOS, 'sesion')},{key})",
        open_acts,
        f'IF(OR({calendar["hora_inicio"]}="",{calendar["hora_clausura"]}=""),"",'
        f"MOD({calendar['hora_clausura']}-{calendar['hora_inicio']},1))",
        f"{blanks}+{held}*({after})+L{row}+{held}*M{row}",
    ]
    shown = [f'IF({calendar["clave"]}="","",{calendar["clave"]}&"")']
    shown += [_if_row(key, calendar[field]) for field in ("tipo", "ordinal")]
    shown.append(_if_row(key, f'IF({calendar["fecha"]}="","",{calendar["fecha"]})'))
    shown += [_if_row(key, body) for body in bodies]
    return ["=" + formula for formula in shown]


def _if_row(key: str, body: str) -> str:
    return f'IF({key}="","",{body})'


def _is_meeting(row: int) -> str:
    return f'LEFT($B{row},3)="Reu"'


def _roster(day: str) -> str:
    since, until = (column_range(INTEGRANTES, field, _ROSTER_LAST) for field in ("desde", "hasta"))
    quality = column_range(INTEGRANTES, "calidad", _ROSTER_LAST)
    in_office = f'(({since}="")+({since}<={day})>0)*(({until}="")+({until}>={day})>0)'
    return f'({quality}="{Calidad.INTEGRANTE.value}")*{in_office}'


def _present(key: str) -> str:
    sessions, people, states = (column_range(ASISTENCIA, field) for field in ("sesion", "persona", "estado"))
    keys = column_range(INTEGRANTES, "clave", _ROSTER_LAST)
    quality = column_range(INTEGRANTES, "calidad", _ROSTER_LAST)
    member = f'COUNTIFS({keys},{people},{quality},"{Calidad.INTEGRANTE.value}")'
    return f'SUMPRODUCT(({sessions}&""={key})*({states}="{EstadoAsistencia.PRESENTE.value}")*{member})'


def _captured(key: str) -> str:
    return f'COUNTIFS({column_range(ASISTENCIA, "sesion")},{key},{column_range(ASISTENCIA, "estado")},"?*")'


def _open_count(name: str, key: str) -> str:
    spec = ACUERDOS if name == "ACUERDOS" else COMPROMISOS
    sessions, states = column_range(spec, "sesion"), column_range(spec, "estado")
    closed = ("Cumplido", "Cancelado")
    done = "".join(f'-COUNTIFS({sessions},{key},{states},"{state}")' for state in closed)
    return f"(COUNTIF({sessions},{key}){done})"
