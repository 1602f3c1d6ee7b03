from __future__ import annotations

from cotaprep_docs.ooxml.flatten import flatten
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from tests.ooxml.test_fields import complex_field, docx, text_of


def instructions(data: bytes) -> list[str]:
    root = read_package(data).xml("word/document.xml")
    return [(node.text or "").strip() for node in root.iter(qn("w:instrText"))]


def test_dates_stay_as_they_were_written_and_page_numbers_stay_alive() -> None:
    body = (
        complex_field(r" DATE \@ dd/MM/yyyy ", "30/01/2024")
        + complex_field(" PAGE ", "1")
        + complex_field(r" NUMPAGES \* CardText ", "seis")
        + '<w:fldSimple w:instr="TIME"><w:r><w:t>12:05</w:t></w:r></w:fldSimple>'
    )
    plain = flatten(docx(body)).docx
    assert instructions(plain) == ["PAGE"]
    assert text_of(plain) == "30/01/2024|1|seis|12:05"


def test_tracked_changes_are_taken_as_accepted_and_comments_go() -> None:
    body = (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>queda</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
        '<w:del w:id="1"><w:r><w:delText>sale</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>entra</w:t></w:r></w:ins>'
    )
    plain = flatten(docx(body)).docx
    assert text_of(plain) == "queda|entra"
    root = read_package(plain).xml("word/document.xml")
    assert not list(root.iter(qn("w:ins"), qn("w:del"), qn("w:commentReference"), qn("w:commentRangeStart")))


def test_flattening_twice_changes_nothing() -> None:
    once = flatten(docx(complex_field(" AUTHOR ", "alguien"))).docx
    assert flatten(once).docx == once
