"""Reference texts that a reviewer can read, compared line by line."""

from __future__ import annotations

import dataclasses
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Golden:
    folder: Path
    update: bool

    def check(self, name: str, text: str) -> None:
        """Compare a text with the reference of that name."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no reference {name}: run pytest --update-golden and read what it wrote"
        expected = path.read_text(encoding="utf-8")
        assert text.splitlines() == expected.splitlines()
