"""Pages of the documentation that come from the code are current."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("columnas.md", "problemas.md", "cli.md", "reglas.md")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_writes(name: str) -> None:
    spec = importlib.util.spec_from_file_location("generar", DOCS / "generar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert sorted(module.PAGES) == sorted(PAGES)
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == module.PAGES[name](), f"run: python docs/generar.py, then review docs/{name}"
