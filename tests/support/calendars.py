"""Reading ``.ics`` files as RFC 5545 says, without the library that wrote them."""

from __future__ import annotations

import re

_ESCAPES = {"n": "\n", "N": "\n", "\\": "\\", ";": ";", ",": ","}


def lines(data: bytes) -> list[str]:
    """The content lines, unfolded."""
    assert data.endswith(b"\r\n")
    return data.replace(b"\r\n ", b"").decode("utf-8").removesuffix("\r\n").split("\r\n")


def values(data: bytes, name: str) -> list[str]:
    """The values of a property, unescaped, in all components."""
    found = [line for line in lines(data) if re.match(rf"{name}[:;]", line)]
    return [re.sub(r"\\(.)", lambda match: _ESCAPES[match[1]], line.partition(":")[2]) for line in found]


def value(data: bytes, name: str) -> str:
    """The value of a property that stands once."""
    (only,) = values(data, name)
    return only


def events(data: bytes) -> list[bytes]:
    """Each VEVENT by itself."""
    return re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL)
