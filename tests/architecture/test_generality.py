"""Nothing of one institute is in code or templates, and the repository speaks of the project alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cotaprep_docs.documents.fuente import SHEETS
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.documents.redaccion import LIBRO, LIBRO_AVANCES
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.trackers.workbooks import AVANCES, SESIONES

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "cotaprep_docs").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates_docx").glob("*.docx"))
INSTITUTES = ("Jalisco", "IEPC", "Guadalajara", "Alarcón", "Ledesma", "Olivares", "Gallego")


@pytest.mark.parametrize("name", INSTITUTES)
def test_no_institute_in_code_or_templates(name: str) -> None:
    # Docstrings may name where a usage was seen; strings a user reads may not.
    docstring = re.compile(r'"""(?:.|\n)*?"""')
    for path in SOURCES:
        code = "\n".join(
            line.partition("#")[0]
            for line in docstring.sub("", path.read_text(encoding="utf-8")).splitlines()
        )
        assert name not in code, path
    for path in TEMPLATES:
        for part, data in read_package(path.read_bytes()).parts.items():
            assert name.encode() not in data, (path.name, part)


def test_documents_name_sheets_that_exist() -> None:
    titles = {sheet.title for book in (SESIONES, AVANCES) for sheet in book.sheets}
    assert (SESIONES.file, AVANCES.file) == (LIBRO, LIBRO_AVANCES)
    assert set(SHEETS.values()) <= titles
    for kind in DOCUMENT_KINDS:
        assert kind.sheets <= titles


def test_lxml_parses_only_through_the_safe_door() -> None:
    for path in SOURCES:
        if path.parent.name != "ooxml":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"etree\.(fromstring|parse|XML|iterparse|XMLParser)\b", text), path


def test_only_the_command_line_reads_the_clock_or_the_user() -> None:
    for path in SOURCES:
        if "cli" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert not re.search(
                r"\b(date\.today|datetime\.now|utcnow|time\.time|getpass|random)\b\(?", text
            ), path
