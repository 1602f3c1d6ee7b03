"""One writer per folder: a lock of the operating system, which dies with the process that holds it."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.review.atomic import REAL_DISK, Disk, translated
from cotaprep_docs.review.names import LOCK_NAME
from cotaprep_docs.review.problem_kinds import FOLDER_BUSY

_PAUSE = 0.1  # seconds
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK})
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextlib.contextmanager
def folder_lock(
    folder: Path, *, patience: float, disk: Disk = REAL_DISK, name: str = LOCK_NAME
) -> Iterator[None]:
    """Hold the folder's lock; the lock file stays behind, since removing it would be a race.

    Args:
        folder: the folder, which exists.
        patience: seconds to wait for another process; counted in pauses, no clock is read.
        disk: for its pause.
        name: of the lock file; locks of other names do not meet.

    Raises:
        ProtectedFile: another process kept the lock all that time.
        MissingResource: the folder cannot be written in, or cannot be locked.
    """
    path = folder / name
    with translated(path):
        descriptor = os.open(path, _FLAGS, 0o666)
    try:
        for _ in range(int(patience / _PAUSE)):
            if _try_lock(descriptor, path):
                break
            disk.pause(_PAUSE)
        else:
            if not _try_lock(descriptor, path):
                raise ProtectedFile(FOLDER_BUSY.at(FileLocation(str(folder))))
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int, path: Path) -> bool:
    with translated(path):
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise
    return True
