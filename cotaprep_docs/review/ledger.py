"""A ledger: a file of lines that are only ever added or amended, and never lost.

It is JSON with one line per entry, so that people can read it and a version control system can compare it.
Unlike the manifest of an output folder it cannot be made again from anything: one that is damaged, or of a
newer version, stops the work and is left as it is.
"""

from __future__ import annotations

import contextlib
import errno
import json
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cotaprep_docs.problems.exit_code import ProtectedFile, UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import record
from cotaprep_docs.review.atomic import REAL_DISK, Disk, clean_leftovers, refuse_if_in_use, write_whole
from cotaprep_docs.review.lock import folder_lock
from cotaprep_docs.review.problem_kinds import (
    CHANGED_MEANWHILE,
    LEDGER_BROKEN,
    LEDGER_NEWER,
    LEDGER_UNREADABLE,
)
from cotaprep_docs.review.strict_json import BadJson, load_object

VERSION = 1

Row = Mapping[str, str | int]

_FORMAT, _VERSION, _ROWS = "formato", "version", "asientos"


@record(frozen=True, slots=True)
class LedgerFile:
    """A ledger on disk.

    Attributes:
        path: the file; there may be none yet.
        format: what it says it is.
        fields: type of each field of a line; all others are refused.
        optional: the fields a line may lack.
        disk: the calls that change the disk.
        patience: seconds to wait for another process that holds it.
    """

    path: Path
    format: str
    fields: Mapping[str, type[str] | type[int]]
    optional: frozenset[str] = frozenset()
    disk: Disk = REAL_DISK
    patience: float = 20.0

    def read(self) -> tuple[Row, ...]:
        """Return its lines; none where there is no file.

        Raises:
            UnreadableInput: it is damaged, of a newer version, or may not be read.
        """
        return self._parse(self.content())

    @contextlib.contextmanager
    def hold(self) -> Iterator[HeldLedger]:
        """Keep every other process from changing it.

        Raises:
            ProtectedFile: another one holds it.
            UnreadableInput: as `read`.
            MissingResource: its folder cannot be written in.
        """
        lock = f".{self.path.stem}.candado"
        with folder_lock(self.path.parent, patience=self.patience, disk=self.disk, name=lock):
            data = self.content()
            yield HeldLedger(self, self._parse(data), data)

    def content(self) -> bytes | None:
        """Return its bytes, or None where there is no file."""
        try:
            if not stat.S_ISREG(self.path.lstat().st_mode):
                raise UnreadableInput(self._problem(LEDGER_UNREADABLE, motivo="no es un archivo común"))
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = errno.errorcode.get(error.errno or 0, str(error.errno))
            raise UnreadableInput(self._problem(LEDGER_UNREADABLE, motivo=reason)) from error

    def _parse(self, data: bytes | None) -> tuple[Row, ...]:
        if data is None:
            return ()
        try:
            document = load_object(data)
        except BadJson as error:
            raise self.broken(str(error)) from error
        if document.get(_FORMAT) != self.format:
            raise self.broken("es de otro programa")
        version = document.get(_VERSION)
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise self.broken("no dice su versión")
        if version > VERSION:
            raise UnreadableInput(self._problem(LEDGER_NEWER, version=str(version)))
        rows = document.get(_ROWS)
        if set(document) != {_FORMAT, _VERSION, _ROWS} or not isinstance(rows, list):
            raise self.broken("le faltan partes o le sobran")
        return tuple(self._row(number, row) for number, row in enumerate(rows, 1))

    def _row(self, number: int, row: object) -> Row:
        if not isinstance(row, dict):
            raise self.broken(f"el asiento {number} no tiene datos")
        for name in row:
            if name not in self.fields:
                raise self.broken(f"el asiento {number} tiene «{name}», que no se conoce")
        for name, kind in self.fields.items():
            is_missing = name not in row and name not in self.optional
            if is_missing or (name in row and type(row[name]) is not kind):
                raise self.broken(f"el asiento {number} tiene mal «{name}»")
        return row

    def broken(self, reason: str) -> UnreadableInput:
        """Return the error that says why its content cannot be trusted."""
        return UnreadableInput(self._problem(LEDGER_BROKEN, motivo=reason))

    def _problem(self, kind: ProblemKind, **params: str) -> Problem:
        return Problem(kind, FileLocation(str(self.path)), {"archivo": self.path.name, **params})

    def to_bytes(self, rows: Sequence[Row]) -> bytes:
        """Return the ledger as it stands on disk: one line per entry."""
        lines = ",\n".join(json.dumps(dict(row), ensure_ascii=False) for row in rows)
        head = f'"{_FORMAT}": {json.dumps(self.format)},\n"{_VERSION}": {VERSION},\n"{_ROWS}": ['
        return f"{{\n{head}\n{lines}\n]\n}}\n".encode()


class HeldLedger:
    """A ledger that no other process changes meanwhile.

    Attributes:
        rows: its lines, as last read or written.
    """

    def __init__(self, file: LedgerFile, rows: tuple[Row, ...], data: bytes | None) -> None:
        self.rows = rows
        self._file = file
        self._data = data

    def write(self, rows: Sequence[Row]) -> None:
        """Replace its lines, whole or not at all; nothing is written where they are the same.

        Raises:
            ProtectedFile: somebody has it open, or changed it without asking for the lock.
            MissingResource: it could not be written.
        """
        data = self._file.to_bytes(rows)
        if tuple(rows) == self.rows:
            return
        refuse_if_in_use(self._file.path)
        write_whole(self._file.path, data, disk=self._file.disk, guard=self._refuse_if_changed)
        self.rows, self._data = tuple(rows), data
        clean_leftovers(self._file.path.parent, disk=self._file.disk)

    def _refuse_if_changed(self) -> None:
        # Over some network folders locks do not reach other machines: what was read must still be there.
        if self._file.content() != self._data:
            path = self._file.path
            raise ProtectedFile(CHANGED_MEANWHILE.at(FileLocation(str(path)), archivo=path.name))
