"""PDF/A-2a and PDF/UA-1 at once, by two validators, whatever the document holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.pdf.convert import convert
from cotaprep_docs.pdf.emit.pdf import Metadata, emit
from cotaprep_docs.pdf.layout.document import layout_document
from cotaprep_docs.pdf.reader.document import read_document
from tests.pdf.chart_gallery import chart_documents
from tests.pdf.gallery import gallery
from tests.pdf.odd_documents import odd_documents
from tests.support.docx_builder import Docx
from tests.support.validators import PROFILES, broken_rules, verapdf

DOCUMENTS: dict[str, Docx] = {**gallery(), **odd_documents(), **chart_documents()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_nothing(name: str) -> None:
    assert broken_rules(convert(DOCUMENTS[name].build(), name=f"{name}.docx").data) == []


def drawn_only(document: Docx) -> bytes:
    """Return the PDF as it is before the pass that makes it conform."""
    model = read_document(read_package(document.build()), "x.docx").value
    return emit(layout_document(model).pages, model.images, Metadata("Título", "", "", "es-MX")).data


def test_the_validator_refuses_what_was_only_drawn() -> None:
    assert {profile for profile, _ in broken_rules(drawn_only(gallery()["prose"]))} == set(PROFILES)


@pytest.mark.verapdf
def test_verapdf_finds_nothing(tmp_path: Path) -> None:
    for name, document in DOCUMENTS.items():
        (tmp_path / f"{name}.pdf").write_bytes(convert(document.build(), name=f"{name}.docx").data)
    (tmp_path / "solo_dibujado.pdf").write_bytes(drawn_only(gallery()["prose"]))
    said = verapdf(sorted(tmp_path.glob("*.pdf")))
    assert [said.pop(("solo_dibujado.pdf", profile))[0] for profile in PROFILES] == ["false", "false"]
    assert said == {(f"{name}.pdf", profile): ["true"] for name in DOCUMENTS for profile in PROFILES}
