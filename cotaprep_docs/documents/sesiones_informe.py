"""Sessions and meetings of a period as reports tell of them: a table, a sentence, agreements, annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cotaprep_docs.documents.acta_cierre import detail
from cotaprep_docs.documents.cifras import DASH
from cotaprep_docs.documents.context import Anexo
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.informe_context import FilaSesion
from cotaprep_docs.documents.kind import Row
from cotaprep_docs.documents.sesiones import sesion_name, sesion_title
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.sesion import EstadoSesion, TipoSesion
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, join
from cotaprep_docs.spanish.agreement import counted
from cotaprep_docs.spanish.dates import short_date
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import without_final_dot
from cotaprep_docs.spanish.numbers import Gender

_NO_APLICA = "No aplica"


def is_held(fuente: Fuente) -> bool:
    """Tell whether a session or meeting was held: something of it was captured, and there was quorum."""
    return fuente.sesion.estado is not EstadoSesion.CANCELADA and not fuente.is_pendiente and fuente.was_held


def is_open(fuente: Fuente) -> bool:
    """Tell whether nobody captured yet what became of a session."""
    return fuente.sesion.estado is not EstadoSesion.CANCELADA and fuente.is_pendiente


def open_gap(fuente: Fuente) -> Gap:
    """Return the gap of a session of which nothing was captured."""
    hint = "Elija «Celebrada» o «Cancelada» y, si se celebró, capture su asistencia."
    label = f"si se celebró la {sesion_name(fuente.sesion, fuente.organismo)}"
    return Gap(label, fuente.sesion.origin.cell("estado"), hint)


def build_sesiones(fuentes: Iterable[Fuente]) -> tuple[FilaSesion, ...]:
    """Return the table of sessions and meetings."""
    return tuple(_fila(fuente) for fuente in fuentes)


def _fila(fuente: Fuente) -> FilaSesion:
    sesion = fuente.sesion
    name = sesion_title(sesion, fuente.organismo)
    day = as_prose(
        short_date(sesion.fecha) if sesion.fecha else Gap(f"fecha de la {name}", sesion.origin.cell("fecha"))
    )
    if is_open(fuente):
        return FilaSesion(day, join((name, open_gap(fuente)), "\n"), *(as_prose(DASH),) * 4)
    if sesion.estado is EstadoSesion.CANCELADA:
        return FilaSesion(day, as_prose(name), as_prose("Cancelada"), *(as_prose(DASH),) * 3)
    held = is_held(fuente)
    points = [punto for punto in fuente.orden.puntos if held and punto.is_desahogado]
    agreements = fuente.proceso.acuerdos_of(sesion)
    return FilaSesion(
        fecha=day,
        nombre=as_prose(name),
        asistencia=_asistencia(fuente),
        quorum=_quorum(fuente),
        puntos=as_prose(str(len(points)) if held else DASH),
        acuerdos=as_prose(_NO_APLICA if sesion.is_reunion else str(len(agreements))),
    )


def _asistencia(fuente: Fuente) -> Prose:
    presencia = fuente.presencia
    if not fuente.apertura.is_complete:
        place = fuente.sheet("asistencia")
        return as_prose(Gap(f"asistencia a la {sesion_name(fuente.sesion, fuente.organismo)}", place))
    came = sum(presencia.was_presente(person.clave) for person in presencia.roster)
    return as_prose(f"{came} de {len(presencia.roster)}")


def _quorum(fuente: Fuente) -> Prose:
    if fuente.sesion.is_reunion:
        return as_prose(_NO_APLICA)
    if not fuente.was_held:
        return as_prose("No; no se celebró")
    if not fuente.apertura.is_complete:
        return as_prose(DASH)
    return as_prose("Sí; se perdió después" if fuente.lost_quorum else "Sí")


_KINDS = (
    (TipoSesion.ORDINARIA, "sesión ordinaria", "sesiones ordinarias"),
    (TipoSesion.EXTRAORDINARIA, "sesión extraordinaria", "sesiones extraordinarias"),
    (TipoSesion.REUNION, "reunión formal de trabajo", "reuniones formales de trabajo"),
)


def write_sesiones(fuentes: Sequence[Fuente]) -> str:
    """Return how many were held, by kind: «tres sesiones ordinarias y dos reuniones formales de trabajo»."""
    counts = [
        (sum(fuente.sesion.tipo is tipo and is_held(fuente) for fuente in fuentes), one, many)
        for tipo, one, many in _KINDS
    ]
    return join_and([counted(n, one, many, Gender.FEMININE) for n, one, many in counts if n])


def write_no_celebradas(fuentes: Iterable[Fuente]) -> str:
    """Return the sentence of those that were called and could not be held; empty where all were."""
    failed = [
        fuente
        for fuente in fuentes
        if not fuente.is_pendiente
        and not fuente.was_held
        and fuente.sesion.estado is not EstadoSesion.CANCELADA
    ]
    names = [f"la {sesion_name(fuente.sesion, fuente.organismo)}" for fuente in failed]
    if not names:
        return ""
    verb = "no se celebró" if len(names) == 1 else "no se celebraron"
    text = f"{join_and(names)} {verb} por falta de quórum."
    return f"{text[:1].upper()}{text[1:]}"


def dealt_with(fuentes: Iterable[Fuente]) -> Iterator[tuple[Fuente, Punto]]:
    """Yield the points dealt with at what was held."""
    for fuente in fuentes:
        if is_held(fuente):
            yield from ((fuente, punto) for punto in fuente.orden.puntos if punto.is_desahogado)


def cite_punto(fuente: Fuente, punto: Punto) -> str:
    """Return «Segunda sesión ordinaria, 18/12/2023, punto 5: Aprobación de…»."""
    day = f", {short_date(fuente.sesion.fecha)}" if fuente.sesion.fecha else ""
    name = sesion_title(fuente.sesion, fuente.organismo)
    return f"{name}{day}, punto {punto.numero_vigente}: {without_final_dot(punto.texto)}."


def build_anexos(fuentes: Iterable[Fuente]) -> tuple[Anexo, ...]:
    """Return the documents of what was held, numbered in their order."""
    found = [
        (fuente, documento)
        for fuente in fuentes
        if is_held(fuente)
        for documento in fuente.proceso.documentos_of(fuente.sesion)
    ]
    return tuple(_anexo(number, *each) for number, each in enumerate(found, 1))


def _anexo(number: int, fuente: Fuente, documento: Documento) -> Anexo:
    origin = sesion_name(fuente.sesion, fuente.organismo)
    title = f"{without_final_dot(documento.titulo)}; de la {origin}."
    return Anexo(f"{number}.", as_prose(title), as_prose(detail(documento)))


def session_facts(fuentes: Iterable[Fuente]) -> Iterator[Row]:
    """Yield the rows of sessions that reports use and that may be sample."""
    for fuente in fuentes:
        yield fuente.sesion
        yield from fuente.proceso.orden_dia(fuente.sesion).puntos
        yield from fuente.proceso.asistencias_of(fuente.sesion)
        yield from fuente.proceso.movimientos_of(fuente.sesion)
        yield from fuente.proceso.votaciones_of(fuente.sesion)
        yield from fuente.proceso.documentos_of(fuente.sesion)
