"""Plain model to boxes on pages: lines, rows, pages. Nothing here knows OOXML or draws."""

from __future__ import annotations
