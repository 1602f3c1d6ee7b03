"""`Historia`: the long story of a rule, which `explicar` tells and the documentation prints."""

from __future__ import annotations

from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class Historia:
    """Why a rule exists, and a case of it.

    What it watches over is its title; how to mend what it finds is the hint of its kind.

    Attributes:
        por_que: what goes wrong without it.
        ejemplo: what fails and what passes.
    """

    por_que: str
    ejemplo: str
