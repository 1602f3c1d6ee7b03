from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.ooxml import package
from cotaprep_docs.ooxml.package import BadPackage, PackageFault, parse_xml, read_package, write_package

TYPES = "[Content_Types].xml"
PARTS = {TYPES: b"<Types/>", "word/document.xml": b"<w/>", "_rels/.rels": b"<r/>"}


def test_what_is_written_is_read_back() -> None:
    assert read_package(write_package(PARTS)).parts == PARTS


def test_the_same_parts_in_any_order_give_the_same_bytes() -> None:
    assert write_package(PARTS) == write_package(dict(reversed(PARTS.items())))


def test_content_types_come_first_and_nothing_is_dated_now() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(PARTS))) as archive:
        assert archive.namelist()[0] == TYPES
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", PackageFault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), PackageFault.OLE),
        (b"%PDF-1.7", PackageFault.NOT_ZIP),
        (write_package(PARTS)[:-30], PackageFault.TRUNCATED),
        (write_package({"a.txt": b"x"}), PackageFault.NOT_OOXML),
    ],
)
def test_what_is_no_package_is_said(data: bytes, fault: PackageFault) -> None:
    with pytest.raises(BadPackage) as raised:
        read_package(data)
    assert raised.value.fault is fault


def test_a_zip_bomb_stops_at_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART_BYTES", 10_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(TYPES, b"<Types/>")
        archive.writestr("word/document.xml", bytes(1_000_000))
    with pytest.raises(BadPackage) as raised:
        read_package(buffer.getvalue())
    assert raised.value.fault is PackageFault.TOO_LARGE


@pytest.mark.parametrize(
    "xml",
    [
        b"<a><b></a>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ],
)
def test_bad_xml_and_document_types_are_refused(xml: bytes) -> None:
    with pytest.raises(BadPackage) as raised:
        parse_xml(xml, "word/document.xml")
    assert (raised.value.fault, raised.value.part) == (PackageFault.BAD_XML, "word/document.xml")


@given(st.binary(max_size=400))
def test_any_bytes_end_in_a_package_or_a_fault(data: bytes) -> None:
    for candidate in (data, b"PK\x03\x04" + data):
        with pytest.raises(BadPackage) as raised:
            read_package(candidate)
        assert raised.value.fault in PackageFault
