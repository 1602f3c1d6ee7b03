from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.ooxml.owner_files import owner_names
from cotaprep_docs.problems.exit_code import ExitCode, UsageProblem
from cotaprep_docs.review.names import (
    is_proposal,
    name_key,
    plain_name,
    proposal_name,
    temporary_name,
)


@pytest.mark.parametrize("name", ["acta-3.docx", "minuta-R3.pdf", "dictamen técnico.docx", "a.b.c.ics"])
def test_plain_names_pass(name: str) -> None:
    assert plain_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../acta.docx", "/etc/acta.docx", "sub/acta.docx", "sub\\acta.docx", "C:acta.docx",
        "acta", ".docx", ".oculto.docx", "acta.docx.", "acta.docx ", " acta.docx", "acta?.docx", "a*.docx",
        'a".docx', "a|b.docx", "a<b.docx", "con.docx", "NUL.docx", "Aux.tar.gz", "com1.docx", "LPT9.pdf",
        "com¹.docx", "con .docx", "CONOUT$.txt", "a\n.docx", "a\0.docx", "a\u202efdp.docx", "a\ud800.docx",
        "a\u00a0b.docx", "~$acta.docx", "acta-3.propuesta.docx", "acta-3.cambios.docx", "x" * 200 + ".docx",
        "ñ" * 100 + ".docx",
    ],
)  # fmt: skip
def test_names_that_some_system_refuses_or_that_lead_elsewhere(name: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        plain_name(name)
    assert [problem.code for problem in caught.value.problems] == ["REV-033"]
    assert caught.value.exit_code is ExitCode.USAGE
    str(caught.value).encode()  # can be printed


@given(st.text(max_size=40))
def test_what_passes_is_one_component_and_leaves_room_for_the_names_made_from_it(text: str) -> None:
    try:
        name = plain_name(text)
    except UsageProblem:
        return
    assert plain_name(name) == name
    for made in (name, proposal_name(name), temporary_name(proposal_name(name)), *owner_names(name)):
        assert "/" not in made
        assert "\\" not in made
        assert len(made.encode()) <= 255


def test_composed_and_decomposed_accents_are_one_name() -> None:
    decomposed = unicodedata.normalize("NFD", "dictamen técnico.docx")
    assert plain_name(decomposed) == "dictamen técnico.docx"
    assert name_key(decomposed) == name_key("DICTAMEN TÉCNICO.docx")


def test_proposals() -> None:
    assert proposal_name("acta-3.docx") == "acta-3.propuesta.docx"
    assert is_proposal("acta-3.propuesta.docx")
    assert not is_proposal("acta-3.docx")


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("acta-3.docx", "~$acta-3.docx"),
        ("acta-E1.docx", "~$cta-E1.docx"),
        ("convocatoria-4.docx", "~$nvocatoria-4.docx"),
        ("acta-3.docx", ".~lock.acta-3.docx#"),
    ],
)
def test_marks_of_open_files(name: str, mark: str) -> None:
    assert mark in owner_names(name)
