"""Sheets that several kinds of document depend on, by their declared names."""

from __future__ import annotations

from typing import Final

SESSION_SHEETS: Final = frozenset({"Organismo", "Integrantes", "Calendario", "Orden del día", "Documentos"})
"""What every document of a session rests on."""
ATTENDANCE_SHEETS: Final = frozenset({"Representaciones", "Invitados", "Asistencia", "Movimientos"})
"""What tells who was there."""
