"""The letter that sends an act to the higher body, through the Secretaría Ejecutiva."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cotaprep_docs.documents.cartas import (
    COPIA,
    REMISION,
    copies,
    despedida,
    destinado,
    presente,
    rows_behind,
    signature_on,
    signer_on,
)
from cotaprep_docs.documents.context import Destinado, Membrete
from cotaprep_docs.documents.emitido import Emitido
from cotaprep_docs.documents.fuente_acuerdo import FuenteAcuerdo
from cotaprep_docs.documents.fuente_dictamen import FuenteDictamen
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.kind import Asunto, DocumentKind, Row
from cotaprep_docs.documents.numeros import numero_acuerdo
from cotaprep_docs.documents.oficio_context import FilaRemision, OficioContext
from cotaprep_docs.documents.oficios import (
    acto_of,
    find_oficio,
    oficio_fecha,
    oficio_gap,
    oficio_rows,
    typed_keys,
    write_lugar_fecha,
    write_numero,
)
from cotaprep_docs.documents.personas import towards
from cotaprep_docs.documents.problem_kinds import NOT_FINAL, UNKNOWN_DOCUMENT
from cotaprep_docs.documents.razones import passages
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.acto import OFICIO_REMISION, letter_name
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.persona import Destinatario
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.names import lower_first, normalize_key_text, without_final_dot
from cotaprep_docs.spanish.numbers import Gender, number_and_words

TIPO = OFICIO_REMISION
_SENT_BY_KEY = ("acuerdo", "dictamen", "acta")
"""Kinds whose key alone says what is sent, in the order they are tried."""
_SAYS_WHERE = frozenset({"acuerdo", "dictamen"})
"""Kinds whose name does not say which session they come from."""
_RECORDS = frozenset({"acta", "minuta"})
"""Kinds that all annexes of their session go with."""


@record(frozen=True)
class FuenteRemision(FuenteProceso):
    """A document that is sent; `clave` is the name of its file.

    Attributes:
        kind: its kind.
        asunto: what it is about.
        emitidos: what is on disk, by name of file; filled by who may read files.
    """

    kind: DocumentKind[Any] = dataclasses.field(kw_only=True)
    asunto: Asunto = dataclasses.field(kw_only=True)
    emitidos: Mapping[str, Emitido] = dataclasses.field(default_factory=dict)

    @property
    def stem(self) -> str:
        """Name of the letter's files."""
        return f"{TIPO}-{self.clave}"

    @property
    def dia(self) -> dt.date | None:
        """Day of the letter; that of what it sends while it has none."""
        return oficio_fecha(self.proceso, self.stem) or self.asunto.dia

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """The sessions of what it sends."""
        return self.asunto.sesiones

    @property
    def place(self) -> CellLocation:
        """Where what it sends stands."""
        return self.asunto.place

    @property
    def nombre(self) -> Prose:
        """What is sent, as the letter calls it; without final dot."""
        if isinstance(self.asunto, FuenteDictamen):
            return as_prose(without_final_dot(self.asunto.titulo))
        if self.kind.tipo == "acuerdo" and isinstance(self.asunto, FuenteAcuerdo):
            return _acuerdo(self.asunto)
        return as_prose(self.kind.name(self.asunto))


def _acuerdo(fuente: FuenteAcuerdo) -> Prose:
    """Return kind and number of an agreement, and what it is about where its reasons say so."""
    rows = passages(fuente.proceso, fuente.acuerdo.clave)
    about = f", {lower_first(without_final_dot(rows[0].titulo))}" if rows else ""
    return compose(
        "{tipo} {numero}{about}",
        tipo=fuente.acuerdo.tipo,
        numero=numero_acuerdo(fuente, fuente.acuerdo),
        about=about,
    )


def remision_name(fuente: FuenteRemision) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Oficio de remisión: {fuente.kind.name(fuente.asunto)}"


def _rows(fuente: FuenteRemision) -> Iterable[Row]:
    signer = signer_on(fuente.proceso, fuente.dia)
    return (
        *fuente.kind.rows(fuente.asunto),
        fuente.organismo,
        *rows_behind(fuente.proceso, (*_addressees(fuente), *_copied(fuente))),
        *oficio_rows(fuente.proceso, fuente.stem),
        *_enclosed(fuente),
        *(() if signer is None else (signer,)),
    )


def _addressees(fuente: FuenteRemision) -> tuple[Destinatario, ...]:
    return fuente.proceso.recipient_rows(REMISION, _para(fuente))


def _copied(fuente: FuenteRemision) -> list[Destinatario]:
    """Return who receives a copy, without those it is addressed to."""
    names = {(row.persona, row.nombre) for row in _addressees(fuente)}
    rows = fuente.proceso.recipient_rows(COPIA, _para(fuente))
    return [row for row in rows if (row.persona, row.nombre) not in names]


def _para(fuente: FuenteRemision) -> str:
    sesiones = fuente.sesiones
    return "Reuniones" if len(sesiones) == 1 and sesiones[0].is_reunion else "Sesiones"


def build_remision(fuente: FuenteRemision, membrete: Membrete) -> OficioContext:
    """Return everything the letter says."""
    destinatarios = _destinatarios(fuente)
    return OficioContext(
        membrete=membrete,
        oficio=as_prose(Fact("oficio", write_numero(fuente, fuente.stem), "Número de oficio")),
        asunto=as_prose(f"Se remite documento del {fuente.organismo.siglas_organo or 'comité'}."),
        lugar_fecha=write_lugar_fecha(fuente, fuente.stem),
        destinatarios=destinatarios,
        presente=presente(destinatarios),
        cuerpo=_cuerpo(fuente, destinatarios),
        datos_titulo="",
        datos=(),
        remision=tuple(_remision(fuente)),
        despedida=despedida(destinatarios),
        firma=signature_on(fuente.proceso, fuente.dia),
        copias=copies(fuente, _copied(fuente)),
    )


def _destinatarios(fuente: FuenteRemision) -> tuple[Destinado, ...]:
    rows = _addressees(fuente)
    if rows:
        return tuple(destinado(fuente, row) for row in rows)
    hint = "Agregue a la persona titular de la Secretaría Ejecutiva, con «Remisión» en «Recibe»."
    gap = Gap("a quién se remite", CellLocation(LIBRO, "Destinatarios"), hint)
    return (Destinado(as_prose(gap), Prose()),)


def _cuerpo(fuente: FuenteRemision, destinatarios: Sequence[Destinado]) -> Prose:
    basis = fuente.normas.fundamento("remision")
    return compose(
        "{opening} por este medio se remite «{nombre}»{origen}{target}. La relación siguiente precisa "
        "lo que se envía, con sus fojas y su medio.",
        opening=f"Con fundamento en {basis}," if basis else "A nombre del comité,",
        nombre=Fact("remitido", fuente.nombre, "Documento que se remite"),
        origen=_origen(fuente),
        target=_target(fuente, destinatarios),
    )


def _target(fuente: FuenteRemision, destinatarios: Sequence[Destinado]) -> Prose:
    """Return where it goes through the addressee; nothing where the addressee's office is where it goes."""
    asunto = fuente.asunto
    to = asunto.acuerdo.remitir_a if isinstance(asunto, FuenteAcuerdo) else ""
    to = without_final_dot(to) or fuente.organismo.organo_superior
    if not to:
        superior = fuente.institucional("organo_superior", "órgano superior de dirección")
        return compose(", con destino a: {superior}", superior=superior)
    posts = [normalize_key_text(str(addressee.cargo)) for addressee in destinatarios]
    if any(normalize_key_text(to) in post for post in posts):
        return Prose()
    through = "por su conducto" if len(destinatarios) == 1 else "por el conducto de ustedes"
    return as_prose(f", para que {through} se haga llegar {towards(to)}")


def _origen(fuente: FuenteRemision) -> str:
    if fuente.kind.tipo not in _SAYS_WHERE or len(fuente.sesiones) != 1:
        return ""
    (sesion,) = fuente.sesiones
    name = sesion_name(sesion, fuente.organismo)
    if sesion.fecha is None:
        return f", de la {name}"
    return f", de la {name}, del {date_with_weekday(sesion.fecha, fuente.organismo.estilo_fechas)}"


def _remision(fuente: FuenteRemision) -> Iterator[FilaRemision]:
    """Yield what is sent, and then what goes with it."""
    row = find_oficio(fuente.proceso, fuente.stem)
    medio = row.medio if row is not None else ""
    yield FilaRemision(
        numero="1.",
        documento=fuente.nombre + ".",
        fojas=_fojas(fuente),
        medio=as_prose(medio or oficio_gap(fuente.proceso, fuente.stem, "medio", "medio de envío")),
    )
    for number, documento in enumerate(_enclosed(fuente), 2):
        cell = documento.origin.cell
        yield FilaRemision(
            numero=f"{number}.",
            documento=as_prose(f"{without_final_dot(documento.titulo)}."),
            fojas=as_prose(
                Gap("fojas", cell("fojas")) if documento.fojas is None else _sheets(documento.fojas)
            ),
            medio=as_prose(documento.medio or Gap("medio", cell("medio"))),
        )


def _sheets(count: int) -> str:
    return number_and_words(count, Gender.FEMININE)


def _fojas(fuente: FuenteRemision) -> Prose:
    """Return how many sheets are sent: as typed, else the pages of the PDF that was made."""
    row = find_oficio(fuente.proceso, fuente.stem)
    if row is not None and row.fojas is not None:
        return as_prose(_sheets(row.fojas))
    made = fuente.emitidos.get(fuente.clave)
    if made is not None:
        return as_prose(_sheets(made.paginas))
    gap = oficio_gap(fuente.proceso, fuente.stem, "fojas", "fojas de lo que se remite")
    hint = f"Genere primero el documento: cotaprep-docs {command_of(fuente)}. O escriba cuántas fojas tiene."
    return as_prose(dataclasses.replace(gap, hint=hint))


def _enclosed(fuente: FuenteRemision) -> tuple[Documento, ...]:
    """Return the annexes of what is sent: all of a session's with its acta or minuta, else of the point."""
    if len(fuente.sesiones) != 1:
        return ()
    found = fuente.proceso.documentos_of(fuente.sesiones[0])
    if fuente.kind.tipo in _RECORDS:
        return found
    punto = ""
    if fuente.kind.tipo == "acuerdo" and isinstance(fuente.asunto, FuenteAcuerdo):
        punto = fuente.asunto.acuerdo.punto
    elif isinstance(fuente.asunto, FuenteDictamen) and fuente.asunto.punto is not None:
        punto = fuente.asunto.punto.numero_vigente
    # What was circulated is the project of what is now sent.
    return tuple(d for d in found if punto and d.punto == punto and d.tipo != "Circulado")


def command_of(fuente: FuenteRemision) -> str:
    """Return what makes the document that is sent, as one types it."""
    clave = fuente.asunto.clave
    if fuente.kind.tipo == "extracto" and isinstance(fuente.asunto, FuenteAcuerdo):
        acuerdo = fuente.asunto.acuerdo
        return f"extracto {fuente.asunto.sesion.clave} --acuerdo {acuerdo.clave}"
    return f"{fuente.kind.tipo} {clave}".strip()


def _advises(fuente: FuenteRemision) -> Iterator[Problem]:
    made = fuente.emitidos.get(fuente.clave)
    row = find_oficio(fuente.proceso, fuente.stem)
    if made is not None and made.is_definitivo:
        return
    if made is None and row is not None and row.fojas is not None:
        return  # made elsewhere, and counted by hand
    state = "aún no se ha generado" if made is None else "es todavía un borrador"
    place = FileLocation(f"{fuente.clave}.pdf")
    yield NOT_FINAL.at(place, documento=fuente.clave, estado=state, comando=command_of(fuente))


def _remission_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return what is to be sent: agreements that say whom to, and what has a row in Oficios."""
    agreed = {
        letter_name(f"acuerdo-{a.clave}"): f"acuerdo-{a.clave}" for a in proceso.acuerdos if a.remitir_a
    }
    return (*agreed.values(), *(key for key in typed_keys(proceso, TIPO) if letter_name(key) not in agreed))


def oficio_remision(kinds: Sequence[DocumentKind[Any]]) -> DocumentKind[FuenteRemision]:
    """Return the kind of the letter that sends documents of other kinds.

    Args:
        kinds: what may be sent.
    """

    def find(proceso: Proceso, normas: Normas, clave: str) -> FuenteRemision:
        kind, asunto = _resolve(kinds, proceso, normas, clave)
        return FuenteRemision(proceso, normas, kind.stem(asunto), kind=kind, asunto=asunto)

    return DocumentKind(
        tipo=TIPO,
        template="oficio.docx",
        context=OficioContext,
        sheets=frozenset({"Destinatarios", "Oficios", "Organismo"}).union(*(kind.sheets for kind in kinds)),
        find=find,
        claves=_remission_keys,
        name=remision_name,
        rows=_rows,
        build=build_remision,
        dated=lambda fuente: oficio_fecha(fuente.proceso, fuente.stem),
        narrows=lambda fuente: fuente.kind.sheets | {"Destinatarios", "Oficios", "Organismo"},
        advises=_advises,
        encloses=lambda fuente: (fuente.clave,),
        numbers=lambda fuente: (acto_of(fuente, fuente.stem),),
        of_sesion=lambda fuente: fuente.kind.of_sesion(fuente.asunto),
    )


def _resolve(
    kinds: Sequence[DocumentKind[Any]], proceso: Proceso, normas: Normas, typed: str
) -> tuple[DocumentKind[Any], Asunto]:
    """Return the kind and subject that the name of a file means, or else a bare key.

    Raises:
        UsageProblem: it means nothing; of a kind that is named, what that kind answers.
    """
    name = letter_name(typed)
    name = name.replace("\\", "/").rpartition("/")[2]  # from a folder, as people copy it
    named = [k for k in kinds if name == k.tipo or name.startswith(f"{k.tipo}-")]
    if named:
        kind = max(named, key=lambda k: len(k.tipo))
        return kind, kind.find(proceso, normas, name[len(kind.tipo) + 1 :])
    for tipo in _SENT_BY_KEY:
        for kind in (k for k in kinds if k.tipo == tipo):
            try:
                return kind, kind.find(proceso, normas, typed)
            except UsageProblem:
                continue
    raise UsageProblem(UNKNOWN_DOCUMENT.at(CellLocation(LIBRO, "Acuerdos"), documento=typed))
