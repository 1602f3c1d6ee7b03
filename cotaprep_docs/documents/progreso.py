"""Progress of the PREP in tables and charts: by stage, accumulated by month, sites, staff, audit, risks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from cotaprep_docs.documents.cifras import DASH, percent_text, points_text
from cotaprep_docs.documents.informe_context import FilaAcumulado, FilaAvance, FilaHallazgo, FilaRiesgo
from cotaprep_docs.documents.informes import FuenteInforme
from cotaprep_docs.domain.avance import Acumulado, AvanceMensual, Avances, HallazgoAuditoria, Riesgo
from cotaprep_docs.prose.grafica import Grafica, SerieGrafica
from cotaprep_docs.prose.prose import Gap, Prose, as_prose
from cotaprep_docs.spanish.dates import month_text, short_date
from cotaprep_docs.spanish.names import sentence_case

ATENDIDO = "Atendido"


def build_etapas(rows: Sequence[AvanceMensual]) -> tuple[FilaAvance, ...]:
    """Return planned and real progress of each stage in a month, with the deviation in points."""
    return tuple(_etapa(row) for row in rows)


def _etapa(row: AvanceMensual) -> FilaAvance:
    planned = percent_text(Fraction(row.planeado))
    if row.real is None:
        gap = missing_real(row)
        return FilaAvance(row.etapa, row.actividad, as_prose(planned), as_prose(gap), as_prose(DASH))
    real = Fraction(row.real)
    points = points_text(real - Fraction(row.planeado))
    return FilaAvance(
        row.etapa, row.actividad, as_prose(planned), as_prose(percent_text(real)), as_prose(points)
    )


def missing_real(row: AvanceMensual) -> Gap:
    """Return the gap of a stage whose real progress was not captured."""
    label = f"avance real de «{row.etapa}» en {month_text(row.mes)}"
    return Gap(label, row.origin.cell("real"), "Escriba un número de 0 a 100: 35.")


def build_acumulado(avances: Avances, corte: dt.date) -> tuple[FilaAcumulado, ...]:
    """Return the mean of all stages month by month; of the months after the cut, only what is planned."""
    return tuple(_mes(avances.acumulado(mes), avances, is_past=mes <= corte) for mes in avances.meses)


def _mes(row: Acumulado, avances: Avances, *, is_past: bool) -> FilaAcumulado:
    name, planned = sentence_case(month_text(row.mes)), as_prose(percent_text(row.planeado))
    if not is_past:
        return FilaAcumulado(name, planned, as_prose(DASH), as_prose(DASH))
    if row.real is None:
        missing = next(each for each in avances.etapas(row.mes) if each.real is None)
        return FilaAcumulado(name, planned, as_prose(missing_real(missing)), as_prose(DASH))
    real, points = percent_text(row.real), points_text(row.real - row.planeado)
    return FilaAcumulado(name, planned, as_prose(real), as_prose(points))


def chart_of_progress(avances: Avances, corte: dt.date) -> Grafica:
    """Return the chart of planned against real by month; the real line ends at the cut."""
    totals = [avances.acumulado(mes) for mes in avances.meses]
    planned = tuple(_decimal(row.planeado) for row in totals)
    real = tuple(_decimal(row.real) if row.mes <= corte else None for row in totals)
    last = next((row for row in reversed(totals) if row.mes <= corte and row.real is not None), None)
    told = "Aún no hay avance real capturado."
    if last is not None and last.real is not None:
        told = (
            f"En {month_text(last.mes)}, el avance planeado es de {percent_text(last.planeado)} y el real de "
            f"{percent_text(last.real)}."
        )
    return Grafica(
        titulo="Avance acumulado planeado y real (%)",
        categorias=tuple(f"{row.mes:%m/%Y}" for row in totals),
        series=(SerieGrafica("Planeado", planned), SerieGrafica("Real", real)),
        descripcion=f"Líneas con el avance acumulado, mes por mes. {told}",
        formato="0.00",
    )


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))


def write_acumulado(total: Acumulado) -> str:
    """Return how the whole stands: «el avance real es de 53.20 %, 1.30 puntos por debajo de lo planeado…»."""
    if total.real is None:
        return ""
    difference = total.real - total.planeado
    points = points_text(abs(difference)).lstrip("+")
    where = "por encima de" if difference > 0 else "por debajo de"
    against = f"{points} puntos porcentuales {where} lo planeado" if difference else "igual a lo planeado"
    return (
        f"Al cierre de {month_text(total.mes)}, el avance real del conjunto de las etapas es de "
        f"{percent_text(total.real)}, {against} ({percent_text(total.planeado)})."
    )


def build_hallazgos(rows: Sequence[HallazgoAuditoria], corte: dt.date) -> tuple[FilaHallazgo, ...]:
    """Return the findings known at the cut, as they stood then; one without a date counts as known."""
    known = (row for row in rows if row.fecha is None or row.fecha <= corte)
    return tuple(_hallazgo(row, corte) for row in known)


def _hallazgo(row: HallazgoAuditoria, corte: dt.date) -> FilaHallazgo:
    day = short_date(row.fecha) if row.fecha is not None else ""
    origin = "; ".join(part for part in (row.prueba, day) if part)
    grave = as_prose(row.gravedad or Gap(f"gravedad del hallazgo {row.clave}", row.origin.cell("gravedad")))
    return FilaHallazgo(row.hallazgo, as_prose(origin), grave, _situacion(row, corte))


def _situacion(row: HallazgoAuditoria, corte: dt.date) -> Prose:
    done = row.fecha_atencion
    if done is not None and done > corte:
        return as_prose("Por atender al cierre del periodo")
    if done is not None:
        return as_prose(f"{ATENDIDO} el {short_date(done)}")
    return as_prose(row.estado or Gap(f"estado del hallazgo {row.clave}", row.origin.cell("estado")))


def build_riesgos(rows: Sequence[Riesgo]) -> tuple[FilaRiesgo, ...]:
    """Return the risks as the tracker has them now."""
    return tuple(_riesgo(row) for row in rows)


def _riesgo(row: Riesgo) -> FilaRiesgo:
    probability = _level(row, "probabilidad", row.probabilidad.lower())
    impact = _level(row, "impacto", _MASCULINE.get(row.impacto, row.impacto.lower()))
    return FilaRiesgo(
        row.riesgo,
        probability + "\n" + impact,
        _field(row, "mitigacion", "mitigación"),
        _field(row, "estado", "estado"),
    )


_MASCULINE = {"Alta": "alto", "Media": "medio", "Baja": "bajo"}
"""The levels of the tracker as they agree with «impacto»."""


def _level(row: Riesgo, field: str, value: str) -> Prose:
    missing = Gap(f"{field} del riesgo {row.clave}", row.origin.cell(field))
    return as_prose(f"{sentence_case(field)} ") + (value or missing)


def _field(row: Riesgo, field: str, label: str) -> Prose:
    return as_prose(getattr(row, field) or Gap(f"{label} del riesgo {row.clave}", row.origin.cell(field)))


def month_of(fuente: FuenteInforme, day: dt.date | None) -> dt.date | None:
    """Return the last month with captured rows that ends by a day; None where there is none."""
    months = [mes for mes in fuente.avances.meses if day is None or mes <= day]
    return max(months, default=None)
