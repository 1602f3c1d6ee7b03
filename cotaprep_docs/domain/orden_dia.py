"""The agenda of a session: points as convened and as approved."""

from __future__ import annotations

import dataclasses
import enum
import re

from cotaprep_docs.problems.location import NO_ORIGIN, RowOrigin
from cotaprep_docs.prose.prose import Prose
from cotaprep_docs.records import record


class EstadoPunto(enum.Enum):
    """What became of a point between the convocatoria and the session."""

    CONVOCADO = "Convocado"
    INCORPORADO = "Incorporado"
    RETIRADO = "Retirado"
    POSPUESTO = "Pospuesto"


class ClasePunto(enum.Enum):
    """What a point does; decides how the acta tells it."""

    LISTA = "Lista de asistencia y quórum"
    ORDEN_DIA = "Orden del día"
    ACTA_ANTERIOR = "Acta anterior"
    SEGUIMIENTO = "Seguimiento de acuerdos"
    AVANCE = "Avance"
    INFORME = "Informe"
    APROBACION = "Aprobación"
    PRESENTACION = "Presentación"
    ASUNTOS_GENERALES = "Asuntos generales"
    CLAUSURA = "Clausura"
    CLAUSURA_ORGANO = "Clausura del órgano"
    OTRO = "Otro"


_FINAL = re.compile(r"\bfinal\b", re.IGNORECASE)
_VOTED = (ClasePunto.ORDEN_DIA, ClasePunto.ACTA_ANTERIOR, ClasePunto.APROBACION)


@record(frozen=True, slots=True)
class Punto:
    """One point of an agenda.

    Attributes:
        sesion: key of its session.
        numero: number convened (``4``, ``4.1``); for an added point, the number it was given.
        numero_aprobado: number in the approved agenda where it differs; empty otherwise.
        texto: text of the point, verbatim.
        se_vota: whether something is put to the vote; None where nobody said.
        estado: convened, added, withdrawn or postponed.
        pospuesto_a: key of the session a postponed point goes to.
        promovido_por: key of who moved the change.
        presenta: key of who presents the point.
        narrativa: what was said, in paragraphs separated by line breaks; with its emphasis, lists and tables
            if it is from Word.
        entregable: number of the deliverable to the INE it answers, for the rules.
    """

    sesion: str
    numero: str
    texto: str
    clase: ClasePunto = ClasePunto.OTRO
    numero_aprobado: str = ""
    tema: str = ""
    entregable: str = ""
    se_vota: bool | None = None
    estado: EstadoPunto = EstadoPunto.CONVOCADO
    pospuesto_a: str = ""
    promovido_por: str = ""
    motivo: str = ""
    presenta: str = ""
    narrativa: str | Prose = ""
    muestra: bool = False
    origin: RowOrigin = dataclasses.field(default=NO_ORIGIN, compare=False, repr=False)

    @property
    def numero_vigente(self) -> str:
        """The number it has in the acta."""
        return self.numero_aprobado or self.numero

    @property
    def is_informe_final(self) -> bool:
        """Whether it presents the final report: of class «Informe», and says that it is final."""
        return self.clase is ClasePunto.INFORME and bool(_FINAL.search(self.texto))

    @property
    def is_desahogado(self) -> bool:
        """Whether the session dealt with it."""
        return self.estado in (EstadoPunto.CONVOCADO, EstadoPunto.INCORPORADO)

    @property
    def must_be_voted(self) -> bool:
        """Whether something of it is put to the vote, by what was said or, unsaid, by its kind."""
        return self.clase in _VOTED if self.se_vota is None else self.se_vota


@record(frozen=True, slots=True)
class OrdenDia:
    """The points of one session, in the order of their numbers in force."""

    sesion: str
    puntos: tuple[Punto, ...] = ()

    @property
    def convocados(self) -> tuple[Punto, ...]:
        """The agenda as convened, in its own order."""
        convened = [p for p in self.puntos if p.estado is not EstadoPunto.INCORPORADO]
        return tuple(sorted(convened, key=lambda p: numero_key(p.numero)))

    @property
    def aprobados(self) -> tuple[Punto, ...]:
        """The agenda as approved: without what was withdrawn or postponed."""
        return tuple(p for p in self.puntos if p.is_desahogado)

    @property
    def is_modificado(self) -> bool:
        """Whether the approved agenda differs from the convened one."""
        return any(p.estado is not EstadoPunto.CONVOCADO or p.numero_aprobado for p in self.puntos)

    def position(self, numero: str) -> int | None:
        """Return the 0-based position of the point with that number in force; None where there is none."""
        numbers = [punto.numero_vigente for punto in self.puntos]
        return numbers.index(numero) if numero in numbers else None


def numero_key(numero: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts ``2`` before ``10`` and ``4.1`` after ``4``."""
    return tuple((int(part), "") if part.isdigit() else (10**6, part) for part in numero.split(".") if part)
