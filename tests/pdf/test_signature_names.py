"""Whatever people write in the tag of a control, its field has a name of its own that all programs take."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cotaprep_docs.pdf.reader.notices import Notices
from cotaprep_docs.pdf.reader.signatures import SignatureFinder
from cotaprep_docs.pdf.reader.values import W

TAGS = st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=12), max_size=12)


def names(tags: list[str]) -> list[str]:
    body = etree.Element(W + "body")
    controls = []
    for tag in tags:
        control = etree.SubElement(etree.SubElement(body, W + "p"), W + "sdt")
        etree.SubElement(etree.SubElement(control, W + "sdtPr"), W + "tag").set(W + "val", f"firma.{tag}")
        controls.append(control)
    finder = SignatureFinder(body, Notices("x.docx"))
    return [line.name for control in controls for line in finder.take(control, lambda: 1)]


@given(TAGS)
def test_names_are_plain_and_no_two_are_alike(tags: list[str]) -> None:
    found = names(tags)
    assert len(found) == len(tags) == len(set(found))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in found)
    assert found == names(tags)


@given(TAGS, TAGS)
def test_a_name_does_not_depend_on_what_follows(before: list[str], after: list[str]) -> None:
    assert names([*before, *after])[: len(before)] == names(before)
