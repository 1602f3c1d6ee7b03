"""Markers turned into what they stand for, in the rendered parts."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.templating.cleaning import remove_keeping_tail
from cotaprep_docs.templating.numbering import Numbering
from cotaprep_docs.templating.runs import Writer
from cotaprep_docs.templating.values import MARKER_START, Ledger, Paragraph

_P, _R, _T, _PPR, _RPR, _TAB = (qn(f"w:{name}") for name in ("p", "r", "t", "pPr", "rPr", "tab"))
_ONCE: Final = (qn("w:pageBreakBefore"), qn("w:framePr"))


class Expander:
    """Puts the values of one rendering in their places."""

    def __init__(self, ledger: Ledger, writer: Writer, numbering: Numbering) -> None:
        self._ledger = ledger
        self._writer = writer
        self._numbering = numbering
        self.expanded = 0

    def expand(self, root: etree._Element, *, comments: bool) -> None:
        """Replace the markers of a part; Word has no comments in headers, footers and notes."""
        for text in list(root.iter(_T)):
            content = text.text
            if content and content[0] == MARKER_START:
                self._expand_one(text, self._ledger.at(content), comments=comments)
                self.expanded += 1

    def _expand_one(self, text: etree._Element, paragraphs: tuple[Paragraph, ...], *, comments: bool) -> None:
        run = text.getparent()
        if run is None:
            return
        if len(paragraphs) == 1 and _is_plain(paragraphs[0]):
            text.text = str(paragraphs[0][0])
            return
        commented = comments and next(run.iterancestors(qn("w:txbxContent")), None) is None
        formatting = run.find(_RPR)
        written = [self._writer.write(each, formatting, comment=commented) for each in paragraphs]
        paragraph = run.getparent()
        if paragraph is not None and paragraph.tag == _P:
            self._spread(run, paragraph, written)
        else:
            _keep_together(run, written)

    def _spread(
        self, run: etree._Element, paragraph: etree._Element, written: list[list[etree._Element]]
    ) -> None:
        """Put each paragraph of a value in its own: the tag's, then copies of it."""
        for element in written[0] if written else ():
            run.addprevious(element)
        after = list(run.itersiblings())
        remove_keeping_tail(run)
        last = paragraph
        for elements in written[1:]:
            following = etree.Element(_P)
            properties = self._following_properties(paragraph)
            if properties is not None:
                following.append(properties)
            following.extend(elements)
            last.addnext(following)
            last = following
        if last is not paragraph:
            last.extend(after)
            _move_section_break(paragraph, last)

    def _following_properties(self, paragraph: etree._Element) -> etree._Element | None:
        own = paragraph.find(_PPR)
        if own is None:
            return None
        properties = copy.deepcopy(own)
        for name in (*_ONCE, qn("w:sectPr")):
            for element in properties.findall(name):
                properties.remove(element)
        self._numbering.silence(properties)
        return properties


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
