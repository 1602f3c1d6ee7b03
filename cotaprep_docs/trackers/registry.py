"""Keys declared in one sheet and referred to in others: found, repeated, unknown, broken.

One mistake gives one problem: a reference to a key whose own row has a problem is not reported again.
"""

from __future__ import annotations

import collections
import dataclasses
from collections.abc import Callable, Iterator

from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import normalize_key_text
from cotaprep_docs.trackers.cell_reader import nearest
from cotaprep_docs.trackers.sheets_common import PERSONAS, SESIONES_NS, SIMULACROS

_MOST_ASKED = 300  # looking for the nearest takes a millisecond


@record(slots=True)
class Namespace:
    """The keys of one kind of thing.

    Attributes:
        fold: the form keys are compared in.
        keys: canonical key by compared form, aliases too.
        places: where each canonical key stands.
        proposals: canonical key by each text that may be meant for it, such as a person's name.
        broken: compared forms of keys whose own row could not be used.
        unreadable: how many rows had no readable key at all.
        closed: whether all its sheets were read, so that an unknown key is a mistake.
        unknown: references to keys that are not there, with their problems.
        asked: how many times a key was looked for that is not there.
    """

    fold: Callable[[str], str] = normalize_key_text
    keys: dict[str, str] = dataclasses.field(default_factory=dict)
    places: dict[str, CellLocation] = dataclasses.field(default_factory=dict)
    proposals: dict[str, str] = dataclasses.field(default_factory=dict)
    broken: set[str] = dataclasses.field(default_factory=set)
    unreadable: int = 0
    closed: bool = False
    unknown: list[tuple[str, Problem]] = dataclasses.field(default_factory=list)
    asked: int = 0

    def add(self, key: str, place: CellLocation, *names: str) -> CellLocation | None:
        """Add a key; return where it stands already, if it does."""
        form = self.fold(key)
        if form in self.keys:
            return self.places.get(self.keys[form])
        self.keys[form] = key
        self.places[key] = place
        for name in (key, *names):
            if name:
                self.proposals.setdefault(name, key)
        return None

    def add_broken(self, key: object) -> None:
        """Note a row that was left out: by its key, or as unreadable."""
        if key is None:
            self.unreadable += 1
        else:
            self.broken.add(self.fold(str(key)))

    def find(self, key: str) -> str | None:
        """Return the canonical form of a key; the key itself where it cannot be judged; None if unknown."""
        form = self.fold(key)
        if form in self.keys:
            return self.keys[form]
        return key if not self.closed or form in self.broken else None

    def suggestion(self, key: str) -> str:
        """Return the nearest key as a question, or nothing; after many questions nobody reads on."""
        self.asked += 1
        return nearest(key, self.proposals) if self.asked <= _MOST_ASKED else ""

    def note_unknown(self, key: str, problem: Problem) -> None:
        """Keep the problem of an unknown key until all are known."""
        self.unknown.append((self.fold(key), problem))

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of unknown keys.

        Where rows had no readable key, as many unknown keys as those, the ones referred to most and more
        than once, are taken to be theirs: their problem is at that row already.
        """
        counts = collections.Counter(form for form, _problem in self.unknown)
        excused = {form for form, count in counts.most_common(self.unreadable) if count > 1}
        yield from (problem for form, problem in self.unknown if form not in excused)


@record(slots=True)
class Registry:
    """All name spaces of one reading; points have one per session."""

    spaces: dict[str, Namespace] = dataclasses.field(
        default_factory=lambda: {
            SESIONES_NS: Namespace(fold=normalize_clave),
            PERSONAS: Namespace(),
            SIMULACROS: Namespace(),
        }
    )
    puntos: dict[str, Namespace] = dataclasses.field(default_factory=dict)
    puntos_closed: bool = False
    roster: dict[str, str] = dataclasses.field(default_factory=dict)

    def puntos_of(self, sesion: str) -> Namespace:
        """Return the points of a session."""
        return self.puntos.setdefault(sesion, Namespace(closed=self.puntos_closed))

    def close_puntos(self) -> None:
        """Note that the agenda was read: a point that is not there is unknown."""
        self.puntos_closed = True
        for space in self.puntos.values():
            space.closed = True

    def problems(self) -> Iterator[Problem]:
        """Yield the problems of all unknown keys."""
        for space in (*self.spaces.values(), *self.puntos.values()):
            yield from space.problems()
