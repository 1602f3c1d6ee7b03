"""The sRGB colour profile (IEC 61966-2-1), built from its numbers: the same bytes everywhere, no clock."""

from __future__ import annotations

import functools
import struct
from typing import Final

# Primaries and white adapted to D50 by Bradford, as ICC.1:2004-10 wants them.
_XYZ: Final = {
    b"wtpt": (0.9642, 1.0, 0.8249),
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.7141),
}
_ADAPTATION: Final = (1.04788, 0.02292, -0.0502, 0.0296, 0.99048, -0.01707, -0.00923, 0.01508, 0.75168)
_GAMMA: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_VERSION: Final = 0x04200000
_HEADER: Final = 128


def _fixed(*values: float) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">3L2s2s2L", 0, 1, 12, b"en", b"US", len(data), 28) + data


def _tags() -> dict[bytes, bytes]:
    curve = b"para" + struct.pack(">LHH", 0, 3, 0) + _fixed(*_GAMMA)
    tags = {b"desc": _text("sRGB IEC61966-2.1"), b"cprt": _text("No copyright, use freely")}
    tags |= {name: b"XYZ " + bytes(4) + _fixed(*value) for name, value in _XYZ.items()}
    tags |= {b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION)}
    return tags | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)


@functools.lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return the profile."""
    directory, body, places = b"", b"", dict[bytes, int]()
    tags = _tags()
    start = _HEADER + 4 + 12 * len(tags)
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        directory += name + struct.pack(">2L", places[data], len(data))
    size = start + len(body)
    header = struct.pack(">L4xL4s4s4s", size, _VERSION, b"mntr", b"RGB ", b"XYZ ")
    # The date is the one of the standard; a profile without date is none.
    header += struct.pack(">6H4s", 1999, 10, 1, 0, 0, 0, b"acsp")
    header += bytes(28) + _fixed(0.9642, 1.0, 0.8249)
    return header.ljust(_HEADER, b"\0") + struct.pack(">L", len(tags)) + directory + body
