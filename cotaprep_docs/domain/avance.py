"""Progress of the PREP as the technical staff captures it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.records import record


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
    """One drill: hours, actas by stage, sites."""

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
    plan_continuidad: str = ""
    incidentes: str = ""
    asistentes: str = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


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
