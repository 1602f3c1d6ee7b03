"""Agreements and commitments still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.palabras import deadline_text
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.personas import full_name
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.seguimiento import Seguimiento
from cotaprep_docs.spanish.names import without_final_dot

_TEXT_SHOWN = 90


def asuntos_section(tablero: Tablero) -> Seccion:
    """Return what was agreed or promised and is not done, by its term."""
    title = "Acuerdos y compromisos por cumplir"
    return Seccion("acuerdos", title, tuple(_renglones(tablero)), "No hay ninguno por cumplir.")


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    rows = tablero.estado.por_cumplir
    shown = [row for row in rows if row.asunto.plazo is None or tablero.is_cerca(row.asunto.plazo)]
    for row in shown:
        yield _asunto(tablero, row)
    if len(rows) > len(shown):
        yield Renglon(f"Más adelante: {len(rows) - len(shown)}")


def _asunto(tablero: Tablero, row: Seguimiento) -> Renglon:
    asunto = row.asunto
    number = (asunto.numero if isinstance(asunto, Acuerdo) else "") or asunto.clave
    noun = asunto.tipo if isinstance(asunto, Acuerdo) else "Compromiso"
    details = (_cut(without_final_dot(asunto.texto)), *_responsable(tablero, asunto.responsable))
    if asunto.plazo is None:
        return Renglon(f"{noun} {number}: sin plazo ({asunto.origin.cell('plazo')})", Tono.NORMAL, details)
    when = deadline_text(asunto.plazo, tablero.estado.hoy)
    return Renglon(f"{noun} {number}: {when}", tone_of(tablero, asunto.plazo), details)


def _responsable(tablero: Tablero, clave: str) -> Iterator[str]:
    if clave:
        person = tablero.estado.proceso.persona(clave)
        yield f"Responsable: {full_name(person) if person is not None else clave}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TEXT_SHOWN else f"{line[:_TEXT_SHOWN].rpartition(' ')[0]}…"
