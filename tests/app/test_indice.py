"""A template with a real Word table of contents: template to DOCX to PDF, one set of page numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.app.motor import Motor
from cotaprep_docs.app.paginas import settle_pages
from cotaprep_docs.ooxml.field_tree import find_fields
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.templating.contract import contract_of
from cotaprep_docs.templating.linter import lint
from tests.support.libreoffice import libreoffice_pdf
from tests.support.pdf_links import outline_entries
from tests.support.pdf_text import compact_pages, pages_of_words
from tests.support.validators import broken_rules
from tests.templating.plan_template import CAPITULOS, PlanContext, plan_template, render_plan


def lines(docx: bytes) -> list[tuple[str, str]]:
    """Return the text and the page of each line of the table of contents of a DOCX."""
    found = []
    for paragraph in read_package(docx).xml("word/document.xml").iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        pages = [field.result for field in find_fields(paragraph) if field.instruction.name == "PAGEREF"]
        if style is not None and style.get(qn("w:val"), "").startswith("TDC") and pages:
            text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
            found.append((text.removesuffix(pages[0]), pages[0]))
    return found


def test_the_linter_takes_a_table_of_contents(tmp_path: Path) -> None:
    assert lint(plan_template(tmp_path), contract_of(PlanContext)) == ()


def test_the_docx_shows_the_pages_of_its_pdf(tmp_path: Path) -> None:
    settled = settle_pages(render_plan(tmp_path), "plan.docx")
    written = lines(settled.docx)
    assert [text for text, _ in written] == [chapter.titulo for chapter in CAPITULOS]
    texts = [" ".join(page) for page in pages_of_words(settled.pdf.data)]
    for text, page in written:
        assert f"{text} Texto de {text}" in texts[int(page) - 1]
    assert len({page for _, page in written}) > 3
    assert broken_rules(settled.pdf.data) == []


def test_the_outline_of_the_pdf_has_the_same_entries(tmp_path: Path) -> None:
    settled = settle_pages(render_plan(tmp_path), "plan.docx")
    entries = outline_entries(settled.pdf.data)
    assert [(text, int(page)) for text, page in lines(settled.docx)] == entries


def test_settling_twice_changes_nothing(tmp_path: Path) -> None:
    once = settle_pages(render_plan(tmp_path), "plan.docx")
    again = settle_pages(once.docx, "plan.docx")
    assert (again.docx, again.pdf.data) == (once.docx, once.pdf.data)


@pytest.mark.libreoffice
def test_libreoffice_shows_the_same_lines(tmp_path: Path) -> None:
    libreoffice_pdf(render_plan(tmp_path), tmp_path)  # skips or fails where it is not installed
    ours = settle_pages(render_plan(tmp_path), "plan.docx")
    theirs = settle_pages(render_plan(tmp_path), "plan.docx", Motor.LIBREOFFICE)
    assert lines(theirs.docx) == lines(ours.docx)
    assert _without_dots(theirs.pdf.data) == _without_dots(ours.pdf.data)


def _without_dots(data: bytes) -> list[str]:
    """Return the words of each page; how many dots a leader has is up to the engine."""
    return [page.replace(".", "") for page in compact_pages(data)]
