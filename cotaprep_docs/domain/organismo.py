"""The institution, its committee and how they want their acts written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping

from cotaprep_docs.problems.location import NO_ORIGIN, CellLocation, RowOrigin
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import DateStyle
from cotaprep_docs.spanish.numbers import OrdinalStyle


class Papel(enum.Enum):
    """Paper of the letterhead; millimetres of width and height."""

    CARTA = "Carta"
    OFICIO = "Oficio"
    A4 = "A4"


@record(frozen=True, slots=True)
class Organismo:
    """Facts and style of the institution, one field per row of its sheet.

    Attributes:
        institucion: name of the institute, as printed in the letterhead.
        organo: full name of the committee.
        siglas_organo: its acronym, used in numbers and titles.
        proceso_electoral: name of the electoral process.
        fecha_jornada: day of the election.
        leyenda: legend of the year, as decreed; never deduced. One line for all years, or a line per
            year as in ``2027: Año de…``; see `leyenda_of`.
        fecha_comision: day on which the commission that follows the programme was agreed (RE 339.1.a).
        fecha_instancia: day on which the internal body that coordinates it was designated (RE 338.3).
        estilo_fechas: how dates and hours are written in the body of acts.
        estilo_ordinales: ``décima primera`` or ``undécima``.
        serie_acuerdos: pattern of agreement numbers, with ``{numero}``, ``{anio}``, ``{sesion}``.
        serie_oficios: pattern of letter numbers.
        conclusiones_finales: lessons and suggestions with which the final report ends, a paragraph a line.
        origins: the row of each field, by field name.
    """

    institucion: str = ""
    siglas_institucion: str = ""
    organo: str = ""
    siglas_organo: str = ""
    proceso_electoral: str = ""
    fecha_jornada: dt.date | None = None
    ciudad: str = ""
    entidad: str = ""
    domicilio: str = ""
    area: str = ""
    lema: str = ""
    leyenda: str = ""
    acuerdo_designacion: str = ""
    fecha_designacion: dt.date | None = None
    fecha_comision: dt.date | None = None
    fecha_instancia: dt.date | None = None
    organo_superior: str = ""
    estilo_fechas: DateStyle = DateStyle.LETRA
    estilo_ordinales: OrdinalStyle = OrdinalStyle.SEPARATE
    papel: Papel = Papel.CARTA
    serie_acuerdos: str = ""
    serie_oficios: str = ""
    clasificacion_archivistica: str = ""
    elaboro: str = ""
    conclusiones_finales: str | Prose = ""
    muestra: bool = False
    origins: Mapping[str, RowOrigin] = dataclasses.field(default_factory=dict, compare=False, repr=False)

    def leyenda_of(self, year: int | None) -> str:
        """Return the legend in force in a year; empty where none was given for it."""
        lines = [line.strip() for line in self.leyenda.splitlines() if line.strip()]
        by_year = {line[:4]: line[5:].strip() for line in lines if line[:4].isdigit() and line[4:5] == ":"}
        if by_year:
            return by_year.get(str(year), "")
        return " ".join(lines)

    @property
    def origin(self) -> RowOrigin:
        """Where its sheet marks it as sample: the row of the institution's name."""
        return self.origins.get("institucion", NO_ORIGIN)

    def cell(self, field: str) -> CellLocation:
        """Return the cell that holds a field's value."""
        return self.origins.get(field, NO_ORIGIN).cell("valor")
