"""The four rows of the table, hash by hash."""

from __future__ import annotations

import itertools

import pytest

from cotaprep_docs.review.decision import Hashes, Result, Standing, decide, standing_of

A, B, C = "a" * 64, "b" * 64, "c" * 64


@pytest.mark.parametrize(
    ("recorded", "on_disk", "new", "expected"),
    [
        (A, A, A, Result.UNCHANGED),
        (A, A, B, Result.REPLACED),
        (A, C, A, Result.KEPT_EDITED),
        (A, C, B, Result.KEPT_REVIEWED),
        (A, C, C, Result.ADOPTED),
        ("", C, A, Result.KEPT_UNKNOWN),
        ("", C, C, Result.ADOPTED),
        (A, "", A, Result.REWRITTEN),
        (A, "", B, Result.REWRITTEN),
        ("", "", A, Result.WRITTEN),
    ],
)
def test_each_cell_of_the_table(recorded: str, on_disk: str, new: str, expected: Result) -> None:
    assert decide(Hashes(recorded, "", on_disk), new) is expected


@pytest.mark.parametrize("on_disk", [A, B])
def test_after_a_crash_both_versions_are_ours(on_disk: str) -> None:
    hashes = Hashes(A, B, on_disk)
    assert standing_of(hashes) is Standing.UNTOUCHED
    assert decide(hashes, C) is Result.REPLACED
    assert decide(hashes, on_disk) is Result.UNCHANGED


@pytest.mark.parametrize("new", [A, B])
def test_after_a_crash_an_edit_gets_a_proposal_since_its_base_is_not_known(new: str) -> None:
    assert decide(Hashes(A, B, C), new) is Result.KEPT_REVIEWED


def test_a_signed_file_is_touched_even_when_its_hash_is_recorded() -> None:
    signed = Hashes(A, "", A, signed=True)
    assert standing_of(signed) is Standing.TOUCHED
    assert decide(signed, B) is Result.KEPT_REVIEWED
    assert decide(signed, A) is Result.UNCHANGED


def test_only_bytes_known_as_ours_are_ever_replaced() -> None:
    choices = ("", A, B, C)
    for recorded, pending, on_disk, new, signed in itertools.product(
        choices, choices, choices, (A, B, C), (False, True)
    ):
        if decide(Hashes(recorded, pending, on_disk, signed), new).writes:
            assert not on_disk or (on_disk in (recorded, pending) and not signed)
