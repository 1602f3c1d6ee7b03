"""Rules over the sheet Oficios: a row is of a document, or of a deliverable, that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from cotaprep_docs.domain.acto import ENTREGABLE, OFICIO_REMISION, letter_name
from cotaprep_docs.domain.entrega_estado import entregable_letter
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.rules.plan import problem_kinds as kinds
from cotaprep_docs.rules.plan.panorama import Panorama
from cotaprep_docs.spanish.names import fold_text

_ENTREGABLE = f"{ENTREGABLE}-"
_REMISION = f"{OFICIO_REMISION}-"


def check_letters(panorama: Panorama) -> Iterator[Problem]:
    """Yield rows whose document nobody can make, so that their number and date are of nothing."""
    for row in panorama.proceso.oficios:
        name = letter_name(row.documento)
        if not name.startswith(_ENTREGABLE) and not _is_known(panorama.proceso, name):
            yield kinds.UNKNOWN_LETTER.at(row.origin.cell("documento"), documento=row.documento)


def check_deliveries(panorama: Panorama) -> Iterator[Problem]:
    """Yield rows that tell of a deliverable sent which the norms file does not have."""
    letters = {
        entregable_letter(entrega.entregable, vencimiento)
        for entrega in panorama.entregas
        for vencimiento in entrega.vencimientos
    }
    for row in panorama.proceso.oficios:
        name = letter_name(row.documento)
        if name.startswith(_ENTREGABLE) and name not in letters:
            near = min((one for one in letters if _number(one) == _number(name)), default=f"{_ENTREGABLE}9")
            place = row.origin.cell("documento")
            yield kinds.UNKNOWN_DELIVERY.at(place, documento=row.documento, ejemplo=near)


def _number(name: str) -> str:
    return name.removeprefix(_ENTREGABLE).partition("-")[0]


def _is_known(proceso: Proceso, name: str) -> bool:
    """Tell whether a document of that name can be made; of other kinds nothing is known here."""
    for prefix, exists in _KINDS.items():
        if name.startswith(prefix):
            return exists(proceso, name.removeprefix(prefix))
    return name.startswith(_REMISION)


def _has_acuerdo(proceso: Proceso, clave: str) -> bool:
    return clave in {fold_text(acuerdo.clave) for acuerdo in proceso.acuerdos}


def _has_dictamen(proceso: Proceso, clave: str) -> bool:
    return clave in {fold_text(row.clave) for row in proceso.dictamenes}


def _has_sesion(proceso: Proceso, clave: str) -> bool:
    return proceso.sesion(clave) is not None


def _has_extracto(proceso: Proceso, clave: str) -> bool:
    sesion, _, acuerdo = clave.partition("-")
    found = proceso.sesion(sesion)
    return found is not None and acuerdo in {fold_text(a.clave) for a in proceso.acuerdos_of(found)}


_KINDS: Mapping[str, Callable[[Proceso, str], bool]] = {
    f"{_REMISION}acuerdo-": _has_acuerdo,
    f"{_REMISION}dictamen-": _has_dictamen,
    f"{_REMISION}acta-": _has_sesion,
    f"{_REMISION}minuta-": _has_sesion,
    "aviso-": _has_sesion,
    "extracto-": _has_extracto,
    "fe-de-erratas-": _has_sesion,
}
