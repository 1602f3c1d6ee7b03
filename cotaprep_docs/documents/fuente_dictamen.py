"""`FuenteDictamen`: the passages of one dictamen, with the session that voted it, where there is one."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from cotaprep_docs.documents.busqueda import nearest
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.problem_kinds import NOT_APPROVED, UNKNOWN_DICTAMEN
from cotaprep_docs.documents.razones import passages
from cotaprep_docs.documents.redaccion import LIBRO
from cotaprep_docs.documents.votacion_text import VotacionText, write_votaciones
from cotaprep_docs.domain.acuerdo import PasajeDictamen
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.domain.votacion import Resultado
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.records import record


@record(frozen=True)
class FuenteDictamen(FuenteProceso):
    """One dictamen; its `clave` is that of its passages."""

    @cached_property
    def pasajes(self) -> tuple[PasajeDictamen, ...]:
        """Its passages, of all sections."""
        return passages(self.proceso, self.clave)

    @property
    def titulo(self) -> str:
        """Its title."""
        return self.pasajes[0].titulo

    @property
    def acto(self) -> str:
        """What it calls itself: ``dictamen``, or ``opinión`` where its title begins so."""
        first = self.titulo.partition(" ")[0].casefold()
        return first if first == "opinión" else "dictamen"

    @cached_property
    def fuente(self) -> Fuente | None:
        """The session it is presented to; None while nobody said which."""
        placed = next((row for row in self.pasajes if row.sesion), None)
        sesion = self.proceso.sesion(placed.sesion) if placed is not None else None
        return Fuente(self.proceso, self.normas, sesion) if sesion is not None else None

    @cached_property
    def punto(self) -> Punto | None:
        """The point of the agenda it belongs to."""
        number = next((row.punto for row in self.pasajes if row.punto), "")
        position = self.fuente.orden.position(number) if self.fuente is not None else None
        return (
            self.fuente.orden.puntos[position] if self.fuente is not None and position is not None else None
        )

    @cached_property
    def votaciones(self) -> tuple[VotacionText, ...]:
        """The votes of its point, in the words of the acta."""
        if self.fuente is None or self.punto is None:
            return ()
        return write_votaciones(self.fuente, self.punto)

    @property
    def is_proyecto(self) -> bool:
        """Whether its vote is still to be captured."""
        return not self.votaciones or self.votaciones[-1].resultado in (None, Resultado.INCOMPLETO)

    @property
    def dia(self) -> dt.date | None:
        """Day of its session."""
        return self.fuente.sesion.fecha if self.fuente is not None else None

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """Its session."""
        return (self.fuente.sesion,) if self.fuente is not None else ()

    @property
    def place(self) -> CellLocation:
        """The cell that holds its key."""
        return self.pasajes[0].origin.cell("clave")


def dictamen_keys(proceso: Proceso) -> tuple[str, ...]:
    """Return the keys of all dictámenes: passages under the key of an agreement are its reasons."""
    acuerdos = {acuerdo.clave for acuerdo in proceso.acuerdos}
    return tuple(dict.fromkeys(row.clave for row in proceso.dictamenes if row.clave not in acuerdos))


def of_dictamen(proceso: Proceso, normas: Normas, clave: str) -> FuenteDictamen:
    """Return the dictamen of a key, as typed.

    Raises:
        UsageProblem: there is none, or it was put to the vote and did not pass.
    """
    keys = dictamen_keys(proceso)
    found = next((key for key in keys if normalize_clave(key) == normalize_clave(clave)), None)
    if found is None:
        raise UsageProblem(
            UNKNOWN_DICTAMEN.at(
                CellLocation(LIBRO, "Dictámenes"),
                clave=clave,
                parecida=nearest(clave, keys),
                claves=", ".join(keys) or "todavía no tiene ninguna",
            )
        )
    fuente = FuenteDictamen(proceso, normas, found)
    outcome = fuente.votaciones[-1].resultado if fuente.votaciones else None
    if outcome is not None and not outcome.is_aprobado and outcome is not Resultado.INCOMPLETO:
        asunto, result = f"El dictamen «{found}»", str(outcome.value).lower()
        raise UsageProblem(NOT_APPROVED.at(fuente.place, asunto=asunto, resultado=result))
    return fuente
