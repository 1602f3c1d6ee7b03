"""How many of the signature fields of a PDF are signed, whoever signed them; not whether they are valid."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import pikepdf
from pikepdf import Name

_MOST: Final = 500


class Signatures(NamedTuple):
    """Signature fields of a PDF (ISO 32000-1, 12.7.4.5).

    Attributes:
        fields: all of them.
        signed: those that hold a signature.
    """

    fields: int
    signed: int


def count_signatures(path: Path) -> Signatures | None:
    """Return the signature fields of a PDF; None where there is no such file, or it cannot be read as one."""
    try:
        with pikepdf.open(path) as pdf:
            form = pdf.Root.get("/AcroForm")
            fields = list(form.get("/Fields", []))[:_MOST] if form is not None else []
            values = [field.get("/V") for field in fields if field.get("/FT") == Name.Sig]
    except (OSError, AttributeError, TypeError, ValueError, pikepdf.PdfError):
        return None
    return Signatures(len(values), sum(value is not None for value in values))
