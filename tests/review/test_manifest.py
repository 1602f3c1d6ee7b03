from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.review import manifest
from cotaprep_docs.review.manifest import (
    BadManifest,
    Entry,
    Manifest,
    Record,
    Revision,
    State,
    _remember,
    _text,
    parse_manifest,
)

A, B = "a" * 64, "b" * 64
ACTA = Entry(A, record=Record("acta", "3", State.DRAFT, "0.1.0"))
PDF = Entry(B, record=Record("acta", "3", State.DEFINITIVE, "0.1.0", docx_sha256=A))


def test_bytes_are_sorted_and_do_not_depend_on_the_order_of_saving() -> None:
    one = Manifest().with_entries({"acta-3.pdf": PDF, "acta-3.docx": ACTA})
    other = Manifest().with_entries({"acta-3.docx": ACTA, "acta-3.pdf": PDF})
    assert one.to_bytes() == other.to_bytes()
    assert one.to_bytes() == (
        b'{\n "archivos": {\n'
        b'  "acta-3.docx": {\n   "clave": "3",\n   "estado": "borrador",\n   "herramienta": "0.1.0",\n'
        b'   "sha256": "' + A.encode() + b'",\n   "tipo": "acta"\n  },\n'
        b'  "acta-3.pdf": {\n   "clave": "3",\n   "docx_sha256": "' + A.encode() + b'",\n'
        b'   "estado": "definitivo",\n   "herramienta": "0.1.0",\n   "sha256": "' + B.encode() + b'",\n'
        b'   "tipo": "acta"\n  }\n },\n "formato": "cotaprep-docs/manifiesto",\n "version": 1\n}\n'
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_HASHES = st.sampled_from([A, B, ""])
_WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
_RECORDS = st.builds(Record, _WORDS, _WORDS, _WORDS, _WORDS, _HASHES)
_ENTRIES = st.builds(Entry, _HASHES, _HASHES, _RECORDS, st.dictionaries(st.sampled_from(["x", "y"]), _JSON))
_MANIFESTS = st.builds(
    Manifest,
    st.dictionaries(st.sampled_from(["a.docx", "b.pdf", "ñ.docx"]), _ENTRIES),
    st.integers(1, 9),
    st.dictionaries(st.sampled_from(["futuro", "zeta"]), _JSON),
    st.dictionaries(
        _WORDS,
        st.builds(
            Revision,
            st.integers(0, 2**31 - 1),
            st.sampled_from([A, B]),
            st.dictionaries(st.sampled_from(["x", "y"]), _JSON),
        ),
        max_size=2,
    ),
)


@given(_MANIFESTS)
def test_what_is_written_is_read_back(manifest: Manifest) -> None:
    assert parse_manifest(manifest.to_bytes()) == manifest
    assert parse_manifest(b"\xef\xbb\xbf" + manifest.to_bytes()) == manifest


def test_keys_of_newer_versions_survive_a_new_version_of_the_file() -> None:
    newer = {
        "formato": "cotaprep-docs/manifiesto",
        "version": 7,
        "firmas": {"politica": [1, 2]},
        "archivos": {"acta-3.docx": {"sha256": A, "estado": "firmado", "firmantes": ["JHM"]}},
    }
    manifest = parse_manifest(json.dumps(newer).encode())
    entry = manifest.find("acta-3.docx")
    assert entry is not None
    assert entry.record.state == "firmado"
    saved = entry.intending(A, B, Record()).settled(B, Record("acta"))
    written = json.loads(manifest.with_entries({"acta-3.docx": saved}).to_bytes())
    assert (written["version"], written["firmas"]) == (7, {"politica": [1, 2]})
    assert written["archivos"]["acta-3.docx"]["firmantes"] == ["JHM"]
    assert written["archivos"]["acta-3.docx"]["sha256"] == B


def test_an_entry_is_found_and_replaced_whatever_its_capitals() -> None:
    manifest = Manifest().with_entries({"acta-3.docx": ACTA}).with_entries({"Acta-3.DOCX": PDF})
    assert list(manifest.entries) == ["acta-3.docx"]
    assert manifest.find("ACTA-3.docx") == PDF
    assert not manifest.without("ACTA-3.docx").entries


def _with(entry: object) -> bytes:
    document = {"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {"a.docx": entry}}
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"7", b"\xff\xfe\x00", b"{}", b"<<<<<<< HEAD\n{}", b"[" * 100_000,
        b'{"formato": "otro", "version": 1, "archivos": {}}',
        b'{"formato": "cotaprep-docs/manifiesto", "archivos": {}}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": true, "archivos": {}}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": []}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {}, "x": NaN}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {}, "x": 1e999}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {}, "x": "\\ud800"}',
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {}, "archivos": {}}',
        b'{"x": ' + b"9" * 5000 + b"}",
        b'{"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {"../a.docx": {}}}',
        _with([]), _with({"sha256": 3}), _with({"sha256": "corto"}), _with({"sha256": A.upper()}),
        _with({"sha256": A + "\n"}), _with({"sha256": A, "estado": None}), _with({"pendiente": "x"}),
        Manifest().with_entries({"acta-3.docx": ACTA}).to_bytes()[:-20],
    ],
)  # fmt: skip
def test_damaged_or_foreign_bytes_are_refused_and_never_guessed(data: bytes) -> None:
    with pytest.raises(BadManifest) as caught:
        parse_manifest(data)
    assert str(caught.value)


def test_a_revision_is_raised_by_what_is_new_and_never_goes_back() -> None:
    manifest, seen = Manifest(), []
    for sha256, floor in ((A, 0), (A, 0), (B, 0), (A, 0), (A, 7), (A, 0), (B, 2)):
        manifest = manifest.with_revision("evento", sha256, at_least=floor)
        seen.append(manifest.revisions["evento"].number)
    assert seen == [0, 0, 1, 2, 7, 7, 8]
    assert manifest.with_revision("otro", A, at_least=1).revisions["otro"].number == 1


@pytest.mark.parametrize(
    "revisions",
    [
        [],
        {"u": 3},
        {"u": {"numero": -1, "sha256": A}},
        {"u": {"numero": True, "sha256": A}},
        {"u": {"numero": 2**31, "sha256": A}},
        {"u": {"numero": 1}},
        {"u": {"numero": 1, "sha256": "x"}},
    ],
)
def test_damaged_revisions_are_a_damaged_manifest(revisions: object) -> None:
    document = {"formato": "cotaprep-docs/manifiesto", "version": 1, "archivos": {}, "revisiones": revisions}
    with pytest.raises(BadManifest):
        parse_manifest(json.dumps(document).encode())


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=5), _VALUES, max_size=4))
def test_the_text_is_the_one_that_json_gives(value: dict[str, object]) -> None:
    assert _text(value) == json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)


def test_what_was_written_is_known_when_it_is_read_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "_remember", _remember)
    one = Manifest().with_entries({"acta-3.docx": ACTA})
    data = one.to_bytes()
    assert parse_manifest(data) is one
    assert manifest._parse(data) == one
    with pytest.raises(BadManifest):
        parse_manifest(data[:-20])
    for number in range(20):
        Manifest().with_entries({f"acta-{number}.docx": ACTA}).to_bytes()
    assert len(manifest._known) == 4
