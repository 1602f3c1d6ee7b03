"""Calendars for Outlook, Google and Apple: an ``.ics`` of one session, and one of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cotaprep_docs import __version__
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.problem_kinds import (
    EVENT_CHANGED,
    EVENT_LEFT_OUT,
    EVENT_WITHOUT_DATE,
    NO_ORGANIZER,
    UNKNOWN_ZONE,
)
from cotaprep_docs.app.results import Archivo, Resultado, merge, saved_code
from cotaprep_docs.app.secuencias import number_eventos
from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.convocatoria import signer
from cotaprep_docs.documents.evento import (
    SHEETS_OF_EVENTO,
    build_evento,
    calendario_name,
    evento_name,
    is_evento_muestra,
)
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.domain.evento import EstadoEvento, Evento
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Problem, Severity, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.saving import Saving, save_alone
from cotaprep_docs.review.store import Store
from cotaprep_docs.review.transaction import Version
from cotaprep_docs.spanish.names import lower_first

TIPO = "ics"
CALENDARIO = "calendario.ics"


def write_evento(lectura: Lectura, clave: str) -> Resultado:
    """Write the ``.ics`` that goes with a convocatoria, or that calls off a cancelled session.

    Args:
        lectura: the trackers, read.
        clave: key of the session, as typed.

    Raises:
        UsageProblem: there is no such session.
        ProtectedFile: the file is open in another program.
    """
    store = Store(lectura.workspace.salida)
    return save_alone(store, saving_of_evento(store, lectura, clave))


def saving_of_evento(store: Store, lectura: Lectura, clave: str) -> Saving[Resultado]:
    """Do as `write_evento`, in the steps of a saving.

    The name is the same whatever became of the session: the news takes the place of what was sent before.
    """
    sesion = find_sesion(lectura.proceso, clave)
    chosen = _choose(lectura, (sesion,))
    if not chosen.entradas:
        return Resultado((), chosen.problems, chosen.exit_code)
    (entrada,) = chosen.entradas
    plan = _Plan(
        archivo=f"convocatoria-{sesion.clave}.ics",
        clave=sesion.clave,
        nombre=evento_name(entrada.evento, entrada.fuente),
        cancels=entrada.evento.estado is EstadoEvento.CANCELADO,
    )
    return (yield from _saving(store, lectura, chosen, plan))


def add_evento(result: Resultado, lectura: Lectura, clave: str) -> Resultado:
    """Return the result of a document with its ``.ics``; what keeps that from being written is said.

    There is one where the document was made, and where the session was cancelled, which makes none. Without
    a key it is the one of the whole calendar.
    """
    sesion = lectura.proceso.sesion(clave) if clave else None
    cancelled = sesion is not None and sesion.estado is EstadoSesion.CANCELADA
    if not (result.documentos or cancelled):
        return result
    try:
        return merge((result, write_evento(lectura, clave) if clave else write_calendario(lectura)))
    except CotaprepError as error:  # the documents are on disk already and must be told of
        return merge((result, Resultado.of_error(error)))


def write_calendario(lectura: Lectura) -> Resultado:
    """Write one ``.ics`` with all sessions and meetings, in the order of their days.

    A session whose rows have errors is left out and said; what a calendar already has of it stays there. A
    cancelled one is there as cancelled.

    Args:
        lectura: the trackers, read.

    Raises:
        ProtectedFile: the file is open in another program.
    """
    store = Store(lectura.workspace.salida)
    return save_alone(store, saving_of_calendario(store, lectura))


def saving_of_calendario(store: Store, lectura: Lectura) -> Saving[Resultado]:
    """Do as `write_calendario`, in the steps of a saving."""
    chosen = _choose(lectura, lectura.proceso.sesiones)
    if not chosen.entradas:
        return Resultado((), chosen.problems, chosen.exit_code)
    title = calendario_name(lectura.proceso.organismo)
    plan = _Plan(CALENDARIO, "", f"Calendario de {lower_first(title)}", titulo=title)
    return (yield from _saving(store, lectura, chosen, plan))


@record(frozen=True, slots=True)
class _Entrada:
    """One session that can be shown in a calendar."""

    fuente: Fuente
    evento: Evento


@record(frozen=True, slots=True)
class _Seleccion:
    """The sessions that can be shown, and what keeps the others out."""

    entradas: tuple[_Entrada, ...]
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> ExitCode:
        left_out = any(problem.kind == EVENT_LEFT_OUT for problem in self.problems)
        return ExitCode.DATA_PROBLEMS if left_out else ExitCode.OK


@record(frozen=True, slots=True)
class _Plan:
    """What file to write.

    Attributes:
        archivo: its name.
        clave: key of its session; empty where it has all of them.
        nombre: what it is, as a person says it.
        titulo: how calendars list it; empty where it is one event.
        cancels: whether it calls off.
    """

    archivo: str
    clave: str
    nombre: str
    titulo: str = ""
    cancels: bool = False


def _choose(lectura: Lectura, sesiones: Iterable[Sesion]) -> _Seleccion:
    entradas: list[_Entrada] = []
    problems: list[Problem] = []
    for sesion in sesiones:
        if errors := tuple(_errors(lectura, sesion)):
            left_out = EVENT_LEFT_OUT.at(sesion.origin.cell("clave"), scope=sesion.clave, clave=sesion.clave)
            problems += (*errors, left_out)
            continue
        fuente = Fuente(lectura.proceso, lectura.normas, sesion)
        evento = build_evento(fuente)
        if evento is None:
            place = sesion.origin.cell("fecha")
            problems.append(EVENT_WITHOUT_DATE.at(place, scope=sesion.clave, clave=sesion.clave))
            continue
        entradas.append(_Entrada(fuente, evento))
        problems += _without_organizer(fuente, evento)
    entradas.sort(key=lambda entrada: (entrada.evento.inicio.isoformat(), entrada.evento.uid))
    return _Seleccion(tuple(entradas), sort_problems(problems))


def _errors(lectura: Lectura, sesion: Sesion) -> Iterator[Problem]:
    """Yield the errors of the rows an entry is made of; one of no known session may be of any."""
    for problem in lectura.problems:
        if problem.severity is Severity.ERROR and problem.scope in ("", sesion.clave):
            place = problem.location
            if not isinstance(place, CellLocation) or place.sheet in ("", *SHEETS_OF_EVENTO):
                yield problem


def _without_organizer(fuente: Fuente, evento: Evento) -> Iterator[Problem]:
    from cotaprep_docs.exports.texts import address  # noqa: PLC0415 - as in _saving

    by = signer(fuente)
    if by is not None and not address(evento.correo):
        yield NO_ORGANIZER.at(by.origin.cell("correo"))


def _saving(store: Store, lectura: Lectura, chosen: _Seleccion, plan: _Plan) -> Saving[Resultado]:
    # Here and not above: the library of calendars takes time to import.
    from cotaprep_docs.exports.ical import Metodo, write_calendar  # noqa: PLC0415
    from cotaprep_docs.exports.zones import UnknownZone, load_zone  # noqa: PLC0415

    zona = lectura.normas.zona_horaria
    try:
        load_zone(zona)
    except UnknownZone:
        place = FileLocation(lectura.normas.path, "parametros.zona_horaria")
        unknown = UNKNOWN_ZONE.at(place, zona=zona)
        return Resultado((), sort_problems((*chosen.problems, unknown)), ExitCode.UNREADABLE_INPUT)
    numbered = number_eventos(store, plan.archivo, [entrada.evento for entrada in chosen.entradas], zona)
    eventos = [each.evento for each in numbered]
    method = Metodo.CANCELAR if plan.cancels else Metodo.PUBLICAR
    data = write_calendar(eventos, zona, method, nombre=plan.titulo)
    saved = yield Version.of(plan.archivo, data, Record(kind=TIPO, key=plan.clave, tool=__version__))
    archivo = Archivo(
        tipo=TIPO,
        clave=plan.clave,
        nombre=plan.nombre,
        ruta=saved.path,
        muestra=any(is_evento_muestra(entrada.fuente) for entrada in chosen.entradas),
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    changes = [
        _changed(entrada.fuente.sesion, each.evento)
        for entrada, each in zip(chosen.entradas, numbered, strict=True)
        if each.cambio
    ]
    problems = sort_problems((*chosen.problems, *changes, *store.problems, *saved.problems))
    code = max(chosen.exit_code, saved_code(protegido=saved.protected))
    return Resultado((), problems, code, archivos=(archivo,))


def _changed(sesion: Sesion, evento: Evento) -> Problem:
    place = sesion.origin.cell("clave")
    return EVENT_CHANGED.at(place, scope=sesion.clave, clave=sesion.clave, numero=evento.secuencia)
