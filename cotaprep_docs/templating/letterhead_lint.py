"""Whether a template and its letterhead fit: styles, lists, headers that would be lost."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import parse_xml
from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.letterhead import needed_styles, styles_by_id, used_styles
from cotaprep_docs.templating.places import Atlas
from cotaprep_docs.templating.runs import GAP_STYLE
from cotaprep_docs.templating.stories import BODY, stories
from cotaprep_docs.templating.template import Source

_HEADERS: Final = (opc.REL_HEADER, opc.REL_FOOTER)
_NOT_LOOKS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "rsid", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "locked", "link", "next", "aliases",
        "autoRedefine", "personal",
    )
)  # fmt: skip


def check_styles(body: Source, letterhead: Source | None) -> Iterator[Problem]:
    """Yield the styles that are named and not there, and those that differ from the letterhead's."""
    ours = styles_by_id(body.parts, body.document)
    location = TemplateLocation(body.name, "estilos")
    gap = ours.get(GAP_STYLE)
    if gap is None or gap.get(qn("w:type")) != "character":
        yield kinds.MISSING_STYLE.at(location, estilo=GAP_STYLE)
    for style in sorted(_used(body) - set(ours) - {GAP_STYLE}):
        yield kinds.MISSING_STYLE.at(location, estilo=style)
    if letterhead is None:
        return
    theirs = styles_by_id(letterhead.parts, letterhead.document)
    used = _used(letterhead, headers=True)
    for style in sorted(used - set(theirs) - set(ours) - {GAP_STYLE}):
        yield kinds.MISSING_STYLE.at(TemplateLocation(letterhead.name, "estilos"), estilo=style)
    for style in needed_styles(used, theirs):
        if style in ours and _look(ours[style]) != _look(theirs[style]):
            yield kinds.STYLE_CLASH.at(location, estilo=style, membrete=letterhead.name)


def check_headers(body: Source, letterhead: Source) -> Iterator[Problem]:
    """Yield what the letterhead cannot carry and what of the template it replaces."""
    root = parse_xml(body.parts[body.document], body.document)
    for story in stories(body.parts, body.document, root):
        if story.kind in _HEADERS:
            own = parse_xml(body.parts[story.part], story.part)
            if any((text.text or "").strip() for text in own.iter(qn("w:t"))):
                yield kinds.OWN_HEADER_REPLACED.at(
                    TemplateLocation(body.name, story.title), parte=story.title
                )
    theirs = parse_xml(letterhead.parts[letterhead.document], letterhead.document)
    for story in stories(letterhead.parts, letterhead.document, theirs):
        if story.kind in _HEADERS:
            header = parse_xml(letterhead.parts[story.part], story.part)
            number = next(header.iter(qn("w:numPr")), None)
            if number is not None:
                atlas = Atlas(header, letterhead.name, story.title)
                yield kinds.NUMBERED_LETTERHEAD.at(atlas.of(number))


def _used(source: Source, *, headers: bool = False) -> set[str]:
    root = parse_xml(source.parts[source.document], source.document)
    used: set[str] = set()
    for story in stories(source.parts, source.document, root):
        if not headers or story.kind in _HEADERS:
            used |= used_styles(
                root if story.title == BODY else parse_xml(source.parts[story.part], story.part)
            )
    return used - {""}


def _look(style: etree._Element) -> bytes:
    """Return what makes a style look as it does, in a form that can be compared."""
    plain = copy.deepcopy(style)
    for child in list(plain):
        if child.tag in _NOT_LOOKS:
            plain.remove(child)
    for name in ("default", "customStyle"):
        plain.attrib.pop(qn(f"w:{name}"), "")
    for element in plain.iter("*"):
        element.tail = None
    return etree.tostring(plain, method="c14n", exclusive=True)
