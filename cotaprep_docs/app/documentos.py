"""Making the documents of a session: trackers to DOCX, DOCX to PDF, both into the safe store."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.problem_kinds import (
    GAP,
    NO_SAMPLE_MARK,
    NOT_FOR_THIS,
    NOT_MADE,
    REFUSED_GAPS,
    REFUSED_SAMPLE,
    REFUSED_STATE,
)
from cotaprep_docs.app.results import Documento, Resultado
from cotaprep_docs.app.workspace import LETTERHEAD, Workspace
from cotaprep_docs.documents.context import SAMPLE_MARK
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kinds import DRAFT_MARK, Context, DocumentKind, collect_gaps
from cotaprep_docs.domain.organismo import Papel
from cotaprep_docs.domain.sesion import EstadoSesion, Sesion
from cotaprep_docs.problems.exit_code import ExitCode, UnreadableInput, UsageProblem
from cotaprep_docs.problems.location import CellLocation, FileLocation
from cotaprep_docs.problems.problem import Problem, Severity, has_errors, sort_problems
from cotaprep_docs.prose.prose import Gap
from cotaprep_docs.records import record
from cotaprep_docs.rules.rules import check_sesiones

if TYPE_CHECKING:
    from cotaprep_docs.templating.properties import DocumentProperties
    from cotaprep_docs.templating.template import Template

# Twips, 1/1440 inch.
PAPER = {Papel.CARTA: (12240, 15840), Papel.OFICIO: (12240, 19276), Papel.A4: (11906, 16838)}
_UNDATED = dt.date(2000, 1, 1)


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
        motor: who made the PDF.
    """

    nombre: str
    docx: bytes
    pdf: bytes
    paginas: int
    gaps: tuple[Gap, ...]
    muestra: bool
    problems: tuple[Problem, ...]
    motor: Motor = Motor.PROPIO


def generate(
    lectura: Lectura, kind: DocumentKind, clave: str, *, definitivo: bool = False, motor: Motor = Motor.PROPIO
) -> Resultado:
    """Make one document of one session and save it.

    Args:
        lectura: the trackers, read.
        kind: what to make.
        clave: key of the session, as typed.
        definitivo: refuse gaps, errors and sample rows, and mark the document as definitive.
        motor: who makes the PDF.

    Returns:
        The document, or none where errors in the data stop it or a definitive one was refused.

    Raises:
        UsageProblem: there is no such session, or it has no such document.
        UnreadableInput: a template is missing or faulty.
        ProtectedFile: the file is open in another program.
    """
    result = _generate(lectura, kind, lectura.sesion(clave), definitivo=definitivo, motor=motor)
    return dataclasses.replace(result, fundamentos=fundamentos(lectura.normas))


def _generate(
    lectura: Lectura, kind: DocumentKind, sesion: Sesion, *, definitivo: bool, motor: Motor
) -> Resultado:
    if not kind.applies(sesion):
        place = sesion.origin.cell("tipo")
        reason = kind.refusal.format(clave=sesion.clave)
        raise UsageProblem(NOT_FOR_THIS.at(place, motivo=reason, clave=sesion.clave))
    problems = relevant_problems(lectura, kind, sesion)
    if sesion.estado is EstadoSesion.CANCELADA:
        problems = (*problems, _state_problem(sesion, "Programada o Celebrada"))
    if has_errors(problems):
        return _not_made(kind, sesion, problems)
    fuente = Fuente(lectura.proceso, lectura.normas, sesion)
    context = kind.build(fuente, estado="" if definitivo else DRAFT_MARK)
    gaps, muestra = collect_gaps(context), kind.is_muestra(fuente)
    problems = (*problems, *(_gap_problem(gap, sesion) for gap in gaps))
    reasons = _refusals(kind, sesion, gaps, muestra=muestra) if definitivo else ()
    if reasons:
        return Resultado((), sort_problems((*problems, *reasons)), ExitCode.DATA_PROBLEMS)
    rendered = render(lectura, kind, fuente, context, motor)
    return _save(lectura, kind, fuente, rendered, problems, definitivo=definitivo)


def _state_problem(sesion: Sesion, expected: str) -> Problem:
    state = str(sesion.estado.value)
    place = sesion.origin.cell("estado")
    return REFUSED_STATE.at(place, scope=sesion.clave, clave=sesion.clave, estado=state, esperado=expected)


def relevant_problems(lectura: Lectura, kind: DocumentKind, sesion: Sesion) -> tuple[Problem, ...]:
    """Return what concerns one document of one session: its own rows, and the sheets it shares with others.

    A row whose session could not be read may belong to any of them, so it counts for all.
    """
    found = [problem for problem in lectura.problems if _concerns(problem, kind, sesion)]
    return sort_problems((*found, *check_sesiones(lectura.proceso, lectura.normas, (sesion,))))


def _concerns(problem: Problem, kind: DocumentKind, sesion: Sesion) -> bool:
    if problem.scope and problem.scope != sesion.clave:
        return False
    if not isinstance(problem.location, CellLocation) or not problem.location.sheet:
        return True
    from cotaprep_docs.trackers.workbooks import SESIONES  # noqa: PLC0415

    declared = {sheet.title for sheet in SESIONES.sheets}
    return problem.location.sheet in kind.sheets or problem.location.sheet not in declared


def _gap_problem(gap: Gap, sesion: Sesion) -> Problem:
    hint = gap.hint or "Llene esa celda y vuelva a generar el documento."
    return GAP.at(gap.location, scope=sesion.clave, dato=gap.label, sugerencia=hint)


def _not_made(kind: DocumentKind, sesion: Sesion, problems: tuple[Problem, ...]) -> Resultado:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    name = file_stem(kind, sesion)
    summary = NOT_MADE.at(FileLocation(f"{name}.docx"), documento=name, errores=errors)
    return Resultado((), (*problems, summary), ExitCode.DATA_PROBLEMS)


def _refusals(
    kind: DocumentKind, sesion: Sesion, gaps: tuple[Gap, ...], *, muestra: bool
) -> tuple[Problem, ...]:
    """Return all that keeps a document from being definitive; empty where nothing does."""
    reasons = []
    if gaps:
        reasons.append(REFUSED_GAPS.at(sesion.origin.cell("clave"), scope=sesion.clave, huecos=len(gaps)))
    if muestra:
        reasons.append(REFUSED_SAMPLE.at(sesion.origin.cell("muestra"), scope=sesion.clave))
    if kind.tells_of_session and sesion.estado is not EstadoSesion.CELEBRADA:
        reasons.append(_state_problem(sesion, "Celebrada"))
    return tuple(reasons)


def file_stem(kind: DocumentKind, sesion: Sesion) -> str:
    """Return the name of a document's files without their ending, such as ``acta-3``."""
    return f"{kind.tipo}-{sesion.clave}"


def render(
    lectura: Lectura, kind: DocumentKind, fuente: Fuente, context: Context, motor: Motor = Motor.PROPIO
) -> Rendered:
    """Return a document in memory, its page numbers settled."""
    # Here and not above: these import Jinja and the drawing library, which not every command needs.
    from cotaprep_docs.app.paginas import settle_pages  # noqa: PLC0415
    from cotaprep_docs.templating.render import render_checked  # noqa: PLC0415

    template = load_kind_template(lectura.workspace, kind)
    values = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
    muestra = kind.is_muestra(fuente)
    written = render_checked(template, values, properties=_properties(kind, fuente, muestra=muestra))
    if muestra and not _prints_sample_mark(written.value):
        raise UnreadableInput(NO_SAMPLE_MARK.at(FileLocation(LETTERHEAD)))
    settled = settle_pages(written.value, f"{file_stem(kind, fuente.sesion)}.docx", motor)
    return Rendered(
        nombre=kind.name(fuente),
        docx=settled.docx,
        pdf=settled.pdf.data,
        paginas=settled.pdf.pages,
        gaps=collect_gaps(context),
        muestra=muestra,
        problems=(*written.problems, *settled.pdf.problems),
        motor=motor,
    )


def _prints_sample_mark(docx: bytes) -> bool:
    """Tell whether every header says EJEMPLO; a letterhead may have lost the tag that prints it."""
    from cotaprep_docs.ooxml.package import read_package  # noqa: PLC0415

    parts = read_package(docx).parts
    headers = [data for name, data in parts.items() if "header" in name and name.endswith(".xml")]
    return bool(headers) and all(SAMPLE_MARK.encode() in data for data in headers)


def load_kind_template(workspace: Workspace, kind: DocumentKind) -> Template:
    """Return the template of a kind with its letterhead; read once while the files stay as they are."""
    body, letterhead = workspace.template(kind.template), workspace.template(LETTERHEAD)
    return _load(body, letterhead, (_stamp(body), _stamp(letterhead)))


def _stamp(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


@functools.lru_cache(maxsize=32)
def _load(body: Path, letterhead: Path, _stamps: tuple[tuple[int, int], ...]) -> Template:
    from cotaprep_docs.templating.template import load_template  # noqa: PLC0415

    return load_template(body, letterhead)


def _properties(kind: DocumentKind, fuente: Fuente, *, muestra: bool) -> DocumentProperties:
    from cotaprep_docs.templating.properties import DocumentProperties  # noqa: PLC0415

    title = kind.name(fuente)
    organismo = fuente.organismo
    day = fuente.sesion.fecha or organismo.fecha_jornada or _UNDATED
    return DocumentProperties(
        title=f"{title} ({SAMPLE_MARK})" if muestra else title,
        subject=organismo.proceso_electoral,
        creator=organismo.institucion,
        date=day,
        keywords=(SAMPLE_MARK,) if muestra else (),
        paper=PAPER[organismo.papel],
    )


def _save(
    lectura: Lectura,
    kind: DocumentKind,
    fuente: Fuente,
    rendered: Rendered,
    problems: tuple[Problem, ...],
    *,
    definitivo: bool,
) -> Resultado:
    from cotaprep_docs.app.guardado import Borrador, save_document  # noqa: PLC0415

    saved = save_document(
        lectura.workspace.salida,
        file_stem(kind, fuente.sesion),
        Borrador(
            tipo=kind.tipo,
            clave=fuente.sesion.clave,
            definitivo=definitivo,
            docx=rendered.docx,
            pdf=rendered.pdf,
            paginas=rendered.paginas,
            problems=rendered.problems,
            motor=rendered.motor,
        ),
    )
    documento = Documento(
        tipo=kind.tipo,
        clave=fuente.sesion.clave,
        nombre=kind.name(fuente),
        docx=saved.docx,
        pdf=saved.pdf,
        paginas=saved.paginas,
        estado=saved.estado,
        muestra=rendered.muestra,
        huecos=len(rendered.gaps),
        protegido=saved.protected,
        propuesta=saved.proposal,
    )
    code = ExitCode.PROTECTED_FILE if saved.protected else ExitCode.OK
    return Resultado((documento,), sort_problems((*problems, *saved.problems)), code)
