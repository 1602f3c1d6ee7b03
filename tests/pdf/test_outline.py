"""Headings of the document are the outline of its PDF."""

from __future__ import annotations

import pypdfium2

from cotaprep_docs.pdf.convert import convert
from tests.support.docx_builder import docx


def outline(data: bytes) -> list[tuple[int, str, int]]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [(entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in pdf.get_toc()]


def heading(level: int, text: str, extra: str = "") -> str:
    return f'p/(pPr/({extra}outlineLvl{{val={level}}}),r/t"{text}")'


def test_levels_titles_and_pages() -> None:
    document = docx(
        f'{heading(0, "Uno")},p/(r/t"texto"),{heading(1, "Dos", "pageBreakBefore,")},{heading(0, "Tres")}'
    )
    assert outline(convert(document).data) == [(0, "Uno", 0), (1, "Dos", 1), (0, "Tres", 1)]


def test_a_level_left_out_is_closed_up_and_body_text_is_no_entry() -> None:
    document = docx(f"{heading(2, 'Hondo')},{heading(9, 'cuerpo')},{heading(5, 'Otro')}")
    assert outline(convert(document).data) == [(0, "Hondo", 0), (1, "Otro", 0)]
