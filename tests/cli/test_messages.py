"""The Spanish catalogue of click's own words."""

from __future__ import annotations

import ast
import functools
import gettext
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cotaprep_docs.cli.messages import DOMAIN, LOCALE, spanish_messages, spanish_quotes

FOLDER = LOCALE / "es" / "LC_MESSAGES"

Message = tuple[str, ...]
"""A singular, or a singular and a plural."""

# click looks up a word that a variable holds: `_(extra["required"])`.
IN_VARIABLES = {("required",)}


@functools.cache
def catalogue() -> Catalog:
    with (FOLDER / f"{DOMAIN}.po").open("rb") as source:
        return read_po(source, locale="es", abort_invalid=True)


def test_the_compiled_catalogue_is_current() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)
    with (FOLDER / f"{DOMAIN}.mo").open("rb") as committed:
        assert entries(committed) == entries(compiled)


def entries(compiled: IO[bytes]) -> dict[object, str]:
    """All but the header, which names the version of Babel."""
    catalog: dict[object, str] = dict(gettext.GNUTranslations(compiled)._catalog)  # type: ignore[attr-defined]
    del catalog[""]
    return catalog


def messages_of_click() -> Iterator[Message]:
    for path in sorted(Path(click.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "gettext": 1, "ngettext": 2}.get(node.func.id, 0)
                values = [
                    text for arg in node.args[:count] if isinstance(text := getattr(arg, "value", None), str)
                ]
                if count and len(values) == count:
                    yield tuple(values)


CLICK = sorted({*messages_of_click(), *IN_VARIABLES})


def test_the_messages_of_click_are_found() -> None:
    assert {("Usage:",), ("Missing command.",)} <= set(CLICK)
    assert any(len(message) == 2 for message in CLICK)


@pytest.mark.parametrize("message", CLICK, ids=lambda message: message[0][:40])
def test_every_message_of_click_is_translated(message: Message) -> None:
    entry = catalogue().get(message[0])
    assert entry is not None
    strings = entry.string if isinstance(entry.string, list | tuple) else [entry.string]
    assert len(strings) == len(message)
    assert all(strings)
    assert not entry.fuzzy
    # A field that click does not fill would be an exception in the middle of a message.
    assert fields(str(strings)) <= fields(str(message))


def fields(text: str) -> set[str]:
    return {name for name in re.findall(r"\{(\w+)[^}]*\}|%\((\w+)\)", text) for name in name if name}


@pytest.mark.parametrize("language", [None, "en", "es", "de:fr"])
def test_the_language_of_the_process_is_left_as_it_was(
    language: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if language is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", language)
    before = (gettext.textdomain(), gettext.bindtextdomain(DOMAIN))
    with spanish_messages():
        assert gettext.gettext("Usage:") == "Uso:"
        assert (
            gettext.ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1)[0]
            == "¿"
        )
    assert (gettext.textdomain(), gettext.bindtextdomain(DOMAIN)) == before
    assert os.environ.get("LANGUAGE") == language


def test_quotes() -> None:
    assert spanish_quotes("Falta el argumento 'CLAVE'.") == "Falta el argumento «CLAVE»."
