"""`FuenteAcuerdo`: one agreement, with the session that took it; found by its key or its number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from cotaprep_docs.documents.busqueda import nearest
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.problem_kinds import NOT_APPROVED, NOT_FOR_THIS, UNKNOWN_ACUERDO
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.votacion_text import VotacionText, write_votaciones
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.votacion import Resultado
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record


@record(frozen=True)
class FuenteAcuerdo(Fuente):
    """An agreement with the session that took it.

    Attributes:
        acuerdo: the agreement.
    """

    acuerdo: Acuerdo

    @property
    def clave(self) -> str:
        """Key of the agreement."""
        return self.acuerdo.clave

    @property
    def place(self) -> CellLocation:
        """The cell that holds its key."""
        return self.acuerdo.origin.cell("clave")

    @cached_property
    def punto(self) -> Punto | None:
        """The point it was taken at; None where the agenda has no such point."""
        return self.punto_of(self.acuerdo)

    @property
    def is_proyecto(self) -> bool:
        """Whether it is still to be taken: its vote, or where it needs none its session, is not captured."""
        if not self.needs_vote(self.acuerdo):
            return self.is_pendiente
        count = self.deciding_escrutinio(self.acuerdo)
        return count is None or count.resultado is Resultado.INCOMPLETO

    @cached_property
    def votacion(self) -> VotacionText | None:
        """The vote that carries it, in the very words of the acta; None where there is none to tell of."""
        if self.punto is None:
            return None
        texts = write_votaciones(self, self.punto)
        for votacion, text in zip(self.votaciones(self.punto), texts, strict=False):
            if votacion.secuencia == self.acuerdo.votacion:
                return text
        return texts[-1] if texts else None


def outcome_against(desarrollo: Desarrollo, acuerdo: Acuerdo) -> Resultado | None:
    """Return the outcome of the vote that did not carry an agreement; None where none did."""
    count = desarrollo.deciding_escrutinio(acuerdo)
    if count is None or count.resultado.is_aprobado or count.resultado is Resultado.INCOMPLETO:
        return None
    return count.resultado


def of_acuerdo(proceso: Proceso, normas: Normas, clave: str) -> FuenteAcuerdo:
    """Return the agreement of a key or number, as typed.

    Raises:
        UsageProblem: there is none, or it was not approved.
    """
    acuerdo = match_acuerdo(proceso.acuerdos, clave)
    sesion = proceso.sesion(acuerdo.sesion) if acuerdo is not None else None
    if acuerdo is None or sesion is None:
        raise UsageProblem(_unknown(clave, proceso.acuerdos))
    return approved(FuenteAcuerdo(proceso, normas, sesion, acuerdo))


def _unknown(clave: str, acuerdos: tuple[Acuerdo, ...]) -> Problem:
    keys = [acuerdo.clave for acuerdo in acuerdos]
    return UNKNOWN_ACUERDO.at(
        CellLocation(LIBRO, "Acuerdos"),
        clave=clave,
        parecida=nearest(clave, keys),
        claves=", ".join(keys) or "todavía no tiene ninguna",
    )


def match_acuerdo(acuerdos: tuple[Acuerdo, ...], clave: str) -> Acuerdo | None:
    """Return the agreement that a key or number means, however typed."""
    wanted = normalize_clave(clave)
    return next(
        (a for a in acuerdos if wanted in (normalize_clave(a.clave), normalize_clave(a.numero))), None
    )


F = TypeVar("F", bound=FuenteAcuerdo)


def approved(fuente: F) -> F:
    """Return an agreement whose vote carried it, or is still to be captured.

    Raises:
        UsageProblem: it was put to the vote and did not pass.
    """
    against = outcome_against(fuente, fuente.acuerdo)
    if against is None:
        return fuente
    cell = fuente.acuerdo.origin.cell("punto")
    asunto = f"Lo que dice el renglón «{fuente.acuerdo.clave}» de «Acuerdos»"
    raise UsageProblem(NOT_APPROVED.at(cell, asunto=asunto, resultado=str(against.value).lower()))


def of_session_acuerdo(proceso: Proceso, normas: Normas, clave: str) -> tuple[Fuente, Acuerdo]:
    """Return what ``3-A5`` means: a session, and one of its agreements.

    Raises:
        UsageProblem: there is no such session, or no such agreement of it.
    """
    split = next((pair for pair in _splits(clave) if proceso.sesion(pair[0]) is not None), None)
    sesion = proceso.sesion(split[0]) if split is not None else None
    if split is None or sesion is None:
        raise UsageProblem(_unknown(clave, proceso.acuerdos))
    own = proceso.acuerdos_of(sesion)
    acuerdo = match_acuerdo(own, split[1])
    if acuerdo is None:
        elsewhere = match_acuerdo(proceso.acuerdos, split[1])
        raise UsageProblem(_unknown(split[1], own) if elsewhere is None else _elsewhere(elsewhere))
    return Fuente(proceso, normas, sesion), acuerdo


def _elsewhere(acuerdo: Acuerdo) -> Problem:
    return NOT_FOR_THIS.at(
        acuerdo.origin.cell("sesion"),
        motivo=f"El acuerdo «{acuerdo.clave}» es de la sesión «{acuerdo.sesion}»",
        comando=f"cotaprep-docs extracto {acuerdo.sesion} --acuerdo {acuerdo.clave}",
    )


def _splits(clave: str) -> Iterator[tuple[str, str]]:
    """Yield each way to part a key at one of its hyphens: either half may have some of its own."""
    for position, char in enumerate(clave):
        if char == "-":
            yield clave[:position], clave[position + 1 :]
