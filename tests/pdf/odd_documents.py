"""Documents with what an archive is strict about: pictures of every kind, characters no font has, empty ones."""

from __future__ import annotations

import io

from PIL import Image

from tests.pdf.gallery import PLAIN_STYLES, cell, inline_picture, item, section, table
from tests.pdf.gallery_shapes import wrapped_in_stories
from tests.support.docx_builder import Docx

_LISTS = (
    'abstractNum{abstractNumId=0}/lvl{ilvl=0}/(numFmt{val=decimal},lvlText{val="%1."})'
    ",num{numId=1}/abstractNumId{val=0}"
)
_MARK = 'p/r/pict/v:shape{:style="width:400pt;height:100pt;rotation:315"}/v:textpath{:string=BORRADOR}'


def _image(mode: str, kind: str, color: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (20, 10), color).save(buffer, kind)  # type: ignore[arg-type]
    return buffer.getvalue()


def _picture(name: str, data: bytes) -> Docx:
    return Docx(f'p/({inline_picture("logo")},r/t"texto")', media={f"logo.{name}": data})


def odd_documents() -> dict[str, Docx]:
    """Return the documents by name."""
    pictures = {
        "png_rgba": _picture("png", _image("RGBA", "PNG", (1, 2, 3, 99))),
        "png_grey_alpha": _picture("png", _image("LA", "PNG", (1, 99))),
        "png_palette": _picture("png", _image("P", "PNG", 3)),
        "png_16_bits": _picture("png", _image("I;16", "PNG", 3)),
        "png_1_bit": _picture("png", _image("1", "PNG", 1)),
        "jpeg": _picture("jpeg", _image("RGB", "JPEG", (1, 2, 3))),
        "jpeg_grey": _picture("jpeg", _image("L", "JPEG", 3)),
        "jpeg_cmyk": _picture("jpeg", _image("CMYK", "JPEG", (1, 2, 3, 4))),
    }
    title = PLAIN_STYLES + ",style{type=paragraph,styleId=Titulo}/name{val=Title}"
    header = section(extra="headerReference{type=default,r:id=header1}")
    return (
        pictures
        | dict(wrapped_in_stories())
        | {
            "no_glyph": Docx('p/(r/t"a漢b字c漢字",r/(rPr/b,t"漢"))'),
            "beyond_the_first_plane": Docx('p/r/t"\U0001f600 fin"'),
            "unseen_characters": Docx('p/r/t"a\u200bb\u00adc\ufeffd\u2028e"'),
            "private_characters": Docx('p/r/t"a \ue000 b"'),
            "empty": Docx("p"),
            "no_language": Docx('p/r/t"x"', styles=PLAIN_STYLES.replace("es-MX", "x-none"), title="<a & b>"),
            "headings": Docx(
                'p/(pPr/pStyle{val=Titulo},r/t"T"),p/(pPr/outlineLvl{val=2},r/t"a"),p/(pPr/outlineLvl{val=8},r/t"b")',
                styles=title,
            ),
            "uneven_rows": Docx(
                table(
                    f"tr/({cell('a', 'gridSpan{val=2}')})",
                    f"tr/(trPr/gridBefore{{val=1}},{cell('b')},{cell('c')})",
                    f"tr/({cell('x', 'vMerge')})",
                )
            ),
            "empty_table": Docx(table(f"tr/({cell('')},{cell('')},{cell('')})") + ",p"),
            "list_in_a_cell": Docx(
                table(f"tr/(tc/(tcPr,{item('uno')},{item('dos')}),{cell('b')},{cell('c')})"), numbering=_LISTS
            ),
            "links": Docx(
                'p/(r/t"vea ",hyperlink{r:id=a}/(r/t"el sitio ",r/(rPr/b,t"oficial")),r/t" y ",hyperlink{r:id=b}/r/t"otro")',
                links={"a": "https://ejemplo.mx/á?b=1&c=2", "b": "mailto:a@b.mx"},
            ),
            "watermark": Docx('p/r/t"x",' + header, headers={"header1": _MARK}),
            "note": Docx('p/(r/t"a",r/footnoteReference{id=2})', footnotes='footnote{id=2}/p/r/t"la nota"'),
            "endnote": Docx(
                'p/(r/t"a",r/endnoteReference{id=2})',
                endnotes='endnote{id=2}/p/(r/endnoteRef,r/t" nota final")',
            ),
            "note_in_a_list": Docx(
                'p/(pPr/numPr/(ilvl{val=0},numId{val=1}),r/t"a",r/footnoteReference{id=2}),p/(pPr/outlineLvl{val=0},'
                'r/footnoteReference{id=3,customMarkFollows=1},r/t"*")',
                footnotes='footnote{id=2}/p/(r/footnoteRef,r/t" uno"),footnote{id=3}/p/r/t"* dos"',
                numbering=_LISTS,
            ),
            "text_box": Docx('p/(r/t"antes",r/pict/v:shape/v:textbox/txbxContent/p/r/t"dentro")'),
        }
    )
