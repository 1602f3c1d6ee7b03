"""The sign-in sheet of a session or meeting: everybody who may come, by quality, with room to sign."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from cotaprep_docs.documents.busqueda import every_key, of_any
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.lista_asistencia_context import FilaLista, GrupoLista, ListaAsistenciaContext
from cotaprep_docs.documents.personas import full_name, quality
from cotaprep_docs.documents.sesiones import sesion_name, with_article
from cotaprep_docs.domain.persona import INVITADO, Integrante, Invitado, Persona, Representacion
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose, join


def lista_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Lista de asistencia de la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: Fuente) -> Iterable[Row]:
    return (fuente.sesion, fuente.organismo, *itertools.chain.from_iterable(_people(fuente).values()))


def build_lista(fuente: Fuente, membrete: Membrete) -> ListaAsistenciaContext:
    """Return everything the sign-in sheet says."""
    return ListaAsistenciaContext(
        membrete=membrete,
        titulo=compose(
            "Lista de asistencia a la {sesion} del {organo}",
            sesion=sesion_name(fuente.sesion, fuente.organismo),
            organo=fuente.organo,
        ),
        datos=_datos(fuente),
        grupos=tuple(_grupos(fuente)),
    )


def _datos(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    if sesion.modalidad is Modalidad.VIRTUAL:
        lugar: Prose = as_prose("por videoconferencia")
    elif sesion.lugar:
        lugar = as_prose(f"en {with_article(sesion.lugar)}")
    else:
        lugar = join(("en ", Gap("lugar", sesion.origin.cell("lugar"))))
    return compose("Convocada para el {cuando}, {lugar}.", cuando=fuente.cuando(), lugar=lugar)


def _people(fuente: Fuente) -> dict[str, list[Persona]]:
    """Return who may come, by quality: who is in office, who is invited, who is on the roll call."""
    groups: dict[str, list[Persona]] = {
        "Personas integrantes con derecho a voto": list(fuente.presencia.roster),
        "Secretaría Técnica": list(fuente.proceso.secretarias(fuente.sesion)[:1]),
        "Personas invitadas": [],
        "Representaciones de partidos políticos y candidaturas independientes": [],
    }
    titles = list(groups)
    for person in _others(fuente):
        if isinstance(person, Integrante):
            groups[titles[1]].append(person)
        else:
            groups[titles[2 if isinstance(person, Invitado) else 3]].append(person)
    return groups


def _others(fuente: Fuente) -> Iterator[Persona]:
    """Yield everybody else, once: on the roll call, invited by letter, or a representation at a meeting."""
    sesion, proceso = fuente.sesion, fuente.proceso
    seen = {p.clave for p in (*fuente.presencia.roster, *proceso.secretarias(sesion)[:1])}
    invited = [row.persona for row in proceso.recipients(sesion, INVITADO)]
    called = [row.persona for row in fuente.presencia.asistencias]
    parties = [r.clave for r in proceso.representaciones if sesion.is_reunion]
    for clave in (*called, *invited, *parties):
        person = proceso.persona(clave)
        if person is None or clave in seen or not _in_office(fuente, person):
            continue
        seen.add(clave)
        yield person


def _in_office(fuente: Fuente, person: Persona) -> bool:
    day = fuente.sesion.fecha
    if isinstance(person, Invitado) or day is None:
        return True
    return person.is_vigente(day)


def _grupos(fuente: Fuente) -> Iterator[GrupoLista]:
    number = itertools.count(1)
    for title, people in _people(fuente).items():
        rows = tuple(FilaLista(str(next(number)), _nombre(person), _calidad(person)) for person in people)
        if rows:
            yield GrupoLista(title, rows)
    if not fuente.presencia.roster:
        gap = Gap("personas integrantes en funciones en la fecha de la sesión", fuente.sheet("integrantes"))
        yield GrupoLista("Personas integrantes", (FilaLista("", as_prose(gap), as_prose("")),))


def _nombre(person: Persona) -> Prose:
    if not isinstance(person, Representacion):
        return as_prose(full_name(person))
    both = [(person.propietario, "propietaria"), (person.suplente, "suplente")]
    return as_prose("\n".join(f"{name} ({kind})" for name, kind in both if name) or person.nombre)


def _calidad(person: Persona) -> Prose:
    return as_prose(quality(person))


LISTA_ASISTENCIA = DocumentKind(
    tipo="lista-asistencia",
    template="lista-asistencia.docx",
    context=ListaAsistenciaContext,
    sheets=SESSION_SHEETS | {"Representaciones", "Invitados", "Destinatarios", "Asistencia"},
    find=of_any,
    claves=every_key,
    name=lista_name,
    rows=_rows,
    build=build_lista,
)
