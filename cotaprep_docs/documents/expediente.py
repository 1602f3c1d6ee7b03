"""The file of a session: an index of its documents, and a cover before each of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from cotaprep_docs.documents.busqueda import every_key, find_sesion
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.convocatoria_context import Dato
from cotaprep_docs.documents.expediente_context import (
    ArchivoIndice,
    CaratulaContext,
    ExpedienteContext,
    FilaIndice,
)
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import as_prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import date_text
from cotaprep_docs.spanish.lists import join_and

SHORT: Final = 12
"""How many digits of a SHA-256 are printed: enough to tell files apart by eye; the manifest has all."""


@record(frozen=True, slots=True)
class Pieza:
    """One document of the file.

    Attributes:
        nombre: what it is, as a person says it.
        fecha: its day.
        archivos: its files, each with its SHA-256.
        paginas: how many pages it has in the file.
        folio: of the first of them.
        firmado: whether its PDF carries a digital signature.
        nota: what whoever reads it must know of its PDF; may be empty.
    """

    nombre: str
    fecha: dt.date | None
    archivos: tuple[tuple[str, str], ...]
    paginas: int
    folio: int = 0
    firmado: bool = False
    nota: str = ""

    @property
    def last(self) -> int:
        """The folio of its last page."""
        return self.folio + self.paginas - 1


@record(frozen=True)
class FuenteExpediente(FuenteProceso):
    """A session's file.

    Attributes:
        sesion: the session; never None.
        piezas: its documents, in order.
        folios: pages in all, index and covers too.
        renglones: the sample rows its documents use.
        lugar: place of the document that a cover is for; 0 for the index.
    """

    sesion: Sesion | None = None
    piezas: tuple[Pieza, ...] = ()
    folios: int = 0
    renglones: tuple[Row, ...] = ()
    lugar: int = 0

    @property
    def dia(self) -> dt.date | None:
        """Day of the session."""
        return self.own.fecha

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The session alone."""
        return (self.own,)

    @property
    def place(self) -> CellLocation:
        """The cell that holds its key."""
        return self.own.origin.cell("clave")

    @property
    def own(self) -> Sesion:
        """The session."""
        assert self.sesion is not None  # noqa: S101 - a field with no default cannot follow one that has
        return self.sesion

    @property
    def pieza(self) -> Pieza:
        """The document that a cover is for."""
        return self.piezas[self.lugar - 1]


def find_expediente(proceso: Proceso, normas: Normas, clave: str) -> FuenteExpediente:
    """Return the file of a session, without its documents yet.

    Raises:
        UsageProblem: there is no such session.
    """
    sesion = find_sesion(proceso, clave)
    return FuenteExpediente(proceso, normas, sesion.clave, sesion)


def expediente_name(fuente: FuenteExpediente) -> str:
    """Return the short name of the file, as the footer and the title property say it."""
    return f"Expediente de la {sesion_name(fuente.own, fuente.organismo)}"


def _rows(fuente: FuenteExpediente) -> Iterable[Row]:
    return (fuente.organismo, *fuente.renglones)


def build_indice(fuente: FuenteExpediente, membrete: Membrete) -> ExpedienteContext:
    """Return everything the index says."""
    return ExpedienteContext(
        membrete=membrete,
        titulo=compose(
            "Índice del expediente de la {sesion} del {organo}",
            sesion=sesion_name(fuente.own, fuente.organismo),
            organo=fuente.organo,
        ),
        resumen=_resumen(fuente),
        filas=tuple(_fila(number, pieza) for number, pieza in enumerate(fuente.piezas, 1)),
        notas=tuple(_notas(fuente)),
    )


def _resumen(fuente: FuenteExpediente) -> str:
    count = len(fuente.piezas)
    documents = "un documento" if count == 1 else f"{count} documentos"
    return (
        f"Este expediente se integra con {documents} y consta de {fuente.folios} folios, contados "
        "desde este índice; cada documento va después de su carátula, que también lleva folio."
    )


def _fila(number: int, pieza: Pieza) -> FilaIndice:
    return FilaIndice(
        numero=str(number),
        documento=pieza.nombre,
        nota=pieza.nota,
        fecha=f"{pieza.fecha:%d/%m/%Y}" if pieza.fecha is not None else "sin fecha",
        paginas=str(pieza.paginas),
        folios=folios_text(pieza),
        medio=_medio(pieza),
        archivos=tuple(ArchivoIndice(name, sha256[:SHORT]) for name, sha256 in pieza.archivos),
    )


def folios_text(pieza: Pieza) -> str:
    """Return «004 a 009», or «004» for one page."""
    first = f"{pieza.folio:03d}"
    return first if pieza.paginas == 1 else f"{first} a {pieza.last:03d}"


def _medio(pieza: Pieza) -> str:
    return "Electrónico, firmado" if pieza.firmado else "Electrónico"


def _notas(fuente: FuenteExpediente) -> Iterator[str]:
    yield (
        f"De cada archivo se dan las primeras {SHORT} cifras de su SHA-256. Completas están en "
        "«SHA256SUMS» y «manifiesto.json», en la carpeta del expediente."
    )
    signed = [str(number) for number, pieza in enumerate(fuente.piezas, 1) if pieza.firmado]
    if signed:
        which = f"del documento {signed[0]}" if len(signed) == 1 else f"de los documentos {join_and(signed)}"
        yield (
            f"La firma electrónica {which} sólo está en su archivo PDF, en la carpeta del expediente: "
            "las páginas de este volumen reproducen el texto y no la llevan."
        )


def build_caratula(fuente: FuenteExpediente, membrete: Membrete) -> CaratulaContext:
    """Return everything a cover says."""
    pieza = fuente.pieza
    day = date_text(pieza.fecha, fuente.organismo.estilo_fechas) if pieza.fecha is not None else "sin fecha"
    pairs = (
        ("Documento", f"{fuente.lugar} de {len(fuente.piezas)}"),
        ("Fecha", day),
        ("Páginas", str(pieza.paginas)),
        ("Folios", folios_text(pieza)),
        ("Medio", _medio(pieza)),
        ("Archivos", join_and([name for name, _ in pieza.archivos])),
    )
    return CaratulaContext(
        membrete=membrete,
        expediente=expediente_name(fuente),
        titulo=pieza.nombre,
        datos=tuple(Dato(label, as_prose(value)) for label, value in pairs),
        nota=pieza.nota,
    )


EXPEDIENTE = DocumentKind(
    tipo="expediente",
    template="expediente.docx",
    context=ExpedienteContext,
    sheets=frozenset({"Organismo", "Calendario"}),
    find=find_expediente,
    claves=every_key,
    name=expediente_name,
    rows=_rows,
    build=build_indice,
    of_cancelled=True,
)
CARATULA = dataclasses.replace(
    EXPEDIENTE, tipo="caratula", template="caratula.docx", context=CaratulaContext, build=build_caratula
)
