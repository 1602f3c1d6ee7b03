"""Whether the blocks of a part close, in order, and where they opened."""

from __future__ import annotations

from lxml import etree

from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record
from cotaprep_docs.templating import problem_kinds as kinds
from cotaprep_docs.templating.tags import CLOSING, MIDDLE, OPENING, Keyword, Tag


@record(slots=True)
class _Open:
    tag: Tag
    container: etree._Element
    has_else: bool = False


class BlockChecker:
    """Takes the block tags of a part in reading order, each with the element that holds it.

    A block must open and close in one element: only then does dropping or repeating it leave whole
    paragraphs and rows.
    """

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._problems: list[Problem] = []

    def add(self, tag: Tag, container: etree._Element) -> None:
        """Take the next tag."""
        if tag.keyword in OPENING:
            self._open.append(_Open(tag, container))
        elif tag.keyword in MIDDLE:
            self._continue(tag, container)
        elif tag.keyword in CLOSING:
            self._close(tag, container)

    def finish(self) -> tuple[Problem, ...]:
        """Return all that is wrong, the blocks still open included."""
        for block in self._open:
            closing = OPENING[block.tag.keyword]
            problem = kinds.BLOCK_NOT_CLOSED.at(block.tag.location, etiqueta=block.tag.typed, cierre=closing)
            self._problems.append(problem)
        self._open = []
        return tuple(self._problems)

    def _continue(self, tag: Tag, container: etree._Element) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.tag.keyword is not Keyword.IF or block.has_else:
            self._problems.append(kinds.BLOCK_NOT_OPENED.at(tag.location, etiqueta=tag.typed))
            return
        block.has_else = tag.keyword is Keyword.ELSE
        self._check_container(tag, container, block)

    def _close(self, tag: Tag, container: etree._Element) -> None:
        wanted = CLOSING[tag.keyword]
        if all(block.tag.keyword is not wanted for block in self._open):
            self._problems.append(kinds.BLOCK_NOT_OPENED.at(tag.location, etiqueta=tag.typed))
            return
        # An inner block left open is said once; the outer one is then taken as closed properly.
        while self._open[-1].tag.keyword is not wanted:
            inner = self._open.pop()
            self._problems.append(
                kinds.BLOCK_MISMATCH.at(
                    tag.location,
                    related=(inner.tag.location,),
                    etiqueta=tag.typed,
                    abierto=inner.tag.typed,
                    cierre=OPENING[inner.tag.keyword],
                )
            )
        self._check_container(tag, container, self._open.pop())

    def _check_container(self, tag: Tag, container: etree._Element, block: _Open) -> None:
        if block.container is not container:
            self._problems.append(
                kinds.BLOCK_ACROSS.at(
                    tag.location,
                    related=(block.tag.location,),
                    etiqueta=tag.typed,
                    abierto=block.tag.typed,
                )
            )
