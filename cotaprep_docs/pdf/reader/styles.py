"""The style cascade: document defaults, table, paragraph and character styles (Part 1, 17.7.2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from lxml import etree

from cotaprep_docs.pdf.reader.properties import (
    TOGGLES,
    Partial,
    ThemeFonts,
    merge,
    read_para_props,
    read_run_props,
)
from cotaprep_docs.pdf.reader.values import W, attribute, child_value
from cotaprep_docs.records import unchecked

_MAX_DEPTH = 30  # Word allows 11; a ring of styles must end


@unchecked(frozen=True, slots=True)
class Style:
    """One style as written: its own properties only."""

    id: str
    kind: str
    based_on: str
    para: Partial
    run: Partial
    element: etree._Element


@unchecked(slots=True)
class Styles:
    """All styles of a document, with what they inherit computed once.

    Attributes:
        styles: styles by id.
        para_defaults: of ``w:docDefaults``.
        run_defaults: of ``w:docDefaults``.
        default_ids: id of the default style by kind.
    """

    styles: Mapping[str, Style]
    para_defaults: Partial
    run_defaults: Partial
    default_ids: Mapping[str, str]
    _chains: dict[str, tuple[Style, ...]] = dataclasses.field(default_factory=dict)
    _runs: dict[str, Partial] = dataclasses.field(default_factory=dict)
    _titles: dict[str, bool] = dataclasses.field(default_factory=dict)

    def chain(self, style_id: str) -> tuple[Style, ...]:
        """Return a style and those it is based on, the base first; a ring is cut."""
        known = self._chains.get(style_id)
        if known is not None:
            return known
        chain: list[Style] = []
        current = style_id
        while current in self.styles and len(chain) < _MAX_DEPTH:
            style = self.styles[current]
            if style in chain:
                break
            chain.append(style)
            current = style.based_on
        self._chains[style_id] = tuple(reversed(chain))
        return self._chains[style_id]

    def run(self, style_id: str) -> Partial:
        """Return the run properties of a style with those it inherits."""
        if style_id not in self._runs:
            merged: Partial = {}
            for style in self.chain(style_id):
                merged = merge(merged, style.run)
            self._runs[style_id] = merged
        return self._runs[style_id]

    def is_title(self, style_id: str) -> bool:
        """Tell whether a style is Word's Title, which has that name in every language, or based on it."""
        if style_id not in self._titles:
            names = (child_value(style.element, "name") for style in self.chain(style_id))
            self._titles[style_id] = any(name.lower() == "title" for name in names)
        return self._titles[style_id]


def combine_toggles(levels: list[Partial]) -> Partial:
    """Return the levels merged; a toggle that two levels of styles set cancels out."""
    merged: Partial = {}
    for level in levels:
        for name, value in level.items():
            if name in TOGGLES:
                merged[name] = merged.get(name, False) != bool(value)
            else:
                merged[name] = value
    return merged


def read_styles(root: etree._Element | None, fonts: ThemeFonts) -> Styles:
    """Return the styles of ``word/styles.xml``."""
    if root is None:
        return Styles({}, {}, {}, {})
    defaults = root.find(W + "docDefaults")
    run_default = para_default = None
    if defaults is not None:
        run_default = defaults.find(f"{W}rPrDefault/{W}rPr")
        para_default = defaults.find(f"{W}pPrDefault/{W}pPr")
    styles: dict[str, Style] = {}
    default_ids: dict[str, str] = {}
    for element in root.iterchildren(W + "style"):
        style = _read_style(element, fonts)
        styles.setdefault(style.id, style)
        if attribute(element, "default").lower() in {"1", "true", "on"}:
            default_ids.setdefault(style.kind, style.id)
    return Styles(styles, read_para_props(para_default), read_run_props(run_default, fonts), default_ids)


def _read_style(element: etree._Element, fonts: ThemeFonts) -> Style:
    return Style(
        attribute(element, "styleId"),
        attribute(element, "type", "paragraph"),
        child_value(element, "basedOn"),
        read_para_props(element.find(W + "pPr")),
        read_run_props(element.find(W + "rPr"), fonts),
        element,
    )
