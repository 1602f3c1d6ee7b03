"""A folder put in another's place: at any instant the old one or the new one is whole.

No system swaps two folders at once, so the old one steps aside under a name that people see, the new one
takes its place, and the old one goes. Whenever this stops in between, `recover` undoes or ends it.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.review.atomic import REAL_DISK, Disk, sync_folder, take_place, translated, write_new
from cotaprep_docs.review.digest import fingerprint, read_file, sha256_of
from cotaprep_docs.review.lock import folder_lock
from cotaprep_docs.review.names import plain_name, temporary_name

SUMS: Final = "SHA256SUMS"
"""The list of all other files of such a folder, as ``sha256sum -c`` reads it."""
_LOCK: Final = ".expediente.candado"
_ASIDE: Final = ".anterior"
_LITTER: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_SUM_LENGTH: Final = 64


def sums_of(files: Mapping[str, bytes]) -> bytes:
    """Return the list of some files with their SHA-256."""
    return "".join(f"{sha256_of(data)}  {name}\n" for name, data in sorted(files.items())).encode()


def aside(folder: Path) -> Path:
    """Return where a folder stands while another takes its place."""
    return folder.with_name(folder.name + _ASIDE)


def foreign_files(folder: Path) -> tuple[str, ...]:
    """Return the files of a folder that are not as we put them; none where there is no folder.

    Raises:
        ProtectedFile: there is something else in its place, or it may not be read now.
    """
    known = _known(folder)
    return tuple(name for name in _names(folder) if not _is_ours(folder / name, known))


def _names(folder: Path) -> list[str]:
    if not os.path.lexists(folder):
        return []
    with translated(folder):
        return sorted(path.name for path in folder.iterdir())


def _known(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file that is on the list of a folder."""
    with contextlib.suppress(UnicodeDecodeError):
        text = (read_file(folder / SUMS) or b"").decode()
        pairs = (line.split("  ", 1) for line in text.splitlines() if "  " in line)
        return {name: digest for digest, name in pairs if len(digest) == _SUM_LENGTH}
    return {}


def _is_ours(path: Path, known: Mapping[str, str]) -> bool:
    if path.name == SUMS or path.name.casefold() in _LITTER:
        return True
    try:
        print_ = fingerprint(path)
    except ProtectedFile:  # a folder, a link, or open elsewhere
        return False
    return print_ is not None and known.get(path.name) == print_.sha256


def put_folder(
    target: Path, files: Mapping[str, bytes], *, disk: Disk = REAL_DISK, patience: float = 15.0
) -> bool:
    """Put a folder with exactly these files and the list of them in a place; whole or not at all.

    Args:
        target: the folder; what it holds must be as we put it (see `foreign_files`).
        files: content by name.
        disk: the calls to use.
        patience: seconds to wait for another process that does the same.

    Returns:
        Whether anything changed.

    Raises:
        ProtectedFile: a file of it is open in another program, or another process is at it.
        MissingResource: no room, no permission, or the system failed.
    """
    whole = {plain_name(name): data for name, data in files.items()}
    whole[SUMS] = sums_of(whole)
    with folder_lock(target.parent, patience=patience, disk=disk, name=_LOCK):
        _recover(target, disk)
        if _holds(target, whole):
            return False
        fresh = target.with_name(temporary_name(target.name))
        try:
            _fill(fresh, whole, disk)
            _swap(fresh, target, disk)
        except BaseException:
            with contextlib.suppress(OSError):
                _remove(fresh, disk)
            raise
        with contextlib.suppress(OSError):  # left aside, it is in nobody's way
            _remove_ours(aside(target), disk)
    return True


def recover(target: Path, *, disk: Disk = REAL_DISK, patience: float = 15.0) -> bool:
    """End or undo what a run that was cut short left; return whether the former folder came back.

    Raises:
        ProtectedFile: a file of it is open in another program, or another process is at it.
        MissingResource: the system failed.
    """
    with folder_lock(target.parent, patience=patience, disk=disk, name=_LOCK):
        return _recover(target, disk)


def _recover(target: Path, disk: Disk) -> bool:
    _remove(target.with_name(temporary_name(target.name)), disk)
    former = aside(target)
    if not former.is_dir():
        return False
    if not os.path.lexists(target):
        take_place(former, target, disk)
        sync_folder(target.parent, disk)
        return True
    with contextlib.suppress(OSError):
        _remove_ours(former, disk)
    return False


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Tell whether a folder already has exactly these files."""
    names = [name for name in _names(folder) if name.casefold() not in _LITTER]
    return names == sorted(files) and all(read_file(folder / name) == files[name] for name in names)


def _fill(folder: Path, files: Mapping[str, bytes], disk: Disk) -> None:
    with translated(folder):
        folder.mkdir()
        for name, data in sorted(files.items()):
            write_new(folder / name, data, disk)
    sync_folder(folder, disk)


def _swap(fresh: Path, target: Path, disk: Disk) -> None:
    former = aside(target)
    replaces = os.path.lexists(target)
    if replaces:
        take_place(target, former, disk)
    try:
        take_place(fresh, target, disk)
    except BaseException:
        if replaces:
            take_place(former, target, disk)
        raise
    sync_folder(target.parent, disk)


def _remove(folder: Path, disk: Disk) -> None:
    """Remove a folder that nobody but us can have put there, with the files in it."""
    if folder.is_dir() and not folder.is_symlink():
        with translated(folder):
            for path in _files(folder):
                disk.unlink(path)
            folder.rmdir()


def _remove_ours(folder: Path, disk: Disk) -> None:
    """Remove a folder unless somebody put something into it."""
    if folder.is_dir() and not foreign_files(folder):
        _remove(folder, disk)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, the list of sums last: while any is left, it says that they are ours."""
    files = (path for path in folder.iterdir() if stat.S_ISREG(path.lstat().st_mode))
    yield from sorted(files, key=lambda path: (path.name == SUMS, path.name))
