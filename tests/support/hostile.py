"""Workbooks that went wrong: damaged, swollen, written by odd programs, made to hurt."""

from __future__ import annotations

import random  # noqa: TID251 - always seeded
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.trackers.grid import column_letters
from cotaprep_docs.trackers.workbook_file import open_workbook
from tests.support.sheets import save_sesiones

_INLINE = re.compile(rb't="inlineStr"([^>]*)><is><t([^>]*)>([^<]*)</t></is>')
_SST = "xl/sharedStrings.xml"
_SST_KIND = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TOKENS = (
    b"", b"-1", b"9" * 20, b"9" * 5000, b"NaN", b"inf", b"1e400", b"<!-- x -->", b"<?pi x?>", b"&amp;",
    b"\xff\xfe", b"\x00", b"<c/>", b"<row/>", b"<row r='0'/>", b"<c r='A0'><v>1</v></c>", b"XFE1",
    b"<c r='ZZZZ9' t='s'><v>x</v></c>", "²".encode(), "٣".encode(), b"<is><t>x</t></is>", b"_x0000_",
    b"_xD800_", b"<v>1</v><v>2</v>", b't="d"', b't="b"', b't="e"', b't="s"', b"]]>", b"<![CDATA[<c/>]]>",
)  # fmt: skip


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook."""
    return dict(read_package(path.read_bytes()).parts)


def with_shared_strings(path: Path) -> Path:
    """Write a workbook again as Excel does, its texts in one part."""
    parts, texts = parts_of(path), list[bytes]()

    def share(match: re.Match[bytes]) -> bytes:
        texts.append(b"<si><t" + match[2] + b">" + match[3] + b"</t></si>")
        return b't="s"' + match[1] + b"><v>%d</v>" % (len(texts) - 1)

    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _INLINE.sub(share, parts[name])
    parts[_SST] = b"<sst " + _NS + b">" + b"".join(texts) + b"</sst>"
    rels = "xl/_rels/workbook.xml.rels"
    relation = (
        b'<Relationship Id="sst" Type="' + _SST_KIND + b'" Target="sharedStrings.xml"/></Relationships>'
    )
    parts[rels] = parts[rels].replace(b"</Relationships>", relation)
    path.write_bytes(write_package(parts))
    return path


def mutants(path: Path, seed: int) -> Iterator[Callable[[], None]]:
    """Endless ways to damage a workbook, each from the whole one; the same for the same seed."""
    whole, parts = path.read_bytes(), parts_of(path)
    chance = random.Random(seed)  # noqa: S311 - no secret
    ways = (_flip_bytes, _cut, _drop_parts, _change_tags, _change_attributes, _change_anywhere)
    while True:
        way = chance.choice(ways)
        yield lambda way=way: path.write_bytes(way(whole, parts, chance))  # type: ignore[misc]


def _flip_bytes(whole: bytes, _parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _cut(whole: bytes, _parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


def _drop_parts(_whole: bytes, parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    dropped = set(chance.sample(sorted(parts), chance.randint(1, 3)))
    return write_package({name: data for name, data in parts.items() if name not in dropped})


def _change_tags(_whole: bytes, parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    return _changed(parts, chance, lambda data, start: (data.find(b">", start) + 1,) * 2)


def _change_attributes(_whole: bytes, parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    def value(data: bytes, start: int) -> tuple[int, int]:
        first = data.find(b'="', start) + 2
        return first, max(first, data.find(b'"', first))

    return _changed(parts, chance, value)


def _change_anywhere(_whole: bytes, parts: Mapping[str, bytes], chance: random.Random) -> bytes:
    return _changed(parts, chance, lambda _data, start: (start, start + chance.choice((0, 1, 5, 50))))


def _changed(
    parts: Mapping[str, bytes], chance: random.Random, where: Callable[[bytes, int], tuple[int, int]]
) -> bytes:
    name = chance.choice([name for name in sorted(parts) if name.endswith((".xml", ".rels"))])
    data = parts[name]
    for _ in range(chance.randint(1, 4)):
        first, last = where(data, chance.randrange(len(data) or 1))
        data = data[:first] + chance.choice(_TOKENS) + data[last:]
    return write_package({**parts, name: data})


def swollen(folder: Path, name: str) -> Path:
    """A workbook of unreasonable size, compressed as such files are."""
    path = save_sesiones(folder)
    parts = parts_of(path)
    entries = {entry.name: entry.part for entry in open_workbook(path).sheets}
    sheet = parts[entries["Asistencia"]]
    if name == "shared strings":
        parts[_SST] = b"<sst " + _NS + b">" + b"<si><t>a</t></si>" * 6_000_000 + b"</sst>"
        rels = "xl/_rels/workbook.xml.rels"
        relation = b'<Relationship Id="sst" Type="' + _SST_KIND + b'" Target="sharedStrings.xml"/>'
        parts[rels] = parts[rels].replace(b"</Relationships>", relation + b"</Relationships>")
    elif name == "styles":
        formats = b"<cellXfs>" + b"<xf/>" * 9_000_000 + b"</cellXfs>"
        parts["xl/styles.xml"] = b"<styleSheet " + _NS + b">" + formats + b"</styleSheet>"
    elif name != "zip bomb":
        old, bulk = b"</sheetData>", _BULK[name]()
        inside = name not in ("merges", "spaces")
        parts[entries["Asistencia"]] = sheet.replace(old, bulk + old if inside else old + bulk)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
        if name == "zip bomb":
            with archive.open("xl/media/image1.png", "w", force_zip64=True) as member:
                for _ in range(1200):
                    member.write(bytes(1 << 20))
    return path


def _rows(numbers: range, cells: Callable[[int], bytes]) -> bytes:
    return b"".join(b'<row r="%d">%b</row>' % (number, cells(number)) for number in numbers)


def _wide(cell: bytes) -> Callable[[int], bytes]:
    letters = [column_letters(number).encode() for number in range(1, 16_385)]
    return lambda row: b"".join(cell % (letter, row) for letter in letters)


def _text_cells(row: int) -> bytes:
    return b"".join(b'<c r="%c%d" t="str"><v>x%d</v></c>' % (letter, row, row) for letter in b"ABCDEFGH")


_BULK: Mapping[str, Callable[[], bytes]] = {
    "a million empty rows": lambda: b"".join(b'<row r="%d"/>' % row for row in range(200, 1_048_577)),
    "a million formatted rows": lambda: _rows(
        range(200, 1_048_577), lambda row: b'<c r="A%d" s="1"/><c r="B%d" s="1"/>' % (row, row)
    ),
    "all columns formatted": lambda: _rows(range(200, 450), _wide(b'<c r="%b%d" s="1"/>')),
    "all columns filled": lambda: _rows(range(200, 220), _wide(b'<c r="%b%d"><v>1</v></c>')),
    "four million cells": lambda: _rows(range(200, 450), _wide(b'<c r="%b%d"><v>1</v></c>')),
    "one endless row": lambda: b'<row r="200">' + b"<c/>" * 8_000_000 + b"</row>",
    "an unclosed tree": lambda: b"<row>" + b"<c>" * 2_000_000,
    "rubbish in every row": lambda: _rows(range(200, 100_000), _text_cells),
    "merges": lambda: b"<mergeCells>" + b'<mergeCell ref="A2:A1048576"/>' * 40_000 + b"</mergeCells>",
    "spaces": lambda: b" " * 100_000_000,
}

SWOLLEN = (*_BULK, "shared strings", "styles", "zip bomb")
"""What `swollen` knows to make."""
