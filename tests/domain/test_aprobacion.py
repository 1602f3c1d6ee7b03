"""Which acta a point of an agenda approves, by what it says."""

from __future__ import annotations

import pytest

from cotaprep_docs.domain.aprobacion import find_aprobaciones
from cotaprep_docs.domain.orden_dia import ClasePunto
from tests.support.planes import SITTINGS, a_plan, agenda, punto

SESIONES = tuple(sesion for sesion in SITTINGS if not sesion.is_reunion)


@pytest.mark.parametrize(
    ("text", "approved"),
    [
        ("Acta de la segunda sesión ordinaria.", ["2"]),
        ("Acta de la sesión anterior.", ["2"]),
        ("Acta anterior.", ["2"]),
        ("Actas anteriores.", ["1", "2"]),
        ("Actas de la primera y segunda sesiones ordinarias.", ["1", "2"]),
        ("Acta de la tercera sesión ordinaria.", ["3"]),
        ("Acta de la presente sesión.", ["3"]),
        ("Lectura y aprobación del acta de esta sesión.", ["3"]),
        ("Aprobación, en la presente sesión, del acta de la sesión anterior.", ["2"]),
        ("Actas de la sesión anterior y de la presente sesión.", ["2", "3"]),
        ("Acta de la novena sesión ordinaria.", []),
    ],
)
def test_what_a_point_says(text: str, approved: list[str]) -> None:
    point = punto("3", "6", text, ClasePunto.ACTA_ANTERIOR)
    proceso = a_plan(puntos=agenda(point, drop=(("3", "3"), ("2", "3"))))
    found = [one.acta.clave for one in find_aprobaciones(proceso, SESIONES) if one.sesion.clave == "3"]
    assert sorted(found) == approved
