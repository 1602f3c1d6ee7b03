r"""The instruction of a field, such as ``REF acuerdo1 \h`` (ECMA-376 Part 1, 17.16.2)."""

from __future__ import annotations

import re
from typing import Final

from cotaprep_docs.records import record

_TOKEN: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|(\\[^\s"\\])|([^\s"\\]+)|\\')
_ESCAPED: Final = re.compile(r'\\(["\\])')


@record(frozen=True, slots=True)
class Instruction:
    r"""A field's name, what follows it, and its switches.

    Attributes:
        name: in capitals: ``REF``, ``TOC``; empty where there is none.
        argument: the first word or quoted text after the name that belongs to no switch.
        switches: each switch in the form of ``\h``, and what stands after it; a switch may come twice.
    """

    name: str
    argument: str = ""
    switches: tuple[tuple[str, str], ...] = ()

    def has(self, switch: str) -> bool:
        r"""Tell whether a switch such as ``\h`` is there."""
        return any(name == switch for name, _ in self.switches)

    def value(self, switch: str) -> str:
        """Return what stands after a switch, empty where nothing does or there is no such switch."""
        return next((value for name, value in self.switches if name == switch), "")

    @property
    def formats(self) -> tuple[str, ...]:
        r"""The general formats asked for: what stands after each ``\*``."""
        return tuple(value for name, value in self.switches if name == r"\*")


def parse_instruction(text: str) -> Instruction:
    """Return an instruction as its parts; never fails, since people type them."""
    tokens = [
        (_ESCAPED.sub(r"\1", match[1]) if match[1] is not None else match[0], bool(match[2]))
        for match in _TOKEN.finditer(text)
    ]
    if not tokens or tokens[0][1]:
        return Instruction("")
    argument = tokens[1][0] if len(tokens) > 1 and not tokens[1][1] else ""
    switches = []
    for index, (word, is_switch) in enumerate(tokens):
        if is_switch:
            following = tokens[index + 1] if index + 1 < len(tokens) else ("", True)
            switches.append((word.lower(), "" if following[1] else following[0]))
    return Instruction(tokens[0][0].upper(), argument, tuple(switches))
