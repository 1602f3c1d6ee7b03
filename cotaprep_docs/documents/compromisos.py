"""Agreements and commitments in tables and sentences: what, who, by when, how they stand."""

from __future__ import annotations

from collections.abc import Sequence

from cotaprep_docs.documents.personas import full_name
from cotaprep_docs.documents.redaccion import Redaccion
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import Acuerdo, Compromiso
from cotaprep_docs.domain.seguimiento import Seguimiento, Situacion
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import plural
from cotaprep_docs.spanish.dates import date_text, short_date
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import lower_first
from cotaprep_docs.spanish.numbers import Gender, cardinal


@record(frozen=True, slots=True)
class FilaCompromiso:
    """A commitment: what, who and by when."""

    numero: str
    texto: Prose
    responsable: Prose
    plazo: Prose


@record(frozen=True, slots=True)
class FilaSeguimiento:
    """How an agreement or commitment stands.

    Attributes:
        numero: its official number, or its key in the tracker.
        texto: what was agreed.
        origen: session and point where it was taken.
        responsable: who does it.
        plazo: by when.
        situacion: how it stands, with the day it was done and the days it is late.
        evidencia: what proves it; may be empty.
    """

    numero: Prose
    texto: Prose
    origen: Prose
    responsable: Prose
    plazo: Prose
    situacion: Prose
    evidencia: Prose


def responsable(redaccion: Redaccion, asunto: Acuerdo | Compromiso) -> Prose:
    """Return who does it; nobody said of a commitment is a gap, of an agreement a dash."""
    if asunto.responsable:
        person = redaccion.proceso.persona(asunto.responsable)
        return as_prose(full_name(person) if person is not None else asunto.responsable)
    if isinstance(asunto, Acuerdo):
        return as_prose("—")
    hint = "Escriba la clave o el nombre de quien debe cumplirlo."
    return as_prose(Gap("responsable del compromiso", asunto.origin.cell("responsable"), hint))


def plazo(asunto: Acuerdo | Compromiso) -> Prose:
    """Return by when; no day said of a commitment is a gap, of an agreement a dash."""
    if asunto.plazo is not None:
        return as_prose(short_date(asunto.plazo))
    if isinstance(asunto, Acuerdo):
        return as_prose("—")
    return as_prose(
        Gap("plazo del compromiso", asunto.origin.cell("plazo"), "Escriba la fecha como 30/01/2024.")
    )


def build_compromisos(redaccion: Redaccion, rows: Sequence[Compromiso]) -> tuple[FilaCompromiso, ...]:
    """Return the table of what somebody undertook to do."""
    return tuple(
        FilaCompromiso(str(number), as_prose(row.texto), responsable(redaccion, row), plazo(row))
        for number, row in enumerate(rows, 1)
    )


def build_seguimiento(redaccion: Redaccion, rows: Sequence[Seguimiento]) -> tuple[FilaSeguimiento, ...]:
    """Return the table of how agreements or commitments stand."""
    return tuple(_fila(redaccion, row) for row in rows)


def _fila(redaccion: Redaccion, row: Seguimiento) -> FilaSeguimiento:
    asunto = row.asunto
    number = asunto.numero if isinstance(asunto, Acuerdo) else ""
    origin = sesion_title(row.sesion, redaccion.organismo)
    return FilaSeguimiento(
        numero=as_prose(number or asunto.clave),
        texto=as_prose(asunto.texto),
        origen=as_prose(f"{origin}, punto {asunto.punto}" if asunto.punto else origin),
        responsable=responsable(redaccion, asunto),
        plazo=plazo(asunto),
        situacion=_situacion(row),
        evidencia=as_prose(asunto.evidencia),
    )


def _situacion(row: Seguimiento) -> Prose:
    asunto = row.asunto
    if row.situacion is Situacion.SIN_CAPTURA:
        return as_prose(
            Gap("estado", asunto.origin.cell("estado"), "Elija de la lista: Pendiente, Cumplido…")
        )
    text = str(row.situacion.value)
    if row.situacion is Situacion.CUMPLIDO:
        day = asunto.fecha_cumplimiento
        when: Prose = as_prose(f" el {short_date(day)}") if day else as_prose("")
        if day is None:
            gap = Gap("fecha de cumplimiento", asunto.origin.cell("fecha_cumplimiento"))
            when = join((" (", gap, ")"))
        return join((text, when, _late(row)))
    return as_prose(f"{text}{_late(row)}")


def _late(row: Seguimiento) -> str:
    return f", con {row.atraso} {plural(row.atraso, 'día', 'días')} de atraso" if row.atraso else ""


def write_resumen(rows: Sequence[Seguimiento]) -> str:
    """Return how many of them stand how: «De los siete acuerdos, constan seis cumplidos y uno pendiente.»."""
    acuerdos = [row for row in rows if isinstance(row.asunto, Acuerdo)]
    compromisos = [row for row in rows if isinstance(row.asunto, Compromiso)]
    groups = ((acuerdos, "acuerdo", "acuerdos"), (compromisos, "compromiso", "compromisos"))
    return " ".join(_resumen(rows, one, many) for rows, one, many in groups if rows)


def write_abiertos(redaccion: Redaccion, rows: Sequence[Seguimiento]) -> Prose:
    """Return what is still to be done, by whom and by when; empty where nothing is."""
    open_ones = [row for row in rows if row.situacion.is_abierta]
    if not open_ones:
        return as_prose("")
    items = [_abierto(redaccion, row) for row in open_ones]
    return join(("Por cumplir: ", join(items, "; "), "."))


def _abierto(redaccion: Redaccion, row: Seguimiento) -> Prose:
    asunto = row.asunto
    noun = asunto.tipo if isinstance(asunto, Acuerdo) else "Compromiso"
    name = (asunto.numero if isinstance(asunto, Acuerdo) else "") or asunto.clave
    text = join((f"{lower_first(noun)} {name} (responsable: ", responsable(redaccion, asunto)))
    if asunto.plazo is None:
        return join((text, ")"))
    day = date_text(asunto.plazo, redaccion.organismo.estilo_fechas)
    return join((text, f"; plazo: {day}{_late(row)})"))


_IN_WORDS = (
    (Situacion.CUMPLIDO, "cumplido", "cumplidos"),
    (Situacion.EN_PROCESO, "en proceso", "en proceso"),
    (Situacion.PENDIENTE, "pendiente", "pendientes"),
    (Situacion.CANCELADO, "cancelado", "cancelados"),
    (Situacion.SIN_CAPTURA, "sin estado capturado", "sin estado capturado"),
)


def _resumen(rows: Sequence[Seguimiento], noun: str, nouns: str) -> str:
    counts = [
        (sum(row.situacion is situacion for row in rows), one, many) for situacion, one, many in _IN_WORDS
    ]
    found = [(count, plural(count, one, many)) for count, one, many in counts if count]
    if len(rows) == 1:
        text = f"El único {noun} consta {found[0][1]}"
    elif len(found) == 1:
        text = f"Los {cardinal(len(rows), Gender.MASCULINE)} {nouns} constan {found[0][1]}"
    else:
        parts = join_and([f"{cardinal(count)} {words}" for count, words in found])
        text = f"De los {cardinal(len(rows), Gender.MASCULINE)} {nouns}, constan {parts}"
    late = sum(bool(row.atraso) and row.situacion.is_abierta for row in rows)
    if late and len(rows) == 1:
        text += ", fuera de plazo"
    elif late:
        text += f"; {cardinal(late)} {plural(late, 'está', 'están')} fuera de plazo"
    return f"{text}."
