"""Accept all gives the new text, reject all the old one, in every place where Word tracks changes."""

from __future__ import annotations

import pytest

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import read_package
from cotaprep_docs.ooxml.revisions import Changes, resolve_revisions
from tests.pdf.gallery import cell, gallery, row, table
from tests.support.docx_builder import Docx

WHO = "author=Legal"
INS, DEL = f"ins{{id=1,{WHO}}}", f"del{{id=2,{WHO}}}"
NEW, OLD = f'{INS}/r/t"nuevo"', f'{DEL}/r/delText"viejo"'


def resolved(document: Docx | str, changes: Changes, part: str = "word/document.xml") -> list[str]:
    """Return the texts of the paragraphs of a part, and check that no trace of a change is left."""
    whole = Docx(document) if isinstance(document, str) else document
    package = read_package(whole.build())
    package.parts = resolve_revisions(package.parts, changes).parts
    root = package.xml(part)
    names = {str(element.tag).rpartition("}")[2] for element in root.iter()}
    assert not {name for name in names if name.endswith("Change")}
    assert not names & {"ins", "del", "moveFrom", "moveTo", "delText", "delInstrText", "cellIns", "cellDel"}
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in root.iter(qn("w:p"))]


def both(document: Docx | str, part: str = "word/document.xml") -> tuple[list[str], list[str]]:
    return resolved(document, Changes.ACCEPT, part), resolved(document, Changes.REJECT, part)


def test_text() -> None:
    assert both(f'p/(r/t"a ",{OLD},{NEW},r/t" z")') == (["a nuevo z"], ["a viejo z"])


def test_moves() -> None:
    body = (
        f'p/(moveFromRangeStart{{id=7,name=m}},moveFrom{{id=8,{WHO}}}/r/t"antes ",moveFromRangeEnd{{id=7}},'
        f'r/t"medio ",moveToRangeStart{{id=9,name=m}},moveTo{{id=10,{WHO}}}/r/t"después",moveToRangeEnd{{id=9}})'
    )
    assert both(body) == (["medio después"], ["antes medio "])


def test_changes_in_links_and_content_controls() -> None:
    body = f'p/(hyperlink{{anchor=x}}/({OLD},{NEW}),sdt/sdtContent/({DEL}/r/delText"a",{INS}/r/t"b"))'
    assert both(body) == (["nuevob"], ["viejoa"])


def test_ends_of_paragraphs_join_what_they_parted() -> None:
    deleted = f'p/(pPr/rPr/{DEL},r/t"uno "),p/(pPr/jc{{val=right}},r/t"dos")'
    assert both(deleted) == (["uno dos"], ["uno ", "dos"])
    inserted = f'p/(pPr/rPr/{INS},r/t"uno "),p/r/t"dos"'
    assert both(inserted) == (["uno ", "dos"], ["uno dos"])


def test_three_paragraphs_join_in_a_row() -> None:
    body = f'p/(pPr/rPr/{DEL},r/t"uno "),p/(pPr/rPr/{DEL},r/t"dos "),p/r/t"tres"'
    assert both(body) == (["uno dos tres"], ["uno ", "dos ", "tres"])


def test_a_paragraph_deleted_whole_goes_before_a_table_too() -> None:
    gone = f'p/(pPr/rPr/{DEL},{DEL}/r/delText"nada")'
    body = f'{gone},{table(row("a", "b", "c"))},p/r/t"fin"'
    assert both(body) == (["a", "b", "c", "fin"], ["nada", "a", "b", "c", "fin"])


def test_a_cell_keeps_a_paragraph() -> None:
    empty = f'tr/(tc/p/(pPr/rPr/{DEL},{DEL}/r/delText"x"),{cell("b")})'
    assert both(f"{table(empty, grid=(2000, 2000))},p")[0] == ["", "b", ""]


def test_rows_and_a_table_deleted_whole() -> None:
    rows = table(row("a"), row("b", props=INS), row("c", props=DEL), grid=(2000,))
    assert both(f"{rows},p") == (["a", "b", ""], ["a", "c", ""])
    assert both(f'{table(row("a", props=DEL), grid=(2000,))},p/r/t"x"') == (["x"], ["a", "x"])


def test_cells() -> None:
    cells = f"tr/({cell('a')},{cell('b', f'cellIns{{id=3,{WHO}}}')},{cell('c', f'cellDel{{id=4,{WHO}}}')})"
    assert both(f"{table(cells)},p") == (["a", "b", ""], ["a", "c", ""])


@pytest.mark.parametrize(("changes", "expected"), [(Changes.ACCEPT, "right"), (Changes.REJECT, "left")])
def test_properties_of_a_paragraph_and_its_mark_stay_apart(changes: Changes, expected: str) -> None:
    body = (
        f"p/(pPr/(jc{{val=right}},rPr/b,sectPr/pgSz{{w=11906,h=16838}},pPrChange{{id=5,{WHO}}}/pPr/jc{{val=left}}),"
        'r/t"x"),p'
    )
    root = _root(body, changes)
    formatting = next(root.iter(qn("w:pPr")))
    assert [child.get(qn("w:val")) for child in formatting.iterfind(qn("w:jc"))] == [expected]
    assert formatting.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    assert formatting.find(qn("w:sectPr")) is not None


def test_properties_of_runs() -> None:
    body = f'p/r/(rPr/(b,rPrChange{{id=6,{WHO}}}/rPr/i),t"x")'
    for changes, kept in ((Changes.ACCEPT, "b"), (Changes.REJECT, "i")):
        formatting = next(_root(body, changes).iter(qn("w:rPr")))
        assert [child.tag for child in formatting] == [qn(f"w:{kept}")]


def _root(body: str, changes: Changes):  # type: ignore[no-untyped-def]  # noqa: ANN202
    package = read_package(Docx(body).build())
    package.parts = resolve_revisions(package.parts, changes).parts
    return package.xml("word/document.xml")


@pytest.mark.parametrize("part", ["header1", "footer1"])
def test_headers_and_footers(part: str) -> None:
    document = Docx("p", headers={part: f"p/({OLD},{NEW})"})
    assert both(document, f"word/{part}.xml") == (["nuevo"], ["viejo"])


def test_footnotes() -> None:
    document = Docx("p", footnotes=f"footnote{{id=2}}/p/({OLD},{NEW})")
    assert both(document, "word/footnotes.xml") == (["nuevo"], ["viejo"])


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ('p/r/t"sin cambios"', 0),
        (f"p/({OLD},{NEW})", 2),
        (f'p/({INS}/r/t"una ",{INS}/r/t"sola")', 1),
        (f'p/({INS}/r/t"una",r/t" y ",{INS}/r/t"otra")', 2),
        (f'p/(pPr/rPr/{INS},{INS}/r/t"párrafo y fin"),p', 1),
        (f'p/r/(rPr/(b,rPrChange{{id=6,{WHO}}}/rPr/i),t"x")', 1),
        (f"{table(row('a', props=INS), grid=(2000,))},p", 1),
        ("p/r/t\"insertar y <w:ins> en el texto\"", 0),
    ],
)  # fmt: skip
def test_counts_what_a_person_would(body: str, count: int) -> None:
    assert resolve_revisions(read_package(Docx(body).build()).parts).count == count


def test_a_document_without_changes_is_not_touched() -> None:
    parts = read_package(gallery()["prose"].build()).parts
    assert resolve_revisions(parts).parts == parts
    assert all(resolve_revisions(parts).parts[name] is data for name, data in parts.items())


def test_resolving_twice_changes_nothing() -> None:
    parts = read_package(gallery()["revisions"].build()).parts
    for changes in Changes:
        once = resolve_revisions(parts, changes)
        again = resolve_revisions(once.parts, changes)
        assert (again.parts, again.count) == (once.parts, 0)
