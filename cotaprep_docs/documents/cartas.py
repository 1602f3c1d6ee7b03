"""What all letters have in common: whom they go to, where and when they are dated, who signs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from cotaprep_docs.documents.acta_cierre import build_firma
from cotaprep_docs.documents.context import Destinado, Firma
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import full_name, quality
from cotaprep_docs.documents.redaccion import LIBRO, Redaccion
from cotaprep_docs.domain.persona import INVITADO, Calidad, Destinatario, Integrante, Persona, Representacion
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import DateStyle, date_text

CONVOCATORIA, INVITACION, COPIA, REMISION = "Convocatoria", INVITADO, "Copia", "Remisión"
"""What somebody in the sheet Destinatarios receives."""


@record(frozen=True, slots=True)
class Receptor:
    """Somebody a letter goes to.

    Attributes:
        clave: key of the person, or that of the row where it names nobody of the other sheets.
        destinado: how the letter names them.
        rows: what it comes from, which may be sample: the person, and the row that names them.
    """

    clave: str
    destinado: Destinado
    rows: tuple[Persona | Destinatario, ...]


@record(frozen=True)
class FuenteCarta(Fuente):
    """A session as the subject of a letter to all who receive it, or to one of them.

    Attributes:
        solo: key of the one it goes to; empty for all.
    """

    solo: str = ""

    @property
    def clave(self) -> str:
        """Key of the session, and of the one it goes to."""
        return f"{self.sesion.clave}-{self.solo}" if self.solo else self.sesion.clave

    def chosen(self, receptores: Sequence[Receptor]) -> tuple[Receptor, ...]:
        """Return whom this letter goes to, of all who receive it."""
        return tuple(r for r in receptores if not self.solo or r.clave == self.solo)


def summoned_rows(fuente: Fuente) -> list[Destinatario]:
    """Return the rows of who is summoned besides the members: those are summoned by their office."""
    members = {person.clave for person in fuente.proceso.integrantes if person.has_voto}
    return [
        row for row in fuente.proceso.recipients(fuente.sesion, CONVOCATORIA) if row.persona not in members
    ]


def convocados(fuente: Fuente) -> tuple[Receptor, ...]:
    """Return who is summoned: the members in office that day, all of them, then the rows of the tracker."""
    posts = {
        row.persona: row
        for row in fuente.proceso.recipients(fuente.sesion, CONVOCATORIA)
        if row.persona and row.cargo
    }
    members = [_member(fuente, person, posts.get(person.clave)) for person in fuente.presencia.roster]
    return (*members, *(_receptor(fuente, row) for row in summoned_rows(fuente)))


def _member(fuente: Fuente, person: Integrante, post: Destinatario | None) -> Receptor:
    cargo = post.cargo if post is not None else _post(fuente, person)
    rows = (person,) if post is None else (person, post)
    return Receptor(person.clave, Destinado(as_prose(full_name(person)), as_prose(cargo)), rows)


def rows_behind(proceso: Proceso, rows: Sequence[Destinatario]) -> tuple[Persona | Destinatario, ...]:
    """Return rows of addressees and the people they name, any of which may be sample."""
    people = (proceso.persona(row.persona) for row in rows if row.persona)
    return (*rows, *(person for person in people if person is not None))


def invitados(fuente: Fuente) -> tuple[Receptor, ...]:
    """Return who is invited: guests, officials and representations."""
    return tuple(_receptor(fuente, row) for row in fuente.proceso.recipients(fuente.sesion, INVITACION))


def _receptor(redaccion: Redaccion, row: Destinatario) -> Receptor:
    return Receptor(
        row.persona or row.clave, destinado(redaccion, row), rows_behind(redaccion.proceso, (row,))
    )


def _post(redaccion: Redaccion, person: Persona) -> str:
    """Return the post an addressee is written to at; a bare quality says of what body."""
    if isinstance(person, Integrante):
        siglas = redaccion.organismo.siglas_organo
        own = f"{quality(person)} del {siglas}" if siglas else quality(person)
        return person.cargo or own
    return quality(person)


def destinado(redaccion: Redaccion, row: Destinatario) -> Destinado:
    """Return how a letter names somebody of the sheet Destinatarios."""
    person = redaccion.proceso.persona(row.persona) if row.persona else None
    if person is None:
        return Destinado(as_prose(f"{row.tratamiento} {row.nombre}".strip()), as_prose(row.cargo))
    name = full_name(person)
    if isinstance(person, Representacion):
        name = person.propietario or name
    return Destinado(as_prose(name), as_prose(row.cargo or _post(redaccion, person)))


def copies(redaccion: Redaccion, rows: Sequence[Destinatario]) -> tuple[Prose, ...]:
    """Return the lines of who receives a copy."""
    return tuple(as_prose(_copy_line(redaccion, row)) for row in rows)


def _copy_line(redaccion: Redaccion, row: Destinatario) -> str:
    addressee = destinado(redaccion, row)
    return f"{', '.join(text for text in (str(addressee.nombre), str(addressee.cargo)) if text)}."


def presente(destinatarios: Sequence[Destinado]) -> str:
    """Return the word under the addressees."""
    return "Presente" if len(destinatarios) == 1 else "Presentes"


def despedida(destinatarios: Sequence[Destinado]) -> Prose:
    """Return the closing sentence."""
    verb = "reciba" if len(destinatarios) == 1 else "reciban"
    return as_prose(f"Sin otro particular, {verb} un cordial saludo.")


def lugar_fecha(redaccion: Redaccion, day: dt.date | None, gap: Gap) -> Prose:
    """Return place and date of a letter, in figures as letters are dated."""
    return compose(
        "{ciudad}, {entidad}, a {fecha}.",
        ciudad=redaccion.institucional("ciudad", "ciudad"),
        entidad=redaccion.institucional("entidad", "entidad federativa"),
        fecha=date_text(day, DateStyle.CIFRA) if day is not None else gap,
    )


def signer_on(proceso: Proceso, day: dt.date | None) -> Integrante | None:
    """Return the Secretaría Técnica in office when a letter is signed, whoever attends later."""
    people = [p for p in proceso.integrantes if not p.has_voto and (day is None or p.is_vigente(day))]
    people.sort(key=lambda p: (p.calidad is not Calidad.SECRETARIA_TECNICA, p.orden))
    return people[0] if people else None


def signature_on(proceso: Proceso, day: dt.date | None) -> Firma:
    """Return the signature line of the Secretaría Técnica in office on a day."""
    signer = signer_on(proceso, day)
    if signer is not None:
        return build_firma(signer)
    gap = Gap("persona titular de la Secretaría Técnica", CellLocation(LIBRO, "Integrantes"))
    return Firma(linea=as_prose("\u00a0"), nombre=as_prose(gap), cargo=as_prose(""), nota="")
