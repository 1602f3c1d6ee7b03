"""What the use cases give back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Documento:
    """One document, as it is on disk.

    Attributes:
        tipo: kind (``acta``).
        clave: key of its session.
        nombre: what it is, as a person says it; for a file from elsewhere, its file name.
        docx: the Word file.
        pdf: the PDF made from it.
        paginas: pages of the PDF.
        estado: ``borrador`` or ``definitivo``.
        muestra: whether it uses sample rows, and so says EJEMPLO.
        huecos: how many facts it lacks.
        protegido: whether a reviewed file was kept instead of being replaced.
        propuesta: the new version, where it was written beside a reviewed file.
    """

    tipo: str
    clave: str
    nombre: str
    docx: Path
    pdf: Path
    paginas: int
    estado: str
    muestra: bool
    huecos: int
    protegido: bool = False
    propuesta: Path | None = None


@record(frozen=True, slots=True)
class Archivo:
    """A file that is no document, such as a calendar, as it is on disk.

    Attributes:
        tipo: kind (``ics``).
        clave: key of its session; empty where it is of the whole process.
        nombre: what it is, as a person says it.
        ruta: the file.
        muestra: whether it uses sample rows, and so says EJEMPLO.
        protegido: whether a file that somebody edited was kept instead of being replaced.
        propuesta: the new version, where it was written beside an edited file.
    """

    tipo: str
    clave: str
    nombre: str
    ruta: Path
    muestra: bool
    protegido: bool = False
    propuesta: Path | None = None


@record(frozen=True, slots=True)
class Resultado:
    """What a run made and met.

    Attributes:
        documentos: in the order they were asked for.
        problemas: in reading order.
        exit_code: what the process should end with.
        fundamentos: what each entry of the norms file that a problem rests on says, by its key.
        archivos: files that are no documents.
    """

    documentos: tuple[Documento, ...] = ()
    problemas: tuple[Problem, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    fundamentos: Mapping[str, str] = dataclasses.field(default_factory=dict)
    archivos: tuple[Archivo, ...] = ()

    @staticmethod
    def of_error(error: CotaprepError) -> Resultado:
        """Return what a run that an exception ended met."""
        return Resultado((), error.problems, error.exit_code)

    def fundamento(self, problem: Problem) -> str:
        """Return the norm a problem rests on, with how sure that is; empty where it rests on none."""
        return self.fundamentos.get(problem.kind.cita, "")


def saved_code(*, protegido: bool) -> ExitCode:
    """Return how a run ends that saved a file, or kept in its place what somebody edited."""
    return ExitCode.PROTECTED_FILE if protegido else ExitCode.OK


def merge(results: Iterable[Resultado]) -> Resultado:
    """Return several results as one, with the gravest exit code; what several of them met is said once."""
    found = tuple(results)
    problems = {
        (problem.code, str(problem.location), problem.message): problem
        for result in found
        for problem in result.problemas
    }
    return Resultado(
        tuple(documento for result in found for documento in result.documentos),
        sort_problems(problems.values()),
        max((result.exit_code for result in found), default=ExitCode.OK),
        {key: text for result in found for key, text in result.fundamentos.items()},
        tuple(archivo for result in found for archivo in result.archivos),
    )


def problem_json(problem: Problem, fundamento: str = "") -> dict[str, str]:
    """Return a problem as the command line's JSON shows it."""
    return {
        "codigo": problem.code,
        "gravedad": problem.severity.value,
        "lugar": str(problem.location),
        "mensaje": problem.message,
        "sugerencia": problem.hint,
        "fundamento": fundamento,
    }


def result_json(result: Resultado) -> dict[str, Any]:
    """Return a result as the command line's JSON shows it."""
    return {
        "documentos": [
            {
                "tipo": documento.tipo,
                "clave": documento.clave,
                "nombre": documento.nombre,
                "docx": str(documento.docx),
                "pdf": str(documento.pdf),
                "paginas": documento.paginas,
                "estado": documento.estado,
                "ejemplo": documento.muestra,
                "huecos": documento.huecos,
                "protegido": documento.protegido,
                "propuesta": str(documento.propuesta) if documento.propuesta else None,
            }
            for documento in result.documentos
        ],
        "archivos": [
            {
                "tipo": archivo.tipo,
                "clave": archivo.clave,
                "nombre": archivo.nombre,
                "ruta": str(archivo.ruta),
                "ejemplo": archivo.muestra,
                "protegido": archivo.protegido,
                "propuesta": str(archivo.propuesta) if archivo.propuesta else None,
            }
            for archivo in result.archivos
        ],
        "problemas": [problem_json(problem, result.fundamento(problem)) for problem in result.problemas],
    }
