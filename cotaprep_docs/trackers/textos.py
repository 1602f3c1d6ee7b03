"""Long texts in Word files, ``data/textos/*.docx``: a heading says where in the trackers each belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.ooxml.owner_files import owner_mark, owner_of
from cotaprep_docs.ooxml.package import BadPackage, read_package
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, Problem, sort_problems
from cotaprep_docs.problems.system import reason_in_spanish
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import nearest
from cotaprep_docs.trackers.destinos import Destino, destinos_of, destinos_of_avances, names_simulacro
from cotaprep_docs.trackers.titulos import titulo_key
from cotaprep_docs.trackers.word_text import Bloque, Section, read_sections

FOLDER: Final = "textos"
_NO_WORD: Final = "está dañado, no es de Word o se guardó como «Open XML estricto»"
_MAX_SECTIONS: Final = 2_000
_MIN_START: Final = 2  # words; one alone, such as «conclusiones», says too little
_MAX_TERM: Final = 60
_MAX_GUESSES: Final = 50
_MAX_GUESSED: Final = 200

T = TypeVar("T")


@record(frozen=True, slots=True)
class Texto:
    """A text and where it stands.

    Attributes:
        titulo: its heading.
        keys: what may name it: the heading alone, or after those above it.
        bloques: its paragraphs, lists and tables; may be none, under a heading that only groups others.
        location: the file and the heading.
        left_out: what is there and is no text.
        flattened: what is there as text and was more than that.
        above: what the headings it stands below may name.
    """

    titulo: str
    keys: tuple[str, ...]
    bloques: tuple[Bloque, ...]
    location: FileLocation
    left_out: tuple[str, ...] = ()
    flattened: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


def read_textos(folder: Path) -> Checked[tuple[Texto, ...]]:
    """Return the texts of a folder of Word files, in order; nothing where there is no folder."""
    found: list[Texto] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.docx")) if folder.is_dir() else ():
        if not path.name.startswith("~$"):
            problems.extend(_read_file(path, found))
    return Checked(tuple(found), sort_problems(problems))


def with_textos(
    checked: Checked[Proceso], textos: Sequence[Texto]
) -> tuple[Checked[Proceso], tuple[Texto, ...]]:
    """Return the workbook of the secretariat with its texts in their places, and those that are not its own.

    What the technical staff writes is put in its workbook, where that is read (`with_textos_of_avances`).
    """
    if not textos:
        return checked, ()
    destinos = list(destinos_of(checked.value))
    own = {key for destino in destinos for key in destino.keys}
    owners = own | {start for key in own for start in _starts(key)}
    left = tuple(
        texto
        for texto in textos
        if any(map(names_simulacro, texto.keys))
        and own.isdisjoint(texto.keys)
        and owners.isdisjoint(texto.above)
    )
    kept = [texto for texto in textos if not any(texto is other for other in left)]
    return _placed(checked, kept, destinos), left


def with_textos_of_avances(checked: Checked[Avances], textos: Sequence[Texto]) -> Checked[Avances]:
    """Return the workbook of the technical staff with its texts from Word in their places."""
    return _placed(checked, textos, list(destinos_of_avances(checked.value))) if textos else checked


def _starts(key: str) -> Iterator[str]:
    """Yield what the heading above one with the rest of a key may say: «sesion 3» above «punto 4»."""
    words = key.split()
    for count in range(_MIN_START, len(words)):
        yield " ".join(words[:count])


def _placed(checked: Checked[T], textos: Sequence[Texto], destinos: Sequence[Destino[T]]) -> Checked[T]:
    by_key = {key: destino for destino in reversed(destinos) for key in destino.keys}
    value, problems = checked.value, list(checked.problems)
    taken: dict[str, Texto] = {}
    unknown = 0
    for texto in textos:
        destino = next((by_key[key] for key in texto.keys if key in by_key), None)
        if destino is None:
            if texto.bloques or texto.left_out:
                unknown += 1
                hint = _suggestion(texto, destinos) if unknown <= _MAX_GUESSES else ""
                problems.append(kinds.UNKNOWN_TEXT.at(texto.location, sugerencia=hint))
            continue
        other = taken.get(destino.titulo)
        if other is not None:
            problem = kinds.REPEATED_TEXT.at(
                texto.location, scope=destino.scope, related=(other.location,), otro=other.location
            )
            problems.append(problem)
            continue
        taken[destino.titulo] = texto
        problems += _remarks(texto, destino)
        if texto.bloques:
            value = destino.put(value, texto.bloques)
        if texto.bloques and destino.vacias:
            problems = [problem for problem in problems if not _is_answered(problem, destino)]
    return Checked(value, sort_problems(problems))


def _remarks(texto: Texto, destino: Destino[T]) -> Iterator[Problem]:
    for what in dict.fromkeys(texto.left_out):
        yield kinds.NOT_TEXT_LEFT_OUT.at(texto.location, scope=destino.scope, que=what)
    for what in dict.fromkeys(texto.flattened):
        yield kinds.FLATTENED_TEXT.at(texto.location, scope=destino.scope, que=what)
    for term in destino.unclear(texto.bloques):
        name = term if len(term) <= _MAX_TERM else f"{term[:_MAX_TERM].rstrip()}…"
        yield kinds.TERM_WITHOUT_MEANING.at(texto.location, scope=destino.scope, termino=name)
    if destino.llenas and texto.bloques:
        cell = destino.llenas[0]
        yield kinds.TEXT_TWICE.at(texto.location, scope=destino.scope, related=(cell,), celda=cell)


def _is_answered(problem: Problem, destino: Destino[T]) -> bool:
    """Whether a problem says that a cell lacks what Word has."""
    return problem.kind is kinds.REQUIRED_BLANK and problem.location in destino.vacias


def _suggestion(texto: Texto, destinos: Sequence[Destino[T]]) -> str:
    titulos = {destino.titulo: destino.titulo for destino in destinos}
    return nearest(texto.titulo[:_MAX_GUESSED], titulos)


def _read_file(path: Path, found: list[Texto]) -> Iterator[Problem]:
    name = f"{FOLDER}/{path.name}"
    mark = owner_mark(path)
    if mark:
        owner = owner_of(path.with_name(mark))
        yield kinds.TEXT_OPEN.at(FileLocation(name), quien=f" ({owner})" if owner else "", candado=mark)
    try:
        sections = read_sections(read_package(path.read_bytes()))
    except OSError as error:
        yield kinds.BAD_TEXT_FILE.at(FileLocation(name), motivo=reason_in_spanish(error))
    except (BadPackage, KeyError):
        yield kinds.BAD_TEXT_FILE.at(FileLocation(name), motivo=_NO_WORD)
    else:
        if len(sections) > _MAX_SECTIONS:
            yield kinds.TOO_MANY_TEXTS.at(FileLocation(name), cuantos=f"{_MAX_SECTIONS:,}")
            return
        for section in sections:
            if section.heading:
                found.append(_texto(section, name))
            elif section.bloques or section.left_out:
                yield kinds.TEXT_WITHOUT_HEADING.at(FileLocation(name, "antes del primer título"))


def _texto(section: Section, name: str) -> Texto:
    path = (*section.parents, section.heading)
    keys = tuple(titulo_key(*path[start:]) for start in range(len(path) - 1, -1, -1))
    return Texto(
        ", ".join(path[-2:]) if section.parents else section.heading,
        keys,
        tuple(section.bloques),
        FileLocation(name, f"«{section.heading}»"),
        tuple(section.left_out),
        tuple(section.flattened),
        tuple(titulo_key(*path[start:end]) for end in range(1, len(path)) for start in range(end)),
    )
