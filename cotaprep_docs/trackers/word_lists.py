"""The lists of a Word file: which paragraphs are items, how deep, and the mark that Word shows there."""

from __future__ import annotations

import dataclasses
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import LIST_LEVELS, number_of, switch_of, value_of
from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.ooxml.styles import NUMBERING
from cotaprep_docs.prose.prose import BULLETS, PLACE, Elemento, Marca, Prose
from cotaprep_docs.records import record
from cotaprep_docs.trackers.word_numerals import MARKS, read_numeral
from cotaprep_docs.trackers.word_styles import Styles

_DEEPEST: Final = LIST_LEVELS - 1
_MAX_COUNT: Final = 32_767
_MAX_PATTERN: Final = 255
"""More characters than Word lets anybody type there."""


@record(frozen=True, slots=True)
class _Level:
    """What a level of a list looks like.

    Attributes:
        marca: the kind of its mark; None where it looks like a paragraph.
        patron: the text of its mark.
        start: its first number.
        style: the style of paragraph that is of this level.
        restart: it begins anew after an item of a level before this one.
        is_legal: whether it says all numbers in figures.
        lost: what its mark has that a document has not.
    """

    marca: Marca | None = Marca.VINETA
    patron: str = ""
    start: int = 1
    style: str = ""
    restart: int = _DEEPEST
    is_legal: bool = False
    lost: str = ""


@record(frozen=True, slots=True)
class Position:
    """Where a paragraph is in the lists of its file: which one and how deep."""

    lista: str
    nivel: int
    level: int


class Lists:
    """The numbering of a file, and where its counts stand in the text being read."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counted: dict[str, str] = {}  # numberings that share a definition go on with one count
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)

    def restart(self) -> None:
        """Begin to count anew: each text has its own numbers."""
        self._counts.clear()

    def position(self, paragraph: etree._Element) -> Position | None:
        """Return where a paragraph is in a list; None where it is no item."""
        own = paragraph.find(NUMBERING)
        style = value_of(paragraph, "w:pPr", "w:pStyle")
        inherited = self._styles.numbering(style)
        numbering = own if own is not None else inherited[0] if inherited is not None else None
        if numbering is None:
            return None
        lista = value_of(numbering, "w:numId") or (value_of(inherited[0], "w:numId") if inherited else "")
        if lista in ("", "0"):
            return None
        said = value_of(numbering, "w:ilvl")
        level = number_of(said, high=_DEEPEST)
        if inherited is not None and not said:
            levels = self._levels.get(lista, {})
            level = next((index for index, each in levels.items() if each.style == inherited[1]), 0)
        if self._level(lista, level).marca is None:
            return None
        return Position(lista, max(level, self._styles.depth(style)), level)

    def item(self, place: Position, content: Prose) -> Elemento:
        """Count one more item and return it."""
        definition = self._level(place.lista, place.level)
        counts = self._counts.setdefault(self._counted.get(place.lista, place.lista), {})
        number = min(counts.get(place.level, definition.start - 1) + 1, _MAX_COUNT)
        for deeper in [level for level in counts if level > place.level]:
            if place.level < self._level(place.lista, deeper).restart:
                del counts[deeper]
        counts[place.level] = number
        if definition.marca in (None, Marca.VINETA):
            return Elemento(content, BULLETS[place.nivel % len(BULLETS)], place.nivel)
        numerals = [self._numeral(place, level, counts) for level in range(LIST_LEVELS)]
        # The level in the file is that in the text, or some further out.
        moved = place.nivel - place.level
        return Elemento(
            content,
            PLACE.sub(lambda match: numerals[int(match[1]) - 1], definition.patron),
            place.nivel,
            definition.marca,
            PLACE.sub(
                lambda match: (
                    f"%{int(match[1]) + moved}"
                    if int(match[1]) <= place.level + 1
                    else numerals[int(match[1]) - 1]
                ),
                definition.patron,
            ),
            number,
            (*("",) * moved, *numerals[: place.level + 1]),
        )

    def lost(self, place: Position) -> tuple[str, ...]:
        """Return what the mark of an item has that a document has not, as a person calls it."""
        lost = self._level(place.lista, place.level).lost
        return (lost,) if lost else ()

    def _numeral(self, place: Position, level: int, counts: dict[int, int]) -> str:
        definition = self._level(place.lista, level)
        marca = Marca.NUMERO if self._level(place.lista, place.level).is_legal else definition.marca
        return read_numeral(marca, counts.get(level, definition.start))

    def _level(self, lista: str, level: int) -> _Level:
        return self._levels.get(lista, {}).get(level, _Level())

    def _read(self, root: etree._Element) -> None:
        abstracts = {each.get(qn("w:abstractNumId"), ""): each for each in root.iterfind(qn("w:abstractNum"))}
        linked = {value_of(each, "w:styleLink"): each for each in abstracts.values()}
        read: dict[str, dict[int, _Level]] = {}
        for number in root.iterfind(qn("w:num")):
            key, abstract = number.get(qn("w:numId"), ""), value_of(number, "w:abstractNumId")
            if abstract not in read:
                element = abstracts.get(abstract)
                link = value_of(element, "w:numStyleLink") if element is not None else ""
                read[abstract] = _levels(linked.get(link, element) if link else element)
            levels = dict(read[abstract])
            overrides = list(number.iterfind(qn("w:lvlOverride")))
            for override in overrides:
                index = number_of(override.get(qn("w:ilvl"), ""), high=_DEEPEST)
                levels |= _levels(override)
                start = value_of(override, "w:startOverride")
                if start:
                    old = levels.get(index, _Level())
                    first = number_of(start, 1, high=_MAX_COUNT)
                    levels[index] = dataclasses.replace(old, start=first)
            self._levels[key] = levels
            restarts = any(override.find(qn("w:startOverride")) is not None for override in overrides)
            self._counted[key] = f"num {key}" if restarts else f"abstract {abstract}"


def _levels(element: etree._Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in element.iterfind(qn("w:lvl")) if element is not None else ():
        index = number_of(level.get(qn("w:ilvl"), ""), high=_DEEPEST)
        levels[index] = _definition(level, index)
    return levels


def _definition(level: etree._Element, index: int) -> _Level:
    text = value_of(level, "w:lvlText")
    # A format with an example of its own stands beside another for older programs.
    is_custom = level.find(qn("mc:AlternateContent")) is not None
    kind = value_of(level, "w:numFmt") or ("custom" if is_custom else "decimal")
    is_legal = switch_of(level, "w:isLgl") is True
    if kind == "none" or not text:
        marca, lost = None, ""  # it looks like a paragraph
    else:
        marca = MARKS.get(kind, Marca.NUMERO)
        lost = "" if kind in MARKS else "una numeración que no es de cifras, letras ni palabras"
    if marca is not Marca.VINETA and len(text) > _MAX_PATTERN:
        text, lost = f"%{index + 1}.", "una numeración con un texto demasiado largo"
    return _Level(
        Marca.NUMERO if is_legal and marca not in (None, Marca.VINETA) else marca,
        text,
        number_of(value_of(level, "w:start"), 1, high=_MAX_COUNT),
        value_of(level, "w:pStyle"),
        number_of(value_of(level, "w:lvlRestart"), index, high=_DEEPEST),
        is_legal,
        lost,
    )
