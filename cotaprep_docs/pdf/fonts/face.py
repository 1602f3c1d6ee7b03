"""One TrueType face: metrics and widths, read straight from its tables (OpenType 1.9)."""

from __future__ import annotations

import functools
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.records import unchecked

_USE_TYPO_METRICS: Final = 1 << 7
_STAND_INS: Final = (0x25A1, 0xFFFD, 0x3F)  # a white square, the replacement character, a question mark


class BadFont(Exception):
    """The file is no TrueType font we can measure and embed."""


@unchecked(frozen=True, slots=True, eq=False)
class Face:
    """Metrics of one face.

    Attributes:
        path: the font file.
        units: font units per em.
        ascent: above the baseline, in font units.
        descent: below the baseline, positive.
        gap: extra line gap of the ``hhea`` table.
        underline: distance of the underline below the baseline, positive, and its thickness.
        widths: advance by character code; codes absent have no glyph.
        stand_in: code of the character shown for one the font lacks.
        missing: its advance.
    """

    path: str
    units: int
    ascent: int
    descent: int
    gap: int
    underline: tuple[int, int]
    widths: Mapping[int, int]
    stand_in: int
    missing: int

    def width(self, text: str) -> int:
        """Return the advance of a text in font units."""
        get, missing = self.widths.get, self.missing
        return sum([get(ord(character), missing) for character in text])

    def lacks(self, text: str) -> str:
        """Return the first character without a glyph, or empty."""
        return next((c for c in text if ord(c) not in self.widths and not c.isspace()), "")


@functools.lru_cache(maxsize=64)
def read_face(path: str) -> Face:
    """Return a face, parsed once per process.

    Raises:
        BadFont: the file cannot be read, or its outlines are not TrueType.
    """
    try:
        return _parse(path, Path(path).read_bytes())
    except (OSError, struct.error, KeyError, IndexError, ZeroDivisionError) as error:
        raise BadFont(path) from error


def _parse(path: str, data: bytes) -> Face:
    tables = _directory(data)
    if "glyf" not in tables:
        raise BadFont(path)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    ascent, descent, gap = _vertical(data, tables)
    position, thickness = struct.unpack_from(">hh", data, tables["post"] + 8)
    (long_metrics,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    advances = struct.unpack_from(f">{long_metrics * 2}H", data, tables["hmtx"])[::2]
    last = advances[-1]
    glyphs = _character_map(data, tables["cmap"])
    widths = {code: advances[glyph] if glyph < long_metrics else last for code, glyph in glyphs.items()}
    # Not the glyph fonts have for that, .notdef, which PDF/A forbids to show (ISO 19005-2, 6.2.11.8).
    stand_in = next((code for code in _STAND_INS if code in widths), min(widths))
    missing = widths[stand_in]
    return Face(path, units, ascent, descent, gap, (-position, thickness), widths, stand_in, missing)


def _directory(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in entries}


def _vertical(data: bytes, tables: Mapping[str, int]) -> tuple[int, int, int]:
    """Return ascent, descent and gap as LibreOffice and Word choose them."""
    ascent, descent, gap = struct.unpack_from(">hhh", data, tables["hhea"] + 4)
    descent = -descent
    if "OS/2" not in tables:
        return ascent, descent, gap
    base = tables["OS/2"]
    (selection,) = struct.unpack_from(">H", data, base + 62)
    typo_ascent, typo_descent, typo_gap, win_ascent, win_descent = struct.unpack_from(
        ">hhhHH", data, base + 68
    )
    if selection & _USE_TYPO_METRICS and (typo_ascent or typo_descent):
        return typo_ascent, -typo_descent, typo_gap
    if ascent + descent == 0:
        return win_ascent, win_descent, 0
    return ascent, descent, gap


def _character_map(data: bytes, base: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">H", data, base + 2)
    chosen, rank = 0, -1
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, base + 4 + 8 * index)
        (form,) = struct.unpack_from(">H", data, base + offset)
        score = {(3, 10): 3, (0, 4): 2, (3, 1): 2, (0, 3): 1, (3, 0): 0}.get((platform, encoding), -1)
        if form in {4, 12} and score > rank:
            chosen, rank = base + offset, score
    if rank < 0:
        raise BadFont
    (form,) = struct.unpack_from(">H", data, chosen)
    return _format_4(data, chosen) if form == 4 else _format_12(data, chosen)


def _format_4(data: bytes, base: int) -> dict[int, int]:
    (doubled,) = struct.unpack_from(">H", data, base + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, base + 14)
    starts = struct.unpack_from(f">{count}H", data, base + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", data, base + 16 + 2 * doubled)
    offsets_at = base + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    glyphs: dict[int, int] = {}
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start == 0xFFFF:
            continue
        if offsets[index] == 0:
            glyphs.update((code, (code + deltas[index]) & 0xFFFF) for code in range(start, end + 1))
            continue
        at = offsets_at + 2 * index + offsets[index]
        ids = struct.unpack_from(f">{end - start + 1}H", data, at)
        glyphs.update(
            (start + step, (glyph + deltas[index]) & 0xFFFF) for step, glyph in enumerate(ids) if glyph
        )
    return {code: glyph for code, glyph in glyphs.items() if glyph}


def _format_12(data: bytes, base: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">L", data, base + 12)
    glyphs: dict[int, int] = {}
    for index in range(min(count, 20_000)):
        start, end, first = struct.unpack_from(">LLL", data, base + 16 + 12 * index)
        glyphs.update((code, first + code - start) for code in range(start, min(end, 0x10FFFF) + 1))
    return glyphs
