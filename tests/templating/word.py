"""Small Word files from compact calls, and what a test looks at in them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import Package, read_package, write_package
from cotaprep_docs.templating.properties import DocumentProperties
from cotaprep_docs.templating.render import render
from cotaprep_docs.templating.template import Template, load_template

NS = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r", "wp", "a", "pic", "v", "mc", "wps")
)
PROPERTIES = DocumentProperties("Acta de prueba", dt.date(2024, 1, 30))
GAP_STYLE = (
    '<w:style w:type="character" w:styleId="Falta"><w:name w:val="Falta"/>'
    '<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFD966"/></w:rPr></w:style>'
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="es-MX"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
SECTION = (
    '<w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = NAMESPACES["r"]


def r(text: str, rpr: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, ppr: str = "") -> str:
    """A paragraph of runs; text that is not markup becomes a run."""
    properties = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    content = "".join(each if each.startswith(("<w:", "<mc:")) else r(each) for each in runs)
    return f"<w:p>{properties}{content}</w:p>"


def tc(*paragraphs: str) -> str:
    """A table cell."""
    content = "".join(each if each.startswith("<w:") else p(each) for each in paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def tr(*cells: str, header: bool = False) -> str:
    """A table row."""
    content = "".join(each if each.startswith("<w:tc>") else tc(each) for each in cells)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{content}</w:tr>"


def tbl(*rows: str, tblpr: str = "") -> str:
    """A table."""
    grid = '<w:gridCol w:w="2000"/>' * max(row.count("<w:tc>") for row in rows)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def fld(code: str) -> str:
    """A complex field, its code over two runs as Word often leaves it."""
    half = len(code) // 2
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>'
        for part in (code[:half], code[half:])
    )
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{codes}{middle}{r('1')}{end}"


def textbox(*paragraphs: str) -> str:
    """A run with a text box, as Word 2010 writes it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="1000000" cy="500000"/><wp:docPr id="9" name="Cuadro"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def picture(descr: str = "", relation: str = "rIdPic") -> str:
    """A run with a picture."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="1" name="Escudo" descr="{escape(descr)}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Escudo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill><pic:spPr/>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@dataclasses.dataclass(slots=True)
class Word:
    """A Word file in the making."""

    body: str
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)  # "header/default" -> paragraphs
    section: str = SECTION
    styles: str = LANGUAGE + NORMAL + GAP_STYLE
    settings: str = ""
    numbering: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    title: str = "Plantilla"
    parts: Mapping[str, bytes] = dataclasses.field(default_factory=dict)
    relations: str = ""
    header_relations: str = ""
    content_type: str = f"{_OFFICE}.document.main+xml"

    def write(self, path: Path) -> Path:
        """Write it and return where."""
        path.write_bytes(write_package(self.package()))
        return path

    def package(self) -> dict[str, bytes]:
        """Return its parts."""
        stories = {
            "styles": ("styles", f"<w:styles {NS}>{self.styles}</w:styles>"),
            "settings": ("settings", f"<w:settings {NS}>{self.settings}</w:settings>"),
        }
        for kind, tag in (
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("endnotes", "endnotes"),
            ("comments", "comments"),
        ):
            content = getattr(self, kind)
            if content:
                stories[kind] = (kind, f"<w:{tag} {NS}>{content}</w:{tag}>")
        references, overrides, parts = "", {"document": self.content_type}, dict(self.parts)
        relations = self.relations
        for number, (name, content) in enumerate(self.headers.items(), start=1):
            kind, which = name.split("/")
            tag = "hdr" if kind == "header" else "ftr"
            stories[f"{kind}{number}"] = (kind, f"<w:{tag} {NS}>{content}</w:{tag}>")
            references += f'<w:{kind}Reference w:type="{which}" r:id="rId_{kind}{number}"/>'
            if self.header_relations:
                parts[f"word/_rels/{kind}{number}.xml.rels"] = _relationships(self.header_relations)
        for name, (kind, xml) in stories.items():
            parts[f"word/{name}.xml"] = xml.encode()
            overrides[name] = f"{_OFFICE}.{kind}+xml"
            relations += f'<Relationship Id="rId_{name}" Type="{_REL}/{kind}" Target="{name}.xml"/>'
        body = f"{self.body}<w:sectPr>{references}{self.section}</w:sectPr>"
        parts["word/document.xml"] = f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode()
        parts["word/_rels/document.xml.rels"] = _relationships(relations)
        parts["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{NAMESPACES["cp"]}" xmlns:dc="{NAMESPACES["dc"]}">'
            f"<dc:title>{escape(self.title)}</dc:title></cp:coreProperties>"
        ).encode()
        parts["_rels/.rels"] = _relationships(
            f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
            'metadata/core-properties" Target="docProps/core.xml"/>'
        )
        parts["[Content_Types].xml"] = _content_types(overrides)
        return parts


def _relationships(content: str) -> bytes:
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{content}</Relationships>'.encode()


def _content_types(overrides: Mapping[str, str]) -> bytes:
    entries = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'{entries}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    ).encode()


@dataclasses.dataclass(slots=True)
class Made:
    """A generated document, looked at."""

    docx: bytes
    package: Package

    def root(self, part: str = "word/document.xml") -> etree._Element:
        return self.package.xml(part)

    def paragraphs(self, part: str = "word/document.xml") -> list[str]:
        """The text of each paragraph, a tab for a tab."""
        return [paragraph_text(paragraph) for paragraph in self.root(part).iter(qn("w:p"))]

    def rows(self) -> list[list[str]]:
        """The text of each cell of each row."""
        return [
            [
                "\n".join(paragraph_text(each) for each in cell.iter(qn("w:p")))
                for cell in row.iter(qn("w:tc"))
            ]
            for row in self.root().iter(qn("w:tr"))
        ]


def paragraph_text(paragraph: etree._Element) -> str:
    pieces = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "".join(
        pieces.get(each.tag, each.text or "")
        for each in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        if next(each.iterancestors(qn("w:p"))) is paragraph and each.getparent().tag == qn("w:r")  # type: ignore[union-attr]
    )


def attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


def looked_at(docx: bytes) -> Made:
    return Made(docx, read_package(docx))


def made(
    folder: Path,
    word: Word | str,
    context: Mapping[str, object] | None = None,
    *,
    letterhead: Word | None = None,
    properties: DocumentProperties = PROPERTIES,
) -> Made:
    """Render a template written to a folder."""
    return looked_at(render(loaded(folder, word, letterhead), context or {}, properties=properties))


def loaded(folder: Path, word: Word | str, letterhead: Word | None = None) -> Template:
    body = (Word(word) if isinstance(word, str) else word).write(folder / "acta.docx")
    return load_template(body, letterhead.write(folder / "membrete.docx") if letterhead else None)
