"""The lists of a Word file: which paragraphs are items, how deep, and the mark that Word shows there."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import qn
from cotaprep_docs.prose.prose import PLACE, Elemento, Marca, Prose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.numbers import MAX_ROMAN, roman
from cotaprep_docs.trackers.word_styles import Styles, number_of, value_of

_NUMBERING: Final = f"{qn('w:pPr')}/{qn('w:numPr')}"
_DEEPEST: Final = 8
_MAX_COUNT: Final = 32_767
_MAX_PATTERN: Final = 20
_MARKS: Final = {
    "bullet": Marca.VINETA,
    "lowerLetter": Marca.LETRA,
    "upperLetter": Marca.LETRA_MAYUSCULA,
    "lowerRoman": Marca.ROMANO,
    "upperRoman": Marca.ROMANO_MAYUSCULA,
}
BULLETS: Final = ("\N{BULLET}", "\N{EN DASH}")
"""How the bullets of each level read."""


@record(frozen=True, slots=True)
class _Level:
    marca: Marca | None = Marca.VINETA  # None: it looks like a paragraph
    patron: str = ""
    start: int = 1
    style: str = ""


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
        own = paragraph.find(_NUMBERING)
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
            del counts[deeper]
        counts[place.level] = number
        if definition.marca in (None, Marca.VINETA):
            return Elemento(content, BULLETS[place.nivel % len(BULLETS)], place.nivel)
        numerals = [self._numeral(place.lista, level, counts) for level in range(_DEEPEST + 1)]
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

    def _numeral(self, lista: str, level: int, counts: dict[int, int]) -> str:
        definition = self._level(lista, level)
        return _numeral(definition.marca, counts.get(level, definition.start))

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
                    levels[index] = _Level(old.marca, old.patron, first, old.style)
            self._levels[key] = levels
            restarts = any(override.find(qn("w:startOverride")) is not None for override in overrides)
            self._counted[key] = f"num {key}" if restarts else f"abstract {abstract}"


def _levels(element: etree._Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in element.iterfind(qn("w:lvl")) if element is not None else ():
        index = number_of(level.get(qn("w:ilvl"), ""), high=_DEEPEST)
        kind, text = value_of(level, "w:numFmt") or "decimal", value_of(level, "w:lvlText")
        start = number_of(value_of(level, "w:start"), 1, high=_MAX_COUNT)
        levels[index] = _Level(_mark(kind, text), _pattern(text, index), start, value_of(level, "w:pStyle"))
    return levels


def _mark(kind: str, text: str) -> Marca | None:
    """Return the kind of mark that a level has; one that shows nothing has none."""
    if kind == "none" or not text:
        return None
    return _MARKS.get(kind, Marca.NUMERO)


def _pattern(text: str, index: int) -> str:
    """Return what a level writes around its number; what it does not name, or at length, as Word's own."""
    if f"%{index + 1}" not in text or len(text) > _MAX_PATTERN:
        return f"%{index + 1}."
    return text


def _numeral(marca: Marca | None, number: int) -> str:
    if marca in (Marca.LETRA, Marca.LETRA_MAYUSCULA):
        # After «z» Word goes on with «aa», «bb».
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 10 + 1) if number else ""
        return letter.upper() if marca is Marca.LETRA_MAYUSCULA else letter
    if marca in (Marca.ROMANO, Marca.ROMANO_MAYUSCULA) and 0 < number <= MAX_ROMAN:
        return roman(number) if marca is Marca.ROMANO_MAYUSCULA else roman(number).lower()
    return str(number)
