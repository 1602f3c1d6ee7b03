"""The guide names what the templates can print."""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterator

import pytest

from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.ooxml.names import qn
from tests.templates.wordfiles import FOLDER, NAMES, attribute, load

CONTEXTS = tuple({kind.context: None for kind in DOCUMENT_KINDS})
_GUIDE = (FOLDER / "LEEME.md").read_text(encoding="utf-8")


def attributes_of(kind: type) -> Iterator[str]:
    """Yield the names a context offers, those of what it holds too."""
    for name, hint in typing.get_type_hints(kind).items():
        yield name
        for inner in (hint, *typing.get_args(hint)):
            if (
                dataclasses.is_dataclass(inner)
                and isinstance(inner, type)
                and inner.__name__ not in {"Prose", "Grafica"}
            ):
                yield from attributes_of(inner)


@pytest.mark.parametrize("kind", CONTEXTS)
def test_guide_names_every_attribute(kind: type) -> None:
    quoted = {part for code in re.findall(r"`([^`]+)`", _GUIDE) for part in code.split(".")}
    assert sorted(set(attributes_of(kind)) - quoted) == []


def test_guide_names_every_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.docx")} >= set(NAMES)
    assert [name for name in NAMES if f"`{name}.docx`" not in _GUIDE] == []


@pytest.mark.parametrize("name", NAMES)
def test_guide_names_every_style_of_ours(name: str) -> None:
    own = [style for style in load(name).styles.values() if attribute(style, "w:customStyle")]
    names = [attribute(next(style.iter(qn("w:name"))), "w:val") for style in own]
    assert names
    assert [style for style in names if style not in _GUIDE] == []
