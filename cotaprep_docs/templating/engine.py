"""The one door to docxtpl.

docxtpl walks the parts of the document and puts what Jinja makes of each back in its place. Its patching
of XML by regular expressions is not used: `scanning` has placed the tags where only whole elements repeat.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Final

import jinja2
from docxtpl import DocxTemplate
from lxml import etree

from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.environment import (
    LEDGER,
    RefusedValue,
    compiled,
    environment,
    listed,
    suggestion,
)
from cotaprep_docs.templating.tags import Tag
from cotaprep_docs.templating.values import Ledger

_EMITTED: Final = re.compile(r"\{#(\d+)\n#\}(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_NOTES: Final = ("footnotes+xml", "endnotes+xml")

Tags = Mapping[str, tuple[Tag, ...]]


def render_parts(
    docx: bytes, tags: Tags, context: Mapping[str, object], ledger: Ledger
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the rendered parts by name, with markers where the ledger's values go.

    Raises:
        UnreadableInput: a tag asks for what the context does not have, or cannot be evaluated.
    """
    document = _StrictDocx(io.BytesIO(docx), lambda part, source: _render(source, tags.get(part, ()), values))
    values = {**context, LEDGER: ledger}
    document.render(values, jinja_env=environment())
    yield document.docx.part.partname.lstrip("/"), document.docx.element
    for name, xml in document.rendered.items():
        yield name, parse_xml(xml.encode(), name)


class _StrictDocx(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl without what it does behind one's back."""

    def __init__(self, file: io.BytesIO, render: Callable[[str, str], str]) -> None:
        super().__init__(file)
        self.rendered: dict[str, str] = {}
        self._render = render

    def patch_xml(self, src_xml: str) -> str:
        """Return the XML with the tags unescaped, and nothing else changed."""
        return _EMITTED.sub(_unescape, src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:  # noqa: ANN401, ARG002
        """Render one part's XML; values are markers, so there are no line breaks or tabs to resolve."""
        name = part.partname.lstrip("/")
        xml = self._render(name, src_xml)
        if part is not self.docx.part:
            self.rendered[name] = xml
        return xml

    def fix_tables(self, xml: str) -> etree._Element:
        """Parse the rendered body; docxtpl would let a parser guess what broken XML meant."""
        return parse_xml(xml.encode())

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:  # noqa: ANN401
        """Leave the properties: they are written whole, from data."""

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:  # noqa: ANN401
        """Render footnotes and endnotes once each; docxtpl does it once per section, and no endnotes."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type.endswith(_NOTES):
                self.render_xml_part(self.patch_xml(part.blob.decode()), part, context, jinja_env)


def _unescape(match: re.Match[str]) -> str:
    return match.group().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _render(source: str, tags: tuple[Tag, ...], values: Mapping[str, object]) -> str:
    try:
        return compiled(source).render(values)
    except (jinja2.TemplateError, TypeError) as error:
        tag = _tag_at(source, tags, error.__traceback__)
        raise UnreadableInput(_problem(error, tag, values)) from error


def _tag_at(source: str, tags: tuple[Tag, ...], traceback: TracebackType | None) -> Tag:
    """Return the tag that Jinja was at; its tracebacks have the template's lines."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    found = tags[0]
    for match in _EMITTED.finditer(source):
        if source.count("\n", 0, match.start(2)) + 1 > line:
            break
        found = tags[int(match.group(1))]
    return found


def _problem(error: Exception, tag: Tag, values: Mapping[str, object]) -> Problem:
    if not isinstance(error, RefusedValue):
        detail = "sus valores no son del mismo tipo"
        return kinds.EVALUATION_FAILED.at(tag.location, etiqueta=tag.typed, detalle=detail)
    params = dict(error.params)
    if error.kind is kinds.UNKNOWN_VARIABLE:
        names = [name for name in values if name != LEDGER]
        params |= {"parecido": suggestion(params["nombre"], names), "disponibles": listed(names)}
    if error.kind in {kinds.NOT_PRINTABLE, kinds.NOT_A_CHART, kinds.CHART_IN_TEXT}:
        params["nombre"] = tag.source
    if error.kind is kinds.NOT_A_LIST:
        params["nombre"] = tag.source.partition(" in ")[2].strip()
    return Problem(error.kind, tag.location, params)
