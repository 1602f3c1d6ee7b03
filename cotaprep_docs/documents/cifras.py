"""Figures as reports print them: counts, percentages and points, or the gap that asks for the count."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from cotaprep_docs.problems.location import RowOrigin
from cotaprep_docs.prose.prose import Gap, Prose, as_prose
from cotaprep_docs.spanish.numbers import digits, percent

DECIMALS_ACTAS = 4
"""Decimals of percentages of actas, as results bases of the PREP carry them."""
DECIMALS_AVANCE = 2
"""Decimals of percentages of progress and staff."""
DASH = "—"
"""What a cell of a table says where there is nothing to tell: not the same as a missing fact."""
_MINUS = "\u2212"


class Counted(Protocol):
    """A row of a tracker with counts."""

    @property
    def origin(self) -> RowOrigin:
        """Where it stands."""


def cuenta(row: Counted, field: str, label: str) -> Prose:
    """Return a count in figures, or its gap."""
    value = getattr(row, field)
    return as_prose(digits(value)) if value is not None else as_prose(_gap(row, field, label))


def _gap(row: Counted, field: str, label: str) -> Gap:
    return Gap(label, row.origin.cell(field), "Escriba el número, por ejemplo 10917; si no hubo, 0.")


def porcentaje(
    row: Counted, part: tuple[str, str], whole: tuple[str, str], decimals: int = DECIMALS_ACTAS
) -> Prose:
    """Return the percentage one count is of another, or the gap of the one that is missing.

    Args:
        row: where both are.
        part: field and label of the part.
        whole: field and label of the whole.
        decimals: how many decimals are printed.
    """
    for field, label in (whole, part):
        if getattr(row, field) is None:
            return as_prose(_gap(row, field, label))
    total = getattr(row, whole[0])
    return as_prose(percent(getattr(row, part[0]), total, decimals) if total else DASH)


def ratio(part: int | None, whole: int | None) -> Fraction | None:
    """Return the exact percentage one count is of another; None where one is missing or the whole is 0."""
    return Fraction(100 * part, whole) if part is not None and whole else None


def percent_text(value: Fraction, decimals: int = DECIMALS_AVANCE) -> str:
    """Return a percentage that is already one, such as «74.20 %»."""
    return percent(value.numerator, 100 * value.denominator, decimals)


def points_text(value: Fraction, decimals: int = DECIMALS_AVANCE) -> str:
    """Return a difference of percentages in points, with its sign: «+2.50», «−0.75», «0.00»."""
    figures = percent_text(abs(value), decimals)[:-2]
    if not figures.strip("0."):
        return figures
    return f"{'+' if value > 0 else _MINUS}{figures}"
