"""What a file on disk is, in few words: its SHA-256, and whether it carries a signature."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.records import record
from cotaprep_docs.review.names import renamed_example
from cotaprep_docs.review.problem_kinds import FILE_BUSY, NOT_A_FILE

_CHUNK = 1 << 20
# A signature leaves itself out of what it signs, so this key always stands in clear (ISO 32000-1, 12.8.1);
# an empty signature field has /FT /Sig but not this.
_SIGNATURE_MARK = b"/ByteRange"
_OPEN_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)


@record(frozen=True, slots=True)
class Fingerprint:
    """The content of a file.

    Attributes:
        sha256: of all its bytes, in lower-case hexadecimal.
        signed: it is a PDF with a digital signature.
    """

    sha256: str
    signed: bool = False


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes, as the manifest records it."""
    return hashlib.sha256(data).hexdigest()


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of a file, or None where there is nothing.

    Raises:
        ProtectedFile: it is no plain file (links are not followed), or may not be read now.
    """
    with _opened(path) as file:
        return None if file is None else _digest(file, pdf=path.suffix.casefold() == ".pdf")


def read_file(path: Path) -> bytes | None:
    """Return the bytes of a file, or None where there is nothing.

    Raises:
        ProtectedFile: it is no plain file (links are not followed), or may not be read now.
    """
    with _opened(path) as file:
        return None if file is None else file.read()


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO | None]:
    """Give the open file, or None; the system's errors, also those of reading it, become a problem."""
    location = FileLocation(str(path))
    try:
        if not os.path.lexists(path):
            yield None
            return
        if not stat.S_ISREG(path.lstat().st_mode):  # looked at before opening: a pipe would wait for ever
            example = renamed_example(path.name)
            raise ProtectedFile(NOT_A_FILE.at(location, archivo=path.name, ejemplo=example))
        with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
            yield file
    except OSError as error:
        raise ProtectedFile(FILE_BUSY.at(location, archivo=path.name)) from error


def _digest(file: BinaryIO, *, pdf: bool) -> Fingerprint:
    whole = hashlib.sha256()
    signed, tail = False, b""
    while chunk := file.read(_CHUNK):
        whole.update(chunk)
        signed = signed or (pdf and _SIGNATURE_MARK in tail + chunk)
        tail = chunk[1 - len(_SIGNATURE_MARK) :]
    return Fingerprint(whole.hexdigest(), signed)
