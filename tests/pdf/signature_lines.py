"""Documents with signature lines, as Word leaves them after people have edited them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.pdf.gallery import SENTENCE, cell, prose, table
from tests.support.docx_builder import Docx, paragraphs

NAMES: Mapping[str, Sequence[str]] = {
    "in_line": ["firma_ANA", "firma_LUI"],
    "block": ["firma_ANA"],
    "unruled": ["firma_ANA"],
    "cells": ["firma_celda", "firma_fila", "firma_dentro"],
    "side_by_side": ["firma_uno", "firma_dos"],
    "around_the_name": ["firma_ANA"],
    "name_in_line": ["firma_ANA"],
    "repeated": ["firma_ANA", "firma_ANA_2", "firma_ANA_3"],
    "emptied": ["firma_ANA", "firma_LUI"],
    "nothing_left": [],
    "over_a_page": ["firma_ANA"],
    "cramped": ["firma_ANA"],
    "odd_tags": ["firma_nandu", "firma_a_b_c", "firma_a_b_c_2", "firma", "firma_2"],
    "right": ["firma_ANA"],
    "five": ["firma_A", "firma_B", "firma_C", "firma_D", "firma_E"],
    "in_a_header": [],
    "odd_places": [
        "firma_titulo",
        "firma_exterior",
        "firma_interior",
        "firma_anidada",
        "firma_fila",
        "firma_cuadro",
        "firma_insertada",
    ],
}
"""The fields of each document."""

SAID: Mapping[str, Sequence[str]] = {
    "repeated": ["PDF-041", "PDF-041"],
    "nothing_left": ["PDF-042"],
    "cramped": ["PDF-043"],
    "odd_tags": ["PDF-041", "PDF-041"],
    "in_a_header": ["PDF-040"],
    "odd_places": ["PDF-030"],
}
"""The codes of what is said of them."""

RULED = "pBdr/bottom{val=single,sz=6,space=1,color=000000},spacing{before=960},ind{left=170,right=170},jc{val=center}"
CENTRED = "jc{val=center}"


def control(tag: str, content: str, title: str = "") -> str:
    """Return a content control; an empty content is one that Word's users have emptied."""
    alias = f'alias{{val="{title}"}},' if title else ""
    inner = f"/({content})" if content else ""
    return f"sdt/(sdtPr/({alias}tag{{val={tag}}}),sdtContent{inner})"


def line(content: str, props: str = RULED) -> str:
    """Return a paragraph with runs or controls in it."""
    return f"p/(pPr/({props}),{content})"


def person(name: str, office: str = "Integrante") -> str:
    """Return what is printed under a signature line."""
    return paragraphs(name, office, props=CENTRED)


def in_line(tag: str, name: str, content: str = 'r/t"   "', title: str = "") -> str:
    """Return a signature line as our templates have it: the control stands in the line."""
    return f"{line(control(tag, content, title))},{person(name)}"


def _cells() -> str:
    grid = {"grid": (3000, 6000)}
    head = f"tr/({cell('Nombre')},{cell('Firma')})"
    around = f"tr/(trPr/trHeight{{val=800}},{cell('Ana Ruiz')},{control('firma.celda', cell(''))})"
    row = control("firma.fila", f"tr/(trPr/trHeight{{val=800}},{cell('')},{cell('Luis Gil')})")
    inside = f"tr/(trPr/trHeight{{val=800}},{cell('Eva Paz')},tc/(tcPr,{control('firma.dentro', 'p')}))"
    return table(head, around, row, inside, **grid)  # type: ignore[arg-type]


def _odd_places() -> str:
    """Return a heading, a control in another, nested tables, a row that is repeated, a text box, revisions."""
    heading = f"p/(pPr/(outlineLvl{{val=0}},spacing{{before=900}}),{control('firma.titulo', run('Firmas'))})"
    outer = control("firma.exterior", line(f"{control('firma.interior', 'r')}"))
    nested = table(f"tr/({cell('Ana Ruiz')},tc/({table('tr/tc/' + line(control('firma.anidada', 'r')))},p))")
    rows = ",".join(f"tr/({cell(str(number))},{cell('x')})" for number in range(90))
    head = (
        f"tr/(trPr/(tblHeader,trHeight{{val=900}}),{cell('Firma')},tc/({line(control('firma.fila', 'r'))}))"
    )
    box = (
        'p/r/pict/v:shape{:style="width:220pt;height:150pt"}/v:textbox/txbxContent/'
        f"({paragraphs('Cuadro')},{line(control('firma.cuadro', 'r'))},{person('Eva Paz')})"
    )
    inserted = line(f"ins{{id=1,author=Ana}}/{control('firma.insertada', 'r')}")
    deleted = line(f"del{{id=2,author=Ana}}/{control('firma.quitada', 'r')}")
    parts = (heading, outer, person("Luis Gil"), nested, "p", table(head, rows), box, inserted, deleted)
    return ",".join(parts)


def signature_lines() -> dict[str, Docx]:
    """Return the documents by name."""
    block = f"{line('r')},{person('Ana Ruiz', 'Presidenta')}"
    unruled = ",".join(['p/r/t"Atentamente"', "p", "p", "p", person("Ana Ruiz")])
    side_by_side = (
        f'p/(r/t"Firma: ",{control("firma.uno", run("______________________"))},'
        f'r/t" Fecha: ",{control("firma.dos", run("____________________"))})'
    )
    bodies = {
        "in_line": ",".join([prose(2), in_line("firma.ANA", "Ana Ruiz"), in_line("firma.LUI", "Luis Gil")]),
        "block": f"{prose(2)},{control('firma.ANA', block)}",
        "unruled": f"{prose(2)},{control('firma.ANA', unruled)}",
        "cells": f"{prose(2)},{_cells()}",
        "side_by_side": f"{prose(2)},p,p,{side_by_side},p,p",
        "around_the_name": f'{prose(2)},p,p,p,p,{control("firma.ANA", person("Ana Ruiz"))}',
        "name_in_line": f'{prose(2)},p,p,p,p,p/({control("firma.ANA", run("Ana Ruiz"))})',
        "repeated": ",".join(in_line("firma.ANA", "Ana Ruiz") for _ in range(3)),
        "emptied": f"{prose(1)},{line(control('firma.ANA', ''))},{person('Ana Ruiz')},{control('firma.LUI', '')},"
        f"{line('r')},{person('Luis Gil')}",
        "nothing_left": f"{prose(1)},{control('firma.ANA', '')}",
        "over_a_page": f"{prose(13)},{control('firma.ANA', ','.join([*['p'] * 30, person('Ana Ruiz')]))}",
        "cramped": f'{prose(1)},p/({control("firma.ANA", run("Ana Ruiz"))}),{prose(1)}',
        "odd_tags": ",".join(
            in_line(tag, name)
            for tag, name in (
                ("firma.ñandú", "Ñ"), ("firma.a b/c", "A"), ("firma.a.b.c", "B"), ("firma.", "C"), ("firma.漢", "D"),
            )
        ),
        "right": f'{prose(1)},{control("firma.ANA", line("r", "spacing{before=1200},jc{val=right}"))},'
        f'{paragraphs("Ana Ruiz", props="jc{val=right}")}',
        "five": ",".join(in_line(f"firma.{who}", f"Persona {who}") for who in "ABCDE"),
    }  # fmt: skip
    bodies["odd_places"] = f"{_odd_places()},{prose(20)}"
    found = {name: Docx(body, title=name) for name, body in bodies.items()}
    header = f"{control('firma.ANA', paragraphs(SENTENCE[:40]))}"
    sections = (
        "sectPr/(headerReference{type=default,r:id=header1},pgSz{w=11906,h=16838},"
        "pgMar{top=1440,right=1440,bottom=1440,left=1440,header=720,footer=720})"
    )
    found["in_a_header"] = Docx(f"{prose(1)},{sections}", headers={"header1": header}, title="in_a_header")
    return found


def run(text: str) -> str:
    """Return a run."""
    return f'r/t"{text}"'
