"""`Redaccion`: how documents write the facts of a process, and show that one is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.serie import series_of
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import date_text
from cotaprep_docs.spanish.hours import at_time

LIBRO = "sesiones.xlsx"
"""The workbook of the secretariat, as problems name it."""
LIBRO_AVANCES = "avances_prep.xlsx"
"""The workbook of the technical staff."""


def institutional(organismo: Organismo, field: str, label: str) -> Prose:
    """Return a text of the sheet Organismo, or the gap that asks for it."""
    value = getattr(organismo, field)
    return as_prose(value) if value else as_prose(Gap(label, organismo.cell(field)))


class Redaccion:
    """What every subject of a document offers to who writes about it.

    Attributes:
        proceso: the trackers.
        normas: the norms of the process.
    """

    proceso: Proceso
    normas: Normas

    @property
    def organismo(self) -> Organismo:
        """The institution."""
        return self.proceso.organismo

    def fecha(self, day: dt.date | None, label: str, cell: CellLocation) -> Prose:
        """Return a date in the institute's style, or the gap that asks for it."""
        if day is None:
            return as_prose(Gap(label, cell, "Escriba la fecha como 30/01/2024."))
        return as_prose(date_text(day, self.organismo.estilo_fechas))

    def hora(self, hour: dt.time | None, label: str, cell: CellLocation) -> Prose:
        """Return «a las doce horas…» in the institute's style, or the gap that asks for it."""
        if hour is None:
            return as_prose("a las ") + Gap(label, cell, "Escriba la hora como 17:30.")
        return as_prose(at_time(hour, self.organismo.estilo_fechas))

    @property
    def numeros(self) -> Mapping[str, str]:
        """The numbers of acts in the ledger, as printed, by the key of the act."""
        return self.proceso.numeros

    def numero(self, clave: str, serie: str, label: str, cell: CellLocation) -> Prose:
        """Return the number of an act that has no row to name it, or the gap that asks for it."""
        number = self.numeros.get(clave, "")
        return as_prose(number or self.number_gap(serie, label, cell))

    def number_gap(self, serie: str, label: str, cell: CellLocation) -> Gap:
        """Return the gap of the number of an act, which says how an act of that series comes to have it."""
        is_given = series_of(self.organismo)[serie].falla is None
        return Gap(label, cell, self._number_hint(serie, is_given=is_given), asignable=is_given)

    @staticmethod
    def _number_hint(serie: str, *, is_given: bool) -> str:
        if is_given:
            return (
                "El número lo asigna el programa: con «cotaprep-docs numerar», o al generar el documento con "
                "--definitivo. Si ya existe, escríbalo en su celda."
            )
        return (
            f"Escriba en la hoja «Organismo» la serie de {serie}, por ejemplo ST/{{numero:03d}}/{{anio}}, y "
            "el programa asignará el número. Si ya existe, escríbalo en su celda."
        )

    def normado(self, *citas: str) -> str:
        """Return the verified norms of some entries: «el artículo 1 y en el artículo 2»; or nothing."""
        cited = (self.normas.fundamento(cita) for cita in citas)
        return " y en ".join(text for text in cited if text)

    def fundamento(self, *citas: str) -> str:
        """Return «, con fundamento en …», or nothing where none of those norms is verified."""
        text = self.normado(*citas)
        return f", con fundamento en {text}" if text else ""

    @property
    def organo(self) -> Prose:
        """Name of the committee with its acronym."""
        return compose(
            "{organo} ({siglas})",
            organo=self.institucional("organo", "nombre del comité"),
            siglas=self.institucional("siglas_organo", "siglas del comité"),
        )

    def institucional(self, field: str, label: str) -> Prose:
        """Return a text of the sheet Organismo, or the gap that asks for it."""
        return institutional(self.organismo, field, label)
