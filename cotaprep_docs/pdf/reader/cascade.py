"""From partial properties to resolved ones: defaults, styles, lists, then what is said directly."""

from __future__ import annotations

import dataclasses
from typing import Any

from cotaprep_docs.pdf.model.style import CharProps, ParaProps, TabStop
from cotaprep_docs.pdf.reader.numbering import Level, Numbering
from cotaprep_docs.pdf.reader.properties import TOGGLES, Partial, merge
from cotaprep_docs.pdf.reader.styles import Styles, combine_toggles
from cotaprep_docs.records import unchecked

_PARA_FIELDS = frozenset(field.name for field in dataclasses.fields(ParaProps))


@unchecked(frozen=True, slots=True)
class TableStyling:
    """What a table style gives to the paragraphs of one cell."""

    para: Partial = dataclasses.field(default_factory=dict)
    run: Partial = dataclasses.field(default_factory=dict)


NO_TABLE = TableStyling()


@unchecked(frozen=True, slots=True)
class ParaContext:
    """What the runs of a paragraph inherit: its style, and the table around it."""

    style: str
    table: TableStyling


@unchecked(slots=True)
class Cascade:
    """Resolves properties of one document, each combination once."""

    styles: Styles
    numbering: Numbering
    _chars: dict[tuple[Any, ...], CharProps] = dataclasses.field(default_factory=dict)

    def chars(self, context: ParaContext, char_style: str, *direct: Partial) -> CharProps:
        """Return the formatting of a run; later `direct` properties win."""
        said: Partial = {}
        for partial in direct:
            said.update(partial)
        key = (context.style, id(context.table), char_style, *said.items())
        known = self._chars.get(key)
        if known is None:
            known = self._chars[key] = self._resolve(context, char_style, said)
        return known

    def _resolve(self, context: ParaContext, char_style: str, said: Partial) -> CharProps:
        levels = [context.table.run, self.styles.run(context.style), self.styles.run(char_style)]
        merged = dict(self.styles.run_defaults)
        for name, value in combine_toggles(levels).items():
            merged[name] = bool(value or merged.get(name)) if name in TOGGLES else value
        merged.update(said)
        return CharProps(**merged)

    def para(self, direct: Partial, table: TableStyling) -> tuple[ParaProps, ParaContext, str, int]:
        """Return a paragraph's formatting, what its runs inherit, and its list and level (or ``""``, 0)."""
        style = direct.get("style") or self.styles.default_ids.get("paragraph", "")
        merged = merge(self.styles.para_defaults, table.para)
        num_id, level = "", 0
        for link in self.styles.chain(style):
            merged, num_id, level = self._add_level(merged, link.para, (num_id, level), link.id)
        merged, num_id, level = self._add_level(merged, direct, (num_id, level), "")
        return self._build(merged, style), ParaContext(style, table), num_id, level

    def _add_level(
        self, base: Partial, over: Partial, inherited: tuple[str, int], style: str
    ) -> tuple[Partial, str, int]:
        # The list's indents stand under those said at the place where the list is named.
        num_id, level = over.get("num_id", inherited[0]), over.get("level")
        if "num_id" not in over and level is None:
            return merge(base, over), *inherited
        if level is None:
            level = self.numbering.level_of_style(num_id, style) if style else inherited[1]
        definition = self.numbering.level(num_id, level)
        if definition is None:
            return merge(base, over), "", 0
        return merge(merge(base, definition.para), over), num_id, level

    @staticmethod
    def _build(merged: Partial, style: str) -> ParaProps:
        known = {name: value for name, value in merged.items() if name in _PARA_FIELDS}
        stops: dict[int, TabStop | None] = merged.get("tabs", {})
        known["tabs"] = tuple(stop for _, stop in sorted(stops.items(), key=lambda pair: pair[0]) if stop)
        known["style"] = style
        return ParaProps(**known)

    def definition(self, num_id: str, level: int) -> Level | None:
        """Return the list level of a paragraph."""
        return self.numbering.level(num_id, level) if num_id else None
