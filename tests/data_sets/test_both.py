"""What holds for both data sets, and that neither leaks into the other."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterator, Mapping

from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.problem import Checked, Severity
from cotaprep_docs.rules.rules import check_sesiones
from cotaprep_docs.trackers import choices
from cotaprep_docs.trackers.declarations import Choices

# Words of the drop-downs: the trackers' language, not anybody's data.
VOCABULARY = frozenset(
    {
        "Abierto", "Acuerdo", "Anexo", "Antecedentes", "Análisis técnico", "Atendido",
        "Candidatura independiente", "Cerrado", "Circulado", "Coalición", "Considerandos", "Contratado",
        "Convocatoria", "Copia", "Cumplido", "Definido", "Electrónico", "En atención", "En proceso",
        "Equipado", "Habilitado", "Impreso", "Inciso", "Invitación", "Media", "Mitigado", "Opinión",
        "Partido", "Pendiente", "Propietario", "Puntos de dictamen", "Párrafo", "Recomendación",
        "Reuniones", "Sesiones", "Suplente", "Todas", "Viñeta", "Voto particular", "Remisión", "Errata",
        "Modificación", "Glosario", "CATD y CCV", "Centros por municipio", "Actualizaciones por hora",
        "Actas de los simulacros",
    }
)  # fmt: skip
_KEYS = frozenset({"origin", "origins", "alias"})


def texts(value: object) -> Iterator[str]:
    """Yield every text that a cell holds, but keys and words of drop-downs."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, enum.Enum):
        return
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name not in _KEYS:
                yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def long_texts(*values: object) -> set[str]:
    return {text for value in values for text in texts(value) if len(text) > 4}


def test_the_vocabulary_is_of_the_drop_downs() -> None:
    lists = [item for item in vars(choices).values() if isinstance(item, Choices)]
    assert {label for item in lists for label in item.labels} >= VOCABULARY


def test_no_error_in_any_workbook(
    plan_read: Checked[Proceso],
    ficticio_read: Checked[Proceso],
    plan_avances: Checked[Avances],
    ficticio_avances: Checked[Avances],
) -> None:
    read = (plan_read, ficticio_read, plan_avances, ficticio_avances)
    found = [problem for checked in read for problem in checked.problems]
    assert [(p.code, str(p.location)) for p in found if p.severity is not Severity.NOTICE] == []


def test_the_rules_find_nothing_in_what_was_captured(
    plan: Proceso, ficticio: Proceso, normas: Normas
) -> None:
    for proceso in (plan, ficticio):
        assert check_sesiones(proceso, normas) == ()


def test_no_text_is_in_both_data_sets(
    plan: Proceso,
    ficticio: Proceso,
    plan_avances: Checked[Avances],
    ficticio_avances: Checked[Avances],
) -> None:
    real = long_texts(plan, plan_avances.value) - VOCABULARY
    invented = long_texts(ficticio, ficticio_avances.value) - VOCABULARY
    assert len(real) > 300
    assert len(invented) > 300
    assert real & invented == set()


def test_no_text_of_one_is_within_a_text_of_the_other(
    plan: Proceso,
    ficticio: Proceso,
    plan_avances: Checked[Avances],
    ficticio_avances: Checked[Avances],
) -> None:
    real = long_texts(plan, plan_avances.value) - VOCABULARY
    invented = long_texts(ficticio, ficticio_avances.value) - VOCABULARY
    whole_real, whole_invented = ("\n".join(sorted(group)).casefold() for group in (real, invented))
    assert [text for text in sorted(real) if text.casefold() in whole_invented] == []
    assert [text for text in sorted(invented) if text.casefold() in whole_real] == []


def test_references_hold_in_both(plan: Proceso, ficticio: Proceso) -> None:
    for proceso in (plan, ficticio):
        for name in ("votaciones", "intervenciones", "documentos", "acuerdos", "compromisos"):
            for row in getattr(proceso, name):
                sesion = proceso.sesion(row.sesion)
                assert sesion is not None
                assert not row.punto or proceso.orden_dia(sesion).position(row.punto) is not None
