"""Documents with text boxes, shapes and pictures that float among the text."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.docx_builder import Docx

SENTENCE = "Conforme al numeral 33 del Anexo 13, el Comité revisa los avances de cada etapa del programa. "
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
EMU = 635


def drawing(
    inner: str, width: int, height: int, *, place: str = "", wrap: str = "wrapNone", attributes: str = ""
) -> str:
    """Return a run with a ``w:drawing``: in the line, or floating where `place` says where. Twips."""
    extent = f"wp:extent{{:cx={width * EMU},:cy={height * EMU}}}"
    named = f"wp:docPr{{:id=1,:name=Forma{attributes}}}"
    content = f'a:graphic/a:graphicData{{:uri="{_SHAPES}"}}/{inner}'
    if not place:
        return f"r/drawing/wp:inline{{:distT=0,:distB=0,:distL=0,:distR=0}}/({extent},{named},{content})"
    return (
        "r/drawing/wp:anchor{:distT=0,:distB=0,:distL=114300,:distR=114300,:simplePos=0,:relativeHeight=2,:behindDoc=0,"
        ":locked=0,:layoutInCell=1,:allowOverlap=1}/(wp:simplePos{:x=0,:y=0},"
        f"{place},{extent},wp:effectExtent{{:l=0,:t=0,:r=0,:b=0}},wp:{wrap},{named},{content})"
    )


def at(x: int, y: int, across: str = "column", down: str = "paragraph") -> str:
    """Return the place of something floating, in twips."""
    return (
        f'wp:positionH{{:relativeFrom={across}}}/wp:posOffset"{x * EMU}",'
        f'wp:positionV{{:relativeFrom={down}}}/wp:posOffset"{y * EMU}"'
    )


def shape(
    width: int, height: int, *, kind: str = "rect", fill: str = "", line: str = "000000", text: str = "",
    body: str = "wps:bodyPr{:lIns=91440,:tIns=45720,:rIns=91440,:bIns=45720,:anchor=t}/a:noAutofit",
) -> str:  # fmt: skip
    """Return a ``wps:wsp``; `text` are the blocks in it."""
    filled = f"a:solidFill/a:srgbClr{{:val={fill}}}" if fill else "a:noFill"
    stroke = f"a:ln{{:w=9525}}/a:solidFill/a:srgbClr{{:val={line}}}" if line else "a:ln/a:noFill"
    size = f"a:xfrm/(a:off{{:x=0,:y=0}},a:ext{{:cx={width * EMU},:cy={height * EMU}}})"
    inside = f"wps:txbx/txbxContent/({text})," if text else ""
    box = "{:txBox=1}" if text else ""
    return (
        f"wps:wsp/(wps:cNvSpPr{box},wps:spPr/({size},a:prstGeom{{:prst={kind}}}/a:avLst,{filled},{stroke}),"
        f"{inside}{body})"
    )


def _prose(count: int) -> str:
    return ",".join(f'p/(pPr/jc{{val=both}},r/t"{i}. {SENTENCE * (2 + i % 3)}")' for i in range(1, count + 1))


def shapes_gallery() -> Iterator[tuple[str, Docx]]:
    """Yield the documents by name."""
    words = 'p/r/t"Cuadro de texto con varias palabras que ocupan más de una línea."'
    box = shape(3600, 1000, fill="FFF2CC", text=words)
    yield (
        "text_box_floating",
        Docx(f'{_prose(2)},p/({drawing(box, 3600, 1000, place=at(5000, 4000))},r/t"ancla"),{_prose(3)}'),
    )
    yield (
        "text_box_inline",
        Docx(f'{_prose(3)},p/(r/t"antes ",{drawing(box, 3600, 1000)})'),
    )
    yield (
        "text_box_vml",
        Docx(
            f'{_prose(1)},p/(r/pict/v:rect{{:style="position:absolute;margin-left:200pt;'
            'margin-top:150pt;width:180pt;height:50pt;z-index:1",:fillcolor="#fff2cc"}/v:textbox/txbxContent/'
            f'({words}),r/t"ancla"),{_prose(3)}'
        ),
    )
    forms = ",".join(
        drawing(
            shape(1500, 700, kind=kind, fill="DEEAF6", line="1F3A4D"),
            1500,
            700,
            place=at(200 + 2000 * i, 300),
        )
        for i, kind in enumerate(("rect", "ellipse", "roundRect", "line"))
    )
    yield "shapes", Docx(f'p/({forms},r/t"formas"),{",".join(["p"] * 6)},{_prose(2)}')
    yield from _wrapped()
    yield from _wrapped_beside_table()


def _wrapped() -> Iterator[tuple[str, Docx]]:
    around = "wrapSquare{{:wrapText={}}}"
    box = shape(3000, 1600, fill="FFF2CC", text='p/r/t"Recuadro."')
    for name, side, x in (("right", "bothSides", 6000), ("left", "bothSides", 0), ("middle", "bothSides", 3000),
                          ("largest", "largest", 1700), ("one_side", "left", 3400)):  # fmt: skip
        anchored = drawing(box, 3000, 1600, place=at(x, 300), wrap=around.format(side))
        yield (
            f"wrap_{name}",
            Docx(f'{_prose(2)},p/(pPr/jc{{val=both}},{anchored},r/t"{SENTENCE * 4}"),{_prose(5)}'),
        )
    anchored = drawing(box, 3000, 1600, place=at(2000, 400), wrap="wrapTopAndBottom")
    yield "wrap_top_and_bottom", Docx(f'{_prose(2)},p/({anchored},r/t"{SENTENCE * 4}"),{_prose(5)}')
    anchored = drawing(
        box, 3000, 1600, place=at(6000, 2500, "margin", "margin"), wrap=around.format("bothSides")
    )
    yield "wrap_above_anchor", Docx(f'{_prose(6)},p/({anchored},r/t"{SENTENCE * 2}"),{_prose(5)}')
    near_end = drawing(box, 3000, 1600, place=at(6000, 0), wrap=around.format("bothSides"))
    yield (
        "wrap_over_pages",
        Docx(f'{_prose(13)},p/(pPr/jc{{val=both}},{near_end},r/t"{SENTENCE * 9}"),{_prose(5)}'),
    )


def wrapped_in_stories() -> Iterator[tuple[str, Docx]]:
    """Yield documents with shapes that LibreOffice puts on the text of a header, or moves in a cell."""
    around = "wrapSquare{:wrapText=bothSides}"
    small = shape(1400, 600, fill="DEEAF6", text='p/r/t"Logo"')
    logo = drawing(small, 1400, 600, place=at(0, 0), wrap=around)
    header = (
        f'p/(pPr/jc{{val=left}},{logo},r/t"Instituto Electoral"),p/r/t"Comité Técnico Asesor",p/r/t"Acta"'
    )
    page = "pgSz{w=11906,h=16838},pgMar{top=1440,right=1440,bottom=1440,left=1440,header=720,footer=720}"
    yield (
        "wrap_in_header",
        Docx(
            f"{_prose(3)},sectPr/(headerReference{{type=default,r:id=header1}},{page})",
            headers={"header1": header},
        ),
    )
    cells = f'tc/(tcPr,p/({logo},r/t"{SENTENCE * 2}")),tc/(tcPr,p/r/t"al lado")'
    grid = "tblPr/(tblW{w=9000,type=dxa},tblLayout{type=fixed}),tblGrid/(gridCol{w=6000},gridCol{w=3000})"
    yield "wrap_in_cell", Docx(f"{_prose(1)},tbl/({grid},tr/({cells})),{_prose(1)}")


def _wrapped_beside_table() -> Iterator[tuple[str, Docx]]:
    around = "wrapSquare{:wrapText=bothSides}"
    wide = "tblPr/(tblW{w=5000,type=dxa},tblLayout{type=fixed}),tblGrid/gridCol{w=5000}"
    box = shape(3000, 1600, fill="FFF2CC", text='p/r/t"Recuadro."')
    beside = drawing(box, 3000, 1600, place=at(6000, 0), wrap=around)
    yield (
        "wrap_and_table",
        Docx(f'{_prose(1)},p/({beside},r/t"ancla"),tbl/({wide},tr/tc/(tcPr,p/r/t"celda")),{_prose(3)}'),
    )
