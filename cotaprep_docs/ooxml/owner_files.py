"""The files that Word, Excel and LibreOffice leave beside a document while somebody has it open."""

from __future__ import annotations

import contextlib
import posixpath
from pathlib import Path

_ENOUGH = 512
_NAME_LENGTH = 54
_WIDE_AT = 55  # after the length and the padded name in the code page comes the same in UTF-16


def owner_names(name: str) -> tuple[str, ...]:
    """Return the names of the files by which Word and LibreOffice mark a file as open.

    Word puts ``~$`` before a name of up to six letters, and instead of the first one or two letters
    of a longer one; Excel always puts it before.
    """
    stem = posixpath.splitext(name)[0]
    dropped = min(max(len(stem) - 6, 0), 2)
    return tuple(dict.fromkeys((f"~${name[dropped:]}", f"~${name}", f".~lock.{name}#")))


def owner_mark(path: Path) -> str:
    """Return the name of the file that marks a document as open; empty where there is none."""
    with contextlib.suppress(OSError):  # a folder that cannot be listed
        return next((name for name in owner_names(path.name) if path.with_name(name).is_file()), "")
    return ""


def owner_of(mark: Path) -> str:
    """Return who has the document open, as the mark says; empty where it does not."""
    try:
        with mark.open("rb") as file:
            data = file.read(_ENOUGH)
    except OSError:  # Office keeps its own marks from being read, on Windows
        return ""
    name = _libreoffice_name(data) if mark.name.startswith(".~lock.") else _office_name(data)
    name = " ".join(name.split())
    return name if name.isprintable() else ""


def _libreoffice_name(data: bytes) -> str:
    """Return the first of its fields that says something: the full name, else the user's."""
    fields = data.decode("utf-8", "replace").rstrip(";").split(",")
    return next((field for field in fields[:2] if field.strip()), "")


def _office_name(data: bytes) -> str:
    """Return the name it holds in UTF-16, after one of 54 bytes in the code page of the machine."""
    if not data or not 0 < data[0] <= _NAME_LENGTH:
        return ""
    wide = data[_WIDE_AT : _WIDE_AT + 2]
    length = int.from_bytes(wide, "little")
    if len(wide) == 2 and 0 < length <= _NAME_LENGTH:
        start = _WIDE_AT + 2
        return data[start : start + 2 * length].decode("utf-16-le", "replace").rstrip("\0 ")
    return data[1 : 1 + data[0]].decode("cp1252", "replace")
