"""Drills in tables, charts and sentences: actas by phase, hours, and how one compares with the next."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from cotaprep_docs.documents.cifras import (
    DASH,
    DECIMALS_ACTAS,
    cuenta,
    percent_text,
    points_text,
    porcentaje,
    ratio,
)
from cotaprep_docs.documents.informe_context import FilaResultado
from cotaprep_docs.documents.informes import which
from cotaprep_docs.domain.avance import Avances, ProcesamientoHora, Simulacro
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.prose.grafica import Grafica, SerieGrafica
from cotaprep_docs.prose.prose import Prose, as_prose, join
from cotaprep_docs.spanish.hours import duration_text
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import sentence_case
from cotaprep_docs.spanish.numbers import digits

ESPERADAS = ("esperadas", "actas esperadas")
FASES = (
    ("digitalizadas", "actas digitalizadas"),
    ("capturadas", "actas capturadas"),
    ("contabilizadas", "actas contabilizadas"),
)
"""Field and label of each phase, in order."""
_CIERRE = "Cierre"


def simulacro_name(simulacro: Simulacro, organismo: Organismo) -> str:
    """Return «primer simulacro»."""
    return which(simulacro.ordinal, "simulacro", organismo.estilo_ordinales)


def build_resultados(rows: Sequence[Simulacro], organismo: Organismo) -> tuple[FilaResultado, ...]:
    """Return the actas of each drill by phase, and of all of them together where there are several."""
    found = [_fila(row, sentence_case(simulacro_name(row, organismo))) for row in rows]
    return (*found, _together(rows)) if len(rows) > 1 else tuple(found)


def _fila(row: Simulacro, name: str) -> FilaResultado:
    field, label = ESPERADAS
    phases = (_with_percent(row, (fase, f"{noun} del {lower(name)}")) for fase, noun in FASES)
    return FilaResultado(name, cuenta(row, field, f"{label} del {lower(name)}"), *phases)


def _with_percent(row: Simulacro, fase: tuple[str, str]) -> Prose:
    count = cuenta(row, *fase)
    if count.gaps or row.esperadas is None:
        return count
    return join((count, porcentaje(row, fase, ESPERADAS)), "\n")


def lower(name: str) -> str:
    """Return a name of a drill as it goes inside a sentence."""
    return name[:1].lower() + name[1:]


def _together(rows: Sequence[Simulacro]) -> FilaResultado:
    expected = _total(rows, ESPERADAS[0])
    phases = []
    for field, _label in FASES:
        total = _total(rows, field)
        share = ratio(total, expected)
        lines = [digits(total)] if total is not None else [DASH]
        if share is not None:
            lines.append(percent_text(share, DECIMALS_ACTAS))
        phases.append(as_prose("\n".join(lines)))
    return FilaResultado("En conjunto", as_prose(digits(expected) if expected is not None else DASH), *phases)


def _total(rows: Sequence[Simulacro], field: str) -> int | None:
    """Return the sum over all drills; None while the count of one is missing: a part is not the whole."""
    counts = [getattr(row, field) for row in rows]
    return sum(counts) if None not in counts else None


def chart_of_phases(rows: Sequence[Simulacro], organismo: Organismo) -> Grafica:
    """Return the chart of the percentage of each phase, drill by drill."""
    names = tuple(sentence_case(simulacro_name(row, organismo)) for row in rows)
    series = []
    for field, label in FASES:
        shares = (ratio(getattr(row, field), row.esperadas) for row in rows)
        series.append(SerieGrafica(sentence_case(label), tuple(map(_decimal, shares))))
    told = join_and([f"{lower(name)}, {text}" for name, text in _closing_shares(rows, names)])
    return Grafica(
        titulo="Actas por fase y simulacro (% de las esperadas)",
        categorias=names,
        series=tuple(series),
        descripcion=f"Columnas con el porcentaje de actas de cada fase. Contabilizadas: {told or DASH}.",
        formato="0.00",
    )


def _closing_shares(rows: Sequence[Simulacro], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    for row, name in zip(rows, names, strict=True):
        share = ratio(row.contabilizadas, row.esperadas)
        if share is not None:
            yield name, percent_text(share, DECIMALS_ACTAS)


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001"))


def chart_of_hours(avances: Avances, rows: Sequence[Simulacro], organismo: Organismo) -> Grafica:
    """Return the chart of actas counted up to each hour, a line for each drill."""
    counts = {row.clave: dict(_by_hour(avances, row)) for row in rows}
    labels = {label: None for row in rows for label in counts[row.clave]}
    hours = sorted((label for label in labels if label != _CIERRE), key=lambda label: _order(rows, label))
    categories = (*hours, *((_CIERRE,) if _CIERRE in labels else ()))
    series = tuple(
        SerieGrafica(
            sentence_case(simulacro_name(row, organismo)),
            tuple(_count(counts[row.clave].get(label)) for label in categories),
        )
        for row in rows
        if counts[row.clave]
    )
    ends = [f"{lower(line.nombre)}, {_last(line)}" for line in series if _last(line)]
    return Grafica(
        titulo="Actas contabilizadas por hora y simulacro (acumuladas)",
        categorias=categories,
        series=series,
        descripcion=f"Líneas de actas contabilizadas hasta cada corte. Al último: {join_and(ends)}."
        if ends
        else DASH,
        formato="#,##0",
    )


def _order(rows: Sequence[Simulacro], label: str) -> int:
    """Return when a cut was, from the earliest start: what is before it came after midnight."""
    starts = [row.hora_inicio for row in rows if row.hora_inicio is not None]
    first = min((start.hour * 60 + start.minute for start in starts), default=0)
    return (int(label[:2]) * 60 + int(label[3:]) - first) % (24 * 60)


def _by_hour(avances: Avances, row: Simulacro) -> Iterator[tuple[str, ProcesamientoHora]]:
    for corte in avances.cortes(row):
        yield (_CIERRE if corte.hora == row.hora_cierre else f"{corte.hora:%H:%M}"), corte


def _count(corte: ProcesamientoHora | None) -> Decimal | None:
    if corte is None or corte.contabilizadas is None:
        return None
    return Decimal(corte.contabilizadas)


def _last(line: SerieGrafica) -> str:
    known = [value for value in line.valores if value is not None]
    return digits(int(known[-1])) if known else ""


def chart_of_drill(avances: Avances, row: Simulacro) -> Grafica:
    """Return the chart of the actas of one drill up to each hour, a line for each phase."""
    cortes = avances.cortes(row)
    series = []
    for field, label in FASES:
        counts = (getattr(corte, field) for corte in cortes)
        values = tuple(None if count is None else Decimal(count) for count in counts)
        series.append(SerieGrafica(sentence_case(label), values))
    ends = [f"{_last(line)} {lower(line.nombre)}" for line in series if _last(line)]
    return Grafica(
        titulo="Actas por hora (acumuladas)",
        categorias=tuple(f"{corte.hora:%H:%M}" for corte in cortes),
        series=tuple(series),
        descripcion=f"Líneas con las actas de cada fase hasta cada corte. Al último corte: {join_and(ends)}."
        if ends
        else DASH,
        formato="#,##0",
    )


def write_comparisons(rows: Sequence[Simulacro], organismo: Organismo) -> tuple[tuple[str, ...], ...]:
    """Return what changed from each drill to the next: from which to which, points by phase, duration."""
    return tuple(_comparison(one, other, organismo) for one, other in itertools.pairwise(rows))


def _comparison(one: Simulacro, other: Simulacro, organismo: Organismo) -> tuple[str, ...]:
    cells = [f"Del {ordinal_of(one, organismo)} al {ordinal_of(other, organismo)}"]
    for field, _label in FASES:
        before = ratio(getattr(one, field), one.esperadas)
        after = ratio(getattr(other, field), other.esperadas)
        known = before is not None and after is not None
        cells.append(points_text(after - before, DECIMALS_ACTAS) if known else DASH)  # type: ignore[operator]
    cells.append(_longer(one.duracion, other.duracion))
    return tuple(cells)


def ordinal_of(simulacro: Simulacro, organismo: Organismo) -> str:
    """Return «primero», «tercero», as it stands without its noun."""
    words = which(simulacro.ordinal, "", organismo.estilo_ordinales).strip()
    return f"{words}o" if words.endswith(("primer", "tercer")) else words


def _longer(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return DASH
    if before == after:
        return "Igual duración"
    return f"{sentence_case(duration_text(abs(after - before)))} {'más' if after > before else 'menos'}"


def write_extremes(rows: Sequence[Simulacro], organismo: Organismo) -> str:
    """Return in which drill most and fewest actas were counted; empty with fewer than two to compare."""
    shares = [(ratio(row.contabilizadas, row.esperadas), row) for row in rows]
    known = [(share, row) for share, row in shares if share is not None]
    values = {share for share, _row in known}
    if len(known) < 2:
        return ""
    if len(values) == 1:
        share = percent_text(known[0][0], DECIMALS_ACTAS)
        return f"En todos los simulacros se contabilizó el {share} de las actas esperadas."
    best, worst = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    return (
        f"El mayor porcentaje de actas contabilizadas se alcanzó en el {simulacro_name(best[1], organismo)} "
        f"({percent_text(best[0], DECIMALS_ACTAS)}); el menor, en el {ordinal_of(worst[1], organismo)} "
        f"({percent_text(worst[0], DECIMALS_ACTAS)})."
    )
