"""The acknowledgement of receipt of a convocatoria and its invitation: a row per addressee, to be signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cotaprep_docs.documents.acuse_context import AcuseContext, FilaAcuse
from cotaprep_docs.documents.busqueda import every_key, find_sesion
from cotaprep_docs.documents.cartas import FuenteCarta, Receptor, convocados, invitados
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.numeros import numero_oficio
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import at_time


def acuse_name(fuente: FuenteCarta) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Acuse de recibo de la convocatoria a la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: FuenteCarta) -> Iterable[Row]:
    receptores = (*convocados(fuente), *invitados(fuente))
    return (fuente.sesion, fuente.organismo, *(row for receptor in receptores for row in receptor.rows))


def build_acuse(fuente: FuenteCarta, membrete: Membrete) -> AcuseContext:
    """Return everything the acknowledgement says."""
    return AcuseContext(
        membrete=membrete,
        titulo=as_prose(acuse_name(fuente)),
        texto=_texto(fuente),
        filas=tuple(_filas(fuente)),
    )


def _texto(fuente: FuenteCarta) -> Prose:
    sesion, style = fuente.sesion, fuente.organismo.estilo_fechas
    gap = Gap("fecha de la sesión", sesion.origin.cell("fecha"), "Escriba la fecha como 30/01/2024.")
    return compose(
        "Quienes firman reciben el oficio que se indica, con el orden del día y los documentos que lo "
        "acompañan, para la {sesion} del {organo}, que se llevará a cabo el {fecha}{hora}.",
        sesion=sesion_name(sesion, fuente.organismo),
        organo=fuente.organo,
        fecha=date_with_weekday(sesion.fecha, style) if sesion.fecha is not None else gap,
        hora=f", {at_time(sesion.hora, style)}" if sesion.hora is not None else "",
    )


def _filas(fuente: FuenteCarta) -> Iterator[FilaAcuse]:
    groups = (("convocatoria", convocados(fuente)), ("invitacion", invitados(fuente)))
    pairs = [(kind, receptor) for kind, people in groups for receptor in people]
    for number, (kind, receptor) in enumerate(pairs, 1):
        yield _fila(fuente, number, kind, receptor)


def _fila(fuente: FuenteCarta, number: int, kind: str, receptor: Receptor) -> FilaAcuse:
    return FilaAcuse(
        numero=f"{number}.",
        nombre=receptor.destinado.nombre,
        cargo=receptor.destinado.cargo,
        oficio=numero_oficio(fuente, kind),
    )


def of_session_letter(proceso: Proceso, normas: Normas, clave: str) -> FuenteCarta:
    """Return a session or meeting."""
    return FuenteCarta(proceso, normas, find_sesion(proceso, clave))


ACUSE = DocumentKind(
    tipo="acuse",
    template="acuse.docx",
    context=AcuseContext,
    sheets=(SESSION_SHEETS - {"Orden del día", "Documentos"})
    | {"Destinatarios", "Representaciones", "Invitados"},
    find=of_session_letter,
    claves=every_key,
    name=acuse_name,
    rows=_rows,
    build=build_acuse,
    dated=lambda fuente: fuente.sesion.fecha_convocatoria,
)
