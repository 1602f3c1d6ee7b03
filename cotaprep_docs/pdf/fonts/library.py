"""From a font's name to its file: bundled metric twins first, then the system, then Caladea."""

from __future__ import annotations

import functools
import importlib.util
import os
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cotaprep_docs.pdf.fonts.face import BadFont, Face, read_face
from cotaprep_docs.pdf.problem_kinds import BUNDLED_FONT_MISSING
from cotaprep_docs.problems.exit_code import MissingResource
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.records import unchecked

FALLBACK: Final = "Caladea"
# Families whose characters are exactly as wide, so that no line breaks elsewhere.
METRIC_TWINS: Final[Mapping[str, tuple[str, ...]]] = {
    "cambria": ("caladea",),
    "calibri": ("calibri", "carlito"),
    "arial": ("arial", "liberation sans", "arimo"),
    "helvetica": ("helvetica", "arial", "liberation sans", "arimo"),
    "times new roman": ("times new roman", "liberation serif", "tinos"),
    "times": ("times new roman", "liberation serif", "tinos"),
    "courier new": ("courier new", "liberation mono", "cousine"),
    "georgia": ("georgia", "gelasio"),
}
_BUNDLED: Final = {
    (False, False): "Caladea-Regular.ttf",
    (True, False): "Caladea-Bold.ttf",
    (False, True): "Caladea-Italic.ttf",
    (True, True): "Caladea-BoldItalic.ttf",
}
_MAX_FILES: Final = 5_000


@unchecked(frozen=True, slots=True, eq=False)
class Match:
    """The face found for a request.

    Attributes:
        face: its metrics.
        used: the family it belongs to.
        substituted: lines may break elsewhere than in Word.
        embolden: the face has no bold of its own: stroke it.
        slant: the face has no italic of its own: skew it.
    """

    face: Face
    used: str
    substituted: bool = False
    embolden: bool = False
    slant: bool = False


@functools.lru_cache(maxsize=256)
def find_face(family: str, *, bold: bool, italic: bool) -> Match:
    """Return the face for a family and style; never fails while Caladea is installed.

    Raises:
        MissingResource: the bundled font is not installed.
    """
    wanted = family.strip().lower()
    for name in METRIC_TWINS.get(wanted, (wanted,)):
        if name == "caladea":
            return Match(_bundled(bold=bold, italic=italic), "Caladea")
        found = _on_system(name, bold=bold, italic=italic)
        if found is not None:
            return found
    return Match(_bundled(bold=bold, italic=italic), FALLBACK, substituted=True)


def _bundled(*, bold: bool, italic: bool) -> Face:
    spec = importlib.util.find_spec("font_caladea")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    path = folder / "files" / _BUNDLED[bold, italic]
    try:
        return read_face(str(path))
    except BadFont as error:
        raise MissingResource(BUNDLED_FONT_MISSING.at(FileLocation("font-caladea"))) from error


def _on_system(family: str, *, bold: bool, italic: bool) -> Match | None:
    styles = _system_fonts().get(family)
    if not styles:
        return None
    for key in ((bold, italic), (bold, False), (False, italic), (False, False)):
        if key in styles:
            try:
                face = read_face(styles[key])
            except BadFont:
                continue
            embolden, slant = bold and not key[0], italic and not key[1]
            return Match(face, family, embolden=embolden, slant=slant)
    return None


@functools.lru_cache(maxsize=1)
def _system_fonts() -> Mapping[str, Mapping[tuple[bool, bool], str]]:
    """Return the files of the system's TrueType fonts by family and (bold, italic)."""
    families: dict[str, dict[tuple[bool, bool], str]] = {}
    for path in _font_files():
        try:
            family, style = _names(path)
        except (OSError, struct.error, KeyError, UnicodeDecodeError):
            continue
        # Debian's Caladea has other widths than Cambria; only the bundled one may carry the name.
        if style is not None and family != "caladea":
            families.setdefault(family, {}).setdefault(style, str(path))
    return families


def _font_files() -> Iterator[Path]:
    seen = 0
    for folder in _font_folders():
        for root, folders, files in os.walk(folder):
            folders.sort()
            for file in sorted(files):
                if file.lower().endswith(".ttf") and seen < _MAX_FILES:
                    seen += 1
                    yield Path(root, file)


def _font_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


_STYLES: Final[Mapping[str, tuple[bool, bool]]] = {
    "regular": (False, False), "normal": (False, False), "book": (False, False), "roman": (False, False),
    "bold": (True, False), "italic": (False, True), "oblique": (False, True),
    "bold italic": (True, True), "bold oblique": (True, True),
}  # fmt: skip


def _names(path: Path) -> tuple[str, tuple[bool, bool] | None]:
    """Return a font's family and its (bold, italic), or None for any other style."""
    with path.open("rb") as stream:
        header = stream.read(12)
        (count,) = struct.unpack_from(">H", header, 4)
        directory = stream.read(16 * count)
        tables = {
            directory[i : i + 4]: struct.unpack_from(">LL", directory, i + 8)
            for i in range(0, 16 * count, 16)
        }
        offset, size = tables[b"name"]
        stream.seek(offset)
        table = stream.read(size)
    found: dict[int, str] = {}
    records, strings = struct.unpack_from(">HH", table, 2)
    for index in range(records):
        platform, _, language, name, length, at = struct.unpack_from(">6H", table, 6 + 12 * index)
        if platform == 3 and name in {1, 2} and (language == 0x409 or name not in found):
            found[name] = table[strings + at : strings + at + length].decode("utf-16-be").lower()
    return found.get(1, ""), _STYLES.get(found.get(2, ""))
