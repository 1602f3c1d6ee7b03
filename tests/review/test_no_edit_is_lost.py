"""Any sequence of generating, editing, deleting, signing and crashing: the table holds, no edit is lost."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.names import proposal_name
from cotaprep_docs.review.store import Outcome, Store
from cotaprep_docs.review.transaction import Version
from tests.review.disks import FragileDisk, Moment, PowerCut

NAMES = ["acta-3.docx", "acta-3.pdf"]
ALL_NAMES = [*NAMES, *map(proposal_name, NAMES)]
SIGNATURE = b"/Type /Sig /ByteRange [0 1 2 3]"
KEPT = {Result.KEPT_EDITED, Result.KEPT_REVIEWED, Result.KEPT_UNKNOWN}

# Section 5 of the architecture, as a table: (how the file stands, new = recorded) -> result.
TABLE = {
    ("untouched", True): Result.UNCHANGED,
    ("untouched", False): Result.REPLACED,
    ("touched", True): Result.KEPT_EDITED,
    ("touched", False): Result.KEPT_REVIEWED,
    ("not recorded", False): Result.KEPT_UNKNOWN,
    ("gone", True): Result.REWRITTEN,
    ("gone", False): Result.REWRITTEN,
    ("nothing", False): Result.WRITTEN,
}


@dataclasses.dataclass
class Ours:
    """What the model knows of the program's last work on one file."""

    version: bytes
    cut_short: frozenset[bytes | None] = frozenset()  # what may be there after a power cut
    disturbed: bool = False  # somebody did something to the file after that power cut


class SharedFolder(RuleBasedStateMachine):
    """A program and people at work in one folder; the model keeps its own books."""

    @initialize()
    def open_folder(self) -> None:
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        self.ours: dict[str, Ours] = {}
        self.precious: dict[str, bytes] = {}
        self.counter = 0
        self.broken = False

    def teardown(self) -> None:
        if hasattr(self, "_temporary"):
            self._temporary.cleanup()

    # The program --------------------------------------------------------------------------------------

    @rule(name=st.sampled_from(NAMES), version=st.integers(0, 2))
    def generate(self, name: str, version: int) -> None:
        new = _version(name, version)
        before, beside = self._disk(name), self._disk(proposal_name(name))
        outcome = self._save(name, new, FragileDisk())
        self._check_main(name, new, before, outcome)
        self._check_proposal(proposal_name(name), new, beside, outcome)

    @rule(
        name=st.sampled_from(NAMES),
        version=st.integers(0, 2),
        cut_at=st.integers(1, 30),
        moment=st.sampled_from(Moment),
    )
    def generate_and_crash(self, name: str, version: int, cut_at: int, moment: Moment) -> None:
        new = _version(name, version)
        beside = proposal_name(name)
        before = {each: self._disk(each) for each in (name, beside)}
        try:
            outcome = self._save(name, new, FragileDisk(cut_at, moment))
        except PowerCut:
            self._remember_crash(name, new, before[name])
            self._remember_crash(beside, new, before[beside])
        else:
            self._check_main(name, new, before[name], outcome)
            self._check_proposal(beside, new, before[beside], outcome)

    @rule(
        versions=st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(0, 2))),
        cut_at=st.integers(1, 60),
        moment=st.sampled_from(Moment),
    )
    def generate_together(self, versions: dict[str, int], cut_at: int, moment: Moment) -> None:
        """Both in one change; where the power goes off at a call that there is none of, it does not."""
        new = {name: _version(name, version) for name, version in versions.items()}
        before = {each: self._disk(each) for each in ALL_NAMES}
        made = [Version.of(name, new[name], _record(name)) for name in NAMES]
        try:
            outcomes = Store(self.folder, disk=FragileDisk(cut_at, moment).disk, patience=0).save_all(made)
        except PowerCut:
            for name in NAMES:
                self._remember_crash(name, new[name], before[name])
                self._remember_crash(proposal_name(name), new[name], before[proposal_name(name)])
            return
        for name, outcome in zip(NAMES, outcomes, strict=True):
            assert isinstance(outcome, Outcome)
            self._check_main(name, new[name], before[name], outcome)
            self._check_proposal(proposal_name(name), new[name], before[proposal_name(name)], outcome)

    def _save(self, name: str, new: bytes, fragile: FragileDisk) -> Outcome:
        return Store(self.folder, disk=fragile.disk, patience=0).save(name, new, _record(name))

    # People -------------------------------------------------------------------------------------------

    @rule(name=st.sampled_from(ALL_NAMES))
    def edit(self, name: str) -> None:
        self._put(name, b"written by a person %d" % self._next())

    @precondition(lambda self: any(self._disk(proposal_name(name)) for name in NAMES))
    @rule(data=st.data())
    def edit_a_proposal(self, data: st.DataObject) -> None:
        proposals = [proposal_name(name) for name in NAMES if self._disk(proposal_name(name))]
        self._put(data.draw(st.sampled_from(proposals)), b"noted by a person %d" % self._next())

    @precondition(lambda self: self._disk("acta-3.pdf") is not None)
    @rule()
    def sign(self) -> None:
        self._put("acta-3.pdf", (self._disk("acta-3.pdf") or b"") + SIGNATURE + b"%d" % self._next())

    @rule(name=st.sampled_from(ALL_NAMES))
    def delete(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        self.precious.pop(name, None)
        self._disturb(name)

    @rule(name=st.sampled_from(NAMES))
    def accept_proposal(self, name: str) -> None:
        if self._disk(proposal_name(name)) is not None:
            self._move(proposal_name(name), name)

    @rule(name=st.sampled_from(NAMES), version=st.integers(0, 2))
    def restore_a_version_from_a_copy(self, name: str, version: int) -> None:
        (self.folder / name).write_bytes(_version(name, version))
        self.precious.pop(name, None)
        self._disturb(name)

    @precondition(lambda self: not self.broken)
    @rule()
    def break_the_manifest(self) -> None:
        self.broken = True  # once is enough: it makes the model forget all it learnt
        (self.folder / ".manifiesto.json").write_bytes(b"{" + b"%d" % self._next())
        self.ours.clear()

    def _put(self, name: str, data: bytes) -> None:
        (self.folder / name).write_bytes(data)
        self.precious[name] = data
        self._disturb(name)

    def _move(self, source: str, target: str) -> None:
        (self.folder / source).replace(self.folder / target)
        self.precious.pop(target, None)
        if source in self.precious:
            self.precious[target] = self.precious.pop(source)
        self._disturb(source)
        self._disturb(target)

    def _disturb(self, name: str) -> None:
        if name in self.ours:
            self.ours[name].disturbed = True

    # The books ----------------------------------------------------------------------------------------

    @invariant()
    def nothing_a_person_wrote_is_lost(self) -> None:
        for name, data in getattr(self, "precious", {}).items():
            assert self._disk(name) == data

    @invariant()
    def every_document_is_whole(self) -> None:
        for name in ALL_NAMES if hasattr(self, "folder") else ():
            data = self._disk(name)
            whole = {_version(other, number) for other in NAMES for number in range(3)}
            assert data is None or data in whole or name in self.precious

    def _check_main(self, name: str, new: bytes, before: bytes | None, outcome: Outcome) -> None:
        ours = self.ours.get(name)
        if ours is None or not ours.cut_short:
            assert outcome.result is self._by_the_table(name, new, before)
        elif not ours.disturbed and before in ours.cut_short:
            assert outcome.result not in KEPT
        after = self._disk(name)
        assert after == (before if outcome.result in KEPT else new)
        assert outcome.protected == (outcome.result in KEPT - {Result.KEPT_EDITED})
        if outcome.result not in KEPT:
            self.ours[name] = Ours(new)

    def _check_proposal(self, name: str, new: bytes, before: bytes | None, outcome: Outcome) -> None:
        ours, after = self.ours.get(name), self._disk(name)
        if outcome.result is not Result.KEPT_REVIEWED:
            certain = ours is not None and not ours.cut_short
            if certain and ours is not None and before == ours.version:
                assert after is None
            assert after in (before, None)
            if after is None or (certain and before is None):
                self.ours.pop(name, None)
            return
        assert outcome.proposal in (None, self.folder / name)
        if ours is None or not ours.cut_short:
            expected = self._by_the_table(name, new, before)
            assert after == (before if expected in KEPT else new)
            assert (outcome.proposal is None) == (expected in KEPT - {Result.KEPT_EDITED})
        if after == new:
            self.ours[name] = Ours(new)

    def _by_the_table(self, name: str, new: bytes, before: bytes | None) -> Result:
        ours = self.ours.get(name)
        recorded = None if ours is None else ours.version
        if before == new:
            return Result.UNCHANGED if recorded == new else Result.ADOPTED
        if before is None:
            standing = "nothing" if recorded is None else "gone"
        elif recorded is None:
            standing = "not recorded"
        else:
            standing = "untouched" if before == recorded and SIGNATURE not in before else "touched"
        return TABLE[standing, new == recorded]

    def _remember_crash(self, name: str, new: bytes, before: bytes | None) -> None:
        """After a power cut one of two versions is recorded; which one the model does not say."""
        ours = self.ours.get(name)
        uncertain = ours is not None and bool(ours.cut_short)
        clean = before is None or (ours is not None and before == ours.version)
        if uncertain and ours is not None:
            clean = not ours.disturbed and before in ours.cut_short
        version = new if ours is None else ours.version
        self.ours[name] = Ours(version, frozenset({before, new}), disturbed=not clean)

    def _disk(self, name: str) -> bytes | None:
        path = self.folder / name
        return path.read_bytes() if path.exists() else None

    def _next(self) -> int:
        self.counter += 1
        return self.counter


def _record(name: str) -> Record:
    return Record("acta", name, docx_sha256="0" * 64 if name.endswith(".pdf") else "")


def _version(name: str, number: int) -> bytes:
    return b"made by the program from %s, version %d" % (name.encode(), number)


SharedFolder.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestSharedFolder = SharedFolder.TestCase
