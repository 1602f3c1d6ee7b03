"""Word documents from compact text, so that a test shows the XML it is about in one line.

After python-docx's cxml: ``p/(pPr/jc{val=both},r/t"hola")`` is a justified paragraph. The prefix ``w:``
may be left out; a text in double quotes is the element's text (``\\"`` and ``\\n`` are understood).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.ooxml.package import write_package

_TOKEN = re.compile(r'\s*(?:(?P<name>[\w:.]+)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<mark>[/(),{}=]))')
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "xml")
_TYPES = {
    "document": "officedocument.wordprocessingml.document.main",
    "styles": "officedocument.wordprocessingml.styles",
    "numbering": "officedocument.wordprocessingml.numbering",
    "settings": "officedocument.wordprocessingml.settings",
    "footnotes": "officedocument.wordprocessingml.footnotes",
    "endnotes": "officedocument.wordprocessingml.endnotes",
    "header": "officedocument.wordprocessingml.header",
    "footer": "officedocument.wordprocessingml.footer",
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

# Caladea 11, Spanish of Mexico, no spacing: what a test wants to see is what it says.
PLAIN_STYLES = (
    "docDefaults/(rPrDefault/rPr/(rFonts{ascii=Cambria,hAnsi=Cambria},sz{val=22},lang{val=es-MX}),"
    "pPrDefault/pPr/spacing{after=0,line=240,lineRule=auto}),"
    "style{type=paragraph,default=1,styleId=Normal}/name{val=Normal}"
)
A4 = "sectPr/(pgSz{w=11906,h=16838},pgMar{top=1440,right=1440,bottom=1440,left=1440,header=720,footer=720})"


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def _peek(self) -> tuple[str, str, int]:
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            if self._text[self._at :].strip():
                raise ValueError(f"not compact XML at {self._text[self._at : self._at + 30]!r}")
            return "end", "", len(self._text)
        return str(match.lastgroup), match[match.lastgroup or 0], match.end()

    def _take(self, expected: str) -> str:
        kind, token, end = self._peek()
        if expected not in {kind, token}:
            raise ValueError(f"{expected!r} expected at {self._text[self._at : self._at + 30]!r}")
        self._at = end
        return token

    def _next_is(self, mark: str) -> bool:
        kind, token, end = self._peek()
        if kind == "mark" and token == mark:
            self._at = end
            return True
        return False

    def elements(self) -> str:
        found = self._element()
        while self._next_is(","):
            found += self._element()
        return found

    def whole(self) -> str:
        if self._peek()[0] == "end":
            return ""
        found = self.elements()
        self._take("end")
        return found

    def _element(self) -> str:
        name = _prefixed(self._take("name"))
        attributes, text, inner = self._attributes(), "", ""
        if self._peek()[0] == "text":
            text = _unquote(self._take("text"))
        if self._next_is("/"):
            if self._next_is("("):
                inner = self.elements()
                self._take(")")
            else:
                inner = self._element()
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f"<{name}{attributes}{space}>{escape(text)}{inner}</{name}>"

    def _attributes(self) -> str:
        if not self._next_is("{"):
            return ""
        written = ""
        while True:
            name = self._take("name")
            self._take("=")
            quoted = self._text.startswith('"', self._at)
            value = _unquote(self._take("text")) if quoted else self._bare_value()
            written += f" {_attribute_name(name)}={quoteattr(value)}"
            if self._next_is("}"):
                return written
            self._take(",")

    def _bare_value(self) -> str:
        match = re.compile(r"[^,}]*").match(self._text, self._at)
        assert match is not None
        self._at = match.end()
        return match[0].strip()


def _prefixed(name: str) -> str:
    return name if ":" in name else "w:" + name


def _attribute_name(name: str) -> str:
    return name[1:] if name.startswith(":") else _prefixed(name)


def _unquote(token: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], token[1:-1])


def compact(text: str) -> str:
    """Return compact text as XML; an attribute without namespace is written ``{:name=value}``."""
    return _Parser(text).whole()


@dataclasses.dataclass(frozen=True, slots=True)
class Docx:
    """The parts of a document, as compact text (XML is taken as it is).

    Attributes:
        body: block elements; the section properties too, else A4 with margins of one inch.
        styles: children of ``w:styles``.
        numbering: children of ``w:numbering``.
        settings: children of ``w:settings``.
        headers: stories by name: ``header1``, ``footer2``; their relationship id is the name.
        footnotes: children of ``w:footnotes``.
        endnotes: children of ``w:endnotes``.
        media: pictures by file name; their relationship id is the name without its ending.
        links: addresses by relationship id.
        title: title of the document.
    """

    body: str
    styles: str = PLAIN_STYLES
    numbering: str = ""
    settings: str = (
        'compat/compatSetting{name=compatibilityMode,uri="http://schemas.microsoft.com/office/word",val=15}'
    )
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    footnotes: str = ""
    endnotes: str = ""
    media: Mapping[str, bytes] = dataclasses.field(default_factory=dict)
    links: Mapping[str, str] = dataclasses.field(default_factory=dict)
    title: str = ""

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the package."""
        stories = {"styles": self.styles, "numbering": self.numbering, "settings": self.settings}
        stories |= {"footnotes": self.footnotes, "endnotes": self.endnotes}
        xml = {name: _root(name, text) for name, text in stories.items() if text}
        body = _xml(self.body)
        body += "" if "<w:sectPr" in body.rpartition("</w:p>")[2] else compact(A4)
        xml["document"] = f"<w:document {_XMLNS}><w:body>{body}</w:body></w:document>"
        for name, text in self.headers.items():
            tag = "w:hdr" if name.startswith("header") else "w:ftr"
            xml[name] = f"<{tag} {_XMLNS}>{_xml(text)}</{tag}>"
        parts = {f"word/{name}.xml": text.encode() for name, text in xml.items()}
        parts |= {f"word/media/{name}": data for name, data in self.media.items()}
        parts["word/_rels/document.xml.rels"] = self._relations([n for n in xml if n != "document"])
        for name in self.headers:
            parts[f"word/_rels/{name}.xml.rels"] = self._relations([])
        parts["docProps/core.xml"] = (
            f"<cp:coreProperties {_XMLNS}><dc:title>{escape(self.title)}</dc:title></cp:coreProperties>".encode()
        )
        parts["_rels/.rels"] = _relationships(
            [("rId1", _OFFICE + "officeDocument", "word/document.xml"), ("rId2", _CORE, "docProps/core.xml")]
        )
        parts["[Content_Types].xml"] = _content_types(xml)
        return parts

    def _relations(self, names: list[str]) -> bytes:
        found = [(name, _OFFICE + name.rstrip("0123456789"), f"{name}.xml") for name in names]
        found += [(file.rpartition(".")[0], _OFFICE + "image", f"media/{file}") for file in self.media]
        links = "".join(
            f'<Relationship Id="{name}" Type="{_OFFICE}hyperlink" TargetMode="External" Target={quoteattr(address)}/>'
            for name, address in self.links.items()
        )
        return _relationships(found).replace(b"</Relationships>", links.encode() + b"</Relationships>")

    def build(self) -> bytes:
        """Return the bytes of the DOCX."""
        return write_package(self.parts())


def _xml(text: str) -> str:
    return text if text.lstrip().startswith("<") else compact(text)


def _root(name: str, text: str) -> str:
    return f"<w:{name} {_XMLNS}>{_xml(text)}</w:{name}>"


def _relationships(relations: list[tuple[str, str, str]]) -> bytes:
    rows = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{to}"/>' for i, t, to in relations)
    return f'<Relationships xmlns="{NAMESPACES["rel"]}">{rows}</Relationships>'.encode()


def _content_types(xml: Mapping[str, str]) -> bytes:
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-'
        f'{_TYPES[name.rstrip("0123456789")]}+xml"/>'
        for name in xml
    )
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        )
    )
    return f'<Types xmlns="{NAMESPACES["ct"]}">{defaults}{rows}</Types>'.encode()


def paragraphs(*texts: str, props: str = "") -> str:
    """Return paragraphs with these texts, all with the same compact paragraph properties."""
    formatting = f"pPr/({props})," if props else ""
    quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return ",".join(f'p/({formatting}r/t"{text}")' for text in quoted)


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX of compact text; `parts` are the other fields of `Docx`."""
    return Docx(body, **parts).build()  # type: ignore[arg-type]
