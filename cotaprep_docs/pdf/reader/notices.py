"""Where the reader puts what it cannot carry faithfully."""

from __future__ import annotations

import dataclasses

from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.records import unchecked

MAX_NOTICES = 200


@unchecked(slots=True)
class Notices:
    """Problems collected while reading one file.

    Attributes:
        name: the file's name, without folders.
        place: what is being read, in words.
        problems: what was met so far.
    """

    name: str
    place: str = "cuerpo"
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def add(self, kind: ProblemKind, **params: object) -> None:
        """Note a problem at the place being read; a flood of them is cut."""
        if len(self.problems) < MAX_NOTICES:
            place = FileLocation(self.name, self.place)
            texts = {name: str(value) for name, value in params.items()}
            self.problems.append(Problem(kind, place, texts))
