"""What is in an output folder, and how each file of ours stands; nothing is made or changed."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.problems.problem import Checked
from cotaprep_docs.records import record
from cotaprep_docs.review.atomic import open_mark
from cotaprep_docs.review.decision import Standing
from cotaprep_docs.review.manifest import Record, State
from cotaprep_docs.review.names import is_proposal
from cotaprep_docs.review.transaction import find_file, load_manifest


@record(frozen=True, slots=True)
class Listed:
    """A file that the manifest knows.

    Attributes:
        path: its place, spelled as it is on disk.
        record: what was said of it when it was saved.
        standing: how it stands between manifest and disk; None where it may not be read now.
        sha256: of what is on disk; empty where there is nothing, or it may not be read.
        recorded: SHA-256 of the version of ours last known to be in place.
        signed: it is a PDF with a digital signature.
        open: Word or LibreOffice has it open.
        proposal: it is a new version that waits beside an edited file.
    """

    path: Path
    record: Record
    standing: Standing | None
    sha256: str = ""
    recorded: str = ""
    signed: bool = False
    open: bool = False
    proposal: bool = False


def definitive_names(folder: Path) -> frozenset[str]:
    """Return the names of the files of a folder that were saved as definitive and are there; none are read.

    Raises:
        UnreadableInput: the manifest is there and the system does not let it be read.
    """
    manifest = load_manifest(folder).value if folder.is_dir() else None
    entries = manifest.entries.items() if manifest is not None else ()
    found = (name for name, entry in entries if entry.record.state == State.DEFINITIVE)
    return frozenset(name for name in found if (folder / name).is_file())


def list_files(folder: Path) -> Checked[tuple[Listed, ...]]:
    """Return the files of an output folder that are ours, by name; none where there is no folder.

    Raises:
        UnreadableInput: the manifest is there and the system does not let it be read.
    """
    if not folder.is_dir():
        return Checked(())
    loaded = load_manifest(folder)
    manifest = loaded.value
    if manifest is None:
        return Checked((), loaded.problems)
    found = []
    for name, entry in sorted(manifest.entries.items()):
        proposal = is_proposal(name)
        try:
            file = find_file(folder, name, manifest)
        except ProtectedFile:
            found.append(Listed(folder / name, entry.record, None, proposal=proposal))
            continue
        print_ = file.print
        found.append(
            Listed(
                path=file.path,
                record=entry.record,
                standing=file.standing,
                sha256=print_.sha256 if print_ is not None else "",
                recorded=entry.sha256,
                signed=print_ is not None and print_.signed,
                open=bool(open_mark(file.path)),
                proposal=proposal,
            )
        )
    return Checked(tuple(found), loaded.problems)
