"""How many tracked changes a person would count: neighbouring marks of one kind and author are one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn

_TEXT: Final = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
_OTHERS: Final = tuple(
    qn(f"w:{name}")
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
        "trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_PLAIN: Final = (qn("w:t"), qn("w:drawing"), qn("w:pict"))
_ROW_PROPS: Final = qn("w:trPr")
_Sign = tuple[str, str, str]
_UNTRACKED: Final[_Sign] = ("", "", "")


def count_changes(root: etree._Element) -> int:
    """Return how many changes a part holds, as the pane of revisions of Word lists them, more or less."""
    texts = sum(1 for sign, _ in itertools.groupby(_signs(root)) if sign != _UNTRACKED)
    return texts + sum(1 for _ in root.iter(*_OTHERS))


def _signs(root: etree._Element) -> Iterator[_Sign]:
    """Yield who inserted or deleted what, in order, and where text of nobody's stands between."""
    for paragraph in root.iter(qn("w:p"), qn("w:tr")):
        if paragraph.tag == qn("w:tr"):
            yield from (_sign(mark) for mark in paragraph.iterfind(f"{_ROW_PROPS}/*") if mark.tag in _TEXT)
            continue
        marks = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        end = [] if marks is None else [_sign(mark) for mark in marks if mark.tag in _TEXT]
        yield from _inside(paragraph)
        yield from end or [_UNTRACKED]


def _inside(paragraph: etree._Element) -> Iterator[_Sign]:
    for element in paragraph.iter(*_TEXT, *_PLAIN):
        parent = element.getparent()
        if element.tag in _PLAIN:
            if next(element.iterancestors(*_TEXT), None) is None:
                yield _UNTRACKED
        elif parent is not None and parent.tag != qn("w:rPr"):
            yield _sign(element)


def _sign(element: etree._Element) -> _Sign:
    return str(element.tag), element.get(qn("w:author"), ""), element.get(qn("w:date"), "")
