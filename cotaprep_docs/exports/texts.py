"""Text as other formats hold it: nothing that a reader would choke on or drop."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LINK = re.compile(r"https?://[!-~]+")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


def clean(text: str) -> str:
    """Return a text with plain line breaks and without control characters."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", text)))


def one_line(text: str) -> str:
    """Return a text on one line, for what a calendar shows in its grid."""
    return " ".join(clean(text).split())


def link(text: str) -> str:
    """Return a text that is one web address; empty where it is anything else, such as a link and its key."""
    return text.strip() if _LINK.fullmatch(text.strip()) else ""


def address(text: str) -> str:
    """Return a mail address; empty where it is none."""
    return text.strip() if _ADDRESS.fullmatch(text.strip()) else ""
