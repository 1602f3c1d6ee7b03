"""Names of output files: which are safe everywhere, and the names that stand beside them."""

from __future__ import annotations

import functools
import unicodedata
from pathlib import PurePath

from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.review.problem_kinds import BAD_NAME

MANIFEST_NAME = ".manifiesto.json"
LOCK_NAME = ".manifiesto.candado"
TEMPORARY_SUFFIX = ".cotaprep-tmp"

_PROPOSAL = ".propuesta"
_RESERVED_ENDINGS = (_PROPOSAL, ".cambios")
_MAX_BYTES = 160  # of 255: the names made from it must fit too
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def plain_name(name: str) -> str:
    """Return the name in composed form, when it is safe as a file name on every system.

    Raises:
        UsageProblem: it holds a folder, a character some system refuses, or a name that is taken.
    """
    composed = unicodedata.normalize("NFC", name)
    stem, extension = split_name(composed)
    if not (is_portable(composed) and stem and extension) or stem.endswith(_RESERVED_ENDINGS):
        shown = name.encode("ascii", "backslashreplace").decode() if not name.isprintable() else name
        raise UsageProblem(BAD_NAME.at(FileLocation(shown), archivo=shown))
    return composed


def is_portable(name: str) -> bool:
    """Tell whether a name is one plain file name on Windows, macOS and Linux, and not a hidden one."""
    if not name.isprintable() or _FORBIDDEN & set(name) or len(name.encode()) > _MAX_BYTES:
        return False
    # Windows drops trailing dots and blanks; "." hides a file, "~" begins Office's own names.
    if name != name.strip(" .") or name.startswith("~"):
        return False
    return name.partition(".")[0].rstrip(" ").casefold() not in _DEVICES


def split_name(name: str) -> tuple[str, str]:
    """Return the stem and the extension with its dot: ``acta-3``, ``.docx``."""
    path = PurePath(name)
    return path.stem, path.suffix


@functools.lru_cache(maxsize=4096)  # a folder is looked through again and again
def name_key(name: str) -> str:
    """Return what two names share that Windows or macOS take for the same file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def proposal_name(name: str) -> str:
    """Return the name of the new version written beside a file that somebody edited."""
    stem, extension = split_name(name)
    return f"{stem}{_PROPOSAL}{extension}"


def is_proposal(name: str) -> bool:
    """Tell whether a name is one that `proposal_name` gives."""
    return split_name(name)[0].endswith(_PROPOSAL)


def renamed_example(name: str, addition: str = " (copia)") -> str:
    """Return a name a person could give to a file that stands in the way."""
    stem, extension = split_name(name)
    return f"{stem}{addition}{extension}"


def temporary_name(name: str) -> str:
    """Return the name under which a file is written before it takes its place."""
    return f".{name}{TEMPORARY_SUFFIX}"
