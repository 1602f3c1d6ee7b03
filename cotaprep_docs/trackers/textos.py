"""Long texts in Word files, ``data/textos/*.docx``: a heading says of which point each is."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.ooxml.owner_files import owner_mark, owner_of
from cotaprep_docs.ooxml.package import BadPackage, read_package
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, Problem, sort_problems
from cotaprep_docs.problems.system import reason_in_spanish
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record
from cotaprep_docs.trackers import problem_kinds as kinds
from cotaprep_docs.trackers.cell_reader import canonical_punto, nearest
from cotaprep_docs.trackers.word_text import Section, read_sections

FOLDER: Final = "textos"

# «Sesión 3, punto 4», «Reunión R1, punto 2.1», «3, 4».
_KEY: Final = re.compile(
    r"(?:sesi[oó]n |reuni[oó]n )?(?P<sesion>\w+(?:-\w+)?)(?:\s*[,;:.–—/-]\s*|\s+)"
    r"(?:punto )?(?P<punto>\d+(?:\.\d+)*)\.?",
    re.IGNORECASE,
)

Key = tuple[str, str]


@record(frozen=True, slots=True)
class Texto:
    """A text and where it stands."""

    content: Prose
    location: FileLocation


def read_textos(folder: Path) -> Checked[Mapping[Key, Texto]]:
    """Return the texts of a folder of Word files by session and point; nothing where there is no folder."""
    found: dict[Key, Texto] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.docx")) if folder.is_dir() else ():
        if not path.name.startswith("~$"):
            problems.extend(_read_file(path, found))
    return Checked(found, sort_problems(problems))


def with_textos(proceso: Proceso, textos: Mapping[Key, Texto]) -> Checked[Proceso]:
    """Return the process with the narrative of its points from Word; a text of no point is a problem."""
    if not textos:
        return Checked(proceso)
    left = {_own_key(proceso, key): texto for key, texto in textos.items()}
    headings = {_heading(punto): _heading(punto) for punto in proceso.puntos}
    problems: list[Problem] = []
    puntos = tuple(_told(punto, left, problems) for punto in proceso.puntos)
    for (sesion, punto), texto in left.items():
        hint = nearest(f"Sesión {sesion}, punto {punto}", headings)
        problems.append(kinds.UNKNOWN_TEXT.at(texto.location, scope=sesion, sugerencia=hint))
    return Checked(dataclasses.replace(proceso, puntos=puntos), sort_problems(problems))


def _told(punto: Punto, left: dict[Key, Texto], problems: list[Problem]) -> Punto:
    """Return a point with its text, which is taken from those left."""
    texto = left.pop((punto.sesion, punto.numero_vigente), None)
    if texto is None:
        return punto
    if punto.narrativa:
        cell = punto.origin.cell("narrativa")
        problems.append(kinds.TEXT_TWICE.at(texto.location, scope=punto.sesion, celda=cell))
    return dataclasses.replace(punto, narrativa=texto.content)


def _own_key(proceso: Proceso, key: Key) -> Key:
    """Return a key with the session's own, where an alias was written."""
    sesion = proceso.sesion(key[0])
    return (sesion.clave if sesion is not None else key[0]), key[1]


def _heading(punto: Punto) -> str:
    return f"Sesión {punto.sesion}, punto {punto.numero_vigente}"


def _read_file(path: Path, found: dict[Key, Texto]) -> Iterator[Problem]:
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
        yield kinds.BAD_TEXT_FILE.at(FileLocation(name), motivo="está dañado o no es de Word")
    else:
        for section in sections:
            yield from _take(section, name, found)


def _take(section: Section, name: str, found: dict[Key, Texto]) -> Iterator[Problem]:
    if not section.heading:
        if section.content or section.left_out:
            yield kinds.TEXT_WITHOUT_HEADING.at(FileLocation(name, "antes del primer título"))
        return
    place = FileLocation(name, f"«{section.heading}»")
    key = _key(section.heading)
    if key is None:
        yield kinds.UNKNOWN_TEXT.at(place, sugerencia="")
    elif key in found:
        yield kinds.REPEATED_TEXT.at(
            place, scope=key[0], related=(found[key].location,), otro=found[key].location
        )
    else:
        for what in dict.fromkeys(section.left_out):
            yield kinds.NOT_TEXT_LEFT_OUT.at(place, scope=key[0], que=what)
        if section.content:
            found[key] = Texto(section.content, place)


def _key(heading: str) -> Key | None:
    match = _KEY.fullmatch(heading)
    punto = canonical_punto(match["punto"]) if match is not None else None
    return (normalize_clave(match["sesion"]), punto) if match is not None and punto is not None else None
