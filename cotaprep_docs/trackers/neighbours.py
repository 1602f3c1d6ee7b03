"""Files beside a workbook that say its content may not be all: marks of who has it open, copies of it."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from cotaprep_docs.ooxml.owner_files import owner_mark, owner_of
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.trackers import problem_kinds as kinds

_EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods")
# «sesiones-PC de Ana» (OneDrive), «sesiones (1)» (browsers, Drive), «sesiones (copia en conflicto…)»
# (Dropbox, Nextcloud), «sesiones.sync-conflict-…» (Syncthing), «sesiones - copia», «Copia de sesiones».
_AFTER = r" ?\(.*\)|-.+| ?- ?(?:copia|copy)\b.*|\.sync-conflict-.+"
_BEFORE = r"(?:copia|copy)(?: \(\d+\))? (?:de|of) "


def neighbour_problems(path: Path) -> Iterator[Problem]:
    """Yield what the files beside a workbook say about it."""
    place = CellLocation(path.name)
    mark = owner_mark(path)
    if mark:
        owner = owner_of(path.with_name(mark))
        yield kinds.OPEN_ELSEWHERE.at(place, candado=mark, quien=f" ({owner})" if owner else "")
    copies = conflict_copies(path)
    if copies:
        names = ", ".join(f"«{name}»" for name in copies)
        yield kinds.CONFLICT_COPIES.at(place, copias=names, archivo=path.name)


def conflict_copies(path: Path) -> list[str]:
    """Return the names beside a workbook that look like copies of it made by a program."""
    stem = re.escape(_folded(path.stem))
    pattern = re.compile(f"{stem}(?:{_AFTER})|{_BEFORE}{stem}.*")
    names: list[str] = []
    with contextlib.suppress(OSError):  # a folder that may be entered and not listed
        names = [entry.name for entry in path.parent.iterdir() if entry.suffix.lower() in _EXTENSIONS]
    return sorted(name for name in names if pattern.fullmatch(_folded(Path(name).stem)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
