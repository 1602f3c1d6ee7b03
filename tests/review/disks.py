"""Disks that fail on purpose: passed to the store in place of the real calls."""

from __future__ import annotations

import enum
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from cotaprep_docs.review.atomic import Disk


class PowerCut(BaseException):
    """The machine went off; no handler of the program may see it as an error it can mend."""


class Moment(enum.Enum):
    """When, around one call, the power goes off."""

    BEFORE = "before"
    HALFWAY = "halfway"  # of a write: half of the bytes got there
    AFTER = "after"


class FragileDisk:
    """Works until its n-th call, and then never again. Refuses to replace by bytes not yet synced."""

    def __init__(self, cut_at: int = 0, moment: Moment = Moment.BEFORE) -> None:
        self.calls = 0
        self._cut_at = cut_at
        self._moment = moment
        self._unsynced: set[int] = set()
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
        raise PowerCut

    def _write(self, descriptor: int, data: memoryview) -> int:
        self._unsynced.add(os.fstat(descriptor).st_ino)
        part = data[:256]  # a system may write less than asked
        return self._step(
            lambda: os.write(descriptor, part), lambda: os.write(descriptor, part[: len(part) // 2])
        )

    def _fsync(self, descriptor: int) -> None:
        inode = os.fstat(descriptor).st_ino
        self._step(lambda: self._unsynced.discard(inode))

    def _replace(self, source: Path, target: Path) -> None:
        assert source.stat().st_ino not in self._unsynced, "replaced by bytes that may never reach the disk"
        self._step(lambda: os.replace(source, target))  # noqa: PTH105 - returns nothing, unlike Path's

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
