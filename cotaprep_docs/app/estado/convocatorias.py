"""Convocatorias to send, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.palabras import acto_text, day_text, when_text
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Renglon, Seccion
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.estado import PorConvocar


def convocatorias_section(tablero: Tablero) -> Seccion:
    """Return the convocatorias that nobody sent yet."""
    empty = "No hay ninguna por enviar."
    return Seccion("convocatorias", "Convocatorias por enviar", tuple(_renglones(tablero)), empty)


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    found = tablero.estado.por_convocar
    near = [one for one in found if tablero.is_cerca(one.limite.date())]
    for one in near:
        yield _por_convocar(tablero, one)
    if len(found) > len(near):
        yield Renglon(f"Más adelante: {len(found) - len(near)}")


def _por_convocar(tablero: Tablero, one: PorConvocar) -> Renglon:
    day, norm = one.limite.date(), one.antelacion
    hour = f" a las {one.limite:%H:%M}" if one.sesion.hora is not None else ""
    verb = "debió enviarse" if day < tablero.estado.hoy else "enviar"
    when = f"{verb} a más tardar el {day_text(day)}{hour} ({when_text(day, tablero.estado.hoy)})"
    checked = "" if norm.marca.is_verificada else "; plazo sin verificar"
    name = acto_text(one.sesion, tablero.organismo)
    return Renglon(f"{name}: {when}", tone_of(tablero, day), (f"{norm.valor} horas antes{checked}",))
