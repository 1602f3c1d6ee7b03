"""`Motor`: who makes the PDF."""

from __future__ import annotations

import enum


class Motor(enum.StrEnum):
    """Our engine, or LibreOffice where it is installed."""

    PROPIO = "propio"
    LIBREOFFICE = "libreoffice"
