from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.ooxml.instruction import Instruction, parse_instruction

CASES = {
    "": Instruction(""),
    " PAGE ": Instruction("PAGE"),
    r"REF acuerdo_1 \h": Instruction("REF", "acuerdo_1", ((r"\h", ""),)),
    r' TOC \o "1-3" \h \z \u ': Instruction(
        "TOC", "", ((r"\o", "1-3"), (r"\h", ""), (r"\z", ""), (r"\u", ""))
    ),
    r'HYPERLINK "https://a.mx/b?c=d" \l "lugar"': Instruction(
        "HYPERLINK", "https://a.mx/b?c=d", ((r"\l", "lugar"),)
    ),
    r"numpages \* CardText \* Upper": Instruction("NUMPAGES", "", ((r"\*", "CardText"), (r"\*", "Upper"))),
    r'STYLEREF "Título 1" \n': Instruction("STYLEREF", "Título 1", ((r"\n", ""),)),
    r'= 2 + 3 \# "0,0"': Instruction("=", "2", ((r"\#", "0,0"),)),
    r'HYPERLINK "C:\\actas\\\"tres\".docx"': Instruction("HYPERLINK", r'C:\actas\"tres".docx'),
}


@pytest.mark.parametrize("text", CASES)
def test_name_argument_and_switches(text: str) -> None:
    assert parse_instruction(text) == CASES[text]


def test_formats_are_what_stands_after_each_star() -> None:
    assert parse_instruction(r"SEQ Tabla \* ROMAN \h \* MERGEFORMAT").formats == ("ROMAN", "MERGEFORMAT")


@given(st.text())
def test_whatever_people_type_is_read(text: str) -> None:
    instruction = parse_instruction(text)
    assert instruction.name == instruction.name.upper()
