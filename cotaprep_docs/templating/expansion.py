"""Markers turned into what they stand for, in the rendered parts."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.records import record
from cotaprep_docs.templating.cleaning import remove_keeping_tail
from cotaprep_docs.templating.lists import ListWriter
from cotaprep_docs.templating.numbering import Numbering
from cotaprep_docs.templating.runs import Writer
from cotaprep_docs.templating.styles import keep_with_next
from cotaprep_docs.templating.tables import TableWriter
from cotaprep_docs.templating.values import BLANKS, MARKER_START, Block, Grid, Item, Ledger, Paragraph

_P, _R, _T, _PPR, _RPR, _TAB = (qn(f"w:{name}") for name in ("p", "r", "t", "pPr", "rPr", "tab"))
_ONCE: Final = (qn("w:pageBreakBefore"), qn("w:framePr"))
# Where a list would look like part of something else, and a table has no room.
_NARROW: Final = (qn("w:tc"), qn("w:txbxContent"))


@record(frozen=True, slots=True)
class BlockWriter:
    """What writes that which is more than runs: the lists and tables of one document."""

    numbering: Numbering
    lists: ListWriter
    tables: TableWriter


class Expander:
    """Puts the values of one rendering in their places.

    Attributes:
        expanded: how many values it has put in their places.
        flattened: the lists and tables that stand as text, since only text had room there.
    """

    def __init__(self, ledger: Ledger, writer: Writer, blocks: BlockWriter) -> None:
        self._ledger = ledger
        self._writer = writer
        self._blocks = blocks
        self.expanded = 0
        self.flattened: list[str] = []

    def expand(self, root: etree._Element, *, comments: bool) -> None:
        """Replace the markers of a part; Word has no comments in headers, footers and notes."""
        for text in list(root.iter(_T)):
            content = text.text
            if content and content[0] == MARKER_START:
                self._expand_one(text, content, comments=comments)
                self.expanded += 1

    def _expand_one(self, text: etree._Element, marker: str, *, comments: bool) -> None:
        blocks, run = self._ledger.at(marker), text.getparent()
        if run is None:
            return
        paragraphs = tuple(block for block in blocks if isinstance(block, tuple))
        if len(paragraphs) < len(blocks) and (not comments or self._is_inline(run)):
            self.flattened.append(self._ledger.first_block_at(marker))
            blocks = paragraphs = self._ledger.text_at(marker)
        if len(paragraphs) == len(blocks) == 1 and _is_plain(paragraphs[0]):
            text.text = str(paragraphs[0][0])
            return
        commented = comments and next(run.iterancestors(qn("w:txbxContent")), None) is None
        formatting = run.find(_RPR)
        paragraph = run.getparent()
        if paragraph is not None and paragraph.tag == _P:
            self._spread(run, paragraph, blocks, comment=commented)
        else:
            _keep_together(
                run, [self._writer.write(each, formatting, comment=commented) for each in paragraphs]
            )

    def _is_inline(self, run: etree._Element) -> bool:
        """Whether a value is within a sentence, a link, a cell or a text box."""
        paragraph = run.getparent()
        if paragraph is None or paragraph.tag != _P or next(run.iterancestors(*_NARROW), None) is not None:
            return True
        return any(self._says(text.text or "") for after in run.itersiblings() for text in after.iter(_T))

    def _says(self, text: str) -> bool:
        return bool(self._ledger.at(text)) if text[:1] == MARKER_START else bool(text.strip(BLANKS))

    def _spread(
        self, run: etree._Element, paragraph: etree._Element, blocks: tuple[Block, ...], *, comment: bool
    ) -> None:
        """Put each block of a value in its place: the tag's paragraph, then others below it."""
        formatting = run.find(_RPR)
        is_numbered = _has_tab(run)
        rest = blocks
        if blocks and isinstance(blocks[0], tuple):
            rest = blocks[1:]
            for element in self._writer.write(blocks[0], formatting, comment=comment):
                run.addprevious(element)
        after = list(run.itersiblings())
        remove_keeping_tail(run)
        last = paragraph
        for block in rest:
            element = self._following(block, paragraph, formatting, comment=comment, is_numbered=is_numbered)
            if isinstance(block, Item) and last.tag == _P and _presents(last):
                keep_with_next(last)
            last.addnext(element)
            last = element
        if last is not paragraph:
            if last.tag != _P and (after or paragraph.find(f"{_PPR}/{qn('w:sectPr')}") is not None):
                closing = etree.Element(_P)
                properties = self._following_properties(paragraph, is_numbered=is_numbered)
                closing.append(etree.Element(_PPR) if properties is None else properties)
                last.addnext(closing)
                last = closing
            last.extend(after)
            if last.tag == _P:
                _move_section_break(paragraph, last)

    def _following(
        self,
        block: Block,
        paragraph: etree._Element,
        formatting: etree._Element | None,
        *,
        comment: bool,
        is_numbered: bool,
    ) -> etree._Element:
        if isinstance(block, Grid):
            return self._blocks.tables.table(block, comment=comment)
        following = etree.Element(_P)
        if isinstance(block, Item):
            following.append(self._blocks.lists.properties(block, paragraph.find(_PPR)))
        else:
            properties = self._following_properties(paragraph, is_numbered=is_numbered)
            if properties is not None:
                following.append(properties)
        content = block.paragraph if isinstance(block, Item) else block
        following.extend(self._writer.write(content, formatting, comment=comment))
        return following

    def _following_properties(self, paragraph: etree._Element, *, is_numbered: bool) -> etree._Element | None:
        own = paragraph.find(_PPR)
        if own is None:
            return None
        properties = copy.deepcopy(own)
        for name in (*_ONCE, qn("w:sectPr")):
            for element in properties.findall(name):
                properties.remove(element)
        self._blocks.numbering.silence(properties)
        if is_numbered:
            self._blocks.numbering.straighten(properties)
        return properties


def _presents(paragraph: etree._Element) -> bool:
    """Whether a paragraph says that something follows, as one that ends with a colon does."""
    said = "".join(text.text or "" for text in paragraph.iter(_T))
    return said.rstrip().endswith(":")


def _has_tab(run: etree._Element) -> bool:
    """Whether a tab stands before a run: then what is before that is a number or the like."""
    # The properties of a paragraph name its tab stops alike.
    runs = (each for each in run.itersiblings(preceding=True) if each.tag != _PPR)
    return any(next(each.iter(_TAB), None) is not None for each in runs)


def _is_plain(paragraph: Paragraph) -> bool:
    return len(paragraph) == 1 and isinstance(paragraph[0], str) and "\t" not in paragraph[0]


def _keep_together(run: etree._Element, written: list[list[etree._Element]]) -> None:
    """Put a value where no paragraph can begin (inside a link): line breaks stand for paragraphs."""
    for number, elements in enumerate(written):
        if number:
            line_break = etree.Element(_R)
            etree.SubElement(line_break, qn("w:br"))
            run.addprevious(line_break)
        for element in elements:
            run.addprevious(element)
    remove_keeping_tail(run)


def _move_section_break(first: etree._Element, last: etree._Element) -> None:
    section = first.find(f"{_PPR}/{qn('w:sectPr')}")
    properties = last.find(_PPR)
    if section is not None and properties is not None:
        changes = properties.find(qn("w:pPrChange"))
        if changes is None:
            properties.append(section)
        else:
            changes.addprevious(section)
