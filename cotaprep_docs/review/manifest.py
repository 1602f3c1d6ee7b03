"""The manifest of an output folder: which version of each file is ours, and what it was made from.

``.manifiesto.json`` is sorted and has no date, so the same work gives the same bytes. Keys this version
does not know are kept: an older program must not undo what a newer one wrote down.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import re
from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any

from cotaprep_docs.records import record
from cotaprep_docs.review.names import is_portable, name_key
from cotaprep_docs.review.strict_json import BadJson, load_object

FORMAT = "cotaprep-docs/manifiesto"
VERSION = 1

_MANIFESTS_KNOWN = 4
_ENTRY_DEPTH = 2  # below the document and its files
_MANY = 2**31  # what calendars take for a sequence
_HASH = re.compile(r"[0-9a-f]{64}")


class State(enum.StrEnum):
    """How finished a generated file is."""

    DRAFT = "borrador"
    DEFINITIVE = "definitivo"


class BadManifest(Exception):
    """The bytes are not a manifest of ours; the message says why, in Spanish and in few words."""


@record(frozen=True, slots=True)
class Record:
    """What the one who saves a file says about it.

    Attributes:
        kind: kind of document, such as ``acta``.
        key: key of the session or act, such as ``3`` or ``R3``.
        state: a `State`; other words only come from newer versions.
        tool: version of the program.
        docx_sha256: for a PDF, the DOCX it was made from.
    """

    kind: str = ""
    key: str = ""
    state: str = State.DRAFT
    tool: str = ""
    docx_sha256: str = ""


@record(frozen=True, slots=True)
class Entry:
    """What is remembered of one file.

    Attributes:
        sha256: the version of ours last known to be in place; empty before the first one is.
        pending: the version about to take its place. Written before the file is replaced, cleared
            after: whenever a run is cut short, what is on disk is one of the two.
        record: what was said about that version.
        extra: keys of newer versions, as they were found.
    """

    sha256: str = ""
    pending: str = ""
    record: Record = Record()
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def intending(self, on_disk: str, new: str, record: Record) -> Entry:
        """Return the entry to write down before a new version replaces what is on disk.

        Where the new one is definitive it says so already: cut short now, no draft may take its place.
        """
        known = on_disk or self.sha256
        kept = self.record if known else record
        if record.state == State.DEFINITIVE:
            kept = dataclasses.replace(kept, state=record.state)
        return dataclasses.replace(self, sha256=known, pending=new, record=kept)

    def settled(self, sha256: str, record: Record) -> Entry:
        """Return the entry to write down once a version of ours is in place."""
        return dataclasses.replace(self, sha256=sha256, pending="", record=record)


@record(frozen=True, slots=True)
class Revision:
    """How often something changed that others keep a copy of, such as an event of a calendar.

    Attributes:
        number: 0 for what was given out first; it never goes back.
        sha256: of what was given out last.
        extra: keys of newer versions, as they were found.
    """

    number: int
    sha256: str
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@record(frozen=True, slots=True)
class Manifest:
    """All entries by file name.

    Attributes:
        entries: by the file name under which each was first saved.
        version: of the format, as found.
        extra: keys of newer versions, as they were found.
        revisions: of things that may be in several files, by a name of their own.
    """

    entries: Mapping[str, Entry] = dataclasses.field(default_factory=dict)
    version: int = VERSION
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    revisions: Mapping[str, Revision] = dataclasses.field(default_factory=dict)

    def find(self, name: str) -> Entry | None:
        """Return the entry of a file, whatever capitals its name is written with."""
        spelled = self._spelled(name)
        return None if spelled is None else self.entries[spelled]

    def with_entries(self, entries: Mapping[str, Entry]) -> Manifest:
        """Return the manifest with some entries added or replaced."""
        spelled = {self._spelled(name) or name: entry for name, entry in entries.items()}
        return dataclasses.replace(self, entries={**self.entries, **spelled})

    def without(self, name: str) -> Manifest:
        """Return the manifest without one file's entry."""
        spelled = self._spelled(name)
        kept = {other: entry for other, entry in self.entries.items() if other != spelled}
        return dataclasses.replace(self, entries=kept)

    def with_revision(self, name: str, sha256: str, *, at_least: int = 0) -> Manifest:
        """Return the manifest with something given out: its number is raised where it is not the same."""
        last = self.revisions.get(name)
        number = 0 if last is None else last.number + (last.sha256 != sha256)
        extra = {} if last is None else last.extra
        revision = Revision(max(number, at_least), sha256, extra)
        return dataclasses.replace(self, revisions={**self.revisions, name: revision})

    def _spelled(self, name: str) -> str | None:
        if name in self.entries:
            return name
        key = name_key(name)
        return next((other for other in sorted(self.entries) if name_key(other) == key), None)

    def to_bytes(self) -> bytes:
        """Return the manifest as it stands on disk: sorted JSON, one line per value."""
        document = {
            **self.extra,
            "formato": FORMAT,
            "version": self.version,
            "archivos": {name: _entry_text(entry) for name, entry in self.entries.items()},
        }
        if self.revisions:
            document["revisiones"] = {name: _revision_json(each) for name, each in self.revisions.items()}
        data = f"{_text(document)}\n".encode()
        _remember(data, self)
        return data


class _Written(str):
    """JSON as it is to be written, and no text to put between quotes."""

    __slots__ = ()


def _text(value: object, depth: int = 0) -> str:
    """Return what ``json.dumps`` with an indent of one and sorted keys does, several times as fast.

    The manifest is written twice for each change, and Python indents JSON without its fast encoder.
    """
    if isinstance(value, _Written):
        return value
    if isinstance(value, str):
        return encode_basestring(value)
    if not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).replace(
            "\n", "\n" + " " * depth
        )
    pad = "\n" + " " * (depth + 1)
    inner = f",{pad}".join(
        f"{encode_basestring(key)}: {_text(item, depth + 1)}" for key, item in sorted(value.items())
    )
    return f"{{{pad}{inner}{pad[:-1]}}}"


# JSON key -> field of `Record`, and of `Entry`; those that are empty are left out.
_RECORD_KEYS = {
    "tipo": "kind",
    "clave": "key",
    "estado": "state",
    "herramienta": "tool",
    "docx_sha256": "docx_sha256",
}
_ENTRY_KEYS = {"sha256": "sha256", "pendiente": "pending"}
_HASH_KEYS = ("sha256", "pendiente", "docx_sha256")


def _revision_json(revision: Revision) -> dict[str, Any]:
    return {**revision.extra, "numero": revision.number, "sha256": revision.sha256}


def _entry_text(entry: Entry) -> _Written:
    """Return an entry as it stands in the manifest; one that is as it was is not put into words again."""
    if entry.extra:
        return _Written(_text(_entry_json(entry), _ENTRY_DEPTH))
    return _own_text(entry.sha256, entry.pending, entry.record)


@functools.lru_cache(maxsize=4096)
def _own_text(sha256: str, pending: str, record: Record) -> _Written:
    return _Written(_text(_entry_json(Entry(sha256, pending, record)), _ENTRY_DEPTH))


def _entry_json(entry: Entry) -> dict[str, Any]:
    known = {key: getattr(entry, field) for key, field in _ENTRY_KEYS.items()}
    known |= {key: str(getattr(entry.record, field)) for key, field in _RECORD_KEYS.items()}
    return {**entry.extra, **{key: value for key, value in known.items() if value}}


_known: dict[bytes, Manifest] = {}
"""The last manifests read or written: whoever writes one reads it again right away."""


def _remember(data: bytes, manifest: Manifest) -> None:
    while len(_known) >= _MANIFESTS_KNOWN:
        del _known[next(iter(_known))]
    _known[data] = manifest


def parse_manifest(data: bytes) -> Manifest:
    """Return the manifest that some bytes hold.

    Raises:
        BadManifest: they are damaged, or something else.
    """
    found = _known.get(data)
    if found is None:
        found = _parse(data)
        _remember(data, found)
    return found


def _parse(data: bytes) -> Manifest:
    document = _load(data)
    if document.get("formato") != FORMAT:
        raise BadManifest("es de otro programa")
    version, files = document.get("version"), document.get("archivos")
    if not isinstance(version, int) or isinstance(version, bool) or not isinstance(files, dict):
        raise BadManifest("le faltan partes")
    revisions = document.get("revisiones", {})
    if not isinstance(revisions, dict):
        raise BadManifest("tiene mal las revisiones")
    extra = _others(document, ("formato", "version", "archivos", "revisiones"))
    return Manifest(
        {name: _parse_entry(name, entry) for name, entry in files.items()},
        version,
        extra,
        {name: _parse_revision(name, revision) for name, revision in revisions.items()},
    )


def _load(data: bytes) -> dict[str, Any]:
    try:
        return load_object(data)
    except BadJson as error:
        raise BadManifest(str(error)) from error


def _parse_revision(name: str, value: object) -> Revision:
    known = value if isinstance(value, dict) else {}
    number, sha256 = known.get("numero"), known.get("sha256")
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < _MANY:
        raise BadManifest(f"tiene mal la revisión «{name}»")
    if not isinstance(sha256, str) or not _HASH.fullmatch(sha256):
        raise BadManifest(f"tiene mal la revisión «{name}»")
    return Revision(number, sha256, _others(known, ("numero", "sha256")))


def _parse_entry(name: str, value: object) -> Entry:
    if not is_portable(name) or not isinstance(value, dict):
        raise BadManifest("tiene un archivo sin nombre o sin datos")
    known = dict(_known_texts(name, value))
    record = Record(**{field: known.get(key, "") for key, field in _RECORD_KEYS.items()})
    fields = {field: known.get(key, "") for key, field in _ENTRY_KEYS.items()}
    return Entry(**fields, record=record, extra=_others(value, (*_ENTRY_KEYS, *_RECORD_KEYS)))


def _known_texts(name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key in (*_ENTRY_KEYS, *_RECORD_KEYS):
        text = value.get(key, "")
        if not isinstance(text, str) or (key in _HASH_KEYS and text and not _HASH.fullmatch(text)):
            raise BadManifest(f"«{name}» tiene mal «{key}»")
        yield key, text


def _others(found: Mapping[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if key not in known}
