"""Reading the JSON files of ours: what is damaged, repeated or of somebody else is refused."""

from __future__ import annotations

import json
from typing import Any, NoReturn

_MAX_BYTES = 16 * 1024 * 1024


class BadJson(Exception):
    """The bytes are not one whole JSON object; the message says why, in Spanish and in few words."""


def load_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object that some bytes hold.

    Raises:
        BadJson: they are damaged, too many, or something else.
    """
    if len(data) > _MAX_BYTES:
        raise BadJson("es demasiado grande")
    try:
        document = json.loads(
            data.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_without_repetitions
        )
        # What cannot be written back is damaged too.
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadJson("no es JSON o está incompleto") from error
    if not isinstance(document, dict):
        raise BadJson("es de otro programa")
    return document


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _without_repetitions(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("repeated key")
    return found
