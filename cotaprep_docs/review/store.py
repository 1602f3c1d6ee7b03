"""The output folder, where nothing a person wrote is ever overwritten."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from cotaprep_docs.problems.exit_code import CotaprepError, MissingResource, UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind, sort_problems
from cotaprep_docs.records import record
from cotaprep_docs.review.atomic import REAL_DISK, Disk, clean_leftovers
from cotaprep_docs.review.decision import Result, Standing, decide
from cotaprep_docs.review.digest import read_file
from cotaprep_docs.review.lock import folder_lock
from cotaprep_docs.review.manifest import Entry, Manifest, Record, Revision
from cotaprep_docs.review.names import name_key, plain_name, proposal_name, renamed_example, split_name
from cotaprep_docs.review.problem_kinds import (
    ADOPTED,
    EDITED_KEPT,
    FILE_MISSING,
    NOT_A_FOLDER,
    PDF_KEPT,
    PROPOSAL_KEPT,
    REVIEWED_KEPT,
    REWRITTEN,
    SIGNED_KEPT,
    SIGNED_PROPOSED,
    SIGNED_UNKNOWN,
    UNKNOWN_KEPT,
)
from cotaprep_docs.review.transaction import (
    Found,
    Step,
    Transaction,
    Version,
    find_file,
    load_manifest,
    on_disk,
)

PATIENCE = 15.0
"""Seconds to wait for another process that writes in the same folder."""

_SAID: Mapping[Result, ProblemKind] = {
    Result.REWRITTEN: REWRITTEN,
    Result.ADOPTED: ADOPTED,
    Result.KEPT_EDITED: EDITED_KEPT,
    Result.KEPT_UNKNOWN: UNKNOWN_KEPT,
}
_SAID_OF_SIGNED: Mapping[Result, ProblemKind] = {
    Result.KEPT_EDITED: SIGNED_KEPT,
    Result.KEPT_REVIEWED: SIGNED_PROPOSED,
    Result.KEPT_UNKNOWN: SIGNED_UNKNOWN,
}


@record(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        path: the file, spelled as it is on disk.
        result: what was done.
        proposal: where the new version was written instead, when it was.
        problems: what to tell the user.
    """

    path: Path
    result: Result
    proposal: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def protected(self) -> bool:
        """Whether a file was kept in spite of a new version: the run ends with exit code 4."""
        return self.result.protected


class Store:
    """An output folder with its manifest.

    Several processes may use one folder: every change is made under a lock, on the manifest as it is then.

    Attributes:
        folder: the folder; made when it does not exist.
        problems: met on opening, such as a broken manifest.
    """

    def __init__(self, folder: Path, *, disk: Disk = REAL_DISK, patience: float = PATIENCE) -> None:
        self.folder = folder
        self._disk = disk
        self._patience = patience
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MissingResource(NOT_A_FOLDER.at(FileLocation(str(folder)), archivo=folder)) from error
        with self._changing() as change:
            clean_leftovers(folder, disk=disk)
            self.problems = tuple(change.problems)

    def save(self, name: str, data: bytes, record: Record) -> Outcome:
        """Save a generated file, unless somebody edited the one in its place.

        Args:
            name: plain file name.
            data: the new version.
            record: what the manifest is to remember of it.

        Raises:
            ProtectedFile: the file is open or locked, or the folder is.
            MissingResource: the disk or the folder does not take it.
            UsageProblem: the name is not a plain file name.
        """
        (outcome,) = self.save_all((Version.of(name, data, record),))
        if isinstance(outcome, CotaprepError):
            raise outcome
        return outcome

    def save_all(self, versions: Sequence[Version]) -> tuple[Outcome | CotaprepError, ...]:
        """Save several generated files in one change, which costs hardly more than a change of one.

        Args:
            versions: the new versions, each as `save` takes it.

        Returns:
            What became of each, or what `save` would have raised; what stops one does not stop the others.

        Raises:
            ProtectedFile: the folder is locked.
            MissingResource: the disk or the folder does not take the manifest.
        """
        with self._changing() as change:
            return tuple(outcome for group in _apart(versions) for outcome in _save_group(change, group))

    def save_pdf(self, name: str, data: bytes, record: Record, *, docx_sha256: str) -> Outcome:
        """Save a PDF made from the DOCX on disk; a signed or annotated one is kept like any edited file.

        Args:
            name: plain file name.
            data: the new PDF.
            record: what the manifest is to remember of it.
            docx_sha256: of the very bytes it was made from.

        Raises:
            ProtectedFile: the file is open or locked, or the folder is.
            MissingResource: the disk or the folder does not take it.
            UsageProblem: the name is not a plain file name.
        """
        return self.save(name, data, dataclasses.replace(record, docx_sha256=docx_sha256))

    def give_out(
        self, things: Mapping[str, str], *, at_least: Mapping[str, int] | None = None
    ) -> Mapping[str, Revision]:
        """Write down that things go out, and return which revision each is.

        Args:
            things: the SHA-256 of what people must hear of when it changes, by a name that is the same
                whatever file the thing goes out in. A number is raised where its hash differs.
            at_least: the number each cannot be below.

        Raises:
            ProtectedFile: the folder is locked.
            MissingResource: the manifest could not be written.
        """
        with self._changing() as change:
            return change.give_out(things, at_least or {})

    def revision(self, name: str) -> Revision | None:
        """Return what went out last under a name."""
        return self._manifest().revisions.get(name)

    def is_stale(self, pdf_name: str, docx_sha256: str) -> bool:
        """Tell whether a PDF must be made again: it is missing, not ours, or made from another DOCX.

        A PDF that people signed or annotated is not stale while its DOCX stays the same.
        """
        found = self._find(pdf_name)
        if found.print is None or found.entry is None:
            return True
        return found.entry.record.docx_sha256 != docx_sha256

    def read(self, name: str) -> bytes:
        """Return the bytes of a file of the folder, as they are now.

        Raises:
            UnreadableInput: there is no such file.
            ProtectedFile: it is no plain file, or may not be read now.
        """
        path = on_disk(self.folder, plain_name(name))
        data = read_file(path)
        if data is None:
            raise UnreadableInput(FILE_MISSING.at(FileLocation(str(path)), archivo=path.name))
        return data

    def standing(self, name: str) -> Standing:
        """Return how a file stands between what was recorded and what is on disk."""
        return self._find(name).standing

    def entry(self, name: str) -> Entry | None:
        """Return what the manifest remembers of a file."""
        return self._manifest().find(plain_name(name))

    def entries(self) -> Mapping[str, Entry]:
        """Return what the manifest remembers, by file name; proposals are among them."""
        return dict(sorted(self._manifest().entries.items()))

    def _find(self, name: str) -> Found:
        return find_file(self.folder, plain_name(name), self._manifest())

    def _manifest(self) -> Manifest:
        return load_manifest(self.folder).value or Manifest()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Transaction]:
        with folder_lock(self.folder, patience=self._patience, disk=self._disk):
            yield Transaction(self.folder, self._disk)


@record(frozen=True, slots=True)
class _Plan:
    """What is to become of one file.

    Attributes:
        found: how it stands.
        result: what the hashes decide.
        steps: what changes on disk: the file, or the proposal beside it.
        proposal: where the new version is instead, when it is.
    """

    found: Found
    result: Result
    steps: tuple[Step, ...]
    proposal: Path | None = None


def _apart(versions: Iterable[Version]) -> Iterator[Sequence[Version]]:
    """Yield the versions in groups where no two are of the same file: one has to see what the other did."""
    group: dict[str, Version] = {}
    for version in versions:
        key = name_key(version.name)
        if key in group:
            yield tuple(group.values())
            group = {}
        group[key] = version
    yield tuple(group.values())


def _save_group(change: Transaction, versions: Iterable[Version]) -> Sequence[Outcome | CotaprepError]:
    plans = [_tried_plan(change, version) for version in versions]
    sound = [plan for plan in plans if isinstance(plan, _Plan)]
    failed = change.apply([step for plan in sound for step in plan.steps])
    done = [plan for plan in sound if not any(step.found.name in failed for step in plan.steps)]
    change.withdraw(
        proposal_name(plan.found.name) for plan in done if plan.result is not Result.KEPT_REVIEWED
    )
    return [plan if isinstance(plan, CotaprepError) else _outcome(change, plan, failed) for plan in plans]


def _tried_plan(change: Transaction, version: Version) -> _Plan | CotaprepError:
    try:
        return _plan(change, version)
    except CotaprepError as error:
        return error


def _plan(change: Transaction, version: Version) -> _Plan:
    name = plain_name(version.name)
    found = change.find(name)
    result = decide(found.hashes, version.sha256)
    if result is not Result.KEPT_REVIEWED:
        return _Plan(found, result, _steps(found, version, result))
    beside = change.find(proposal_name(name))
    aside = decide(beside.hashes, version.sha256)
    if aside.protected:  # that place holds somebody's work too
        return _Plan(found, result, ())
    return _Plan(found, result, _steps(beside, version, aside), beside.path)


def _steps(found: Found, version: Version, result: Result) -> tuple[Step, ...]:
    return (Step(found, version, result.writes),) if result.owned else ()


def _outcome(
    change: Transaction, plan: _Plan, failed: Mapping[str, CotaprepError]
) -> Outcome | CotaprepError:
    for step in plan.steps:
        if step.found.name in failed:
            return failed[step.found.name]
    problems = (*change.problems, *_said(plan.found, plan.result, plan.proposal))
    return Outcome(plan.found.path, plan.result, plan.proposal, sort_problems(problems))


def _said(found: Found, result: Result, proposal: Path | None) -> tuple[Problem, ...]:
    kind = _SAID.get(result)
    if result is Result.KEPT_REVIEWED:
        is_pdf = split_name(found.name)[1].casefold() == ".pdf"
        kind = PROPOSAL_KEPT if proposal is None else PDF_KEPT if is_pdf else REVIEWED_KEPT
    if found.hashes.signed and kind is not PROPOSAL_KEPT:
        kind = _SAID_OF_SIGNED.get(result, kind)
    if kind is None:
        return ()
    beside = proposal.name if proposal else proposal_name(found.name)
    stuck = beside if kind is PROPOSAL_KEPT else found.name
    location = FileLocation(str(found.path))
    return (kind.at(location, archivo=found.name, propuesta=beside, ejemplo=renamed_example(stuck)),)
