"""What the approved agenda changed of the convened one, a sentence each."""

from __future__ import annotations

from cotaprep_docs.documents.acta_apertura import is_agenda_change
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import mention, of
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.orden_dia import EstadoPunto, Punto
from cotaprep_docs.prose.prose import Prose, as_prose
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import lower_first, without_final_dot

_ACTIONS = {
    EstadoPunto.RETIRADO: "retira del orden del día el punto",
    EstadoPunto.POSPUESTO: "pospone el punto",
    EstadoPunto.INCORPORADO: "incorpora al orden del día el punto",
}


def build_cambios(fuente: Fuente) -> tuple[Prose, ...]:
    """Return the changes in the order of the agenda, then how it was renumbered."""
    changes = [_cambio(fuente, p) for p in fuente.orden.puntos if is_agenda_change(fuente, p)]
    renumbered = _renumbering(fuente)
    return tuple(as_prose(text) for text in (*changes, *((renumbered,) if renumbered else ())))


def _cambio(fuente: Fuente, punto: Punto) -> str:
    mover = fuente.proceso.persona(punto.promovido_por)
    who = f"A propuesta {of(mention(mover))}, se" if mover is not None else "Se"
    text = f"{who} {_ACTIONS[punto.estado]} {punto.numero_vigente}, «{without_final_dot(punto.texto)}»"
    if punto.estado is EstadoPunto.POSPUESTO:
        target = fuente.proceso.sesion(punto.pospuesto_a) if punto.pospuesto_a else None
        text += f", para la {sesion_name(target, fuente.organismo)}" if target is not None else ""
    return f"{text}{reason(punto)}."


def reason(punto: Punto) -> str:
    """Return why a point was changed, as the end of a sentence; empty where nobody said."""
    return (
        f", por el motivo siguiente: {lower_first(without_final_dot(punto.motivo))}" if punto.motivo else ""
    )


def _renumbering(fuente: Fuente) -> str:
    moved = [
        punto
        for punto in fuente.orden.puntos
        if punto.estado is not EstadoPunto.INCORPORADO and punto.numero_vigente != punto.numero
    ]
    if not moved:
        return ""
    before, after = join_and([p.numero for p in moved]), join_and([p.numero_vigente for p in moved])
    if len(moved) == 1:
        return f"En consecuencia, el punto {before} del orden del día convocado pasa a ser el punto {after}."
    return (
        f"En consecuencia, los puntos {before} del orden del día convocado pasan a ser, respectivamente, los "
        f"puntos {after}."
    )
