"""What people read in the console: documents, problems and one line that sums them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import click

from cotaprep_docs.app.problem_kinds import GAP, NOT_MADE, NOT_MADE_TOGETHER
from cotaprep_docs.app.results import Archivo, Documento, Resultado
from cotaprep_docs.cli.output import say
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import AnyLocation, Problem, Severity
from cotaprep_docs.spanish.agreement import figured
from cotaprep_docs.spanish.lists import first_of
from cotaprep_docs.spanish.names import lower_first

SAMPLE_MARK = "EJEMPLO"
LABELS_SHOWN, CELLS_SHOWN = 5, 3
"""How many facts that a sheet lacks are named, and how many cells of each; the rest are counted."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def shown_path(path: Path) -> str:
    """Return a path as a person finds it from here: relative where it is below the current folder."""
    here = Path.cwd()
    absolute = path if path.is_absolute() else here / path
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(path)


def document_line(documento: Documento) -> str:
    """Return «Acta de la … → acta-3.docx y acta-3.pdf (8 páginas, borrador, EJEMPLO)»."""
    files = f"{shown_path(documento.docx)} y {shown_path(documento.pdf)}"
    facts = [figured(documento.paginas, "página", "páginas"), documento.estado]
    if documento.muestra:
        facts.append(SAMPLE_MARK)
    facts += _kept_facts(documento)
    return f"{documento.nombre} → {files} ({', '.join(facts)})"


def file_line(archivo: Archivo) -> str:
    """Return «Evento de la … → convocatoria-4.ics (EJEMPLO)»."""
    facts = [SAMPLE_MARK] if archivo.muestra else []
    facts += _kept_facts(archivo)
    shown = f" ({', '.join(facts)})" if facts else ""
    return f"{archivo.nombre} → {shown_path(archivo.ruta)}{shown}"


def _kept_facts(made: Documento | Archivo) -> Iterator[str]:
    """Yield what was kept in its place, and where the new version is instead."""
    if made.protegido:
        yield "se conservó lo que alguien modificó"
    if made.propuesta is not None:
        yield f"versión nueva en {shown_path(made.propuesta)}"


def pdf_line(documento: Documento) -> str:
    """Return «acta-3.docx → salida/acta-3.pdf (8 páginas)»."""
    kept = "; se conservó el que alguien firmó o anotó" if documento.protegido else ""
    pages = figured(documento.paginas, "página", "páginas")
    return f"{shown_path(documento.docx)} → {shown_path(documento.pdf)} ({pages}{kept})"


def show_result(result: Resultado, *, line: Callable[[Documento], str] = document_line) -> None:
    """Print what was made and what was met, and sum it up."""
    for documento in result.documentos:
        say(line(documento))
    for archivo in result.archivos:
        say(file_line(archivo))
    if result.problemas:
        if result.documentos or result.archivos:
            say()
        show_problems(result)
        say()
    say(f"{counts(result.problemas)}. {_made(len(result.documentos), len(result.archivos))}")


def show_review(result: Resultado) -> None:
    """Print what a review found, which makes no documents; last, where it was saved."""
    if result.problemas:
        show_problems(result)
        say(f"\n{counts(result.problemas)}.")
    else:
        say("Sin problemas.")
    for archivo in result.archivos:
        say(file_line(archivo))


def show_saved(result: Resultado) -> None:
    """Print the files that a command saved beside what it told, and what was met."""
    for archivo in result.archivos:
        say(f"\n{file_line(archivo)}")
    show_problems(result)


def show_problems(result: Resultado, *, err: bool = False) -> None:
    """Print the problems and then, apart, the facts that are missing."""
    gaps, others = split_gaps(result.problemas)
    groups = ("\n".join(problem_lines(others, result)), "\n".join(gap_lines(gaps)))
    if any(groups):
        say("\n\n".join(filter(None, groups)), err=err)


def split_gaps(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Return the missing facts and the rest."""
    gaps: list[Problem] = []
    others: list[Problem] = []
    for problem in problems:
        (gaps if problem.kind == GAP else others).append(problem)
    return gaps, others


def problem_lines(problems: Iterable[Problem], result: Resultado) -> Iterator[str]:
    """Yield the lines of the problems; neighbours with one remedy share it."""

    def remedy(problem: Problem) -> tuple[str, str]:
        return problem.hint, result.fundamento(problem)

    for (hint, fundamento), alike in groupby(problems, key=remedy):
        for problem in alike:
            yield _problem_line(problem)
        yield f"    Qué hacer: {lower_first(hint)}"
        if fundamento:
            yield f"    Fundamento: {fundamento}"


def _problem_line(problem: Problem) -> str:
    severity = click.style(problem.severity.value, fg=_COLOURS[problem.severity], bold=True)
    place = str(problem.location)
    where = f"{click.style(place, bold=True)}: " if place else ""
    return f"{where}{severity} {problem.code}: {problem.message}"


def gap_lines(gaps: Iterable[Problem]) -> Iterator[str]:
    """Yield one line per sheet with what it lacks and where, shortened: it may be a hundred facts."""
    sheets: dict[str, dict[str, list[str]]] = {}
    for gap in gaps:
        sheet, cell = _sheet_and_cell(gap.location)
        sheets.setdefault(sheet, {}).setdefault(gap.params["dato"], []).append(cell)
    if sheets:
        yield click.style("Faltan datos (el borrador los señala con «FALTA»):", bold=True)
    for sheet, facts in sheets.items():
        named = [_gap_name(label, cells) for label, cells in facts.items()]
        yield f"    {click.style(sheet, bold=True)}: {first_of(named, LABELS_SHOWN)}"


def _sheet_and_cell(location: AnyLocation) -> tuple[str, str]:
    if not isinstance(location, CellLocation):
        return str(location), ""
    return str(location.whole), location.within


def _gap_name(label: str, cells: Iterable[str]) -> str:
    known = [cell for cell in cells if cell]
    return f"{label} ({first_of(known, CELLS_SHOWN)})" if known else label


def counts(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of each gravity; notices and gaps only where there are any.

    That a document was not made is what the errors led to, not one more of them.
    """
    gaps, others = split_gaps(
        problem for problem in problems if problem.kind not in (NOT_MADE, NOT_MADE_TOGETHER)
    )
    found = {severity: sum(problem.severity is severity for problem in others) for severity in Severity}
    parts = [
        figured(found[Severity.ERROR], "error", "errores"),
        figured(found[Severity.WARNING], "advertencia", "advertencias"),
    ]
    if found[Severity.NOTICE]:
        parts.append(figured(found[Severity.NOTICE], "aviso", "avisos"))
    if gaps:
        parts.append(f"{figured(len(gaps), 'dato', 'datos')} por llenar")
    return ", ".join(parts)


def _made(documents: int, files: int = 0) -> str:
    made = [figured(documents, "documento", "documentos")] if documents else []
    made += [figured(files, "archivo", "archivos")] if files else []
    if not made:
        return "No se generó ningún documento."
    return f"{'Se generó' if documents + files == 1 else 'Se generaron'} {' y '.join(made)}."
