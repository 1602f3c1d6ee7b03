"""Headers of the vertical sheet, shared by its writer and its reader."""

from __future__ import annotations

CAMPO, VALOR, EXPLANATION, SAMPLE = "Campo", "Valor", "Qué es", "Muestra"
