"""People sign in the fields one after another: all stay valid, both standards hold, changes are caught."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from cotaprep_docs.pdf.convert import convert
from tests.pdf.signature_lines import NAMES, signature_lines
from tests.support.signing import (
    draw_stamp,
    fields_of,
    judged_by_poppler,
    judged_by_pyhanko,
    person,
    sign,
    sign_all,
)
from tests.support.validators import PROFILES, broken_rules, verapdf

DOCUMENTS = signature_lines()
VALID = "Signature is Valid."


@pytest.fixture(scope="module")
def stamp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw_stamp(tmp_path_factory.mktemp("sello") / "sello.pdf")


@pytest.fixture(scope="module")
def five() -> bytes:
    return convert(DOCUMENTS["five"].build()).data


def test_page_validation_finds_nothing_after_a_signature(five: bytes, stamp: Path) -> None:
    # With more than one it wants the bytes of an earlier signature to reach the end of a file that has
    # grown since, and it does not read the metadata as pyHanko writes them anew; veraPDF does (below).
    assert broken_rules(sign(five, "firma_A", person(1), stamp, quiet=True)) == []


def test_page_validation_finds_only_that_the_file_grew_after_five(five: bytes, stamp: Path) -> None:
    signed = five
    for number, field in enumerate(NAMES["five"], 1):
        signed = sign(signed, field, person(number), stamp, quiet=True)
    assert broken_rules(signed) == [("2a", "PDFA2A-SIGNATURE-BYTERANGE-001")]


@pytest.mark.verapdf
def test_verapdf_finds_nothing_before_and_after_all_have_signed(stamp: Path, tmp_path: Path) -> None:
    for name, document in DOCUMENTS.items():
        data = convert(document.build(), name=f"{name}.docx").data
        (tmp_path / f"{name}.pdf").write_bytes(data)
        if NAMES[name]:
            (tmp_path / f"{name}.firmado.pdf").write_bytes(sign_all(data, NAMES[name], stamp))
    files = sorted(tmp_path.glob("*.pdf"))
    assert verapdf(files) == {(file.name, profile): ["true"] for file in files for profile in PROFILES}


@pytest.mark.parametrize("order", ["ABCDE", "EDCBA", "CAEBD"])
def test_five_sign_in_any_order_and_all_stay_valid(
    five: bytes, stamp: Path, tmp_path: Path, order: str
) -> None:
    names = [f"firma_{letter}" for letter in order]
    signed = sign_all(five, names, stamp)
    assert signed.startswith(five)
    assert [status.bottom_line for status in judged_by_pyhanko(signed)] == [True] * 5
    (tmp_path / "firmado.pdf").write_bytes(signed)
    assert dict(judged_by_poppler(tmp_path / "firmado.pdf")) == dict.fromkeys(names, VALID)


def test_one_may_certify_first_and_the_others_sign(five: bytes, stamp: Path, tmp_path: Path) -> None:
    certified = sign(five, "firma_A", person(1), stamp, certify=True)
    signed = sign_all(certified, ["firma_B", "firma_C"], stamp)
    assert [status.bottom_line for status in judged_by_pyhanko(signed)] == [True] * 3
    (tmp_path / "firmado.pdf").write_bytes(signed)
    assert [verdict for _, verdict in judged_by_poppler(tmp_path / "firmado.pdf")] == [VALID] * 3
    # After that not even another signature field may be added.
    assert not judged_by_pyhanko(with_signature_field(signed))[0].bottom_line


def with_signature_field(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    append_signature_field(writer, SigFieldSpec("intrusa", box=(50, 50, 150, 90)))
    return written(writer)


def with_text_field(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    name, string = generic.pdf_name, generic.pdf_string
    field = generic.DictionaryObject(  # type: ignore[no-untyped-call]
        {name("/FT"): name("/Tx"), name("/T"): string("intruso")}
    )
    writer.root["/AcroForm"]["/Fields"].append(writer.add_object(field))
    writer.update_container(writer.root["/AcroForm"]["/Fields"])
    return written(writer)


def with_another_name(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    field = writer.root["/AcroForm"]["/Fields"][1]
    field["/TU"] = generic.pdf_string("Firma de otra persona")
    writer.update_container(field)
    return written(writer)


def with_a_page_turned(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(90)  # type: ignore[no-untyped-call]
    writer.update_container(page)
    return written(writer)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)  # type: ignore[no-untyped-call]
    return buffer.getvalue()


@pytest.mark.parametrize("change", [with_text_field, with_another_name, with_a_page_turned])
@pytest.mark.filterwarnings("ignore")
def test_what_is_added_after_a_signature_is_caught(
    five: bytes, stamp: Path, change: Callable[[bytes], bytes]
) -> None:
    signed = sign_all(five, ["firma_A", "firma_B"], stamp)
    changed = change(signed)
    assert changed.startswith(signed)
    assert [status.bottom_line for status in judged_by_pyhanko(changed)] == [False, False]


def test_another_signature_field_added_after_a_signature_is_seen(five: bytes, stamp: Path) -> None:
    # The standard lets a document be prepared for one more signature (ISO 32000-1, 12.8.2.2) unless it was
    # certified; then the fields are no longer those of the DOCX.
    changed = with_signature_field(sign(five, "firma_A", person(1), stamp))
    assert fields_of(changed) == [*NAMES["five"], "intrusa"]
    assert judged_by_pyhanko(changed)[0].modification_level is ModificationLevel.FORM_FILLING


PLACES = {
    "text": (b" Tj", 0),
    "name of a field": (b"/T (firma_B)", 10),
    "flags of the form": (b"/SigFlags 3", 10),
    "certificate": (b"/Contents <3", 400),
    "a reference": (b"/StructParents", 1),
}
"""What stands in a signed file: something to find it by, and how far after it."""


@pytest.mark.parametrize("place", PLACES)
def test_one_byte_changed_after_a_signature_is_caught(
    five: bytes, stamp: Path, tmp_path: Path, place: str
) -> None:
    signed = sign_all(five, ["firma_A", "firma_C"], stamp)
    mark, after = PLACES[place]
    at = signed.index(mark) + after
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    (tmp_path / "cambiado.pdf").write_bytes(changed)
    said = [verdict for _, verdict in judged_by_poppler(tmp_path / "cambiado.pdf")]
    assert said != [VALID, VALID]
    with contextlib.suppress(PdfError, ValueError):  # it may not even be a PDF any more
        assert not all(status.bottom_line for status in judged_by_pyhanko(changed))
