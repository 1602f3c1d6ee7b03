"""Signature lines of the DOCX are signature fields of the PDF, empty and in order."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pikepdf
import pypdfium2
import pytest

from cotaprep_docs.pdf.convert import convert
from tests.pdf.signature_lines import NAMES, SAID, control, in_line, line, run, signature_lines
from tests.pdf.signature_lines import person as printed
from tests.support.docx_builder import docx, paragraphs
from tests.support.pdf_tags import Node, structure
from tests.support.signing import fields_of
from tests.support.validators import broken_rules

DOCUMENTS = signature_lines()


def boxes(data: bytes) -> list[tuple[int, list[float]]]:
    """Return page and rectangle of each field."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages: list[Any] = [page.objgen for page in pdf.pages]
        return [(pages.index(f.P.objgen), [float(side) for side in f.Rect]) for f in pdf.Root.AcroForm.Fields]


def labels(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(field.TU) for field in pdf.Root.AcroForm.Fields]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_line_is_one_field_in_the_order_of_the_document(name: str) -> None:
    made = convert(DOCUMENTS[name].build(), name=f"{name}.docx")
    assert fields_of(made.data) == NAMES[name]
    assert [problem.code for problem in made.problems] == SAID.get(name, [])
    assert made.data == convert(DOCUMENTS[name].build(), name=f"{name}.docx").data


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if NAMES[name] and name != "cramped"])
def test_fields_stand_where_nothing_is_written(name: str) -> None:
    data = convert(DOCUMENTS[name].build()).data
    found = boxes(data)
    with pypdfium2.PdfDocument(data) as pdf:
        for page, (left, bottom, right, top) in found:
            assert pdf[page].get_textpage().get_text_bounded(left, bottom, right, top).strip(" _\r\n") == ""
            assert right - left > 56
            assert 18 <= top - bottom <= 57
            assert left >= 70
            assert right <= 526
    for (one_page, one), (other_page, other) in itertools.combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert one_page != other_page or apart


def test_a_field_ends_on_the_line_above_the_name() -> None:
    data = convert(DOCUMENTS["in_line"].build()).data
    _, (left, bottom, right, top) = boxes(data)[0]
    with pypdfium2.PdfDocument(data) as pdf:
        text = pdf[0].get_textpage()
        index = text.get_text_range().index("Ana Ruiz")
        name = text.get_charbox(index)
    assert 0 < bottom - name[3] < 12
    assert left < name[0] < right
    assert top - bottom > 40


def test_a_control_over_a_page_end_has_its_field_beside_the_name() -> None:
    made = convert(DOCUMENTS["over_a_page"].build())
    assert made.pages == 3
    assert [page for page, _ in boxes(made.data)] == [2]


@pytest.mark.parametrize(
    ("body", "label"),
    [
        (in_line("firma.A", "Ana Ruiz", title="Firma de Ana Ruiz"), "Firma de Ana Ruiz, Integrante"),
        (in_line("firma.A", "Ana Ruiz", title="Presidencia"), "Presidencia"),
        (in_line("firma.A", "Ana Ruiz"), "Firma de Ana Ruiz, Integrante"),
        # Word cuts titles at 64 characters; the printed name is whole.
        (
            in_line("firma.A", "María " * 12 + "Ruiz", title=("Firma de " + "María " * 12)[:64]),
            "Firma de " + "María " * 12 + "Ruiz, Integrante",
        ),
        (line(control("firma.A", 'r/t"   "')), "Firma A"),
        (f"{line(control('firma.A', 'r'))},{paragraphs('Prosa que sigue. ' * 9)}", "Firma A"),
        (f"p/({control('firma.A', run('Ana Ruiz'))}),{paragraphs('Vocal')}", "Firma de Ana Ruiz, Vocal"),
        (
            f"{line(control('firma.A', 'r'))},{control('firma.B', printed('Eva'))},p/({run('x')})",
            "Firma A",
        ),
    ],
)  # fmt: skip
def test_a_field_says_who_signs(body: str, label: str) -> None:
    assert labels(convert(docx(body)).data)[0] == label


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if NAMES[name]])
def test_each_field_has_its_form_element_and_nothing_stands_in_the_way_of_signing(name: str) -> None:
    data = convert(DOCUMENTS[name].build()).data
    forms = structure(data).of("Form")
    assert [form.details["Alt"] for form in forms] == labels(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        assert form.is_indirect
        assert int(form.SigFlags) == 3
        assert "/NeedAppearances" not in form
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)
        tree = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums.as_list())] * 2, strict=True))
        for field in form.Fields:
            assert (str(field.FT), str(field.Subtype)) == ("/Sig", "/Widget")
            assert {"/V", "/Kids"}.isdisjoint(field.keys())
            element = tree[int(field.StructParent)]
            # An array around the reference, or none around the element, and signing seems to change them.
            assert element.K.Type == "/OBJR"
            assert element.K.Obj.objgen == field.objgen
            assert isinstance(element.P.K, pikepdf.Array)


def test_the_field_is_read_where_it_stands_in_its_line() -> None:
    data = convert(DOCUMENTS["side_by_side"].build()).data
    (paragraph,) = [node for node in structure(data).of("P") if node.of("Form")]
    read = [kid.kind if isinstance(kid, Node) else kid.strip(" _") for kid in paragraph.kids]
    assert read == ["Firma:", "Form", "Fecha:", "Form", ""]


def test_a_document_without_signature_lines_has_no_form() -> None:
    with pikepdf.open(io.BytesIO(convert(docx(paragraphs("Nada que firmar"))).data)) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_validation_finds_nothing_before(name: str) -> None:
    assert broken_rules(convert(DOCUMENTS[name].build(), name=f"{name}.docx").data) == []
