"""LibreOffice as the second engine, and what is said where it is missing or late."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.pdf.office import convert_with_office, find_office
from cotaprep_docs.problems.exit_code import ExitCode, MissingResource, UnreadableInput
from tests.pdf.gallery import gallery
from tests.support.libreoffice import libreoffice_pdf
from tests.support.pdf_text import compact_pages

DOCX = next(iter(gallery().values())).build()


def a_program(folder: Path, script: str) -> str:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.libreoffice
def test_it_makes_the_same_pages(tmp_path: Path) -> None:
    libreoffice_pdf(DOCX, tmp_path)  # skips or fails where it is not installed
    made = convert_with_office(DOCX, name="acta-3.docx")
    ours = convert(DOCX)
    assert made.pages == ours.pages
    assert compact_pages(made.data) == compact_pages(ours.data)


def test_without_it_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    if find_office() is not None:  # installed in one of the usual places of Windows or macOS
        pytest.fail("find_office must not find a program here")
    with pytest.raises(MissingResource) as raised:
        convert_with_office(DOCX, name="acta-3.docx")
    assert [(problem.code, str(problem.location)) for problem in raised.value.problems] == [
        ("PDF-031", "acta-3.docx")
    ]
    assert raised.value.exit_code is ExitCode.MISSING_RESOURCE


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_late_one_is_killed_with_all_it_started(tmp_path: Path) -> None:
    alive = tmp_path / "vive"
    program = a_program(tmp_path, f"(sleep 3; touch '{alive}') & wait")
    start = time.monotonic()
    with pytest.raises(MissingResource) as raised:
        convert_with_office(DOCX, name="acta-3.docx", program=program, time_limit=0.5)
    assert [problem.code for problem in raised.value.problems] == ["PDF-032"]
    assert time.monotonic() - start < 2.5
    time.sleep(3.2)
    assert not alive.exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_one_that_makes_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingResource) as raised:
        convert_with_office(DOCX, name="acta-3.docx", program=a_program(tmp_path, "exit 77"))
    assert [(problem.code, problem.params["codigo"]) for problem in raised.value.problems] == [
        ("PDF-033", "77")
    ]


def test_what_is_no_docx_is_refused_before_anything_starts() -> None:
    with pytest.raises(UnreadableInput) as raised:
        convert_with_office(b"%PDF-1.7", name="a.docx", program="no-such-program")
    assert [problem.code for problem in raised.value.problems] == ["PDF-003"]
