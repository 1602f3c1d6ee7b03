"""Any text on any console, without an exception."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.cli.streams import LEGIBLE, legible, prepare_streams, speaks_unicode

codecs.register_error(LEGIBLE, legible)

CONSOLES = ("cp437", "cp850", "cp1252", "ascii", "latin-1")


@pytest.mark.parametrize("encoding", CONSOLES)
@given(text=st.text())
def test_no_text_fails(encoding: str, text: str) -> None:
    text.encode(encoding, LEGIBLE)


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("cp850", 'Acta «única» -> salida/ñ.docx... - "x" ?'),
        ("cp1252", "Acta «única» -> salida/ñ.docx… – “x” ?"),
        ("ascii", 'Acta "unica" -> salida/n.docx... - "x" ?'),
        ("utf-8", "Acta «única» → salida/ñ.docx… – “x” \u4e00"),
    ],
)
def test_what_a_console_lacks_has_a_likeness(encoding: str, printed: str) -> None:
    text = "Acta «única» → salida/ñ.docx… – “x” \u4e00"
    assert text.encode(encoding, LEGIBLE).decode(encoding) == printed


def test_decoding_errors_are_not_hidden() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", LEGIBLE)


def test_standard_streams_are_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="cp850")
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", io.StringIO())  # as where there is no console at all
    prepare_streams()
    out.write("→")
    out.flush()
    assert out.buffer.getvalue() == b"->"


def test_who_speaks_unicode() -> None:
    assert speaks_unicode(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert not speaks_unicode(io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert not speaks_unicode(io.StringIO())
