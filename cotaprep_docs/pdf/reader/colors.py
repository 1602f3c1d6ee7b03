"""Colours of DrawingML: those of the theme, made lighter and darker (ECMA-376 Part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
import dataclasses
from collections.abc import Mapping
from typing import Final

from lxml import etree

from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.pdf.reader.values import color, local, number
from cotaprep_docs.records import unchecked

_A: Final = "{" + NAMESPACES["a"] + "}"
# The theme of Office since 2013, for documents without one.
_OFFICE: Final[Mapping[str, str]] = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47",
    "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_MAPPED: Final = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_NAMED: Final = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF",
    "yellow": "FFFF00", "gray": "808080", "silver": "C0C0C0", "navy": "000080", "maroon": "800000",
    "teal": "008080", "purple": "800080", "olive": "808000", "lime": "00FF00", "aqua": "00FFFF",
    "fuchsia": "FF00FF", "ltGray": "D3D3D3", "lightGray": "D3D3D3", "dkGray": "A9A9A9",
    "darkGray": "A9A9A9", "grey": "808080", "orange": "FFA500",
}  # fmt: skip
_GREY: Final = "808080"
# How Office goes on when six colours are not enough: darker, lighter and so on.
_VARIANTS: Final = ((1.0, 0.0), (0.6, 0.0), (0.8, 0.2), (0.8, 0.0), (0.6, 0.4), (0.5, 0.0))


@unchecked(frozen=True, slots=True)
class Palette:
    """The colours of one document's theme."""

    theme: Mapping[str, str] = dataclasses.field(default_factory=lambda: dict(_OFFICE))

    def accent(self, index: int) -> str:
        """Return the colour Office gives the series or slice of that index."""
        modulation, offset = _VARIANTS[index // 6 % len(_VARIANTS)]
        return _lightness(self.theme[f"accent{index % 6 + 1}"], modulation, offset)

    def read(self, parent: etree._Element | None) -> str:
        """Return the colour an element holds, see-through ones as they look on white; empty for none."""
        element = None if parent is None else next(parent.iterchildren(_A + "*"), None)
        base = "" if element is None else self._base(element)
        return _modified(base, element) if element is not None and base else ""

    def _base(self, element: etree._Element) -> str:
        name, text = local(element), str(element.get("val", ""))
        if name == "srgbClr":
            return color(text)
        if name == "schemeClr":
            return self.theme.get(_MAPPED.get(text, text), "")
        if name == "sysClr":
            return color(element.get("lastClr"), "FFFFFF" if text == "window" else "000000")
        return _NAMED.get(text, _GREY) if name == "prstClr" else ""


def read_palette(theme: etree._Element | None) -> Palette:
    """Return the colours of a theme part; what it lacks is as in Office's own."""
    colors = dict(_OFFICE)
    scheme = None if theme is None else theme.find(f".//{_A}clrScheme")
    for element in () if scheme is None else scheme.iterchildren():
        found = Palette({}).read(element)
        if found:
            colors[local(element)] = found
    return Palette(colors)


def vml_color(text: str | None, default: str) -> str:
    """Return a colour of VML, such as ``#c00`` or ``red [2404]``; `default` where nothing is said."""
    word = (text or "").split(" ")[0].lower()
    if not word:
        return default
    if len(word) == 4 and word.startswith("#"):
        word = "#" + "".join(digit * 2 for digit in word[1:])
    return color(word.lstrip("#")) or _NAMED.get(word, default)


def _modified(digits: str, element: etree._Element) -> str:
    for change in element.iterchildren(_A + "*"):
        share = number(change.get("val"), 0) / 100_000
        name = local(change)
        if name == "lumMod":
            digits = _lightness(digits, share, 0.0)
        elif name == "lumOff":
            digits = _lightness(digits, 1.0, share)
        elif name in {"tint", "alpha"}:
            digits = _mixed(digits, share, 1.0)
        elif name == "shade":
            digits = _mixed(digits, share, 0.0)
    return digits


def _channels(digits: str) -> tuple[float, float, float]:
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def _digits(channels: tuple[float, float, float]) -> str:
    return "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02X}" for channel in channels)


def _lightness(digits: str, modulation: float, offset: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(digits))
    light = min(max(light * modulation + offset, 0.0), 1.0)
    return _digits(colorsys.hls_to_rgb(hue, light, saturation))


def _mixed(digits: str, share: float, other: float) -> str:
    red, green, blue = (channel * share + other * (1 - share) for channel in _channels(digits))
    return _digits((red, green, blue))
