from __future__ import annotations

import copy
import re

import pytest
from lxml import etree

from cotaprep_docs.ooxml.names import qn
from tests.templates.wordfiles import (
    NAMES,
    TAG_STYLE,
    WordFile,
    attribute,
    load,
    style_of,
    table_style,
    text_of,
)

_LIVE_FIELDS = re.compile(r"\b(DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|FILENAME|AUTHOR|USERNAME)\b")
_INSTITUTIONS = re.compile("jalisco|guadalajara|iepc|cotaprep", re.IGNORECASE)
_LAYOUT_TABLE = "Tabla de diseño"
_BLOCK_TAG = re.compile(r"\{%(p|tr) [^%]+ %\}")

# What may stand beside a style's name without being direct formatting; Word itself writes some of it.
_ALLOWED = {
    "w:pPr": {"w:pStyle", "w:sectPr", "w:rPr"},
    "w:rPr": {"w:rStyle", "w:lang", "w:noProof"},
    "w:trPr": {"w:cantSplit", "w:tblHeader"},
    "w:tcPr": {"w:tcW", "w:gridSpan"},
    "w:tblPr": {
        "w:tblStyle", "w:tblW", "w:tblLayout", "w:tblLook", "w:tblCaption", "w:tblDescription",
    },
}  # fmt: skip


@pytest.fixture(params=NAMES)
def word(request: pytest.FixtureRequest) -> WordFile:
    return load(request.param)


@pytest.mark.parametrize("holder", _ALLOWED)
def test_look_comes_from_styles_alone(word: WordFile, holder: str) -> None:
    allowed = {qn(name) for name in _ALLOWED[holder]}
    found = [child.tag for story in word.stories for item in story.iter(qn(holder)) for child in item]
    assert [tag for tag in found if tag not in allowed] == []


def test_every_paragraph_and_table_names_a_style_that_exists(word: WordFile) -> None:
    for story in word.stories:
        named = [style_of(paragraph) for paragraph in story.iter(qn("w:p"))]
        named += [table_style(table) for table in story.iter(qn("w:tbl"))]
        named += [attribute(style, "w:val") for style in story.iter(qn("w:rStyle"))]
        assert named
        assert set(named) <= set(word.styles)


def test_styles_are_used_or_based_upon(word: WordFile) -> None:
    used = {"Falta"} | ({"TablaTexto"} & set(word.styles))  # the program gives them to what it writes
    for story in word.stories:
        for kind in ("w:pStyle", "w:rStyle", "w:tblStyle"):
            used |= {attribute(style, "w:val") for style in story.iter(qn(kind))}
    for style_id in [*used]:
        while (based := word.styles[style_id].find(qn("w:basedOn"))) is not None:
            style_id = attribute(based, "w:val")  # noqa: PLW2901 - walks up the chain
            used.add(style_id)
    own = {name for name, style in word.styles.items() if attribute(style, "w:customStyle")}
    assert own - used == set()


def test_a_missing_fact_has_its_character_style_with_shading(word: WordFile) -> None:
    style = word.styles["Falta"]
    assert attribute(style, "w:type") == "character"
    assert style.find(f"{qn('w:rPr')}/{qn('w:shd')}") is not None
    # Bold in a character style would undo the bold of a title.
    assert style.find(f"{qn('w:rPr')}/{qn('w:b')}") is None


def test_same_style_means_the_same_in_every_template() -> None:
    definitions: dict[str, set[bytes]] = {}
    for name in NAMES:
        for style_id, style in load(name).styles.items():
            look = copy.deepcopy(style)
            for following in look.findall(qn("w:next")):  # what Word proposes for the next paragraph
                look.remove(following)
            definitions.setdefault(style_id, set()).add(etree.tostring(look, method="c14n"))
    assert [style_id for style_id, found in definitions.items() if len(found) > 1] == []


def test_language_is_mexican_spanish(word: WordFile) -> None:
    defaults = word.package.xml("word/styles.xml").find(qn("w:docDefaults"))
    assert defaults is not None
    assert [attribute(lang, "w:val") for lang in defaults.iter(qn("w:lang"))] == ["es-MX"]
    for story in word.stories:
        assert {attribute(lang, "w:val") for lang in story.iter(qn("w:lang"))} <= {"es-MX"}
    theme = word.package.xml("word/settings.xml").find(qn("w:themeFontLang"))
    assert theme is not None
    assert attribute(theme, "w:val") == "es-MX"


def test_has_a_title(word: WordFile) -> None:
    title = word.package.xml("docProps/core.xml").find(qn("dc:title"))
    assert title is not None
    assert (title.text or "").strip()


def test_no_field_changes_by_itself(word: WordFile) -> None:
    codes = [code.text or "" for story in word.stories for code in story.iter(qn("w:instrText"))]
    codes += [
        attribute(field, "w:instr") for story in word.stories for field in story.iter(qn("w:fldSimple"))
    ]
    assert [code for code in codes if _LIVE_FIELDS.search(code)] == []
    assert word.package.xml("word/settings.xml").find(qn("w:updateFields")) is None


def test_fields_have_a_result_to_show(word: WordFile) -> None:
    for story in word.stories:
        marks = [attribute(mark, "w:fldCharType") for mark in story.iter(qn("w:fldChar"))]
        assert marks == ["begin", "separate", "end"] * (len(marks) // 3)


def test_names_no_institution(word: WordFile) -> None:
    for name, data in word.package.parts.items():
        assert not _INSTITUTIONS.search(data.decode()), name


def test_no_revisions_comments_or_macros(word: WordFile) -> None:
    assert not [name for name in word.package.parts if "comments" in name or "vba" in name]
    for story in word.stories:
        assert not [item for kind in ("w:ins", "w:del") for item in story.iter(qn(kind))]


def test_tables_say_what_they_are(word: WordFile) -> None:
    for table in word.body.iter(qn("w:tbl")):
        for kind in ("w:tblCaption", "w:tblDescription"):
            found = table.find(f"{qn('w:tblPr')}/{qn(kind)}")
            assert found is not None
            assert attribute(found, "w:val").strip()


def test_rows_stay_whole_and_headers_repeat(word: WordFile) -> None:
    for table in word.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        headers = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        description = table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}")
        assert description is not None
        is_layout = attribute(description, "w:val").startswith(_LAYOUT_TABLE)
        assert headers == [not is_layout, *[False] * (len(rows) - 1)]


def test_cells_fill_their_grid(word: WordFile) -> None:
    for table in word.body.iter(qn("w:tbl")):
        columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        for row in table.findall(qn("w:tr")):
            spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.findall(qn("w:tc"))]
            assert sum(int(attribute(s, "w:val")) if s is not None else 1 for s in spans) == columns


def test_block_tags_stand_alone_in_their_style(word: WordFile) -> None:
    for story in word.stories:
        for paragraph in story.iter(qn("w:p")):
            text = text_of(paragraph)
            is_block = "{%p" in text or "{%tr" in text
            assert (style_of(paragraph) == TAG_STYLE) == is_block, text
            assert not is_block or _BLOCK_TAG.fullmatch(text), text


def test_widow_control_on_and_hyphenation_off(word: WordFile) -> None:
    defaults = word.package.xml("word/styles.xml").find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}")
    assert defaults is not None
    assert [attribute(item, "w:val") for item in defaults.iter(qn("w:widowControl"))] == [""]
    hyphenation = word.package.xml("word/settings.xml").find(qn("w:autoHyphenation"))
    assert hyphenation is not None
    assert attribute(hyphenation, "w:val") in {"0", "false"}


def test_opens_in_the_mode_of_today(word: WordFile) -> None:
    settings = word.package.xml("word/settings.xml").iter(qn("w:compatSetting"))
    modes = {attribute(item, "w:name"): attribute(item, "w:val") for item in settings}
    assert modes["compatibilityMode"] == "15"
