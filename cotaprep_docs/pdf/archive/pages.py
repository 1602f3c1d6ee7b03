"""How many pages a PDF has, whoever made it."""

from __future__ import annotations

from pathlib import Path

import pikepdf


def count_pages(path: Path) -> int | None:
    """Return the pages of a PDF; None where there is no such file, or it cannot be read as one."""
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except (OSError, pikepdf.PdfError):
        return None
