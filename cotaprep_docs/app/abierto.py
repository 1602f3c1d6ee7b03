"""Whether somebody has a Word file open, whose changes may not be saved yet."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.app.problem_kinds import OPEN_DOCX
from cotaprep_docs.ooxml.owner_files import owner_mark, owner_of
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem


def open_warning(path: Path) -> tuple[Problem, ...]:
    """Return the warning that a file about to be read is open in Word or LibreOffice."""
    mark = owner_mark(path)
    if not mark:
        return ()
    owner = owner_of(path.with_name(mark))
    return (OPEN_DOCX.at(FileLocation(str(path)), quien=f" ({owner})" if owner else "", candado=mark),)
