"""Votes as captured, and the result that follows from them."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.records import record


class Voto(enum.Enum):
    """What one person did in one vote."""

    A_FAVOR = "A favor"
    EN_CONTRA = "En contra"
    ABSTENCION = "Abstención"
    EXCUSA = "Excusa"


class FormaVotacion(enum.Enum):
    """How the row was captured: one word for all, or a vote per person."""

    UNANIMIDAD = "Unanimidad"
    NOMINAL = "Nominal"


class Resultado(enum.Enum):
    """The outcome of a vote, computed and never typed."""

    UNANIMIDAD = "Aprobado por unanimidad"
    MAYORIA = "Aprobado por mayoría"
    RECHAZO = "No aprobado"
    EMPATE = "Empate"
    SIN_MAYORIA = "Sin mayoría"
    SIN_QUORUM = "Sin quórum"
    INCOMPLETO = "Votación incompleta"

    @property
    def is_aprobado(self) -> bool:
        """Whether what was voted stands."""
        return self in (Resultado.UNANIMIDAD, Resultado.MAYORIA)


class BaseMayoria(enum.Enum):
    """Over what a majority is counted; a norm parameter."""

    PRESENTES = "presentes"
    EMITIDOS = "emitidos"


@record(frozen=True, slots=True)
class Votacion:
    """One vote of one point.

    Attributes:
        secuencia: 1 for the first vote of a point, 2 for the second after a tie.
        asunto: what was put to the vote; empty means the point itself.
        forma: None while nothing was captured.
        votos: by key of person; only what was typed.
        resultado_tecleado: what somebody typed as result, to be compared; empty is fine.
        votos_particulares: keys of who announced a particular vote.
    """

    sesion: str
    punto: str
    secuencia: int = 1
    asunto: str = ""
    forma: FormaVotacion | None = None
    votos: Mapping[str, Voto] = dataclasses.field(default_factory=dict)
    resultado_tecleado: Resultado | None = None
    votos_particulares: tuple[str, ...] = ()
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)


@record(frozen=True, slots=True)
class Escrutinio:
    """A vote counted against who was in the room.

    Attributes:
        resultado: the outcome.
        a_favor, en_contra, abstenciones, excusas: who did what, in roll-call order.
        sin_voto: present, and nobody captured their vote.
        presentes: how many people with vote were in the room.
        base: over how many votes the majority was counted.
        otra_base: outcome if the majority were counted over the other base.
    """

    resultado: Resultado
    a_favor: tuple[Integrante, ...]
    en_contra: tuple[Integrante, ...]
    abstenciones: tuple[Integrante, ...]
    excusas: tuple[Integrante, ...]
    sin_voto: tuple[Integrante, ...]
    presentes: int
    base: int
    otra_base: Resultado

    @property
    def depends_on_base(self) -> bool:
        """Whether the two ways of counting a majority disagree here."""
        return self.resultado is not self.otra_base


def count_votos(
    votacion: Votacion, presentes: tuple[Integrante, ...], quorum: int, base: BaseMayoria
) -> Escrutinio:
    """Return the count of a vote.

    Votes of people who were not in the room are ignored here; the rules report them.

    Args:
        votacion: the vote as captured.
        presentes: people with vote in the room, in roll-call order.
        quorum: how many make quorum.
        base: over what a majority is counted.
    """
    groups: dict[Voto | None, list[Integrante]] = {}
    unanimous = votacion.forma is FormaVotacion.UNANIMIDAD and not votacion.votos
    for person in presentes:
        voto = Voto.A_FAVOR if unanimous else votacion.votos.get(person.clave)
        groups.setdefault(voto, []).append(person)
    favor, contra, abstention, excuse, missing = (
        tuple(groups.get(voto, ()))
        for voto in (Voto.A_FAVOR, Voto.EN_CONTRA, Voto.ABSTENCION, Voto.EXCUSA, None)
    )
    counts = (len(favor), len(contra), len(abstention))
    bases = {BaseMayoria.PRESENTES: sum(counts), BaseMayoria.EMITIDOS: len(favor) + len(contra)}
    if len(presentes) < quorum:
        outcomes = dict.fromkeys(BaseMayoria, Resultado.SIN_QUORUM)
    elif missing:
        outcomes = dict.fromkeys(BaseMayoria, Resultado.INCOMPLETO)
    else:
        outcomes = {kind: _outcome(counts, total) for kind, total in bases.items()}
    other = BaseMayoria.EMITIDOS if base is BaseMayoria.PRESENTES else BaseMayoria.PRESENTES
    return Escrutinio(
        resultado=outcomes[base],
        a_favor=favor,
        en_contra=contra,
        abstenciones=abstention,
        excusas=excuse,
        sin_voto=missing,
        presentes=len(presentes),
        base=bases[base],
        otra_base=outcomes[other],
    )


def _outcome(counts: tuple[int, int, int], base: int) -> Resultado:
    favor, contra, abstention = counts
    if favor and not contra and not abstention:
        return Resultado.UNANIMIDAD
    if favor * 2 > base:
        return Resultado.MAYORIA
    if contra * 2 > base:
        return Resultado.RECHAZO
    if favor and favor * 2 == contra * 2 == base:
        return Resultado.EMPATE
    return Resultado.SIN_MAYORIA


def vote_field(clave: str) -> str:
    """Return the name under which the origin of a vote knows the column of a person."""
    return f"votos.{clave}"
