"""Documents in columns."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pdf.gallery_notes import STYLES, note, noted
from tests.support.docx_builder import Docx

SENTENCE = "Conforme al numeral 33 del Anexo 13, el Comité revisa los avances de cada etapa. "
_PAGE = "pgSz{w=11906,h=16838},pgMar{top=1440,right=1440,bottom=1440,left=1440,header=720,footer=720}"


def columns(cols: str, kind: str = "") -> str:
    """Return the properties of a section whose ``w:cols`` are given."""
    before = f"type{{val={kind}}}," if kind else ""
    return f"sectPr/({before}{_PAGE},{cols})"


def _prose(count: int) -> str:
    return ",".join(f'p/(pPr/jc{{val=both}},r/t"{i}. {SENTENCE * (1 + i % 3)}")' for i in range(1, count + 1))


def _items(count: int) -> str:
    return ",".join(f'p/r/t"Elemento {i}"' for i in range(1, count + 1))


def _ends(section: str) -> str:
    return f'p/(pPr/{section},r/t"fin")'


def columns_gallery() -> Iterator[tuple[str, Docx]]:
    """Yield the documents by name."""
    one, two = "cols{space=720}", "cols{num=2,space=720}"
    yield "columns", Docx(f"{_prose(60)},{columns(two)}")
    yield "columns_three_ruled", Docx(f"{_prose(50)},{columns('cols{num=3,space=400,sep=1}')}")
    yield (
        "columns_break",
        Docx(f'{_prose(4)},p/(r/t"antes",r/br{{type=column}},r/t"después"),{_prose(3)},{columns(two)}'),
    )
    yield (
        "columns_balanced",
        Docx(
            f"{_prose(3)},{_ends(columns(one))},{_items(15)},{_ends(columns(two, 'continuous'))},"
            f"{_prose(3)},{columns(one, 'continuous')}"
        ),
    )
    yield (
        "columns_last_not_balanced",
        Docx(f"{_prose(3)},{_ends(columns(one))},{_items(15)},{columns(two, 'continuous')}"),
    )
    uneven = "cols{num=2,equalWidth=0}/(col{w=2500,space=500},col{w=6026})"
    yield "columns_uneven", Docx(f"{_prose(30)},{columns(uneven)}")
    notes = ",".join(note(i, f"Nota {i}.") for i in range(1, 4))
    body = f"{_prose(10)},{noted('Uno', 1)},{_prose(12)},{noted('Dos', 2)},{_prose(12)},{noted('Tres', 3)}"
    yield "columns_with_notes", Docx(f"{body},{columns(two)}", styles=STYLES, footnotes=notes)
