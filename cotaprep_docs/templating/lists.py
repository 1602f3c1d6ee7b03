"""Items of lists as Word writes them: a style of the template, and a numbering of its own for each list."""

from __future__ import annotations

import copy
import dataclasses
import re
from collections.abc import MutableMapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.elements import LIST_LEVELS, number_of
from cotaprep_docs.ooxml.names import NAMESPACES, qn
from cotaprep_docs.ooxml.package import parse_xml, serialize_xml
from cotaprep_docs.prose.prose import BULLETS, PLACE, Elemento, Marca
from cotaprep_docs.records import record
from cotaprep_docs.templating import parts as opc
from cotaprep_docs.templating.numbering import Numbering, left_of
from cotaprep_docs.templating.values import Item

_BULLET_STYLE: Final = "List Bullet"
_NUMBER_STYLE: Final = "List Number"
"""The names Word gives, in any language, to «Lista con viñetas» and «Lista con números»."""

_DEEPEST: Final = LIST_LEVELS - 1
_VAL: Final = qn("w:val")
_PART: Final = "word/numbering.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_FORMATS: Final = {
    Marca.VINETA: "bullet",
    Marca.NUMERO: "decimal",
    Marca.LETRA: "lowerLetter",
    Marca.LETRA_MAYUSCULA: "upperLetter",
    Marca.ROMANO: "lowerRoman",
    Marca.ROMANO_MAYUSCULA: "upperRoman",
    Marca.NUMERO_CON_CERO: "decimalZero",
}
# Where a template has no list styles: further in at each level, as far as those that come along.
_FIRST_INDENT: Final = 567
_STEP: Final = 425

_Look = tuple[Marca, str]


@record(slots=True)
class _Count:
    """A ``w:num`` in the making.

    Attributes:
        number: its id.
        looks: the kind of mark of each level, and its text.
        starts: where each level begins to count.
        counters: where each level stands.
        shown: how the number of each level reads there.
        skipped: levels without an item above one further in; programs do not agree on whether that counts.
    """

    number: int
    looks: dict[int, _Look] = dataclasses.field(default_factory=dict)
    starts: dict[int, int] = dataclasses.field(default_factory=dict)
    counters: dict[int, int] = dataclasses.field(default_factory=dict)
    shown: dict[int, str] = dataclasses.field(default_factory=dict)
    skipped: frozenset[int] = frozenset()

    def takes(self, level: int, item: Elemento) -> bool:
        """Count one more item; False where this list would give it another mark than its own."""
        patron = self._patron(level, item)
        look = (item.marca, patron)
        if self.looks.get(level, look) != look:
            return False
        if item.is_numerado and level in self.skipped:
            return False
        following = self.counters[level] + 1 if level in self.counters else self.starts.get(level)
        if item.is_numerado and following not in (None, item.numero):
            return False
        self.looks[level] = look
        if item.is_numerado:
            self.starts.setdefault(level, item.numero)
        self.counters = {deep: count for deep, count in self.counters.items() if deep < level}
        self.skipped = frozenset(range(level)) - frozenset(self.counters)
        self.counters[level] = item.numero
        self.shown = {deep: numeral for deep, numeral in self.shown.items() if deep < level}
        if item.is_numerado and item.marca in _FORMATS and level < len(item.cuentas):
            self.shown[level] = item.cuentas[level]
        return True

    def _patron(self, level: int, item: Elemento) -> str:
        """Return the text of an item's mark, with those numbers in it that programs would show differently.

        Where a list begins at an inner level, programs do not agree on what the outer ones show; what the
        words of a number are depends on the language of whoever opens the document.
        """

        def place(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index >= len(item.cuentas):
                return match[0]
            own = index == level and item.marca in _FORMATS
            return match[0] if own or self.shown.get(index) == item.cuentas[index] else item.cuentas[index]

        return PLACE.sub(place, item.patron)


class ListWriter:
    """Numbers the items of one document, in the order it meets them."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._first = numbering.next_number
        self._counts: list[_Count] = []
        self._lista = -1

    def properties(self, item: Item, tag: etree._Element | None) -> etree._Element:
        """Return the properties of an item's paragraph.

        Args:
            item: the item.
            tag: properties of the paragraph of the tag that prints it; the item goes as far in as that.
        """
        level = min(item.elemento.nivel, _DEEPEST)
        count = self._count(item, level)
        properties = etree.Element(qn("w:pPr"))
        style = self._numbering.styles.named(_NUMBER_STYLE if item.elemento.is_numerado else _BULLET_STYLE)
        own = tag.find(qn("w:pStyle")) if tag is not None else None
        if style:
            etree.SubElement(properties, qn("w:pStyle")).set(_VAL, style)
        elif own is not None:
            properties.append(copy.deepcopy(own))
        numbering = etree.SubElement(properties, qn("w:numPr"))
        etree.SubElement(numbering, qn("w:ilvl")).set(_VAL, str(level))
        etree.SubElement(numbering, qn("w:numId")).set(_VAL, str(count.number))
        base = self._numbering.indent_of(tag) if tag is not None else 0
        if base or not style:
            indent = copy.deepcopy(_indent_of(self._model(item.elemento.is_numerado, level), level))
            indent.set(qn("w:left"), str((left_of(indent) or 0) + base))
            indent.attrib.pop(qn("w:start"), "")
            properties.append(indent)
        return properties

    def write(self, parts: MutableMapping[str, bytes], document: str, types: opc.ContentTypes) -> None:
        """Put the numberings in the package, where any list was written."""
        if not self._counts:
            return
        name = opc.related_part(parts, document, opc.REL_NUMBERING)
        if name:
            root = parse_xml(parts[name], name)
        else:
            name = _PART
            root = etree.Element(qn("w:numbering"), nsmap={"w": NAMESPACES["w"]})
            opc.add_relationship(parts, document, opc.REL_NUMBERING, name)
            types.set(name, _TYPE)
        self._add(root)
        parts[name] = serialize_xml(root)

    def _count(self, item: Item, level: int) -> _Count:
        """Return the numbering an item belongs to: that of its list, or one more where that cannot go on."""
        if item.lista != self._lista or not self._counts[-1].takes(level, item.elemento):
            self._lista = item.lista
            self._counts.append(_Count(self._first + len(self._counts)))
            self._counts[-1].takes(level, item.elemento)
        return self._counts[-1]

    def _add(self, root: etree._Element) -> None:
        """Add definitions before the numberings, which refer to them, as the schema wants (17.9.17)."""
        known = [number_of(each.get(qn("w:abstractNumId"), "")) for each in root.iter(qn("w:abstractNum"))]
        following = max(known, default=-1) + 1
        definitions: dict[tuple[tuple[int, _Look], ...], int] = {}
        first = next(root.iter(qn("w:num")), None)
        last = root.find(qn("w:numIdMacAtCleanup"))
        for count in self._counts:
            look = tuple(sorted(count.looks.items(), key=lambda pair: pair[0]))
            if look not in definitions:
                definitions[look] = following + len(definitions)
                made = self._definition(definitions[look], count.looks)
                _insert(root, made, next(root.iter(qn("w:num")), None) if first is None else first)
            _insert(root, _num(count, definitions[look]), last)

    def _definition(self, number: int, looks: dict[int, _Look]) -> etree._Element:
        made = etree.Element(qn("w:abstractNum"))
        made.set(qn("w:abstractNumId"), str(number))
        etree.SubElement(made, qn("w:multiLevelType")).set(_VAL, "multilevel")
        # A level nobody uses has the look of the outermost: whoever edits the list may need it.
        outermost = looks[min(looks)]
        for level in range(LIST_LEVELS):
            marca, patron = looks.get(level, (outermost[0], ""))
            made.append(self._level(level, marca, patron))
        return made

    def _level(self, level: int, marca: Marca, patron: str) -> etree._Element:
        made = etree.Element(qn("w:lvl"))
        made.set(qn("w:ilvl"), str(level))
        model = self._model(marca is not Marca.VINETA, level)
        bullet = _text_of(model) or BULLETS[level % len(BULLETS)]
        text = bullet if marca is Marca.VINETA else patron or f"%{level + 1}."
        said = {"start": "1", "numFmt": _FORMATS.get(marca, "decimal"), "lvlText": text, "lvlJc": "left"}
        for name, value in said.items():
            etree.SubElement(made, qn(f"w:{name}")).set(_VAL, value)
        look = etree.SubElement(made, qn("w:pPr"))
        look.append(copy.deepcopy(_indent_of(model, level)))
        run = model.find(qn("w:rPr")) if model is not None else None
        if run is not None:
            made.append(copy.deepcopy(run))
        return made

    def _model(self, is_numbered: bool, level: int) -> etree._Element | None:  # noqa: FBT001
        """Return the level that the template's style of lists has, where there is one."""
        return self._numbering.level_of(_NUMBER_STYLE if is_numbered else _BULLET_STYLE, level)


def _indent_of(model: etree._Element | None, level: int) -> etree._Element:
    found = model.find(f"{qn('w:pPr')}/{qn('w:ind')}") if model is not None else None
    if found is not None:
        return found
    made = etree.Element(qn("w:ind"))
    made.set(qn("w:left"), str(_FIRST_INDENT + _STEP * level))
    made.set(qn("w:hanging"), str(_STEP))
    return made


def _text_of(model: etree._Element | None) -> str:
    is_bullet = model is not None and model.find(f"{qn('w:numFmt')}[@{_VAL}='bullet']") is not None
    text = model.find(qn("w:lvlText")) if model is not None and is_bullet else None
    return text.get(_VAL, "") if text is not None else ""


def _num(count: _Count, definition: int) -> etree._Element:
    made = etree.Element(qn("w:num"))
    made.set(qn("w:numId"), str(count.number))
    etree.SubElement(made, qn("w:abstractNumId")).set(_VAL, str(definition))
    for level, start in sorted(count.starts.items()):
        override = etree.SubElement(made, qn("w:lvlOverride"))
        override.set(qn("w:ilvl"), str(level))
        etree.SubElement(override, qn("w:startOverride")).set(_VAL, str(start))
    return made


def _insert(root: etree._Element, element: etree._Element, before: etree._Element | None) -> None:
    if before is None:
        root.append(element)
    else:
        before.addprevious(element)
