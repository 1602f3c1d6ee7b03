"""Disks that fail on purpose: passed to the store in place of the real calls."""

from __future__ import annotations

import dataclasses
import enum
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from cotaprep_docs.review.atomic import Disk
from cotaprep_docs.review.names import MANIFEST_NAME


class PowerCut(BaseException):
    """The machine went off; no handler of the program may see it as an error it can mend."""


@dataclasses.dataclass(frozen=True)
class Renamed:
    """A change of names that its folder may still forget."""

    source: Path
    target: Path
    former: bytes | None
    folder: int

    def undo(self) -> None:
        self.target.replace(self.source)
        if self.former is not None:
            self.target.write_bytes(self.former)


def _is_aside(name: str) -> bool:
    """Tell whether it is a manifest set aside: no other manifest tells of it."""
    return name.startswith("manifiesto-ilegible")


class Moment(enum.Enum):
    """When, around one call, the power goes off."""

    BEFORE = "before"
    HALFWAY = "halfway"  # of a write: half of the bytes got there
    AFTER = "after"
    FORGOTTEN = "forgotten"  # before, and the names changed since their folder was synced are as they were


class FragileDisk:
    """Works until its n-th call, and then never again.

    Refuses to replace by bytes not yet synced. Refuses too what a manifest would be wrong about: to replace
    it while files it may tell of do not last yet, and to replace files while it does not.
    """

    def __init__(self, cut_at: int = 0, moment: Moment = Moment.BEFORE) -> None:
        self.calls = 0
        self._cut_at = cut_at
        self._moment = moment
        self._unsynced: set[int] = set()
        self._fleeting: list[Renamed] = []
        self.disk = Disk(self._write, self._fsync, self._replace, self._unlink, lambda _: None)

    @property
    def is_off(self) -> bool:
        return 0 < self._cut_at <= self.calls

    def _step(self, action: Callable[[], int | None], half: Callable[[], object] | None = None) -> int:
        self.calls += 1
        if not self.is_off:
            return action() or 0
        if self.calls == self._cut_at and self._moment is Moment.AFTER:
            action()
        if self.calls == self._cut_at and self._moment is Moment.HALFWAY and half is not None:
            half()
        if self.calls == self._cut_at and self._moment is Moment.FORGOTTEN:
            for renamed in reversed(self._fleeting):
                renamed.undo()
        raise PowerCut

    def _write(self, descriptor: int, data: memoryview) -> int:
        self._unsynced.add(os.fstat(descriptor).st_ino)
        part = data[:256]  # a system may write less than asked
        return self._step(
            lambda: os.write(descriptor, part), lambda: os.write(descriptor, part[: len(part) // 2])
        )

    def _fsync(self, descriptor: int) -> None:
        found = os.fstat(descriptor)
        self._step(lambda: self._lasting(found.st_ino, folder=stat.S_ISDIR(found.st_mode)))

    def _lasting(self, inode: int, *, folder: bool) -> None:
        if folder:
            self._fleeting = [each for each in self._fleeting if each.folder != inode]
        else:
            self._unsynced.discard(inode)

    def _replace(self, source: Path, target: Path) -> None:
        assert source.stat().st_ino not in self._unsynced, "replaced by bytes that may never reach the disk"
        fleeting = {each.target.name for each in self._fleeting}
        if target.name == MANIFEST_NAME:
            assert all(_is_aside(name) for name in fleeting), "it may tell of files that are not there"
        elif source.name != MANIFEST_NAME:
            assert MANIFEST_NAME not in fleeting, "a file would be there that it may not tell of"
        self._step(lambda: self._rename(source, target))

    def _rename(self, source: Path, target: Path) -> None:
        former = target.read_bytes() if target.is_file() else None
        source.replace(target)
        self._fleeting.append(Renamed(source, target, former, target.parent.stat().st_ino))

    def _unlink(self, path: Path) -> None:
        self._step(path.unlink)


def quick_disk() -> Disk:
    """A disk that does not wait for the platters nor between attempts."""
    return FragileDisk().disk


def failing(code: int) -> Callable[..., NoReturn]:
    """Return a call that always fails with a system error."""

    def fail(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def noting_disk() -> tuple[Disk, list[str]]:
    """Return a quick disk, and the list to which it adds the name of each file it puts in its place."""
    quick, placed = quick_disk(), list[str]()

    def replace(source: Path, target: Path) -> None:
        placed.append(target.name)
        quick.replace(source, target)

    return dataclasses.replace(quick, replace=replace), placed
