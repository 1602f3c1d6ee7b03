"""Fields that only the layout can compute, and a field while it is being read."""

from __future__ import annotations

from cotaprep_docs.ooxml.instruction import Instruction
from cotaprep_docs.pdf.model.content import PageField, PageReference, StyleReference
from cotaprep_docs.pdf.model.numbers import switch_format
from cotaprep_docs.pdf.model.style import CharProps
from cotaprep_docs.pdf.reader.parts import Source
from cotaprep_docs.pdf.reader.style_reference import style_candidates
from cotaprep_docs.pdf.reader.values import child_value
from cotaprep_docs.records import unchecked

ComputedField = PageField | PageReference | StyleReference


@unchecked(slots=True)
class OpenField:
    """A field being read: instruction, then result.

    Attributes:
        instruction: as written.
        in_result: its result has begun.
        replaced: its result is not shown, since we compute it.
        computed: what is shown instead.
        hidden: not even that is shown.
        contents: it is a table of contents.
        cached: the text of a result that is not shown.
        outer: the link around it, where it is a link itself.
    """

    instruction: str = ""
    in_result: bool = False
    replaced: bool = False
    computed: ComputedField | None = None
    hidden: bool = False
    contents: bool = False
    cached: str = ""
    outer: tuple[str, int] | None = None


def page_field(instruction: Instruction, props: CharProps) -> PageField | None:
    """Return the field of an instruction such as ``PAGE``, or None for a field of another kind."""
    form = switch_format(instruction.formats)
    if instruction.name == "PAGE":
        return PageField("PAGE", form, props)
    if instruction.name == "NUMPAGES":
        return PageField("NUMPAGES", form, props)
    if instruction.name == "SECTIONPAGES":
        return PageField("SECTIONPAGES", form, props)
    return None


def style_field(instruction: Instruction, props: CharProps, source: Source) -> StyleReference | None:
    """Return the running title of a header, or None where the document has no such paragraph style."""
    names = {name.strip().casefold() for name in style_candidates(instruction.argument)}
    for style in source.cascade.styles.styles.values():
        if style.kind == "paragraph" and child_value(style.element, "name").casefold() in names:
            source.running_styles.add(style.id)
            number = any(instruction.has(switch) for switch in (r"\n", r"\r", r"\w", r"\s"))
            return StyleReference(style.id, instruction.has(r"\l"), number, props)
    return None
