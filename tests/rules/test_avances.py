"""Each rule over the progress: progress with nothing wrong passes; one change gives its code at its cell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from cotaprep_docs.domain.avance import (
    AvanceMensual,
    Avances,
    HallazgoAuditoria,
    Personal,
    ProcesamientoHora,
    Simulacro,
)
from cotaprep_docs.rules.avances import AVANCE_RULES, check_avances
from tests.support.builders import origin

FASES = ("esperadas", "digitalizadas", "capturadas", "contabilizadas")
S1 = Simulacro(
    "S1", 1, dt.date(2027, 5, 2), dt.time(9, 0), dt.time(9, 10), dt.time(11, 30), 100, 98, 97, 95,
    origin=origin("Simulacros", 2, *FASES, "ordinal", "hora_primera_acta"),
)  # fmt: skip
S2 = dataclasses.replace(S1, clave="S2", ordinal=2)


def corte(hour: str, *counts: int | None, row: int = 2) -> ProcesamientoHora:
    digitalizadas, capturadas, contabilizadas = (*counts, None, None)[:3]
    return ProcesamientoHora(
        "S1",
        dt.time.fromisoformat(hour),
        digitalizadas,
        capturadas,
        contabilizadas,
        origin=origin("Procesamiento por hora", row, *FASES[1:]),
    )


CORTES = (corte("10:00", 30, 28, 25), corte("11:00", 60, None, 52, row=3), corte("11:30", 98, 97, 95, row=4))


def mes(number: int, planeado: str, real: str | None = None) -> AvanceMensual:
    return AvanceMensual(
        dt.date(2027, number, 1),
        "Sistema",
        Decimal(planeado),
        Decimal(real) if real else None,
        origin=origin("Avance mensual", number, "planeado", "real"),
    )


GOOD = Avances(
    mensuales=(mes(2, "40", "35"), mes(1, "20", "20"), mes(3, "60")),
    simulacros=(S1,),
    procesamiento=CORTES,
    personal=(Personal(dt.date(2027, 1, 1), "Captura", 10, 8, 8, origin=origin("Personal", 2, "capacitadas")),),
    auditoria=(
        HallazgoAuditoria(
            "H1", "x", dt.date(2027, 1, 2), fecha_atencion=dt.date(2027, 1, 2),
            origin=origin("Auditoría", 2, "fecha_atencion"),
        ),
    ),
)  # fmt: skip


def findings(avances: Avances) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.location).partition("!")[2]) for problem in check_avances(avances)]


def test_progress_with_nothing_wrong_has_no_findings() -> None:
    assert findings(GOOD) == []
    past_midnight = dataclasses.replace(
        S1, hora_inicio=dt.time(22, 0), hora_primera_acta=dt.time(0, 5), hora_cierre=dt.time(1, 0)
    )
    cortes = (corte("00:30", 50, 50, 50), corte("23:00", 10, 10, 10), corte("01:00", 98, 97, 95))
    assert findings(dataclasses.replace(GOOD, simulacros=(past_midnight,), procesamiento=cortes)) == []


@pytest.mark.parametrize(
    ("code", "cell", "changes"),
    [
        ("REG-050", "Simulacros!B2", {"simulacros": (dataclasses.replace(S1, digitalizadas=101),)}),
        ("REG-050", "Simulacros!D2", {"simulacros": (dataclasses.replace(S1, contabilizadas=98),)}),
        ("REG-050", "Procesamiento por hora!C2", {"procesamiento": (corte("10:00", 30, 28, 29),)}),
        ("REG-051", "Simulacros!A2", {"simulacros": (dataclasses.replace(S1, esperadas=0),)}),
        ("REG-052", "Procesamiento por hora!A3", {"procesamiento": (CORTES[0], corte("11:00", 29, row=3))}),
        ("REG-053", "Simulacros!C2", {"simulacros": (dataclasses.replace(S1, capturadas=96),)}),
        ("REG-054", "Simulacros!F2", {"simulacros": (dataclasses.replace(S1, hora_primera_acta=dt.time(8)),)}),
        ("REG-055", "Simulacros!E2", {"simulacros": (S1, dataclasses.replace(S2, ordinal=1))}),
        ("REG-056", "Avance mensual!B3", {"mensuales": (mes(1, "20", "20"), mes(3, "60", "19"))}),
        ("REG-056", "Avance mensual!A3", {"mensuales": (mes(1, "20", "20"), mes(3, "19"))}),
        ("REG-057", "Personal!A2", {"personal": (dataclasses.replace(GOOD.personal[0], capacitadas=9),)}),
        (
            "REG-058",
            "Auditoría!A2",
            {"auditoria": (dataclasses.replace(GOOD.auditoria[0], fecha_atencion=dt.date(2027, 1, 1)),)},
        ),
    ],
)  # fmt: skip
def test_one_change_gives_exactly_its_code(code: str, cell: str, changes: dict[str, Any]) -> None:
    found = findings(dataclasses.replace(GOOD, **changes))
    assert (code, cell) in found
    assert {each for each, _ in found} <= {code, "REG-050" if code == "REG-051" else code, _also(code)}


def _also(code: str) -> str:
    """A total that is not that of the closing count may be more than the phase before, and the reverse."""
    return {"REG-050": "REG-053", "REG-053": "REG-050"}.get(code, code)


def test_every_rule_has_its_failing_case() -> None:
    assert len({rule.kind.code for rule in AVANCE_RULES}) == len(AVANCE_RULES) == 9
