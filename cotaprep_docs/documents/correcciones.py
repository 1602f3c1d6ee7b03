"""What was corrected of an acta: when it was approved, or found wrong afterwards."""

from __future__ import annotations

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.acuerdo import Correccion
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.prose.prose import PARAGRAPH, Gap, Prose, as_prose, compose, join

MODIFICACION, ERRATA = "Modificación", "Errata"


def modificaciones(fuente: Fuente) -> tuple[Correccion, ...]:
    """Return the changes with which this session approved the acta of another."""
    return tuple(
        row
        for row in fuente.proceso.correcciones
        if row.tipo == MODIFICACION and row.aprobada_en == fuente.sesion.clave
    )


def erratas(fuente: Fuente) -> tuple[Correccion, ...]:
    """Return what was found wrong in the acta of this session after its approval."""
    rows = fuente.proceso.correcciones
    return tuple(row for row in rows if row.tipo == ERRATA and row.sesion == fuente.sesion.clave)


def write_modificaciones(fuente: Fuente, punto: Punto) -> tuple[Prose, ...]:
    """Return what the approved acta changed, one text per acta, at the first point that approves one."""
    first = next((p for p in fuente.orden.puntos if p.clase is ClasePunto.ACTA_ANTERIOR), None)
    if punto is not first:
        return ()
    found: dict[str, list[Correccion]] = {}
    for row in modificaciones(fuente):
        found.setdefault(row.sesion, []).append(row)
    return tuple(_changes(fuente, clave, rows) for clave, rows in found.items())


def _changes(fuente: Fuente, clave: str, rows: list[Correccion]) -> Prose:
    sesion = fuente.proceso.sesion(clave)
    name = sesion_name(sesion, fuente.organismo) if sesion is not None else f"sesión {clave}"
    head = f"El acta de la {name} se aprueba con las modificaciones siguientes:"
    return join((head, *(_change(row) for row in rows)), PARAGRAPH)


def _change(row: Correccion) -> Prose:
    return compose(
        "{apartado}: donde dice «{dice}», debe decir «{debe_decir}».",
        apartado=write_apartado(row),
        dice=row.dice,
        debe_decir=row.debe_decir,
    )


def write_apartado(row: Correccion) -> Prose:
    """Return where in the acta a correction belongs, or the gap that asks for it."""
    hint = "Escriba dónde está, por ejemplo «Punto 4, segundo párrafo»."
    return as_prose(row.apartado or Gap("apartado del acta", row.origin.cell("apartado"), hint))
