"""The store on a real folder: each row of the table, byte by byte, and what can stand in the way."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import (
    CotaprepError,
    ExitCode,
    MissingResource,
    ProtectedFile,
    UnreadableInput,
    UsageProblem,
)
from cotaprep_docs.review.decision import Result, Standing
from cotaprep_docs.review.digest import sha256_of
from cotaprep_docs.review.names import temporary_name
from cotaprep_docs.review.store import Outcome, Store
from tests.review.disks import quick_disk
from tests.review.folders import (
    ACTA,
    EDITED,
    EDITED_AGAIN,
    NAME,
    NEWER,
    NEWEST,
    OURS,
    PDF,
    PDF_PROPOSAL,
    PROPOSAL,
    SIGNATURE,
    codes_of,
    files_in,
    put,
    raised_by,
)


def test_nothing_there_nothing_recorded_is_written(store: Store) -> None:
    outcome = store.save(NAME, OURS, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.WRITTEN, False, [])
    assert files_in(store) == {NAME: OURS}
    entry = store.entry(NAME)
    assert entry is not None
    assert (entry.sha256, entry.pending, entry.record) == (sha256_of(OURS), "", ACTA)


def test_untouched_and_same_is_left_alone_to_the_byte(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in store.folder.iterdir()}
    outcome = store.save(NAME, OURS, ACTA)
    assert (outcome.result, codes_of(outcome)) == (Result.UNCHANGED, [])
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in store.folder.iterdir()} == before


def test_untouched_and_new_is_replaced(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    outcome = store.save(NAME, NEWER, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.REPLACED, False, [])
    assert files_in(store) == {NAME: NEWER}


def test_touched_and_nothing_new_is_kept_without_a_proposal(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    outcome = store.save(NAME, OURS, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.KEPT_EDITED, False, ["REV-001"])
    assert files_in(store) == {NAME: EDITED}


def test_touched_and_new_is_kept_with_a_proposal_beside_it(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    outcome = store.save(NAME, NEWER, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.KEPT_REVIEWED, True, ["REV-002"])
    assert outcome.proposal == store.folder / PROPOSAL
    assert files_in(store) == {NAME: EDITED, PROPOSAL: NEWER}


def test_an_equal_proposal_is_not_written_twice_and_an_old_one_is_brought_up_to_date(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    inode = (store.folder / PROPOSAL).stat().st_ino
    assert store.save(NAME, NEWER, ACTA).result is Result.KEPT_REVIEWED
    assert (store.folder / PROPOSAL).stat().st_ino == inode
    assert store.save(NAME, NEWEST, ACTA).protected
    assert files_in(store) == {NAME: EDITED, PROPOSAL: NEWEST}


def test_a_proposal_that_no_longer_says_anything_new_is_withdrawn(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    assert store.save(NAME, OURS, ACTA).result is Result.KEPT_EDITED
    assert files_in(store) == {NAME: EDITED}
    assert list(store.entries()) == [NAME]


def test_accepting_a_proposal_adopts_it_and_removes_it(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    put(store, NAME, NEWER)
    outcome = store.save(NAME, NEWER, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.ADOPTED, False, ["REV-007"])
    assert files_in(store) == {NAME: NEWER}
    assert store.save(NAME, NEWEST, ACTA).result is Result.REPLACED


def test_accepting_by_renaming_the_proposal(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    (store.folder / PROPOSAL).replace(store.folder / NAME)
    assert store.save(NAME, NEWER, ACTA).result is Result.ADOPTED
    assert list(store.entries()) == [NAME]


def test_a_proposal_that_somebody_edited_is_never_touched(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    put(store, PROPOSAL, EDITED_AGAIN)
    outcome = store.save(NAME, NEWEST, ACTA)
    assert (outcome.result, outcome.proposal, codes_of(outcome)) == (Result.KEPT_REVIEWED, None, ["REV-004"])
    assert outcome.protected
    assert files_in(store) == {NAME: EDITED, PROPOSAL: EDITED_AGAIN}
    put(store, NAME, NEWEST)
    assert store.save(NAME, NEWEST, ACTA).result is Result.ADOPTED
    assert files_in(store) == {NAME: NEWEST, PROPOSAL: EDITED_AGAIN}


def test_an_unrecorded_file_where_the_proposal_would_go_is_kept(store: Store) -> None:
    put(store, PROPOSAL, EDITED_AGAIN)
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    assert codes_of(store.save(NAME, NEWER, ACTA)) == ["REV-004"]
    assert files_in(store) == {NAME: EDITED, PROPOSAL: EDITED_AGAIN}


def test_a_file_we_know_nothing_of_is_kept(store: Store) -> None:
    put(store, NAME, EDITED)
    outcome = store.save(NAME, OURS, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.KEPT_UNKNOWN, True, ["REV-005"])
    assert files_in(store) == {NAME: EDITED}
    assert store.standing(NAME) is Standing.UNKNOWN


@pytest.mark.parametrize("new", [OURS, NEWER])
def test_a_file_that_is_gone_is_written_again(store: Store, new: bytes) -> None:
    store.save(NAME, OURS, ACTA)
    (store.folder / NAME).unlink()
    outcome = store.save(NAME, new, ACTA)
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.REWRITTEN, False, ["REV-006"])
    assert files_in(store) == {NAME: new}


def test_every_problem_names_the_file_and_says_what_to_do(store: Store) -> None:
    put(store, NAME, EDITED)
    (problem,) = store.save(NAME, OURS, ACTA).problems
    assert str(problem.location) == str(store.folder / NAME)
    assert NAME in problem.message
    assert "acta-3 (copia).docx" in problem.hint


# PDF -------------------------------------------------------------------------------------------------


def _save_both(store: Store, docx: bytes, pdf: bytes) -> Outcome:
    store.save(NAME, docx, ACTA)
    made_from = store.read(NAME)
    return store.save_pdf(PDF, pdf + made_from, ACTA, docx_sha256=sha256_of(made_from))


def test_the_pdf_follows_the_docx_on_disk(store: Store) -> None:
    _save_both(store, OURS, b"%PDF ")
    assert not store.is_stale(PDF, sha256_of(OURS))
    put(store, NAME, EDITED)
    assert store.is_stale(PDF, sha256_of(store.read(NAME)))
    assert _save_both(store, OURS, b"%PDF ").result is Result.REPLACED
    assert files_in(store) == {NAME: EDITED, PDF: b"%PDF " + EDITED}
    assert not store.is_stale(PDF, sha256_of(EDITED))


def test_a_pdf_that_is_gone_or_not_ours_is_stale(store: Store) -> None:
    assert store.is_stale(PDF, sha256_of(OURS))
    put(store, PDF, b"%PDF somebody's")
    assert store.is_stale(PDF, sha256_of(OURS))
    (store.folder / PDF).unlink()
    _save_both(store, OURS, b"%PDF ")
    (store.folder / PDF).unlink()
    assert store.is_stale(PDF, sha256_of(OURS))


def test_an_annotated_pdf_is_kept_and_the_new_one_goes_beside_it(store: Store) -> None:
    _save_both(store, OURS, b"%PDF ")
    put(store, PDF, b"%PDF annotated")
    assert not store.is_stale(PDF, sha256_of(OURS))
    outcome = _save_both(store, NEWER, b"%PDF ")
    assert (outcome.result, outcome.protected, codes_of(outcome)) == (Result.KEPT_REVIEWED, True, ["REV-003"])
    files = files_in(store)
    assert (files[PDF], files[PDF_PROPOSAL]) == (b"%PDF annotated", b"%PDF " + NEWER)
    proposed = store.entries()[PDF_PROPOSAL]
    assert proposed.record.docx_sha256 == sha256_of(NEWER)


@pytest.mark.parametrize("padding", [0, 1 << 20, (1 << 20) - 60, (1 << 20) - 70])
def test_a_signed_pdf_is_kept_even_when_its_hash_is_recorded(store: Store, padding: int) -> None:
    signed = b"%PDF " + b"x" * padding + SIGNATURE
    store.save_pdf(PDF, signed, ACTA, docx_sha256=sha256_of(OURS))
    assert store.standing(PDF) is Standing.TOUCHED
    outcome = store.save_pdf(PDF, b"%PDF new", ACTA, docx_sha256=sha256_of(NEWER))
    assert (outcome.protected, codes_of(outcome)) == (True, ["REV-009"])
    assert files_in(store) == {PDF: signed, PDF_PROPOSAL: b"%PDF new"}


def test_it_is_said_that_a_kept_pdf_is_signed(store: Store) -> None:
    _save_both(store, OURS, b"%PDF ")
    put(store, PDF, b"%PDF " + OURS + SIGNATURE)
    same = _save_both(store, OURS, b"%PDF ")
    assert (same.result, same.protected, codes_of(same)) == (Result.KEPT_EDITED, False, ["REV-008"])
    put(store, PDF, b"%PDF annotated")
    assert codes_of(_save_both(store, OURS, b"%PDF ")) == ["REV-001"]


def test_a_signed_pdf_of_somebody_is_kept_and_said(store: Store) -> None:
    put(store, PDF, b"%PDF" + SIGNATURE)
    outcome = _save_both(store, OURS, b"%PDF ")
    assert (outcome.result, codes_of(outcome)) == (Result.KEPT_UNKNOWN, ["REV-013"])


def test_a_signed_proposal_is_kept_too(store: Store) -> None:
    store.save_pdf(PDF, b"%PDF 1", ACTA, docx_sha256=sha256_of(OURS))
    put(store, PDF, b"%PDF annotated")
    store.save_pdf(PDF, b"%PDF 2" + SIGNATURE, ACTA, docx_sha256=sha256_of(OURS))
    assert codes_of(store.save_pdf(PDF, b"%PDF 3", ACTA, docx_sha256=sha256_of(NEWER))) == ["REV-004"]
    assert files_in(store)[PDF_PROPOSAL] == b"%PDF 2" + SIGNATURE


def test_an_empty_signature_field_is_no_signature(store: Store) -> None:
    fields = b"%PDF << /FT /Sig /T (firma-1) >>"
    store.save_pdf(PDF, fields, ACTA, docx_sha256=sha256_of(OURS))
    assert store.save_pdf(PDF, fields + b"2", ACTA, docx_sha256=sha256_of(NEWER)).result is Result.REPLACED


# What can stand in the way -----------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["~$acta-3.docx", ".~lock.acta-3.docx#"])
def test_a_file_open_elsewhere_is_not_replaced(store: Store, mark: str) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, mark, b"JHM")
    assert store.save(NAME, OURS, ACTA).result is Result.UNCHANGED
    with pytest.raises(ProtectedFile) as caught:
        store.save(NAME, NEWER, ACTA)
    assert raised_by(caught.value) == ["REV-020"]
    assert caught.value.exit_code is ExitCode.PROTECTED_FILE
    assert (store.folder / NAME).read_bytes() == OURS
    (store.folder / mark).unlink()
    assert store.save(NAME, NEWER, ACTA).result is Result.REPLACED


def test_a_stale_proposal_that_is_open_stays_until_it_is_closed(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, NAME, EDITED)
    store.save(NAME, NEWER, ACTA)
    put(store, ".~lock.acta-3.propuesta.docx#", b"JHM")
    assert store.save(NAME, OURS, ACTA).result is Result.KEPT_EDITED
    assert (store.folder / PROPOSAL).exists()
    (store.folder / ".~lock.acta-3.propuesta.docx#").unlink()
    store.save(NAME, OURS, ACTA)
    assert files_in(store) == {NAME: EDITED}


def test_a_file_saved_at_the_very_moment_of_the_replacement_is_kept(tmp_path: Path) -> None:
    Store(tmp_path, disk=quick_disk()).save(NAME, OURS, ACTA)
    target = tmp_path / NAME
    quick = quick_disk()

    def save_in_word_meanwhile(descriptor: int) -> None:
        if (tmp_path / temporary_name(NAME)).exists():
            target.write_bytes(EDITED)
        quick.fsync(descriptor)

    store = Store(tmp_path, disk=dataclasses.replace(quick, fsync=save_in_word_meanwhile))
    with pytest.raises(ProtectedFile) as caught:
        store.save(NAME, NEWER, ACTA)
    assert raised_by(caught.value) == ["REV-024"]
    assert target.read_bytes() == EDITED
    assert Store(tmp_path, disk=quick_disk()).save(NAME, NEWER, ACTA).result is Result.KEPT_REVIEWED
    assert target.read_bytes() == EDITED


def test_a_read_only_file_is_protected(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    (store.folder / NAME).chmod(0o444)
    with pytest.raises(ProtectedFile) as caught:
        store.save(NAME, NEWER, ACTA)
    assert raised_by(caught.value) == ["REV-022"]
    assert (store.folder / NAME).read_bytes() == OURS


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there, and pipes are no files")
@pytest.mark.parametrize("what", ["folder", "link", "dangling", "pipe"])
def test_what_is_no_plain_file_is_not_followed_nor_replaced(store: Store, what: str) -> None:
    elsewhere = store.folder.parent / "elsewhere.docx"
    elsewhere.write_bytes(EDITED)
    place = store.folder / NAME
    match what:
        case "folder":
            place.mkdir()
        case "link":
            place.symlink_to(elsewhere)
        case "dangling":
            place.symlink_to(store.folder.parent / "nowhere.docx")
        case "pipe":
            os.mkfifo(place)
    before = place.lstat()
    for act in (lambda: store.save(NAME, OURS, ACTA), lambda: store.read(NAME)):
        with pytest.raises(ProtectedFile) as caught:
            act()
        assert raised_by(caught.value) == ["REV-023"]
    assert (place.lstat().st_ino, place.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert elsewhere.read_bytes() == EDITED
    assert not (store.folder.parent / "nowhere.docx").exists()


def test_names_that_differ_in_capitals_are_one_file(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    (store.folder / NAME).replace(store.folder / "Acta-3.docx")
    outcome = store.save(NAME, NEWER, ACTA)
    assert (outcome.result, outcome.path.name) == (Result.REPLACED, "Acta-3.docx")
    assert files_in(store) == {"Acta-3.docx": NEWER}
    put(store, "Acta-3.docx", EDITED)
    assert store.save("ACTA-3.docx", NEWEST, ACTA).result is Result.KEPT_REVIEWED
    assert files_in(store)["Acta-3.docx"] == EDITED


def test_a_name_with_a_folder_never_leaves_the_store(store: Store) -> None:
    for name in ("../acta-3.docx", "a/acta-3.docx", ".manifiesto.json", PROPOSAL):
        with pytest.raises(UsageProblem):
            store.save(name, OURS, ACTA)
    assert files_in(store) == {}
    assert not (store.folder.parent / NAME).exists()


def test_reading_what_is_not_there(store: Store) -> None:
    with pytest.raises(UnreadableInput) as caught:
        store.read(NAME)
    assert raised_by(caught.value) == ["REV-034"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "salida").write_bytes(b"")
    with pytest.raises(MissingResource) as caught:
        Store(tmp_path / "salida")
    assert raised_by(caught.value) == ["REV-035"]


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder nobody may write in, seen by a plain user: root, as in CI, steps down for the test."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.rmdir()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions on folders")
def test_a_read_only_folder(read_only_folder: Path) -> None:
    with pytest.raises(CotaprepError) as caught:
        Store(read_only_folder).save(NAME, OURS, ACTA)
    assert raised_by(caught.value) == ["REV-031"]


def test_a_folder_that_went_away(store: Store) -> None:
    shutil.rmtree(store.folder)
    for act in (lambda: store.save(NAME, OURS, ACTA), lambda: store.read(NAME)):
        with pytest.raises(MissingResource) as caught:
            act()
        assert raised_by(caught.value) == ["REV-032"]


def test_leftovers_of_a_crash_are_gone_after_opening(tmp_path: Path) -> None:
    (tmp_path / temporary_name(NAME)).write_bytes(b"torn")
    Store(tmp_path)
    assert not (tmp_path / temporary_name(NAME)).exists()


# The manifest --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("garbage", [b"", b"{", b"<<<<<<< HEAD", b'{"otro": 1}', b"\x00" * 100])
def test_with_a_broken_manifest_every_file_is_unknown_and_the_broken_one_is_kept(
    store: Store, garbage: bytes
) -> None:
    store.save(NAME, OURS, ACTA)
    put(store, ".manifiesto.json", garbage)
    again = Store(store.folder, disk=quick_disk())
    assert [problem.code for problem in again.problems] == ["REV-010"]
    assert str(again.problems[0].location).endswith(".manifiesto.json")
    kept = again.save(NAME, NEWER, ACTA)
    assert (kept.result, codes_of(kept)) == (Result.KEPT_UNKNOWN, ["REV-010", "REV-005"])
    assert (store.folder / ".manifiesto.json").read_bytes() == garbage

    other = again.save("acta-4.docx", OURS, ACTA)
    assert (other.result, codes_of(other)) == (Result.WRITTEN, ["REV-010", "REV-011"])
    assert (store.folder / "manifiesto-ilegible-1.json").read_bytes() == garbage
    assert list(again.entries()) == ["acta-4.docx"]
    assert codes_of(again.save("acta-4.docx", NEWER, ACTA)) == []


def test_broken_manifests_do_not_overwrite_each_other(store: Store) -> None:
    for number, garbage in enumerate((b"{1", b"{2"), start=1):
        put(store, ".manifiesto.json", garbage)
        store.save(f"acta-{number}.docx", OURS, ACTA)
    assert (store.folder / "manifiesto-ilegible-1.json").read_bytes() == b"{1"
    assert (store.folder / "manifiesto-ilegible-2.json").read_bytes() == b"{2"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there, and pipes are no files")
@pytest.mark.parametrize("what", ["folder", "link", "pipe"])
def test_something_else_in_the_manifests_place_is_set_aside_as_it_is(store: Store, what: str) -> None:
    place = store.folder / ".manifiesto.json"
    elsewhere = store.folder.parent / "elsewhere.json"
    elsewhere.write_text("{}")
    match what:
        case "folder":
            place.mkdir()
        case "link":
            place.symlink_to(elsewhere)
        case "pipe":
            os.mkfifo(place)
    mode = place.lstat().st_mode
    assert codes_of(store.save(NAME, OURS, ACTA)) == ["REV-010", "REV-011"]
    assert (store.folder / "manifiesto-ilegible-1.json").lstat().st_mode == mode
    assert elsewhere.read_text() == "{}"


def test_the_manifest_of_a_newer_version_keeps_what_we_do_not_know(store: Store) -> None:
    store.save(NAME, OURS, ACTA)
    path = store.folder / ".manifiesto.json"
    document = json.loads(path.read_text())
    document |= {"version": 2, "firmas": ["x"]}
    document["archivos"][NAME]["firmantes"] = ["JHM"]
    path.write_text(json.dumps(document))
    assert store.save(NAME, NEWER, ACTA).result is Result.REPLACED
    after = json.loads(path.read_text())
    assert (after["version"], after["firmas"], after["archivos"][NAME]["firmantes"]) == (2, ["x"], ["JHM"])


def test_the_same_work_gives_the_same_manifest_in_another_folder_and_order(tmp_path: Path) -> None:
    names = ["acta-3.docx", "acta-E1.docx", "minuta-R3.docx"]
    manifests = []
    for folder, order in (("uno", names), ("dos", names[::-1])):
        store = Store(tmp_path / folder, disk=quick_disk())
        for name in order:
            store.save(name, name.encode(), ACTA)
        manifests.append((store.folder / ".manifiesto.json").read_bytes())
    assert manifests[0] == manifests[1]
