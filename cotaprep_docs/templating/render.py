"""A template and a context become a Word document, the same bytes for the same inputs."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.package import serialize_xml, write_package
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import TemplateLocation
from cotaprep_docs.problems.problem import Checked, Problem
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.comments import Comments
from cotaprep_docs.templating.engine import render_parts
from cotaprep_docs.templating.expansion import BlockWriter, Expander
from cotaprep_docs.templating.letterhead import styles_by_id, turn
from cotaprep_docs.templating.lists import ListWriter
from cotaprep_docs.templating.numbering import Numbering
from cotaprep_docs.templating.places import shorten
from cotaprep_docs.templating.properties import DocumentProperties, write_properties
from cotaprep_docs.templating.runs import GAP_STYLE, Writer
from cotaprep_docs.templating.tables import TableWriter, text_width
from cotaprep_docs.templating.template import Template
from cotaprep_docs.templating.tidying import renumber_drawings, tidy
from cotaprep_docs.templating.values import Ledger


def render(template: Template, context: Mapping[str, object], *, properties: DocumentProperties) -> bytes:
    """Return the document as the bytes of a DOCX.

    Raises:
        UnreadableInput: a tag asks for what the context does not have; with template, paragraph and tag.
    """
    return render_checked(template, context, properties=properties).value


def render_checked(
    template: Template, context: Mapping[str, object], *, properties: DocumentProperties
) -> Checked[bytes]:
    """Return the document and what was changed in its values to make it legal.

    Raises:
        UnreadableInput: as for `render`.
    """
    ledger = Ledger()
    roots = dict(render_parts(template.docx, template.tags, context, ledger))
    writer = Writer(Comments())
    parts = dict(template.parts)
    charts = _fill_charts(template, parts, roots, ledger)
    numbering = Numbering(template.parts, template.document)
    width = text_width(roots[template.document])
    tables = TableWriter(numbering.styles, writer, template.parts[template.document], width)
    blocks = BlockWriter(numbering, ListWriter(numbering), tables)
    flattened = _expand(template, roots, ledger, writer, blocks)
    if properties.paper is not None:
        _resize(roots[template.document], properties.paper)
    for name, root in roots.items():
        parts[name] = serialize_xml(root)
    types = opc.ContentTypes(parts)
    blocks.lists.write(parts, template.document, types)
    writer.comments.write(parts, template.document, types)
    write_properties(parts, types, properties)
    types.write(parts)
    location = TemplateLocation(template.name)
    damaged = tuple(kinds.CONTROL_CHARACTER.at(location, texto=shorten(text)) for text in ledger.damaged)
    told = tuple(kinds.FLATTENED.at(location, texto=shorten(text)) for text in flattened)
    return Checked(write_package(parts), (*charts, *damaged, *told))


def _fill_charts(
    template: Template, parts: dict[str, bytes], roots: Mapping[str, etree._Element], ledger: Ledger
) -> tuple[Problem, ...]:
    """Fill the charts and return what they could not show."""
    if not any(tag.is_chart for tags in template.tags.values() for tag in tags):
        return ()
    # Documents without charts do not need to know how they are filled.
    from cotaprep_docs.templating.chart_filling import ChartFiller  # noqa: PLC0415

    types = opc.ContentTypes(parts)
    filler = ChartFiller(parts, types, template.name)
    for name, root in roots.items():
        filler.fill(name, root, ledger)
    if filler.filled != len(ledger.charts):
        raise AssertionError(f"{len(ledger.charts)} charts named, {filler.filled} in the document")
    types.write(parts)
    return tuple(filler.problems)


def _expand(
    template: Template,
    roots: Mapping[str, etree._Element],
    ledger: Ledger,
    writer: Writer,
    blocks: BlockWriter,
) -> list[str]:
    """Put the values in their places and return the lists and tables that had room for their text only."""
    expander = Expander(ledger, writer, blocks)
    for name, root in roots.items():
        expander.expand(root, comments=name == template.document)
    for root in roots.values():
        tidy(root, writer)
    blocks.tables.settle()
    renumber_drawings(list(roots.values()))
    if expander.expanded != len(ledger.values):
        raise AssertionError(f"{len(ledger.values)} values printed, {expander.expanded} in the document")
    if writer.wrote_gap and GAP_STYLE not in styles_by_id(template.parts, template.document):
        raise UnreadableInput(kinds.MISSING_STYLE.at(TemplateLocation(template.name), estilo=GAP_STYLE))
    return expander.flattened


def _resize(root: etree._Element, paper: tuple[int, int]) -> None:
    for size in root.iter(qn("w:pgSz")):
        landscape = size.get(qn("w:orient")) == "landscape"
        size.set(qn("w:w"), str(paper[0]))
        size.set(qn("w:h"), str(paper[1]))
        size.attrib.pop(qn("w:code"), "")
        if landscape:
            turn(size)
