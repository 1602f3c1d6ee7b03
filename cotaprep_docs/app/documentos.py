"""Making documents: trackers to DOCX, DOCX to PDF, both into the safe store."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cotaprep_docs.app.emitidos import with_emitidos
from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.guardado import Borrador, saving_of
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.modo import BORRADOR, Modo
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.problem_kinds import (
    GAP,
    NO_SAMPLE_MARK,
    NOT_MADE,
    REFUSED_GAPS,
    REFUSED_SAMPLE,
    REFUSED_STATE,
)
from cotaprep_docs.app.reserva import Reserva, reserved
from cotaprep_docs.app.results import Documento, Resultado, saved_code
from cotaprep_docs.app.workspace import LETTERHEAD, Workspace
from cotaprep_docs.documents.context import SAMPLE_MARK
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kind import (
    DRAFT_MARK,
    A,
    Asunto,
    Context,
    DocumentKind,
    Row,
    collect_gaps,
)
from cotaprep_docs.domain.organismo import Papel
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput, UsageProblem
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Checked, Problem, Severity, has_errors, sort_problems
from cotaprep_docs.prose.prose import Gap
from cotaprep_docs.records import record
from cotaprep_docs.review.saving import Saving, save_alone
from cotaprep_docs.review.store import Store
from cotaprep_docs.rules.avances import check_avances
from cotaprep_docs.rules.rules import check_sesiones
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES

if TYPE_CHECKING:
    from cotaprep_docs.templating.properties import DocumentProperties
    from cotaprep_docs.templating.template import Template

# Twips, 1/1440 inch.
PAPER = {Papel.CARTA: (12240, 15840), Papel.OFICIO: (12240, 19276), Papel.A4: (11906, 16838)}
_AVANCES = frozenset(sheet.title for sheet in AVANCES.sheets)
_DECLARED = _AVANCES | {sheet.title for sheet in SESIONES.sheets}
_UNDATED = dt.date(2000, 1, 1)
_OPEN = (EstadoSesion.PROGRAMADA, EstadoSesion.REPROGRAMADA)


@record(frozen=True, slots=True)
class Rendered:
    """A document in memory.

    Attributes:
        nombre: what it is, as a person says it.
        docx: the Word file.
        pdf: the PDF drawn from those very bytes.
        paginas: pages of the PDF.
        gaps: facts it lacks.
        muestra: whether it uses sample rows.
        problems: what was met while making it.
    """

    nombre: str
    docx: bytes
    pdf: bytes
    paginas: int
    gaps: tuple[Gap, ...]
    muestra: bool
    problems: tuple[Problem, ...]


@record(frozen=True, slots=True)
class Preparado:
    """A document made and not saved yet, or why it was not made; all of it can go from process to process.

    Attributes:
        tipo: kind of document.
        clave: what tells it from others of its kind.
        stem: name of its files without their ending.
        modo: how it was made.
        rendered: the document; None where it was not made.
        problems: what was met.
    """

    tipo: str
    clave: str
    stem: str
    modo: Modo
    rendered: Rendered | None
    problems: tuple[Problem, ...]


def generate(lectura: Lectura, kind: DocumentKind[Any], clave: str = "", modo: Modo = BORRADOR) -> Resultado:
    """Make one document and save it.

    Args:
        lectura: the trackers, read.
        kind: what to make.
        clave: key of what it is about, as typed; empty where a process has only one.
        modo: how to make it.

    Returns:
        The document, or none where errors in the data stop it or a definitive one was refused.

    Raises:
        UsageProblem: there is no such thing, or it has no such document.
        UnreadableInput: a workbook or template is missing or faulty, or the ledger of numbers is damaged.
        ProtectedFile: the file is open in another program, or somebody else is taking numbers.
    """
    if reads_avances(kind):
        lectura = lectura.with_avances()
    try:
        asunto = kind.find(lectura.proceso, lectura.normas, clave)
    except UsageProblem as error:
        result = _not_found(lectura, error)
    else:
        wanted = tuple(kind.numbers(asunto))
        with reserved(lectura, wanted, modo.hoy if modo.definitivo else None) as reserva:
            # Again, since it is made of rows and each of them now has its number.
            asunto = kind.find(reserva.lectura.proceso, lectura.normas, clave)
            asunto = with_emitidos(lectura.workspace.salida, kind, asunto)
            result = _generate(reserva, kind, asunto, modo)
    return dataclasses.replace(result, fundamentos=fundamentos(lectura.normas))


def reads_avances(kind: DocumentKind[Any]) -> bool:
    """Tell whether a kind depends on the workbook of the technical staff."""
    return bool(kind.sheets & _AVANCES)


def _not_found(lectura: Lectura, error: UsageProblem) -> Resultado:
    """Answer a key that means nothing: where its sheet could not be read whole, that is why."""
    sheets = {_sheet(problem) for problem in error.problems}
    found = [problem for problem in lectura.problems if _sheet(problem) in sheets]
    if not has_errors(found):
        raise error
    return Resultado((), sort_problems((*found, *error.problems)), ExitCode.DATA_PROBLEMS)


def _sheet(problem: Problem) -> str:
    return problem.location.sheet if isinstance(problem.location, CellLocation) else ""


def _generate(reserva: Reserva, kind: DocumentKind[A], asunto: A, modo: Modo) -> Resultado:
    prepared = prepare(reserva.lectura, kind, asunto, modo)
    if prepared.rendered is None:
        return not_made(prepared)
    reserva.take()
    store = Store(reserva.lectura.workspace.salida)
    result = save_alone(store, saving_of_prepared(store, prepared))
    reserva.settle()
    return result


def prepare(lectura: Lectura, kind: DocumentKind[A], asunto: A, modo: Modo) -> Preparado:
    """Make one document in memory, without touching the disk.

    Args:
        lectura: the trackers, with the numbers of acts it may print.
        kind: what to make.
        asunto: what it is about.
        modo: how to make it.

    Raises:
        UnreadableInput: a template is missing or faulty.
    """
    found = functools.partial(Preparado, kind.tipo, asunto.clave, kind.stem(asunto), modo)
    problems = relevant_problems(lectura, kind, asunto)
    sesion = only_sesion(asunto)
    if sesion is not None and is_called_off(kind, asunto):
        problems = (*problems, _state_problem(sesion, "Programada o Celebrada"))
    if has_errors(problems):
        return found(None, (*problems, _not_made(kind, asunto, problems)))
    context = kind.write(asunto, estado="" if modo.definitivo else DRAFT_MARK)
    gaps = collect_gaps(context)
    problems = (*problems, *(_gap_problem(gap, asunto) for gap in gaps))
    reasons = _refusals(kind, asunto, gaps) if modo.definitivo else ()
    if reasons:
        return found(None, sort_problems((*problems, *reasons)))
    return found(render(lectura, kind, asunto, context, modo.motor), problems)


def not_made(prepared: Preparado) -> Resultado:
    """Return the result of a document that was not made."""
    return Resultado((), prepared.problems, ExitCode.DATA_PROBLEMS)


def is_called_off(kind: DocumentKind[A], asunto: A) -> bool:
    """Tell whether a document does not exist since its session was cancelled."""
    sesion = only_sesion(asunto)
    return sesion is not None and sesion.estado is EstadoSesion.CANCELADA and not kind.of_cancelled


def only_sesion(asunto: Asunto) -> Sesion | None:
    """Return the session a document is of; None where it is about something else."""
    return asunto.sesion if isinstance(asunto, Fuente) else None


def _scope(asunto: Asunto) -> str:
    sesion = only_sesion(asunto)
    return sesion.clave if sesion is not None else ""


def _state_problem(sesion: Sesion, expected: str) -> Problem:
    state = str(sesion.estado.value)
    place = sesion.origin.cell("estado")
    return REFUSED_STATE.at(place, scope=sesion.clave, clave=sesion.clave, estado=state, esperado=expected)


def relevant_problems(lectura: Lectura, kind: DocumentKind[A], asunto: A) -> tuple[Problem, ...]:
    """Return what concerns one document: the rows of its sessions, and the sheets it shares with others.

    A row whose session could not be read may belong to any of them, so it counts for all.
    """
    rules = (
        *check_sesiones(lectura.proceso, lectura.normas, asunto.sesiones),
        *check_avances(lectura.proceso.avances),
        *_plan_problems(lectura, kind, asunto),
    )
    scopes = {"", *(sesion.clave for sesion in asunto.sesiones)}
    sheets = kind.sheets_of(asunto)
    found = (
        problem
        for problem in (*lectura.problems, *rules)
        if (problem.scope in scopes and _concerns(problem, sheets)) or kind.concerns(asunto, problem)
    )
    return sort_problems((*found, *kind.advises(asunto)))


def _plan_problems(lectura: Lectura, kind: DocumentKind[A], asunto: A) -> tuple[Problem, ...]:
    """Return what the rules over the whole process say of one document.

    An error counts for whatever depends on its place. A warning is repeated only where it can still be mended
    by who asks for the document: the plan itself, and what is sent out before a session; all others are told
    of it by ``validar``, once.
    """
    # Here and not above: only errors matter to most.
    from cotaprep_docs.rules.plan.rules import broken_sheets, check_proceso  # noqa: PLC0415

    sesion = only_sesion(asunto)
    to_come = sesion is not None and sesion.estado in _OPEN and not kind.tells_of_session
    severities = (Severity.ERROR, Severity.WARNING) if kind.tells_of_plan or to_come else (Severity.ERROR,)
    broken = broken_sheets(lectura.problems)
    found = check_proceso(lectura.proceso, lectura.normas, severities, broken)
    return tuple(p for p in found if p.scope or kind.tells_of_plan or p.severity is Severity.ERROR)


def _concerns(problem: Problem, sheets: frozenset[str]) -> bool:
    """Tell whether a document depends on the place of a problem; a whole workbook concerns all."""
    sheet = _sheet(problem)
    return not sheet or sheet in sheets or sheet not in _DECLARED


def _gap_problem(gap: Gap, asunto: Asunto) -> Problem:
    hint = gap.hint or "Llene esa celda y vuelva a generar el documento."
    return GAP.at(gap.location, scope=_scope(asunto), dato=gap.label, sugerencia=hint)


def _not_made(kind: DocumentKind[A], asunto: A, problems: tuple[Problem, ...]) -> Problem:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    name = kind.stem(asunto)
    return NOT_MADE.at(FileLocation(f"{name}.docx"), documento=name, errores=errors)


def _refusals(kind: DocumentKind[A], asunto: A, gaps: tuple[Gap, ...]) -> tuple[Problem, ...]:
    """Return all that keeps a document from being definitive; empty where nothing does."""
    reasons = []
    scope, sesion = _scope(asunto), only_sesion(asunto)
    if gaps:
        remedy = _remedy(gaps, scope)
        reasons.append(REFUSED_GAPS.at(asunto.place, scope=scope, huecos=len(gaps), remedio=remedy))
    if samples := kind.samples(asunto):
        place = samples[0].origin.cell("muestra")
        reasons.append(REFUSED_SAMPLE.at(place, scope=scope, renglones=_rows_text(samples)))
    if kind.tells_of_session and sesion is not None and sesion.estado is not EstadoSesion.CELEBRADA:
        reasons.append(_state_problem(sesion, "Celebrada"))
    return tuple(reasons)


def _remedy(gaps: tuple[Gap, ...], sesion: str) -> str:
    """Return what fills the gaps: cells to type in, numbers to take."""
    line = f"tome los números que faltan con «cotaprep-docs numerar{f' {sesion}' if sesion else ''}»"
    typed = "llene las celdas que se indican"
    parts = [typed] if not all(gap.asignable for gap in gaps) else []
    parts += [line] if any(gap.asignable for gap in gaps) else []
    return sentence_case(" y ".join(parts))


def _rows_text(rows: Iterable[Row]) -> str:
    """Return «Calendario 5; Asistencia 12 a 19, 23»: the sheets and rows a person has to go to."""
    sheets: dict[str, set[int]] = {}
    for row in rows:
        sheets.setdefault(row.origin.sheet, set()).add(row.origin.row)
    return "; ".join(f"{sheet} {_runs_text(sorted(numbers))}" for sheet, numbers in sheets.items())


def _runs_text(numbers: Sequence[int]) -> str:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return ", ".join(f"{first} a {last}" if last > first else str(first) for first, last in runs)


def render(
    lectura: Lectura, kind: DocumentKind[A], asunto: A, context: Context, motor: Motor = Motor.PROPIO
) -> Rendered:
    """Return a document in memory, its page numbers settled."""
    # Here and not above: it imports the drawing library, which not every command needs.
    from cotaprep_docs.app.paginas import settle_pages  # noqa: PLC0415

    written = write_docx(lectura, kind, asunto, context)
    settled = settle_pages(written.value, f"{kind.stem(asunto)}.docx", motor)
    return Rendered(
        nombre=kind.name(asunto),
        docx=settled.docx,
        pdf=settled.pdf.data,
        paginas=settled.pdf.pages,
        gaps=collect_gaps(context),
        muestra=bool(kind.samples(asunto)),
        problems=(*written.problems, *settled.pdf.problems),
    )


def write_docx(lectura: Lectura, kind: DocumentKind[A], asunto: A, context: Context) -> Checked[bytes]:
    """Return the Word file of a document, its page numbers not settled yet.

    Raises:
        UnreadableInput: the template or the letterhead is missing or faulty.
    """
    # Here and not above: it imports Jinja, which not every command needs.
    from cotaprep_docs.templating.render import render_checked  # noqa: PLC0415

    template = load_kind_template(lectura.workspace, kind)
    muestra = bool(kind.samples(asunto))
    properties = _properties(kind, asunto, muestra=muestra)
    written = render_checked(template, _variables(context), properties=properties)
    if muestra and not _prints_sample_mark(written.value):
        raise UnreadableInput(NO_SAMPLE_MARK.at(FileLocation(LETTERHEAD)))
    return written


def _variables(context: Context) -> dict[str, object]:
    return {name: getattr(context, name) for name in context.__dataclass_fields__}


def _prints_sample_mark(docx: bytes) -> bool:
    """Tell whether every header says EJEMPLO; a letterhead may have lost the tag that prints it."""
    from cotaprep_docs.ooxml.package import read_package  # noqa: PLC0415

    parts = read_package(docx).parts
    headers = [data for name, data in parts.items() if "header" in name and name.endswith(".xml")]
    return bool(headers) and all(SAMPLE_MARK.encode() in data for data in headers)


def load_kind_template(workspace: Workspace, kind: DocumentKind[Any]) -> Template:
    """Return the template of a kind with its letterhead; read once while the files stay as they are."""
    body, letterhead = workspace.template(kind.template), workspace.template(LETTERHEAD)
    return _load(body, letterhead, (_stamp(body), _stamp(letterhead)))


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


@functools.lru_cache(maxsize=64)
def _load(body: Path, letterhead: Path, _stamps: tuple[tuple[int, int], ...]) -> Template:
    from cotaprep_docs.templating.template import load_template  # noqa: PLC0415

    return load_template(body, letterhead)


def _properties(kind: DocumentKind[A], asunto: A, *, muestra: bool) -> DocumentProperties:
    from cotaprep_docs.templating.properties import DocumentProperties  # noqa: PLC0415

    title = kind.name(asunto)
    organismo = asunto.organismo
    day = kind.day(asunto) or organismo.fecha_jornada or _UNDATED
    return DocumentProperties(
        title=f"{title} ({SAMPLE_MARK})" if muestra else title,
        subject=organismo.proceso_electoral,
        creator=organismo.institucion,
        date=day,
        keywords=(SAMPLE_MARK,) if muestra else (),
        paper=PAPER[organismo.papel],
    )


def saving_of_prepared(store: Store, prepared: Preparado) -> Saving[Resultado]:
    """Save a document that was made.

    Raises:
        ProtectedFile: the file is open elsewhere, or a draft would replace a definitive document.
    """
    rendered, modo = prepared.rendered, prepared.modo
    assert rendered is not None  # noqa: S101 - see `not_made`
    saved = yield from saving_of(
        store,
        Borrador(
            stem=prepared.stem,
            tipo=prepared.tipo,
            clave=prepared.clave,
            definitivo=modo.definitivo,
            docx=rendered.docx,
            pdf=rendered.pdf,
            paginas=rendered.paginas,
            problems=rendered.problems,
            motor=modo.motor,
            cambios=modo.cambios,
        ),
    )
    documento = Documento(
        tipo=prepared.tipo,
        clave=prepared.clave,
        nombre=rendered.nombre,
        docx=saved.docx,
        pdf=saved.pdf,
        paginas=saved.paginas,
        estado=saved.estado,
        muestra=rendered.muestra,
        huecos=len(rendered.gaps),
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    code = saved_code(protegido=saved.protected)
    return Resultado((documento,), sort_problems((*prepared.problems, *saved.problems)), code)
