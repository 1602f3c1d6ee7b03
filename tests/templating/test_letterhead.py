"""Page set-up, headers and footers of one file; text and styles of the other."""

from __future__ import annotations

import copy
import dataclasses
from pathlib import Path

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.templating.parts import read_relationships, resolve
from tests.templating.word import (
    GAP_STYLE,
    LANGUAGE,
    NORMAL,
    PROPERTIES,
    SECTION,
    Made,
    Word,
    attributes,
    made,
    p,
    picture,
    r,
)

PNG = b"\x89PNG\r\n\x1a\n not looked at"
OFICIO = '<w:pgSz w:w="12240" w:h="19276"/><w:pgMar w:top="2000" w:right="1" w:bottom="1" w:left="1700" w:header="1" w:footer="1" w:gutter="0"/><w:titlePg/><w:docGrid/>'
LETTERHEAD = Word(
    p("el cuerpo del membrete no cuenta"),
    headers={
        "header/default": p(r("{{ inst }}", '<w:rStyle w:val="Lema"/>'), picture("Escudo")),
        "header/first": p("{{ inst }} primera"),
        "footer/default": p("{{ pie }}"),
        "header/even": p("par"),
    },
    section=OFICIO,
    settings="<w:zoom/><w:evenAndOddHeaders/>",
    styles=LANGUAGE
    + '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/></w:style>'
    + '<w:style w:type="character" w:styleId="Lema"><w:name w:val="Lema"/><w:basedOn w:val="Base"/></w:style>'
    + '<w:style w:type="character" w:styleId="SinUso"><w:name w:val="Sin uso"/></w:style>',
    parts={"word/media/image1.png": PNG},
    header_relations=f'<Relationship Id="rIdPic" Type="{NAMESPACES["r"]}/image" Target="media/image1.png"/>'
    f'<Relationship Id="rIdWeb" Type="{NAMESPACES["r"]}/hyperlink" Target="https://example.org" TargetMode="External"/>',
)
CONTEXT = {"inst": "Pérez & Cía <abc>", "pie": "Calle 1", "x": "hola"}


def _references(document: Made) -> dict[tuple[str, str], str]:
    """Part of each header and footer reference, by kind and page type."""
    relations = read_relationships(document.package.parts, "word/document.xml")
    return {
        (each.tag.rpartition("}")[2], each.get(qn("w:type"), "")): resolve(
            "word/document.xml", relations[each.get(qn("r:id"), "")].target
        )
        for each in document.root().iter(qn("w:headerReference"), qn("w:footerReference"))
    }


def test_headers_footers_and_page_come_from_the_letterhead(tmp_path: Path) -> None:
    body = Word(p("{{ x }}"), headers={"header/default": p("propio"), "footer/even": p("propio")})
    document = made(tmp_path, body, CONTEXT, letterhead=LETTERHEAD)
    references = _references(document)
    assert sorted(references) == [
        ("footerReference", "default"), ("headerReference", "default"), ("headerReference", "even"),
        ("headerReference", "first"),
    ]  # fmt: skip
    assert document.paragraphs(references["headerReference", "default"]) == ["Pérez & Cía <abc>"]
    assert document.paragraphs(references["headerReference", "first"]) == ["Pérez & Cía <abc> primera"]
    assert document.paragraphs(references["footerReference", "default"]) == ["Calle 1"]
    assert document.paragraphs() == ["hola"]
    section = document.root()[0][-1]
    names = [each.tag.rpartition("}")[2] for each in section]
    assert names[-3:] == ["pgSz", "pgMar", "titlePg"]
    assert section.find(qn("w:pgSz")).get(qn("w:h")) == "19276"  # type: ignore[union-attr]
    assert section.find(qn("w:titlePg")) is not None
    assert b"propio" not in document.docx
    assert b"no cuenta" not in document.docx


def test_pictures_and_links_of_headers_come_along(tmp_path: Path) -> None:
    document = made(tmp_path, Word(p("{{ x }}")), CONTEXT, letterhead=LETTERHEAD)
    header = _references(document)["headerReference", "default"]
    relations = read_relationships(document.package.parts, header)
    assert document.package.parts[resolve(header, relations["rIdPic"].target)] == PNG
    assert relations["rIdWeb"].external
    assert relations["rIdWeb"].target == "https://example.org"


def test_settings_take_even_pages_in_their_place(tmp_path: Path) -> None:
    body = Word(
        p("{{ x }}"), settings="<w:zoom/><w:defaultTabStop/><w:characterSpacingControl/><w:updateFields/>"
    )
    names = [
        each.tag.rpartition("}")[2]
        for each in made(tmp_path, body, CONTEXT, letterhead=LETTERHEAD).root("word/settings.xml")
    ]
    assert names == ["zoom", "defaultTabStop", "evenAndOddHeaders", "characterSpacingControl"]


def test_styles_that_headers_use_are_carried_over_with_their_bases(tmp_path: Path) -> None:
    document = made(tmp_path, Word(p("{{ x }}")), CONTEXT, letterhead=LETTERHEAD)
    ids = [each.get(qn("w:styleId")) for each in document.root("word/styles.xml").iter(qn("w:style"))]
    assert sorted(filter(None, ids)) == ["Base", "Falta", "Lema", "Normal"]


def test_the_templates_own_style_wins(tmp_path: Path) -> None:
    own = '<w:style w:type="character" w:styleId="Lema"><w:name w:val="El mío"/></w:style>'
    body = Word(p("{{ x }}"), styles=LANGUAGE + NORMAL + GAP_STYLE + own)
    styles = made(tmp_path, body, CONTEXT, letterhead=LETTERHEAD).root("word/styles.xml")
    assert [each.get(qn("w:val")) for each in styles.iter(qn("w:name"))] == [
        "Normal",
        "Falta",
        "El mío",
        "Base",
    ]


def test_a_landscape_section_stays_landscape_and_headers_are_named_once(tmp_path: Path) -> None:
    landscape = SECTION.replace('w:w="12240" w:h="15840"', 'w:w="15840" w:h="12240" w:orient="landscape"')
    body = p("{{ x }}", ppr=f"<w:sectPr>{landscape}</w:sectPr>") + p("b")
    document = made(tmp_path, body, CONTEXT, letterhead=LETTERHEAD)
    sizes = [attributes(each) for each in document.root().iter(qn("w:pgSz"))]
    assert sizes == [
        {qn("w:w"): "19276", qn("w:h"): "12240", qn("w:orient"): "landscape"},
        {qn("w:w"): "12240", qn("w:h"): "19276"},
    ]
    first, second = document.root().iter(qn("w:sectPr"))
    assert len(first.findall(qn("w:headerReference"))) == 3
    assert second.find(qn("w:headerReference")) is None


def test_paper_of_the_properties_wins(tmp_path: Path) -> None:
    landscape = SECTION.replace(
        'w:w="12240" w:h="15840"', 'w:w="15840" w:h="12240" w:orient="landscape" w:code="1"'
    )
    body = p("{{ x }}", ppr=f"<w:sectPr>{landscape}</w:sectPr>") + p("b")
    a4 = dataclasses.replace(PROPERTIES, paper=(11906, 16838))
    document = made(tmp_path, body, CONTEXT, letterhead=LETTERHEAD, properties=a4)
    sizes = [
        (each.get(qn("w:w")), each.get(qn("w:h")), each.get(qn("w:code")))
        for each in document.root().iter(qn("w:pgSz"))
    ]
    assert sizes == [("16838", "11906", None), ("11906", "16838", None)]


def test_the_letterhead_is_not_changed_by_its_use(tmp_path: Path) -> None:
    before = copy.deepcopy(LETTERHEAD.package())
    made(tmp_path, Word(p("{{ x }}")), CONTEXT, letterhead=LETTERHEAD)
    assert LETTERHEAD.package() == before
