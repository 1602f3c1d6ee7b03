"""The sequence of each event: how clients know that what they are given is newer than what they have.

The manifest keeps the sequences by UID, not by file: the file of one session and that of all agree, and
deleting a file starts nothing again.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cotaprep_docs.domain.evento import Evento
from cotaprep_docs.problems.exit_code import ProtectedFile
from cotaprep_docs.records import record
from cotaprep_docs.review.digest import read_file, sha256_of
from cotaprep_docs.review.store import Store

if TYPE_CHECKING:
    from cotaprep_docs.exports.reading import Version


@record(frozen=True, slots=True)
class Numerado:
    """An event with its sequence.

    Attributes:
        evento: the event.
        cambio: whether the file it goes to said something else before.
    """

    evento: Evento
    cambio: bool


def number_eventos(store: Store, archivo: str, eventos: Sequence[Evento], zona: str) -> tuple[Numerado, ...]:
    """Return the events with their sequence, each raised where it does not say what went out last.

    Args:
        store: the output folder; what goes out now is written down in it.
        archivo: name of the file they go to.
        eventos: the events, with the least sequence each must have.
        zona: time zone of their hours.
    """
    before = {evento.uid: store.revision(evento.uid) for evento in eventos}
    here = _versions(store, archivo)
    lost = {uid for uid, revision in before.items() if revision is None}
    on_disk = _all_versions(store) if lost else {}
    floors = {
        evento.uid: max(evento.secuencia, _least(evento, zona, on_disk.get(evento.uid, ())))
        if evento.uid in lost
        else evento.secuencia
        for evento in eventos
    }
    given = store.give_out({evento.uid: _huella(evento, zona) for evento in eventos}, at_least=floors)
    numbered = []
    for evento in eventos:
        number, revision = given[evento.uid].number, before[evento.uid]
        last = number if revision is None else revision.number
        last = here[evento.uid].secuencia if evento.uid in here else last
        numbered.append(Numerado(dataclasses.replace(evento, secuencia=number), number > last))
    return tuple(numbered)


def _huella(evento: Evento, zona: str) -> str:
    """Return the hash of what people must hear of when it changes."""
    told = json.dumps([zona, *evento.contenido], ensure_ascii=False)
    return sha256_of(told.encode(errors="replace"))


def _least(evento: Evento, zona: str, found: Sequence[Version]) -> int:
    """Return the sequence an event cannot be below, by what the files on disk say of it.

    For a folder that lost its manifest: a lower sequence than what was sent would be taken for old news.
    """
    # Here and not above: the library of calendars takes time to import.
    from cotaprep_docs.exports.ical import write_calendar  # noqa: PLC0415
    from cotaprep_docs.exports.reading import read_versions  # noqa: PLC0415

    new = read_versions(write_calendar([evento], zona))[evento.uid]
    return max((each.secuencia + (each.huella != new.huella) for each in found), default=0)


def _all_versions(store: Store) -> Mapping[str, tuple[Version, ...]]:
    found: dict[str, tuple[Version, ...]] = {}
    for path in sorted(store.folder.glob("*.ics")):
        with contextlib.suppress(ProtectedFile):  # open elsewhere, and not the one to be written
            for uid, version in _versions(store, path.name).items():
                found[uid] = (*found.get(uid, ()), version)
    return found


def _versions(store: Store, name: str) -> Mapping[str, Version]:
    from cotaprep_docs.exports.reading import read_versions  # noqa: PLC0415 - as above

    return read_versions(read_file(store.folder / name) or b"")
