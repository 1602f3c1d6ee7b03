"""Write the pages of the documentation that come from the code: columns, problems, rules, command line.

Run from a checkout:  python docs/generar.py
A test fails while a page differs from what this writes.
"""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.app.catalogue import problem_list
from cotaprep_docs.app.reglas import rule_list
from cotaprep_docs.cli.reference import reference
from cotaprep_docs.trackers.column_guide import column_guide

DOCS = Path(__file__).parent

PAGES = {
    "columnas.md": column_guide,
    "problemas.md": problem_list,
    "cli.md": reference,
    "reglas.md": rule_list,
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
