"""List numbers: ``word/numbering.xml`` and the counters that run through the document."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.pdf.model.numbers import format_number
from cotaprep_docs.pdf.reader.properties import Partial, ThemeFonts, read_para_props, read_run_props
from cotaprep_docs.pdf.reader.values import W, attribute, child_value, number, on_off
from cotaprep_docs.records import unchecked

_PLACEHOLDER: Final = re.compile(r"%([1-9])")
# Word writes bullets as private-use characters of Symbol and Wingdings.
_SYMBOL_BULLETS: Final = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-", "\uf0a8": "□"}
)


@unchecked(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    start: int
    number_format: str
    text: str
    suffix: str
    align: str
    para: Partial
    run: Partial
    style: str
    restart: int | None
    legal: bool


@unchecked(frozen=True, slots=True)
class ListInstance:
    """A ``w:num``: an abstract definition with overrides of its own."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@unchecked(slots=True)
class Numbering:
    """The lists of a document and where their counters stand."""

    lists: Mapping[str, ListInstance]
    _counters: dict[str, list[int | None]] = dataclasses.field(default_factory=dict)
    _started: set[tuple[str, int]] = dataclasses.field(default_factory=set)

    def level(self, num_id: str, level: int) -> Level | None:
        """Return the definition of a level, or None where there is no such list."""
        instance = self.lists.get(num_id)
        return instance.levels.get(level) if instance else None

    def level_of_style(self, num_id: str, style: str) -> int:
        """Return the level linked to a paragraph style, 0 where none is."""
        instance = self.lists.get(num_id)
        levels = instance.levels.items() if instance else ()
        return next((index for index, level in levels if level.style == style), 0)

    def advance(self, num_id: str, level: int) -> str:
        """Count one more paragraph of a list and return its number's text."""
        instance = self.lists[num_id]
        counters = self._counters.setdefault(instance.abstract, [None] * 9)
        if level in instance.starts and (num_id, level) not in self._started:
            self._started.add((num_id, level))
            counters[level] = None
        self._count(instance, counters, level)
        return self._text(instance, counters, level)

    def _count(self, instance: ListInstance, counters: list[int | None], level: int) -> None:
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = self._start(instance, upper)
        current = counters[level]
        counters[level] = self._start(instance, level) if current is None else current + 1
        for deeper in range(level + 1, 9):
            definition = instance.levels.get(deeper)
            restart = definition.restart if definition else None
            if restart is None or (restart != 0 and level < restart):
                counters[deeper] = None

    def _start(self, instance: ListInstance, level: int) -> int:
        definition = instance.levels.get(level)
        return instance.starts.get(level, definition.start if definition else 1)

    def _text(self, instance: ListInstance, counters: list[int | None], level: int) -> str:
        definition = instance.levels[level]
        if definition.number_format == "bullet":
            return definition.text.translate(_SYMBOL_BULLETS)
        if definition.number_format == "none":
            return _PLACEHOLDER.sub("", definition.text)

        def value(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = instance.levels.get(index)
            form = "decimal" if definition.legal or other is None else other.number_format
            return format_number(counters[index] or 0, form)

        return _PLACEHOLDER.sub(value, definition.text)


def read_numbering(root: etree._Element | None, fonts: ThemeFonts) -> Numbering:
    """Return the lists of ``word/numbering.xml``."""
    if root is None:
        return Numbering({})
    abstracts = {attribute(e, "abstractNumId"): e for e in root.iterchildren(W + "abstractNum")}
    by_link = {child_value(e, "styleLink"): e for e in abstracts.values() if child_value(e, "styleLink")}
    definitions: dict[str, dict[int, Level]] = {}

    def levels_of(abstract: str) -> dict[int, Level]:
        if abstract not in definitions:
            element = abstracts.get(abstract)
            element = by_link.get(child_value(element, "numStyleLink"), element)
            definitions[abstract] = {} if element is None else _read_levels(element, fonts)
        return definitions[abstract]

    lists = {attribute(e, "numId"): _read_instance(e, levels_of, fonts) for e in root.iterchildren(W + "num")}
    return Numbering(lists)


def _read_instance(
    element: etree._Element, levels_of: Callable[[str], dict[int, Level]], fonts: ThemeFonts
) -> ListInstance:
    abstract = child_value(element, "abstractNumId")
    levels = dict(levels_of(abstract))
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        index = number(attribute(override, "ilvl"), 0, low=0, high=8)
        levels.update(_read_levels(override, fonts))
        start = child_value(override, "startOverride")
        if start:
            starts[index] = number(start, 1)
    return ListInstance(abstract, levels, starts)


def _read_levels(element: etree._Element, fonts: ThemeFonts) -> dict[int, Level]:
    return {
        number(attribute(e, "ilvl"), 0, low=0, high=8): _read_level(e, fonts)
        for e in element.iterchildren(W + "lvl")
    }


def _read_level(element: etree._Element, fonts: ThemeFonts) -> Level:
    restart = child_value(element, "lvlRestart")
    return Level(
        start=number(child_value(element, "start", "1"), 1),
        number_format=child_value(element, "numFmt", "decimal"),
        text=child_value(element, "lvlText"),
        suffix=child_value(element, "suff", "tab"),
        align=child_value(element, "lvlJc", "left"),
        para=read_para_props(element.find(W + "pPr")),
        run=read_run_props(element.find(W + "rPr"), fonts),
        style=child_value(element, "pStyle"),
        restart=number(restart, 0, low=0, high=9) if restart else None,
        legal=on_off(element.find(W + "isLgl")),
    )
