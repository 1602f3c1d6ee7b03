"""Progress of the PREP as the technical staff captures it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from fractions import Fraction

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record

_DAY = 24 * 60


def _minutes(hour: dt.time | None) -> int | None:
    return None if hour is None else hour.hour * 60 + hour.minute


@record(frozen=True, slots=True)
class AvanceMensual:
    """Planned and real progress of one stage in one month, in percent (0 to 100)."""

    mes: dt.date
    etapa: str
    planeado: Decimal
    real: Decimal | None = None
    actividad: str = ""
    observaciones: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Simulacro:
    """One drill: hours, actas by stage, sites, and what is told of it, which may be from Word."""

    clave: str
    ordinal: int
    fecha: dt.date | None = None
    hora_inicio: dt.time | None = None
    hora_primera_acta: dt.time | None = None
    hora_cierre: dt.time | None = None
    esperadas: int | None = None
    digitalizadas: int | None = None
    capturadas: int | None = None
    contabilizadas: int | None = None
    catd: int | None = None
    ccv: int | None = None
    actualizaciones_hora: int | None = None
    difusores: int | None = None
    plan_continuidad: str | Prose = ""
    incidentes: str | Prose = ""
    asistentes: str = ""
    conclusiones: str | Prose = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

    @property
    def duracion(self) -> int | None:
        """Minutes from its start to its closing, past midnight where that is earlier; None if not known."""
        start, end = _minutes(self.hora_inicio), _minutes(self.hora_cierre)
        return None if start is None or end is None else (end - start) % _DAY

    def minutes_since_start(self, hour: dt.time) -> int:
        """Return how long after its start an hour is: what is earlier in the day came after midnight."""
        start = _minutes(self.hora_inicio) or 0
        return (hour.hour * 60 + hour.minute - start) % _DAY


@record(frozen=True, slots=True)
class ProcesamientoHora:
    """Actas processed up to an hour of a drill, accumulated."""

    simulacro: str
    hora: dt.time
    digitalizadas: int | None = None
    capturadas: int | None = None
    contabilizadas: int | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Centro:
    """A CATD or CCV and how far its installation is."""

    clave: str
    tipo: str
    municipio: str = ""
    distrito: str = ""
    domicilio: str = ""
    estado: str = ""
    equipos: int | None = None
    fecha_habilitacion: dt.date | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Personal:
    """People by role in one month."""

    mes: dt.date
    rol: str
    requeridas: int | None = None
    contratadas: int | None = None
    capacitadas: int | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class HallazgoAuditoria:
    """A finding of the audit body and what was done about it."""

    clave: str
    hallazgo: str
    fecha: dt.date | None = None
    prueba: str = ""
    gravedad: str = ""
    estado: str = ""
    fecha_atencion: dt.date | None = None
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Riesgo:
    """A risk of the programme and its mitigation."""

    clave: str
    riesgo: str
    probabilidad: str = ""
    impacto: str = ""
    mitigacion: str = ""
    responsable: str = ""
    estado: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Avances:
    """All that the workbook of progress holds."""

    mensuales: tuple[AvanceMensual, ...] = ()
    simulacros: tuple[Simulacro, ...] = ()
    procesamiento: tuple[ProcesamientoHora, ...] = ()
    centros: tuple[Centro, ...] = ()
    personal: tuple[Personal, ...] = ()
    auditoria: tuple[HallazgoAuditoria, ...] = ()
    riesgos: tuple[Riesgo, ...] = ()

    @property
    def simulacros_en_orden(self) -> tuple[Simulacro, ...]:
        """The drills by their ordinal."""
        return tuple(sorted(self.simulacros, key=lambda simulacro: simulacro.ordinal))

    @property
    def meses(self) -> tuple[dt.date, ...]:
        """The first day of each month that has progress, in order."""
        return tuple(sorted({row.mes for row in self.mensuales}))

    @property
    def mes_vigente(self) -> dt.date | None:
        """The last month with real progress: what is captured without a date tells of it."""
        return max((row.mes for row in self.mensuales if row.real is not None), default=None)

    def etapas(self, mes: dt.date) -> tuple[AvanceMensual, ...]:
        """Return the progress of each stage in a month, in the tracker's order."""
        return tuple(row for row in self.mensuales if row.mes == mes)

    def cortes(self, simulacro: Simulacro) -> tuple[ProcesamientoHora, ...]:
        """Return the hourly counts of a drill, in the order they happened."""
        rows = (row for row in self.procesamiento if row.simulacro == simulacro.clave)
        return tuple(sorted(rows, key=lambda row: simulacro.minutes_since_start(row.hora)))

    def acumulado(self, mes: dt.date) -> Acumulado:
        """Return the mean of all stages in a month; without real progress while that of one is missing."""
        rows = self.etapas(mes)
        real = [row.real for row in rows if row.real is not None]
        return Acumulado(
            mes, _mean([row.planeado for row in rows]), _mean(real) if len(real) == len(rows) else None
        )


@record(frozen=True, slots=True)
class Acumulado:
    """Planned and real progress of the whole programme at the end of a month: the mean of its stages."""

    mes: dt.date
    planeado: Fraction
    real: Fraction | None


def _mean(values: list[Decimal]) -> Fraction:
    return sum(map(Fraction, values), Fraction(0)) / max(len(values), 1)
