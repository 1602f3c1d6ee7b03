"""`Cambios`: what is done with changes of a DOCX that nobody accepted or rejected yet."""

from __future__ import annotations

import enum


class Cambios(enum.StrEnum):
    """Take them as accepted or as rejected; the DOCX itself stays as it is."""

    ACEPTAR = "aceptar"
    RECHAZAR = "rechazar"
