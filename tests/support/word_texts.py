"""Word files with long texts, as a secretariat writes them, from compact calls."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.document import Document

Row = tuple[str, ...]
Block = tuple[str, str | tuple[Row, ...]]
"""A style and its text; ``título`` to ``título 9`` for headings, ``tabla`` with rows."""

MIXTURE: tuple[Block, ...] = (
    ("", "Se expuso *con fuerza* lo siguiente:"),
    ("List Bullet", "Uno."),
    ("List Bullet 2", "Dentro de _uno_."),
    ("List Bullet", "Dos."),
    ("", "En este orden:"),
    ("List Number", "Alfa."),
    ("List Number", "Beta."),
    ("", "Y quedó así:"),
    ("tabla", (("Centro", "Sitios"), ("Norte", "3"), ("Sur", "*2*"))),
    ("", "Nada más."),
)
"""All that a text can hold."""


def write_text(folder: Path, *blocks: Block, name: str = "narrativas.docx") -> Path:
    """Write a file into the folder of texts of a data folder."""
    path = folder / "textos" / name
    path.parent.mkdir(exist_ok=True)
    build_text(*blocks).save(str(path))
    return path


def build_text(*blocks: Block) -> Document:
    """Return a document of Word with those blocks, *bold* and _italics_ as marked."""
    document = docx.Document()
    for style, content in blocks:
        kind, _, level = style.partition(" ")
        if not isinstance(content, str):
            add_table(document, content)
        elif kind == "título":
            document.add_heading(content, level=int(level or 1))
        else:
            add_runs(document.add_paragraph(style=style or None), content)
    return document


def add_table(document: Document, rows: tuple[Row, ...]) -> Any:
    """Add a table whose first row is of headers, as Word takes it to be."""
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            add_runs(cell.paragraphs[0], text)
    return table


def add_runs(paragraph: Any, text: str) -> None:
    """Add a text where *this* is bold and _this_ in italics."""
    for number, stretch in enumerate(text.split("*")):
        for other, part in enumerate(stretch.split("_")):
            if part:
                run = paragraph.add_run(part)
                run.bold, run.italic = (number % 2 == 1) or None, (other % 2 == 1) or None
