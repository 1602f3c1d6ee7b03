"""What to do with a file that may have been edited: three hashes decide (recorded, on disk, new)."""

from __future__ import annotations

import enum

from cotaprep_docs.records import record


class Standing(enum.Enum):
    """How a file stands between what was recorded and what is on disk."""

    ABSENT = "ausente"  # neither recorded nor there
    UNTOUCHED = "intacto"
    TOUCHED = "modificado"
    UNKNOWN = "ajeno"  # there, not recorded
    GONE = "retirado"  # recorded, no longer there


class Result(enum.Enum):
    """What was done with a file."""

    UNCHANGED = "sin-cambios"
    WRITTEN = "escrito"
    REPLACED = "reemplazado"
    REWRITTEN = "escrito-otra-vez"
    ADOPTED = "adoptado"
    KEPT_EDITED = "conservado"  # somebody edited it, and there is nothing new to tell them
    KEPT_REVIEWED = "conservado-con-propuesta"
    KEPT_UNKNOWN = "conservado-ajeno"

    @property
    def writes(self) -> bool:
        """Whether the new bytes are put in the file's place."""
        return self in (Result.WRITTEN, Result.REPLACED, Result.REWRITTEN)

    @property
    def protected(self) -> bool:
        """Whether a file was kept in spite of a new version for its place."""
        return self in (Result.KEPT_REVIEWED, Result.KEPT_UNKNOWN)

    @property
    def owned(self) -> bool:
        """Whether the file on disk is now exactly the new version."""
        return self.writes or self in (Result.UNCHANGED, Result.ADOPTED)


@record(frozen=True, slots=True)
class Hashes:
    """What is known of one file; an empty hash means there is none.

    Attributes:
        recorded: the version of ours that was last seen in place.
        pending: the version that was about to take its place; left only by a run that was cut short.
        on_disk: what is there now.
        signed: what is there carries a digital signature, which is never ours to replace.
    """

    recorded: str = ""
    pending: str = ""
    on_disk: str = ""
    signed: bool = False


def standing_of(hashes: Hashes) -> Standing:
    """Return how a file stands."""
    if not hashes.on_disk:
        return Standing.GONE if hashes.recorded else Standing.ABSENT
    if hashes.on_disk in (hashes.recorded, hashes.pending) and not hashes.signed:
        return Standing.UNTOUCHED
    return Standing.TOUCHED if hashes.recorded else Standing.UNKNOWN


def decide(hashes: Hashes, new: str) -> Result:
    """Return what to do with a file, given the hash of its new version."""
    if new == hashes.on_disk:
        return Result.UNCHANGED if new in (hashes.recorded, hashes.pending) else Result.ADOPTED
    match standing_of(hashes):
        case Standing.ABSENT:
            return Result.WRITTEN
        case Standing.GONE:
            return Result.REWRITTEN
        case Standing.UNTOUCHED:
            return Result.REPLACED
        case Standing.UNKNOWN:
            return Result.KEPT_UNKNOWN
        case Standing.TOUCHED:
            # With a version pending nobody knows which of the two the person edited: propose.
            known = new == hashes.recorded and not hashes.pending
            return Result.KEPT_EDITED if known else Result.KEPT_REVIEWED
