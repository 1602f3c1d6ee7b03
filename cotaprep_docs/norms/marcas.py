"""How sure an entry of the norms file is."""

from __future__ import annotations

import enum


class Marca(enum.Enum):
    """How sure an entry is."""

    VERIFICADA = "V"
    VERIFICADA_EN_PLAN = "V-semilla"
    PRACTICA = "V-práctica"
    INFERIDA = "I"
    DE_MEMORIA = "M"

    @property
    def is_verificada(self) -> bool:
        """Whether the text of the norm was read; only such an entry may found an act or block one."""
        return self in (Marca.VERIFICADA, Marca.VERIFICADA_EN_PLAN)

    @property
    def texto(self) -> str:
        """What the mark means, in Spanish."""
        return _MEANINGS[self]


_MEANINGS = {
    Marca.VERIFICADA: "texto leído en la fuente que se cita",
    Marca.VERIFICADA_EN_PLAN: "transcrito en el plan de trabajo, sin cotejar con el original",
    Marca.PRACTICA: "no es la norma: así la aplicó un organismo",
    Marca.INFERIDA: "inferido de fechas o prácticas; sin verificar",
    Marca.DE_MEMORIA: "de memoria; sin verificar",
}
