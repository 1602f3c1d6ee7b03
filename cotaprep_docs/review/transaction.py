"""One locked change of an output folder: its manifest, and the files that change with it."""

from __future__ import annotations

import contextlib
import errno
import functools
import itertools
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from cotaprep_docs.problems.exit_code import CotaprepError, ProtectedFile, UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Checked, Problem
from cotaprep_docs.records import record
from cotaprep_docs.review.atomic import (
    Disk,
    open_mark,
    put_whole,
    refuse_if_in_use,
    remove_file,
    sync_folder,
    translated,
    write_whole,
)
from cotaprep_docs.review.decision import Hashes, Standing, standing_of
from cotaprep_docs.review.digest import Fingerprint, fingerprint, sha256_of
from cotaprep_docs.review.manifest import BadManifest, Entry, Manifest, Record, Revision, parse_manifest
from cotaprep_docs.review.names import MANIFEST_NAME, name_key, renamed_example
from cotaprep_docs.review.problem_kinds import (
    CHANGED_MEANWHILE,
    MANIFEST_BROKEN,
    MANIFEST_SET_ASIDE,
    MANIFEST_UNREADABLE,
)


@record(frozen=True, slots=True)
class Found:
    """A file as it stands: on disk and in the manifest.

    Attributes:
        path: its place, spelled as it is on disk.
        print: its content; None where there is no file.
        entry: what the manifest says of it.
    """

    path: Path
    print: Fingerprint | None
    entry: Entry | None

    @property
    def name(self) -> str:
        """Its name, as it is on disk."""
        return self.path.name

    @property
    def hashes(self) -> Hashes:
        """The hashes that decide what may be done with it."""
        entry, found = self.entry or Entry(), self.print or Fingerprint("")
        return Hashes(entry.sha256, entry.pending, found.sha256, found.signed)

    @property
    def standing(self) -> Standing:
        """How it stands between manifest and disk."""
        return standing_of(self.hashes)


def find_file(folder: Path, name: str, manifest: Manifest) -> Found:
    """Return how a file stands.

    Raises:
        ProtectedFile: what has its name is no plain file, or may not be read now.
    """
    path = on_disk(folder, name)
    return Found(path, fingerprint(path), manifest.find(name))


def on_disk(folder: Path, name: str) -> Path:
    """Return the file's path; one that differs in capitals only is the same file on Windows, so here too."""
    if os.path.lexists(folder / name):
        return folder / name
    key = name_key(name)
    with translated(folder):
        same = sorted(other.name for other in folder.iterdir() if name_key(other.name) == key)
    return folder / (same[0] if same else name)


def load_manifest(folder: Path) -> Checked[Manifest | None]:
    """Return the folder's manifest: an empty one where there is none, None where it is broken.

    Raises:
        UnreadableInput: it is there and the system does not let it be read.
    """
    path = folder / MANIFEST_NAME
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return _broken(path, "no es un archivo común")
        return Checked(parse_manifest(path.read_bytes()))
    except FileNotFoundError:
        return Checked(Manifest())
    except BadManifest as error:
        return _broken(path, str(error))
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "")
        raise UnreadableInput(MANIFEST_UNREADABLE.at(FileLocation(str(path)), motivo=reason)) from error


def _broken(path: Path, reason: str) -> Checked[Manifest | None]:
    example = renamed_example("acta-3.docx")
    problem = MANIFEST_BROKEN.at(FileLocation(str(path)), archivo=path.name, motivo=reason, ejemplo=example)
    return Checked(None, (problem,))


@record(frozen=True, slots=True)
class Version:
    """A file as it was just made.

    Attributes:
        name: plain file name.
        data: its bytes.
        record: what the manifest is to remember of it.
        sha256: of its bytes.
    """

    name: str
    data: bytes
    record: Record
    sha256: str

    @staticmethod
    def of(name: str, data: bytes, record: Record) -> Version:
        """Return the version with its hash."""
        return Version(name, data, record, sha256_of(data))


@record(frozen=True, slots=True)
class Step:
    """What happens to one file of a change.

    Attributes:
        found: how it stands.
        version: what is to be in its place.
        writes: whether that has to be put there; else it is there already, and only to be written down.
    """

    found: Found
    version: Version
    writes: bool

    @property
    def intended(self) -> Entry:
        """What the manifest says of the file while it is replaced."""
        entry = self.found.entry or Entry()
        return entry.intending(self.found.hashes.on_disk, self.version.sha256, self.version.record)


class Transaction:
    """The manifest as it is inside the lock, and the changes made with it.

    Attributes:
        folder: the output folder.
        manifest: as last written down, or empty in place of a broken one.
        problems: met so far.
    """

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.folder = folder
        self._disk = disk
        loaded = load_manifest(folder)
        self._broken = loaded.value is None
        self.manifest = loaded.value or Manifest()
        self.problems: list[Problem] = list(loaded.problems)

    def find(self, name: str) -> Found:
        """Return how a file of the folder stands."""
        return find_file(self.folder, name, self.manifest)

    def apply(self, steps: Sequence[Step]) -> Mapping[str, CotaprepError]:
        """Put new versions in place, however many for two writings of the manifest.

        All that is about to change is written down, then the files take their places, then all that did is
        written down: whenever this stops, each file is the old or the new one and known as ours.

        Args:
            steps: one for each file.

        Returns:
            What went wrong, by name of file; it stops no other file.

        Raises:
            CotaprepError: the manifest could not be written.
        """
        failed: dict[str, CotaprepError] = {}
        writing = [step for step in steps if step.writes and _tried(step, _refuse_if_in_use, failed)]
        self._note({step.found.name: step.intended for step in writing})
        for step in writing:
            _tried(step, self._put, failed)
        if writing:  # before the manifest says that they are in place
            sync_folder(self.folder, self._disk)
        done = [step for step in steps if step.found.name not in failed]
        self._note({step.found.name: self._settled(step) for step in done})
        return failed

    def _put(self, step: Step) -> None:
        guard = functools.partial(_refuse_if_taken, step.found)
        put_whole(step.found.path, step.version.data, disk=self._disk, guard=guard)

    def _note(self, entries: Mapping[str, Entry]) -> None:
        if entries:
            self._save(self.manifest.with_entries(entries))

    def _settled(self, step: Step) -> Entry:
        entry = self.manifest.find(step.found.name) or Entry()
        return entry.settled(step.version.sha256, step.version.record)

    def give_out(self, things: Mapping[str, str], at_least: Mapping[str, int]) -> Mapping[str, Revision]:
        """Write down that things go out, by name and hash, and return which revision each is."""
        changed = self.manifest
        for name, sha256 in things.items():
            changed = changed.with_revision(name, sha256, at_least=at_least.get(name, 0))
        self._save(changed)
        return {name: changed.revisions[name] for name in things}

    def withdraw(self, names: Iterable[str]) -> None:
        """Remove files of ours that nobody touched or has open, and forget them; any other stays."""
        kept = self.manifest
        for name in names:
            if self.manifest.find(name) is not None:
                with contextlib.suppress(CotaprepError):  # in use: the next run will remove it
                    kept = self._withdrawn(name, kept)
        if kept is not self.manifest:
            self._save(kept)

    def _withdrawn(self, name: str, manifest: Manifest) -> Manifest:
        found = self.find(name)
        if open_mark(found.path) or found.standing is Standing.TOUCHED:
            return manifest
        if found.standing is Standing.UNTOUCHED:
            remove_file(found.path, disk=self._disk)
        return manifest.without(name)

    def _save(self, manifest: Manifest) -> None:
        path = self.folder / MANIFEST_NAME
        if self._broken:
            self._set_aside(path)
        elif manifest == self.manifest:
            return
        write_whole(path, manifest.to_bytes(), disk=self._disk)
        self.manifest = manifest

    def _set_aside(self, path: Path) -> None:
        names = (path.with_name(f"manifiesto-ilegible-{number}.json") for number in itertools.count(1))
        aside = next(name for name in names if not os.path.lexists(name))
        with translated(path):
            self._disk.replace(path, aside)
        self._broken = False
        self.problems.append(
            MANIFEST_SET_ASIDE.at(FileLocation(str(path)), archivo=path.name, apartado=aside.name)
        )


def _refuse_if_taken(found: Found) -> None:
    """Look once more, at the last moment: it may be some files since the change was begun."""
    refuse_if_in_use(found.path)
    if fingerprint(found.path) != found.print:
        location = FileLocation(str(found.path))
        raise ProtectedFile(CHANGED_MEANWHILE.at(location, archivo=found.name))


def _refuse_if_in_use(step: Step) -> None:
    refuse_if_in_use(step.found.path)


def _tried(step: Step, act: Callable[[Step], None], failed: dict[str, CotaprepError]) -> bool:
    """Tell whether something could be done with a file; what keeps it from that is noted."""
    try:
        act(step)
    except CotaprepError as error:
        failed[step.found.name] = error
        return False
    return True
