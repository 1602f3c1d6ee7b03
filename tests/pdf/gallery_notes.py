"""Documents with foot- and endnotes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.docx_builder import PLAIN_STYLES, Docx

SENTENCE = "Conforme al numeral 33 del Anexo 13, el Comité revisa los avances de cada etapa del programa. "
_SUPERSCRIPT = "rPr/rStyle{val=Llamada}"
STYLES = PLAIN_STYLES + (
    ",style{type=paragraph,styleId=Nota}/(name{val=footnote text},basedOn{val=Normal},rPr/sz{val=18})"
    ",style{type=character,styleId=Llamada}/(name{val=footnote reference},rPr/vertAlign{val=superscript})"
)
_SEPARATORS = (
    "footnote{type=separator,id=-1}/p/r/separator,"
    "footnote{type=continuationSeparator,id=0}/p/r/continuationSeparator"
)


def reference(number: int, kind: str = "footnote") -> str:
    """Return the run that refers to a note."""
    return f"r/({_SUPERSCRIPT},{kind}Reference{{id={number}}})"


def noted(text: str, *notes: int, after: int = 1) -> str:
    """Return a paragraph that refers to notes in its midst."""
    runs = "".join("," + reference(note) for note in notes)
    return f'p/(pPr/jc{{val=both}},r/t"{text}"{runs},r/t" {SENTENCE * after}")'


def note(number: int, *texts: str, kind: str = "footnote") -> str:
    """Return a note of one or more paragraphs."""
    first, *others = texts
    start = f'p/(pPr/pStyle{{val=Nota}},r/({_SUPERSCRIPT},{kind}Ref),r/t" {first}")'
    rest = [f'p/(pPr/pStyle{{val=Nota}},r/t"{text}")' for text in others]
    return f"{kind}{{id={number}}}/({','.join([start, *rest])})"


def _document(body: str, *notes: str) -> Docx:
    return Docx(body, styles=STYLES, footnotes=",".join([_SEPARATORS, *notes]))


def notes_gallery() -> Iterator[tuple[str, Docx]]:
    """Yield the documents by name."""
    plain = ",".join(f'p/(pPr/jc{{val=both}},r/t"{i}. {SENTENCE * 4}")' for i in range(14))
    yield (
        "footnotes",
        _document(
            f"{noted(SENTENCE, 1, 2)},{plain},{noted(SENTENCE * 3, 3)},{plain}",
            note(1, "Acuerdo del Consejo General."), note(2, SENTENCE * 2, "Otro párrafo."), note(3, "Ídem."),
        ),
    )  # fmt: skip
    yield (
        "footnotes_on_each_page",
        _document(
            ",".join(noted(f"{i}. " + SENTENCE * (2 + i % 5), i) for i in range(1, 45)),
            *(note(i, f"Nota {i}. " + SENTENCE * (i % 3)) for i in range(1, 45)),
        ),
    )
    long = note(1, *(f"{i}) " + SENTENCE * 6 for i in range(14)))
    yield "footnote_over_pages", _document(f"{plain},{noted(SENTENCE * 3, 1, after=5)},{plain},{plain}", long)
    cells = "".join(f",gridCol{{w={width}}}" for width in (3000, 6000))[1:]
    rows = ",".join(
        f'tr/(trPr/cantSplit,tc/(tcPr,p/r/t"Punto {i}"),tc/(tcPr,{noted(SENTENCE * (1 + i % 3), i)}))'
        for i in range(1, 26)
    )
    yield (
        "footnotes_in_table",
        _document(
            f"{noted(SENTENCE)},tbl/(tblPr/(tblW{{w=9000,type=dxa}},tblLayout{{type=fixed}}),tblGrid/({cells}),{rows}),p",
            *(note(i, f"Nota {i}.") for i in range(1, 26)),
        ),
    )
