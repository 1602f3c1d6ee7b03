"""One document per feature of WordprocessingML that the engine draws, to compare with LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from tests.pdf.gallery_columns import columns_gallery
from tests.pdf.gallery_notes import notes_gallery
from tests.pdf.gallery_shapes import shapes_gallery
from tests.support.docx_builder import PLAIN_STYLES, Docx, paragraphs

SENTENCE = (
    "Con fundamento en lo dispuesto por el Reglamento de Elecciones, el Comité Técnico Asesor celebra la "
    "presente sesión en modalidad semi-presencial, con el objeto de dar seguimiento a los trabajos de "
    "implementación y operación del Programa de Resultados Electorales Preliminares 2023-2024. "
)
GRID = "tblBorders/(" + ",".join(
    f"{side}{{val=single,sz=4,space=0,color=000000}}"
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + ")"  # fmt: skip


def png(width: int = 60, height: int = 30) -> bytes:
    """Return a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), (31, 58, 77)).save(buffer, "PNG")
    return buffer.getvalue()


def prose(count: int, sentences: int = 3, props: str = "jc{val=both}") -> str:
    """Return paragraphs of long prose, each starting with its number."""
    return paragraphs(*(f"{i}. " + SENTENCE * (1 + i % sentences) for i in range(1, count + 1)), props=props)


def cell(text: str, props: str = "", para: str = "") -> str:
    """Return a table cell with one paragraph."""
    return f"tc/(tcPr/({props or 'shd{val=clear,fill=auto}'}),{paragraphs(text, props=para)})"


def row(*texts: str, props: str = "", para: str = "") -> str:
    """Return a table row of plain cells."""
    formatting = f"trPr/({props})," if props else ""
    return f"tr/({formatting}{','.join(cell(text, para=para) for text in texts)})"


def table(*rows: str, grid: tuple[int, ...] = (3000, 3000, 3000), props: str = "") -> str:
    """Return a table with a line around each cell."""
    columns = ",".join(f"gridCol{{w={width}}}" for width in grid)
    extra = f",{props}" if props else ""
    return (
        f"tbl/(tblPr/(tblW{{w={sum(grid)},type=dxa}}{extra},{GRID},tblLayout{{type=fixed}}),tblGrid/({columns}),"
        f"{','.join(rows)})"
    )


def inline_picture(relation: str, width: int = 914400, height: int = 457200) -> str:
    """Return a run with a picture in the line."""
    return (
        f"r/drawing/wp:inline{{:distT=0,:distB=0,:distL=0,:distR=0}}/(wp:extent{{:cx={width},:cy={height}}},wp:docPr{{:id=1,:name=logo,:descr=Logotipo}},"
        'a:graphic/a:graphicData{:uri="http://schemas.openxmlformats.org/drawingml/2006/picture"}/'
        "pic:pic/(pic:nvPicPr/(pic:cNvPr{:id=0,:name=logo},pic:cNvPicPr),"
        f"pic:blipFill/(a:blip{{r:embed={relation}}},a:stretch/a:fillRect),"
        f"pic:spPr/(a:xfrm/(a:off{{:x=0,:y=0}},a:ext{{:cx={width},:cy={height}}}),a:prstGeom{{:prst=rect}}/a:avLst)))"
    )


def field(instruction: str, cached: str = "9") -> str:
    """Return the runs of a complex field."""
    return (
        f'r/fldChar{{fldCharType=begin}},r/instrText"{instruction}",r/fldChar{{fldCharType=separate}},'
        f'r/t"{cached}",r/fldChar{{fldCharType=end}}'
    )


def section(*, landscape: bool = False, extra: str = "") -> str:
    """Return the properties of a section on A4."""
    size = "pgSz{w=16838,h=11906,orient=landscape}" if landscape else "pgSz{w=11906,h=16838}"
    before = extra + "," if extra else ""
    margins = "pgMar{top=1440,right=1440,bottom=1440,left=1440,header=720,footer=720}"
    return f"sectPr/({before}{size},{margins})"


def _prose() -> Iterator[tuple[str, Docx]]:
    yield "prose", Docx(prose(24))
    yield "spacing", Docx(
        prose(9, props="spacing{before=240,after=120,line=276,lineRule=auto},jc{val=both}")
        + "," + prose(5, props="spacing{before=100,after=300,line=360,lineRule=exact}")
        + "," + prose(5, props="spacing{before=0,after=0,line=360,lineRule=atLeast}")
        + "," + prose(5, props="spacing{line=480,lineRule=auto},jc{val=right}")
        + "," + prose(5, props="spacing{line=200,lineRule=auto},jc{val=center}")
    )  # fmt: skip
    yield (
        "spacing_sums",
        Docx(
            prose(12, props="spacing{before=240,after=120}"),
            settings="compat/(doNotUseHTMLParagraphAutoSpacing,compatSetting{name=compatibilityMode,"
            'uri="http://schemas.microsoft.com/office/word",val=15})',
        ),
    )
    yield "spacing_at_page_top", Docx(prose(40, 1, props="spacing{before=480,after=60}"))
    yield "contextual", Docx(prose(12, props="spacing{before=240,after=240},contextualSpacing"))
    yield "indents", Docx(
        prose(3, props="ind{left=720,right=720,firstLine=360},jc{val=both}")
        + "," + prose(3, props="ind{left=720,hanging=360}") + "," + prose(3, props="ind{left=-360,firstLine=-200}")
    )  # fmt: skip
    yield "keep", Docx(
        ",".join(
            paragraphs(f"Título {i}", props="keepNext,spacing{before=240}") + ","
            + paragraphs(f"Subtítulo {i}", props="keepNext") + "," + paragraphs(SENTENCE * (2 + i % 4), props="keepLines")
            for i in range(14)
        )
    )  # fmt: skip
    yield (
        "widows",
        Docx(",".join(paragraphs(f"{i} " + SENTENCE * (1 + i % 3), props="jc{val=both}") for i in range(60))),
    )
    yield (
        "no_widow_control",
        Docx(
            ",".join(
                paragraphs(f"{i} " + SENTENCE * (1 + i % 3), props="widowControl{val=0}") for i in range(60)
            )
        ),
    )


def _runs() -> Iterator[tuple[str, Docx]]:
    samples = (
        ("b", "Negrita"), ("i", "cursiva"), ("u{val=single}", "subrayado"), ("strike", "tachado"), ("caps", "versales"),
        ("smallCaps", "Versalitas Pequeñas"), ("color{val=C00000}", "rojo"), ("sz{val=32}", "grande"),
        ("vertAlign{val=superscript}", "super"), ("vertAlign{val=subscript}", "sub"), ("spacing{val=40}", "espaciado"),
        ("w{val=150}", "ancho"), ("shd{val=clear,fill=FFF2CC}", "sombreado"),
    )  # fmt: skip
    runs = ",".join(
        f'r/(rPr/{props},t"{text} "),r/t"texto llano de relleno entre palabras "' for props, text in samples
    )
    yield "runs", Docx(f"p/({runs}),{prose(3)},p/(pPr/jc{{val=both}},{runs},{runs})")
    yield (
        "breaks",
        Docx(
            f'p/(r/t"uno",r/br,r/t"dos"),p/(pPr/jc{{val=both}},r/t"{SENTENCE}",r/br,r/t"{SENTENCE}"),'
            'p/r/br{type=page},p/r/t"página dos",p/(r/t"antes",r/br{type=page},r/t"después"),'
            'p/(r/t"final",r/br{type=page}),p/r/t"página cuatro",p/(pPr/pageBreakBefore,r/t"página cinco")'
        ),
    )
    tabs = "tabs/(tab{val=left,pos=1000},tab{val=center,pos=4500},tab{val=right,pos=9000,leader=dot})"
    yield (
        "tabs",
        Docx(
            f'p/(pPr/{tabs},r/(t"a",tab,t"b",tab,t"centro",tab,t"derecha")),'
            f'p/(pPr/{tabs},r/(tab,t"texto más largo que la parada",tab,t"c",tab,t"9")),'
            'p/r/(t"sin",tab,t"paradas",tab,t"propias",tab,t"x"),'
            'p/(pPr/(tabs/tab{val=decimal,pos=3000},ind{left=500}),r/(tab,t"12.50")),'
            f'p/(pPr/ind{{left=720,hanging=720}},r/(t"a)",tab,t"{SENTENCE}"))'
        ),
    )
    borders = ",".join(
        f"{side}{{val=single,sz=12,space=4,color=1F3A4D}}" for side in ("top", "left", "bottom", "right")
    )
    yield "paragraph_borders", Docx(
        prose(2, props=f"pBdr/({borders}),shd{{val=clear,fill=F2F4F6}},spacing{{after=120}}")
        + "," + prose(2) + "," + paragraphs("Título con línea", props="pBdr/bottom{val=single,sz=8,space=1}") + "," + prose(2)
    )  # fmt: skip


_LEVELS = ",".join(
    f'lvl{{ilvl={level}}}/(start{{val=1}},numFmt{{val={form}}},lvlText{{val="{text}"}},lvlJc{{val=left}},'
    f"pPr/ind{{left={360 * (level + 1)},hanging=360}})"
    for level, (form, text) in enumerate(
        (("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "%1.%2.%3"))
    )
)
LISTS = (
    f"abstractNum{{abstractNumId=0}}/({_LEVELS}),"
    'abstractNum{abstractNumId=1}/lvl{ilvl=0}/(numFmt{val=bullet},lvlText{val="•"},lvlJc{val=left},'
    "pPr/ind{left=720,hanging=360}),"
    "num{numId=1}/abstractNumId{val=0},num{numId=2}/abstractNumId{val=1},"
    "num{numId=3}/(abstractNumId{val=0},lvlOverride{ilvl=0}/startOverride{val=1})"
)


def item(text: str, number: int = 1, level: int = 0) -> str:
    """Return a list paragraph."""
    return paragraphs(text, props=f"numPr/(ilvl{{val={level}}},numId{{val={number}}})")


def _lists() -> Iterator[tuple[str, Docx]]:
    entries = [
        item("primero"), item("segundo " + SENTENCE), item("a", level=1), item("b", level=1), item("romano", level=2),
        item("tercero"), item("de nuevo a", level=1), item("viñeta", 2), item("otra viñeta " + SENTENCE, 2),
        item("reinicia en uno", 3), item("y sigue", 3), item("cuarto o tercero", 1),
    ]  # fmt: skip
    yield "lists", Docx(",".join(entries), numbering=LISTS)


def _tables() -> Iterator[tuple[str, Docx]]:
    header = row("Nombre", "Calidad", "Asistencia", props="cantSplit,tblHeader", para="jc{val=center}")
    body = [row(f"Persona {i}", "Integrante " * (1 + i % 7), "Presente") for i in range(70)]
    yield "table_pages", Docx(prose(1) + "," + table(header, *body) + "," + prose(2))
    whole = [row(f"Persona {i}", SENTENCE * (1 + i % 3), "Presente", props="cantSplit") for i in range(14)]
    yield "table_cant_split", Docx(table(header, *whole) + "," + prose(1))
    tall = [
        row("Ana", "corto", "x", props="cantSplit"),
        row("Eva", SENTENCE * 60, "Presente", props="cantSplit"),
    ]
    yield "table_row_over_pages", Docx(table(header, *tall) + "," + prose(1))
    split = [row(f"Persona {i}", SENTENCE * (3 + i % 3), "Presente") for i in range(9)]
    yield "table_split_rows", Docx(table(header, *split) + "," + prose(1))
    spans = (
        f"tr/({cell('dos columnas', 'gridSpan{val=2}')},{cell('x')})",
        f"tr/({cell('tres filas ' + SENTENCE, 'vMerge{val=restart}')},{cell('a')},{cell('b')})",
        f"tr/({cell('', 'vMerge')},{cell('c')},{cell('d')})",
        f"tr/({cell('', 'vMerge')},{cell('e')},{cell('f')})",
        f"tr/({cell('abajo', 'vAlign{val=bottom}')},{cell('centro', 'vAlign{val=center}')},{cell(SENTENCE)})",
    )
    yield "table_spans", Docx(table(*spans) + "," + prose(1))
    high = (
        row("exacta", SENTENCE, "z", props="trHeight{val=400,hRule=exact}"),
        row("al menos", "y", "z", props="trHeight{val=900,hRule=atLeast}"),
        row("normal", "y", "z"),
    )
    yield "table_heights", Docx(table(*high) + "," + prose(1))
    yield "table_places", Docx(
        table(row("centro", "b"), grid=(2000, 2000), props="jc{val=center}") + "," + prose(1) + ","
        + table(row("derecha", "b"), grid=(2000, 2000), props="jc{val=right}") + "," + prose(1) + ","
        + table(row("sangría", "b"), grid=(2000, 2000), props="tblInd{w=700,type=dxa}") + "," + prose(1)
    )  # fmt: skip
    inner = table(row("interior", "tabla"), grid=(1400, 1400))
    nested = f"tr/(tc/(tcPr/tcW{{w=4500,type=dxa}},{prose(1)},{inner},p),{cell('al lado')})"
    yield "table_nested", Docx(table(nested, grid=(4500, 4500)) + "," + prose(1))
    spaced = [row(f"{i}", SENTENCE, "fin", para="spacing{before=120,after=120}") for i in range(12)]
    yield "table_spacing", Docx(table(*spaced) + "," + prose(1))
    kept = [row(f"{i}", SENTENCE, "fin", para="keepNext") for i in range(5)]
    yield "table_keep_next", Docx(prose(16, 2) + "," + table(*kept) + "," + paragraphs("tras la tabla"))


def _sections() -> Iterator[tuple[str, Docx]]:
    stories = {
        "header1": f'p/(pPr/jc{{val=center}},r/t"Encabezado"),p/({inline_picture("logo")})',
        "footer1": f'p/(pPr/jc{{val=right}},r/t"Página ",{field(" PAGE ")},r/t" de ",fldSimple{{instr=NUMPAGES}}/r/t"1")',
        "header2": 'p/r/t"Primera página"',
        "header3": 'p/r/t"Página par"',
    }
    references = "headerReference{type=default,r:id=header1},footerReference{type=default,r:id=footer1}"
    stories["header1"] = 'p/(pPr/jc{val=center},r/t"Encabezado"),p/r/t"de dos líneas"'
    yield "header_footer", Docx(prose(20) + "," + section(extra=references), headers=stories)
    more = references + ",headerReference{type=first,r:id=header2},headerReference{type=even,r:id=header3}"
    last = section(extra=more).replace("pgMar{", "titlePg,pgMar{").replace("titlePg,", "")
    last = last[:-1] + ",titlePg)"
    yield (
        "header_kinds",
        Docx(
            prose(20) + "," + last,
            headers=stories,
            settings="evenAndOddHeaders,compat/compatSetting{name=compatibilityMode,"
            'uri="http://schemas.microsoft.com/office/word",val=15}',
        ),
    )
    tall = {
        "header1": ",".join(f'p/r/t"línea {i}"' for i in range(8)),
        "footer1": ",".join(f'p/r/t"pie {i}"' for i in range(7)),
    }
    yield "tall_header", Docx(prose(12) + "," + section(extra=references), headers=tall)
    middle = f'p/(pPr/{section()},r/t"fin de la primera sección")'
    wide = f'p/(pPr/{section(landscape=True)},r/t"fin de la sección apaisada")'
    yield "landscape", Docx(f"{prose(4)},{middle},{prose(4)},{wide},{prose(4)},{section()}")
    same = f'p/(pPr/{section()},r/t"fin")'
    final = section().replace("sectPr/(", "sectPr/(type{val=continuous},")
    yield "continuous", Docx(f"{prose(4)},{same},{prose(8)},{final}")


def _pictures() -> Iterator[tuple[str, Docx]]:
    picture = inline_picture("logo")
    yield (
        "pictures",
        Docx(
            f'p/(r/t"antes ",{picture},r/t" después"),{prose(2)},p/(pPr/jc{{val=center}},{picture}),{prose(14)}',
            media={"logo.png": png()},
        ),
    )


_RIGHT = "tabs/tab{val=right,pos=9026,leader=dot}"
_STYLED = (
    'style{type=paragraph,styleId=Ttulo1}/(name{val="heading 1"},basedOn{val=Normal},'
    "pPr/(keepNext,spacing{before=240,after=120},outlineLvl{val=0}),rPr/(b,sz{val=28})),"
    'style{type=paragraph,styleId=Ttulo2}/(name{val="heading 2"},basedOn{val=Normal},'
    "pPr/(keepNext,spacing{before=120,after=60},outlineLvl{val=1}),rPr/(b,sz{val=24})),"
    'style{type=paragraph,styleId=TDC1}/(name{val="toc 1"},basedOn{val=Normal},pPr/spacing{after=100}),'
    'style{type=paragraph,styleId=TDC2}/(name{val="toc 2"},basedOn{val=Normal},'
    "pPr/(spacing{after=100},ind{left=220})),"
    "style{type=paragraph,styleId=Descripcin}/(name{val=caption},basedOn{val=Normal},pPr/jc{val=center},rPr/i),"
    'style{type=paragraph,styleId=Tabladeilustraciones}/(name{val="table of figures"},basedOn{val=Normal})'
)
HEADING_STYLES = f"{PLAIN_STYLES},{_STYLED}"


def marked(name: str, number: int, inner: str) -> str:
    """Return inlines within a bookmark."""
    return f"bookmarkStart{{id={number},name={name}}},{inner},bookmarkEnd{{id={number}}}"


def heading(text: str, level: int = 1, mark: str = "", number: int = 0, *, listed: bool = False) -> str:
    """Return a heading, within a bookmark where a name is given, with a number of a list."""
    numbered = ",numPr/(ilvl{val=0},numId{val=1})" if listed else ""
    run = f'r/t"{text}"'
    return f"p/(pPr/(pStyle{{val=Ttulo{level}}}{numbered}),{marked(mark, number, run) if mark else run})"


def live(instruction: str, cached: str = "9") -> str:
    """Return the runs of a complex field whose instruction has quotes and switches."""
    return field(instruction.replace("\\", "\\\\").replace('"', '\\"'), cached)


def contents(instruction: str, *lines: tuple[int, str, str, str], style: str = "TDC") -> str:
    """Return a table of contents as Word writes it: level, text, bookmark and page of each line."""
    code = instruction.replace("\\", "\\\\").replace('"', '\\"')
    start = f'r/fldChar{{fldCharType=begin}},r/instrText" {code} ",r/fldChar{{fldCharType=separate}},'
    written = []
    for index, (level, text, mark, page) in enumerate(lines):
        number = live(f" PAGEREF {mark} \\h ", page)
        link = f'hyperlink{{anchor={mark}}}/(r/t"{text}",r/tab,{number})'
        name = f"TDC{level}" if style == "TDC" else style
        written.append(f"p/(pPr/(pStyle{{val={name}}},{_RIGHT}),{'' if index else start}{link})")
    return ",".join((*written, "p/r/fldChar{fldCharType=end}"))


def caption(word: str, number: int, text: str, mark: str) -> str:
    """Return a caption with its number, the label in a bookmark as Word's cross-references make it."""
    label = f'r/t"{word} ",' + live(f" SEQ {word} \\* ARABIC ", str(number))
    identifier = 500 + number
    return f'p/(pPr/pStyle{{val=Descripcin}},{marked(mark, identifier, label)},r/t". {text}")'


def _fields() -> Iterator[tuple[str, Docx]]:
    chapters = [(f"Capítulo {i}", f"_Toc10000000{i}", i) for i in range(1, 6)]
    parts = [(f"Apartado {i}.1", f"_Toc20000000{i}", 10 + i) for i in range(1, 6)]
    lines = []
    for chapter, part, page in zip(chapters, parts, "23456", strict=True):
        lines += [(1, chapter[0], chapter[1], page), (2, part[0], part[1], page)]
    body = ",".join(
        f"{heading(*_at(chapter, 1))},{prose(4)},{heading(*_at(part, 2))},{prose(4, 2)}"
        for chapter, part in zip(chapters, parts, strict=True)
    )
    start = paragraphs("Índice", props="jc{val=center}")
    first = contents('TOC \\o "1-2" \\h \\z \\u', *lines)
    opening = paragraphs("Inicio", props="pageBreakBefore")
    yield "contents", Docx(f"{start},{first},{opening},{body}", styles=HEADING_STYLES)
    tables = ",".join(
        ",".join((caption("Tabla", i, f"Resultados {i}", f"_Ref{i}"), table(row("a", "b", "c")), prose(9)))
        for i in (1, 2)
    )
    label, page = live(" REF _Ref2 \\h ", "Tabla 2"), live(" PAGEREF _Ref2 \\h ", "3")
    see = f'p/(r/t"Véase la ",{label},r/t", en la página ",{page},r/t".")'
    yield "captions", Docx(f"{see},{prose(6)},{tables}", styles=HEADING_STYLES)
    title = live(' STYLEREF "heading 1" ', "Capítulo 1")
    stories = {"header1": f"p/(pPr/jc{{val=right}},{title})"}
    reference = "headerReference{type=default,r:id=header1}"
    running = ",".join(heading(f"Capítulo {i}") + "," + prose(7 + i) for i in range(1, 5))
    yield (
        "running_titles",
        Docx(f"{running},{section(extra=reference)}", styles=HEADING_STYLES, headers=stories),
    )


def _at(place: tuple[str, str, int], level: int) -> tuple[str, int, str, int]:
    text, mark, number = place
    return text, level, mark, number


_WHO = 'author=Legal,date="2024-02-01T00:00:00Z"'


def inserted(inner: str, number: int = 901) -> str:
    """Return inlines that somebody inserted and nobody accepted."""
    return f"ins{{id={number},{_WHO}}}/({inner})"


def deleted(text: str, number: int = 902) -> str:
    """Return text that somebody deleted and nobody accepted."""
    return f'del{{id={number},{_WHO}}}/r/delText"{text}"'


def _revisions() -> Iterator[tuple[str, Docx]]:
    mark_out, mark_in = f"pPr/rPr/del{{id=910,{_WHO}}}", f"pPr/rPr/ins{{id=911,{_WHO}}}"
    new, whole = inserted('r/t"entra "'), inserted('r/t"Párrafo nuevo."')
    gone, all_gone, before = deleted("sale "), deleted("Párrafo borrado entero."), deleted("anterior")
    current = inserted('r/t"vigente"')
    old = f"rPr/(b,rPrChange{{id=912,{_WHO}}}/rPr/i)"
    moved = f'moveFrom{{id=913,{_WHO}}}/r/t"lugar de antes ",r/t"queda ",moveTo{{id=914,{_WHO}}}/r/t"lugar de ahora"'
    rows = (
        row("uno", "dos", "tres"),
        row("se inserta", "b", "c", props=f"ins{{id=915,{_WHO}}}"),
        row("se borra", "b", "c", props=f"del{{id=916,{_WHO}}}"),
        row("último", "b", "c"),
    )
    body = ",".join(
        (
            f'p/(r/t"Texto que {SENTENCE}",{gone},{new},r/t"y sigue.")',
            f'p/({mark_out},r/t"Este párrafo "),p/r/t"se une al que sigue."',
            f'p/({mark_in},r/t"Este párrafo "),p/r/t"se separa del que sigue."',
            f"p/({mark_out},{all_gone}),p/({mark_in},{whole})",
            f'p/(r/({old},t"formato cambiado "),{moved})',
            f'p/(pPr/(jc{{val=center}},pPrChange{{id=917,{_WHO}}}/pPr/jc{{val=right}}),r/t"alineado de otro modo")',
            table(*rows),
            prose(2),
        )
    )
    header = f'p/(r/t"Encabezado ",{before},{current})'
    reference = section(extra="headerReference{type=default,r:id=header1}")
    yield "revisions", Docx(f"{body},{reference}", headers={"header1": header})


def gallery() -> dict[str, Docx]:
    """Return the documents by name."""
    groups = (
        _prose,
        _runs,
        _lists,
        _tables,
        _sections,
        _pictures,
        _fields,
        _revisions,
        notes_gallery,
        shapes_gallery,
        columns_gallery,
    )
    return {name: document for group in groups for name, document in group()}


__all__ = [
    "HEADING_STYLES",
    "LISTS",
    "PLAIN_STYLES",
    "SENTENCE",
    "caption",
    "cell",
    "contents",
    "field",
    "gallery",
    "heading",
    "inline_picture",
    "item",
    "live",
    "marked",
    "png",
    "prose",
    "row",
    "section",
    "table",
]
