"""Every sheet's declaration fits the domain, and itself."""

from __future__ import annotations

import dataclasses

import pytest

from cotaprep_docs.trackers.column_guide import column_guide
from cotaprep_docs.trackers.declarations import MUESTRA, Kind, SheetSpec, loose
from cotaprep_docs.trackers.layout import header_names
from cotaprep_docs.trackers.problem_kinds import KINDS
from cotaprep_docs.trackers.workbooks import WORKBOOKS

SHEETS = [sheet for book in WORKBOOKS for sheet in book.sheets]
TEXTUAL = {Kind.TEXT, Kind.LONG, Kind.PUNTO, Kind.CHOICE}
every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)


@every_sheet
def test_fields_are_attributes_of_the_domain(sheet: SheetSpec) -> None:
    attributes = {field.name for field in dataclasses.fields(sheet.record)} - {"origin", "origins", MUESTRA}
    assert {column.field for column in sheet.columns} - {MUESTRA} == attributes


@every_sheet
def test_a_row_without_a_fact_the_domain_needs_is_left_out_or_has_a_text(sheet: SheetSpec) -> None:
    for field in dataclasses.fields(sheet.record):
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            column = sheet.column(field.name)
            assert column.essential or column.kind in TEXTUAL, column.field


@every_sheet
def test_essential_columns_are_required(sheet: SheetSpec) -> None:
    assert all(column.required for column in sheet.columns if column.essential)


@every_sheet
def test_headers_do_not_collide(sheet: SheetSpec) -> None:
    headers = [loose(column.header) for column in sheet.columns]
    assert len(headers) == len(set(headers))
    if not sheet.vertical:
        names = header_names(sheet)
        for column in sheet.columns:
            if column.kind is not Kind.VOTES:
                assert names[loose(column.header)] == column.field


@every_sheet
def test_the_words_of_a_list_do_not_collide(sheet: SheetSpec) -> None:
    for column in sheet.columns:
        if column.choices is not None:
            labels = [loose(label) for label in column.choices.labels]
            assert len(labels) == len(set(labels))
            assert set(column.choices.synonyms.values()) <= set(column.choices.labels)
            for synonym, label in column.choices.synonyms.items():
                assert column.choices.find(synonym) == column.choices.labels[label]


@every_sheet
def test_every_column_explains_itself(sheet: SheetSpec) -> None:
    assert all(column.note.endswith((".", "…")) for column in sheet.columns)


def test_the_guide_has_every_column() -> None:
    guide = column_guide()
    for sheet in SHEETS:
        assert f"### {sheet.title}" in guide
        for column in sheet.columns:
            assert f"`{column.field}`" in guide


def test_kinds_have_codes_in_order_and_hints() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))
    assert all(kind.hint and kind.hint != kind.message for kind in KINDS)
