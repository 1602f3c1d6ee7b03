"""The committed templates as the tests look at them: parts, styles, paragraphs, tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import Package, read_package

FOLDER = Path(__file__).parents[2] / "templates_docx"
NAMES = (
    "acta",
    "acuerdo",
    "acuse",
    "calendario",
    "convocatoria",
    "dictamen",
    "extracto",
    "fe-de-erratas",
    "lista-asistencia",
    "membrete",
    "minuta",
    "oficio",
    "orden-del-dia",
    "plan",
    "seguimiento",
)
TAG_STYLE = "EtiquetaBloque"


@dataclasses.dataclass(frozen=True, slots=True)
class WordFile:
    """One template."""

    name: str
    package: Package

    @property
    def body(self) -> etree._Element:
        return self.package.xml("word/document.xml")

    @property
    def stories(self) -> Iterator[etree._Element]:
        """The body, the headers and the footers."""
        yield self.body
        for kind in ("word/header", "word/footer"):
            for part in self.package.names(kind):
                yield self.package.xml(part)

    @property
    def styles(self) -> dict[str, etree._Element]:
        root = self.package.xml("word/styles.xml")
        return {attribute(style, "w:styleId"): style for style in root.iter(qn("w:style"))}

    def keeps_next(self, paragraph: etree._Element) -> bool:
        """Tell whether the paragraph's style, or one it is based on, keeps it with the next."""
        styles = self.styles
        style = styles.get(style_of(paragraph))
        while style is not None:
            keep = style.find(f"{qn('w:pPr')}/{qn('w:keepNext')}")
            if keep is not None:
                return attribute(keep, "w:val") not in {"0", "false"}
            based_on = style.find(qn("w:basedOn"))
            style = styles.get(attribute(based_on, "w:val")) if based_on is not None else None
        return False

    def table(self, style: str) -> etree._Element:
        """Return the first table of that style."""
        return next(table for table in self.body.iter(qn("w:tbl")) if table_style(table) == style)


def load(name: str) -> WordFile:
    return WordFile(name, read_package((FOLDER / f"{name}.docx").read_bytes()))


def attribute(element: etree._Element, name: str) -> str:
    return str(element.get(qn(name), ""))


def style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return attribute(style, "w:val") if style is not None else ""


def table_style(table: etree._Element) -> str:
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    return attribute(style, "w:val") if style is not None else ""


def text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))
