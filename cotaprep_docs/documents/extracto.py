"""The certified copy of one agreement: the acta's own words of its point, its vote and who was there."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator

from cotaprep_docs.documents.acta import session_rows
from cotaprep_docs.documents.acta_cierre import write_hojas
from cotaprep_docs.documents.acta_context import PuntoActa
from cotaprep_docs.documents.acta_desahogo import build_punto
from cotaprep_docs.documents.acta_quorum import write_quorum
from cotaprep_docs.documents.acuerdo import ACUERDO_SHEETS
from cotaprep_docs.documents.cartas import signature_on, signer_on
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.extracto_context import ExtractoContext
from cotaprep_docs.documents.fuente_acuerdo import FuenteAcuerdo, approved, of_session_acuerdo
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.oficios import oficio_fecha, oficio_gap, oficio_rows, typed_keys
from cotaprep_docs.documents.personas import signed_name
from cotaprep_docs.documents.problem_kinds import CERTIFICATION
from cotaprep_docs.documents.sesiones import held_on, sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import date_text

_NORM = "certificacion"


@record(frozen=True)
class FuenteExtracto(FuenteAcuerdo):
    """An agreement as it stands in the acta of its session."""

    @property
    def clave(self) -> str:
        """Key of the session and of the agreement."""
        return f"{self.sesion.clave}-{self.acuerdo.clave}"

    @property
    def stem(self) -> str:
        """Name of its files."""
        return f"extracto-{self.clave}"

    @property
    def expedido(self) -> dt.date | None:
        """The day it is certified."""
        return oficio_fecha(self.proceso, self.stem)


def extracto_name(fuente: FuenteExtracto) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Extracto del acta de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: FuenteExtracto) -> Iterable[Row]:
    signer = signer_on(fuente.proceso, _dated(fuente))
    extra = () if signer is None else (signer,)
    return (*session_rows(fuente), *oficio_rows(fuente.proceso, fuente.stem), *extra)


def _dated(fuente: FuenteExtracto) -> dt.date | None:
    return fuente.expedido or fuente.sesion.fecha


def build_extracto(fuente: FuenteExtracto, membrete: Membrete) -> ExtractoContext:
    """Return everything the extract says."""
    return ExtractoContext(
        membrete=membrete,
        titulo=_titulo(fuente),
        apertura=_apertura(fuente),
        quorum=write_quorum(fuente),
        desahogo=tuple(_desahogo(fuente)),
        certificacion=_certificacion(fuente),
        hojas=write_hojas("extracto"),
        firma=signature_on(fuente.proceso, _dated(fuente)),
    )


def _titulo(fuente: FuenteExtracto) -> Prose:
    return compose(
        "{name} del {organo}{fecha}",
        name=extracto_name(fuente),
        organo=fuente.organo,
        fecha="" if fuente.is_pendiente else held_on(fuente.sesion, fuente.organismo),
    )


def _apertura(fuente: FuenteExtracto) -> Prose:
    signer = signer_on(fuente.proceso, _dated(fuente))
    gap = Gap("persona titular de la Secretaría Técnica", fuente.sheet("integrantes"))
    basis = _basis(fuente)
    return compose(
        "{who}, {basis}hace constar y certifica que en el acta de la {sesion} del {organo} del "
        "{institucion}{fecha}, consta lo siguiente, que se copia a la letra:",
        who=signed_name(signer) if signer is not None else gap,
        basis=f"con fundamento en {basis}, " if basis else "",
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.organo,
        institucion=fuente.institucional("institucion", "nombre de la institución"),
        fecha="" if fuente.is_pendiente else held_on(fuente.sesion, fuente.organismo),
    )


def _basis(fuente: FuenteExtracto) -> str:
    """Return the norm by which the Secretaría Técnica certifies; empty while nobody verified it."""
    norma = fuente.normas.parametros.get(_NORM)
    return norma.texto if norma is not None and norma.marca.is_verificada else ""


def _desahogo(fuente: FuenteExtracto) -> Iterator[PuntoActa]:
    """Yield the point of the agreement, without others that were taken at it."""
    position = fuente.orden.position(fuente.acuerdo.punto)
    if position is None or fuente.punto is None:
        return
    punto = build_punto(fuente, position)
    taken = fuente.proceso.acuerdos_of(fuente.sesion, fuente.punto)
    acuerdos = [bloque for bloque in punto.bloques if bloque.is_acuerdo]
    own = acuerdos[taken.index(fuente.acuerdo)]
    kept = tuple(bloque for bloque in punto.bloques if not bloque.is_acuerdo or bloque is own)
    yield dataclasses.replace(punto, bloques=kept)


def _certificacion(fuente: FuenteExtracto) -> Prose:
    style = fuente.organismo.estilo_fechas
    gap = oficio_gap(fuente.proceso, fuente.stem, "fecha", "fecha de la certificación")
    return compose(
        "Lo anterior concuerda con lo asentado en el acta de referencia. Se expide el presente extracto en "
        "la ciudad de {ciudad}, {entidad}, el {fecha}, para los efectos a que haya lugar.",
        ciudad=fuente.institucional("ciudad", "ciudad"),
        entidad=fuente.institucional("entidad", "entidad federativa"),
        fecha=as_prose(date_text(fuente.expedido, style) if fuente.expedido is not None else gap),
    )


def _advises(fuente: FuenteExtracto) -> Iterator[Problem]:
    norma = fuente.normas.parametros.get(_NORM)
    if norma is None or not norma.marca.is_verificada:
        yield CERTIFICATION.at(FileLocation(fuente.normas.path, f"parametros.{_NORM}"))


def of_extracto(proceso: Proceso, normas: Normas, clave: str) -> FuenteExtracto:
    """Return an agreement of a session, from ``3-A5``.

    Raises:
        UsageProblem: there is no such session or agreement, or it was not approved.
    """
    fuente, acuerdo = of_session_acuerdo(proceso, normas, clave)
    return approved(FuenteExtracto(proceso, normas, fuente.sesion, acuerdo))


def extracto_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of the extracts that have a row in Oficios: they are issued on request."""
    return typed_keys(proceso, "extracto")


EXTRACTO = DocumentKind(
    tipo="extracto",
    template="extracto.docx",
    context=ExtractoContext,
    sheets=ACUERDO_SHEETS | {"Oficios"},
    find=of_extracto,
    claves=extracto_keys,
    name=extracto_name,
    rows=_rows,
    build=build_extracto,
    dated=lambda fuente: fuente.expedido,
    tells_of_session=True,
    advises=_advises,
)
