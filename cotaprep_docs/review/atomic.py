"""Writing whole files: at any instant the old one or the new one is there, complete.

The new bytes go to a temporary file in the same folder, reach the disk, and only then take the name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cotaprep_docs.ooxml.owner_files import owner_names
from cotaprep_docs.problems.exit_code import CotaprepError, MissingResource, ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.records import record
from cotaprep_docs.review.names import TEMPORARY_SUFFIX, temporary_name
from cotaprep_docs.review.problem_kinds import (
    DISK_FULL,
    FILE_BUSY,
    FILE_OPEN,
    FILE_READ_ONLY,
    NO_PERMISSION,
    WRITE_FAILED,
)

_REPLACE_ATTEMPTS = 4
_REPLACE_PAUSE = 0.1  # seconds; an antivirus or indexer lets go of a new file sooner than that
_CREATE_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@record(frozen=True, slots=True)
class Disk:
    """The calls that change the disk, and the pause between attempts; tests make them fail."""

    write: Callable[[int, memoryview], int] = os.write
    fsync: Callable[[int], None] = os.fsync
    replace: Callable[[Path, Path], None] = os.replace
    unlink: Callable[[Path], None] = os.unlink
    pause: Callable[[float], None] = time.sleep


REAL_DISK: Final = Disk()


def write_whole(
    target: Path, data: bytes, *, disk: Disk = REAL_DISK, guard: Callable[[], None] | None = None
) -> None:
    """Put bytes in a file's place, whole or not at all, and for good once this returns.

    Args:
        target: the file; what has its name is replaced.
        data: its new content.
        disk: the calls to use.
        guard: called at the last moment before the replacement; what it raises prevents it.

    Raises:
        ProtectedFile: another program holds the file.
        MissingResource: no room, no permission, or the system failed.
    """
    put_whole(target, data, disk=disk, guard=guard)
    sync_folder(target.parent, disk)


def put_whole(
    target: Path, data: bytes, *, disk: Disk = REAL_DISK, guard: Callable[[], None] | None = None
) -> None:
    """Do as `write_whole`, for one of several files of a folder: they last once `sync_folder` was called.

    Raises:
        ProtectedFile: another program holds the file.
        MissingResource: no room, no permission, or the system failed.
    """
    temporary = target.with_name(temporary_name(target.name))
    try:
        with translated(target):
            write_new(temporary, data, disk)
        take_place(temporary, target, disk, guard)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.unlink(temporary)
        raise


def remove_file(path: Path, *, disk: Disk = REAL_DISK) -> None:
    """Remove a file; there may be none.

    Raises:
        ProtectedFile: another program holds it.
        MissingResource: no permission, or the system failed.
    """
    with translated(path), contextlib.suppress(FileNotFoundError):
        try:
            disk.unlink(path)
        except PermissionError as error:
            raise ProtectedFile(FILE_BUSY.at(FileLocation(str(path)), archivo=path.name)) from error


def clean_leftovers(folder: Path, *, disk: Disk = REAL_DISK) -> None:
    """Remove the temporary files of runs that were cut short; others' files are not touched."""
    for path in sorted(folder.glob(f".*{TEMPORARY_SUFFIX}")):
        with contextlib.suppress(OSError):  # one that cannot be removed now is in nobody's way
            if stat.S_ISREG(path.lstat().st_mode):
                disk.unlink(path)


def refuse_if_in_use(path: Path) -> None:
    """Refuse to replace a file that is open in Word or LibreOffice, or marked as read-only.

    On Windows the replacement itself would fail; elsewhere it would succeed, and the program that has
    the file open would later write its old copy over the new one.

    Raises:
        ProtectedFile: it is in use.
    """
    location = FileLocation(str(path))
    owner = open_mark(path)
    if owner:
        raise ProtectedFile(FILE_OPEN.at(location, archivo=path.name, candado=owner))
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_IMODE(path.lstat().st_mode) & 0o222:
            raise ProtectedFile(FILE_READ_ONLY.at(location, archivo=path.name))


def open_mark(path: Path) -> str:
    """Return the name of the file by which Word or LibreOffice marks this one as open, or ``""``."""
    return next((name for name in owner_names(path.name) if os.path.lexists(path.with_name(name))), "")


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the system's errors about a file into located problems."""
    try:
        yield
    except OSError as error:
        raise disk_problem(error, path) from error


def disk_problem(error: OSError, path: Path) -> CotaprepError:
    """Return a system error as a located problem."""
    location = FileLocation(str(path))
    if error.errno in _FULL:
        return MissingResource(DISK_FULL.at(location, archivo=path.name))
    if error.errno in _DENIED:
        return MissingResource(NO_PERMISSION.at(location, archivo=path.name))
    code = errno.errorcode.get(error.errno or 0, str(error.errno))
    return MissingResource(WRITE_FAILED.at(location, archivo=path.name, motivo=code))


def write_new(temporary: Path, data: bytes, disk: Disk) -> None:
    """Write a file and make it reach the disk; what has its name is removed before."""
    with contextlib.suppress(FileNotFoundError):
        disk.unlink(temporary)
    descriptor = os.open(temporary, _CREATE_FLAGS, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[disk.write(descriptor, rest) :]
        disk.fsync(descriptor)
    finally:
        os.close(descriptor)


def take_place(temporary: Path, target: Path, disk: Disk, guard: Callable[[], None] | None = None) -> None:
    """Give a file or folder another name, patient with whoever looks at it right now.

    Raises:
        ProtectedFile: another program holds it.
        MissingResource: the system failed.
    """
    for attempt in range(_REPLACE_ATTEMPTS):
        if guard is not None:
            guard()
        try:
            disk.replace(temporary, target)
        except PermissionError as error:
            if attempt == _REPLACE_ATTEMPTS - 1:
                location = FileLocation(str(target))
                raise ProtectedFile(FILE_BUSY.at(location, archivo=target.name)) from error
            disk.pause(_REPLACE_PAUSE)
        except OSError as error:
            raise disk_problem(error, target) from error
        else:
            return


def sync_folder(folder: Path, disk: Disk) -> None:
    """Make the names in a folder reach the disk."""
    if os.name == "nt":  # folders have no fsync there; NTFS keeps its own journal
        return
    with contextlib.suppress(OSError):  # some network file systems refuse it, and a folder may be write-only
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            disk.fsync(descriptor)
        finally:
            os.close(descriptor)
