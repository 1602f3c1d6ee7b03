"""What people type after an option, read: days and whole numbers."""

from __future__ import annotations

import datetime as dt

import click

from cotaprep_docs.spanish.dates import parse_date


class Dia(click.ParamType[dt.date]):
    """A day: ``30/01/2024``, or ``2024-01-30`` as programs write it."""

    name = "fecha"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the day.

        Raises:
            BadParameter: it is none.
        """
        if isinstance(value, dt.date):
            return value
        day = parse_date(str(value))
        if day is None:
            self.fail(f"«{value}» no es una fecha; escríbala como 30/01/2024.", param, ctx)
        return day


class Entero(click.ParamType[int]):
    """A whole number within bounds; unlike click's own, its help has no formula.

    Attributes:
        least: the smallest one taken.
        most: the largest one taken.
    """

    name = "número"

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number.

        Raises:
            BadParameter: it is none, or out of bounds.
        """
        try:
            number = int(str(value))
        except ValueError:
            number = self.least - 1
        if not self.least <= number <= self.most:
            self.fail(f"«{value}» no es un número entero de {self.least} a {self.most}.", param, ctx)
        return number
