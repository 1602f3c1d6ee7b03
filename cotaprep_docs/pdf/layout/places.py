"""What stands on which page: bookmarks that page references ask for, titles that headers quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from cotaprep_docs.pdf.layout.boxes import Group, Item, Running, Target
from cotaprep_docs.pdf.layout.measure import Measurer
from cotaprep_docs.pdf.model.content import StyleReference
from cotaprep_docs.pdf.model.numbers import format_number
from cotaprep_docs.records import unchecked

Titles = Mapping[str, tuple[Running, Running]]
"""For each style, the first and the last of its paragraphs that a page quotes."""

_T = TypeVar("_T", Target, Running)


@unchecked(frozen=True, slots=True)
class PageNumber:
    """The number of a page and the format its section prints it in."""

    number: int
    number_format: str

    def text(self, form: str = "") -> str:
        """Return it in a format, or in its own."""
        return format_number(self.number, form or self.number_format)


def find_targets(pages: Sequence[Sequence[Item]], numbers: Sequence[PageNumber]) -> dict[str, PageNumber]:
    """Return the page of each bookmark, the first where a name comes twice."""
    found: dict[str, PageNumber] = {}
    for items, number in zip(pages, numbers, strict=True):
        for target in _walk(items, Target):
            found.setdefault(target.name, number)
    return found


def _walk(items: Sequence[Item], kind: type[_T]) -> Iterator[_T]:
    for item in items:
        if isinstance(item, Group):
            if not item.repeated:
                yield from _walk(item.items, kind)
        elif isinstance(item, kind):
            yield item


def set_references(measurer: Measurer, targets: Mapping[str, PageNumber]) -> bool:
    """Tell the measurer what page references say now; return whether that is what was measured."""
    settled = True
    for (target, form), shown in measurer.references_measured.items():
        if target in targets:
            text = targets[target].text(form)
            measurer.references[target, form] = text
            settled = settled and text == shown
    return settled


def running_titles(pages: Sequence[Sequence[Item]]) -> list[Titles]:
    """Return for each page what it quotes: its own paragraphs, else the last before, else the first after."""
    own: list[dict[str, tuple[Running, Running]]] = []
    for items in pages:
        found: dict[str, tuple[Running, Running]] = {}
        for mark in _walk(items, Running):
            found[mark.style] = (found.get(mark.style, (mark, mark))[0], mark)
        own.append(found)
    following: dict[str, tuple[Running, Running]] = {}
    for found in reversed(own):
        following = {**following, **{style: (first, first) for style, (first, _) in found.items()}}
    shown: list[Titles] = []
    before: dict[str, tuple[Running, Running]] = {}
    for found in own:
        shown.append({**following, **before, **found})
        before = {**before, **{style: (last, last) for style, (_, last) in found.items()}}
    return shown


def title_text(reference: StyleReference, titles: Titles) -> str:
    """Return what a running title says on a page; what the file says where no paragraph has its style."""
    if reference.style not in titles:
        return reference.cached
    mark = titles[reference.style][1 if reference.last else 0]
    return (mark.number.rstrip(".") or "0") if reference.number else mark.text
