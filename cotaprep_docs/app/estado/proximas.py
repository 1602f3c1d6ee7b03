"""The next session and the next meeting: when, what they lack, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cotaprep_docs.app.estado.faltas import letters_of
from cotaprep_docs.app.estado.palabras import acto_text, counted, day_text, when_text
from cotaprep_docs.app.estado.renglones import AT_ONCE, PROGRAM, dated, file_text, gaps_text
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.convocatoria import CONVOCATORIA
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.problem import Severity

_LATER_SHOWN = 3


def proximas_section(tablero: Tablero) -> Seccion:
    """Return what comes next."""
    empty = "No hay sesiones ni reuniones por venir."
    return Seccion("proximas", "Próxima sesión", tuple(_renglones(tablero)), empty)


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    told, coming = tablero.proximas, tablero.estado.por_venir
    last = coming.index(told[-1]) if told else -1
    for sesion in coming[: last + 1]:
        yield _proxima(tablero, sesion) if sesion in told else Renglon(dated(tablero, sesion))
    rest = coming[last + 1 :]
    for sesion in rest[:_LATER_SHOWN]:
        yield Renglon(f"Después: {dated(tablero, sesion)}")
    if len(rest) > _LATER_SHOWN:
        yield Renglon(f"Y {len(rest) - _LATER_SHOWN} más en el calendario")
    for sesion in tablero.estado.sin_fecha:
        yield Renglon(f"Sin fecha: {acto_text(sesion, tablero.organismo)}: {sesion.origin.cell('fecha')}")


def _proxima(tablero: Tablero, sesion: Sesion) -> Renglon:
    gaps = tablero.faltas_para_convocar(sesion)
    details = [_place(sesion)] if _place(sesion) else []
    if gaps:
        details.append(f"Le falta: {gaps_text(gaps)}")
    details += [_letter(tablero, kind, sesion) for kind in letters_of(tablero.estado.proceso, sesion)]
    if sesion.fecha_anterior is not None:
        made = file_text(tablero, f"aviso-{sesion.clave}", f"aviso {sesion.clave}")
        details.append(f"Antes, el {day_text(sesion.fecha_anterior)}. Aviso del cambio: {made}")
    if found := _review(tablero, sesion):
        details.append(found)
    near = sesion.fecha is not None and tablero.estado.dias_a(sesion.fecha) <= AT_ONCE
    return Renglon(dated(tablero, sesion), Tono.PRONTO if near else Tono.NORMAL, tuple(details))


def _place(sesion: Sesion) -> str:
    modalidad = str(sesion.modalidad.value) if sesion.modalidad is not None else ""
    return ", ".join(filter(None, (modalidad, sesion.lugar)))


def _letter(tablero: Tablero, kind: DocumentKind[Any], sesion: Sesion) -> str:
    name = "Convocatoria" if kind is CONVOCATORIA else "Invitación"
    day, hoy = sesion.fecha_convocatoria, tablero.estado.hoy
    when = f" ({when_text(day, hoy)})" if day is not None and day > hoy else ""
    sent = f"con fecha {day_text(day)}{when}" if day is not None else "sin fecha de envío"
    made = file_text(tablero, f"{kind.tipo}-{sesion.clave}", f"convocatoria {sesion.clave}")
    return f"{name}: {sent}; {made}"


def _review(tablero: Tablero, sesion: Sesion) -> str:
    found = [problem.severity for problem in tablero.problemas_de(sesion)]
    errors, warnings = found.count(Severity.ERROR), found.count(Severity.WARNING)
    parts = [counted(errors, "error", "errores")] if errors else []
    parts += [counted(warnings, "advertencia", "advertencias")] if warnings else []
    line = f"{PROGRAM} validar --solo {sesion.clave}"
    return f"La revisión halló {' y '.join(parts)}: «{line}»" if parts else ""
