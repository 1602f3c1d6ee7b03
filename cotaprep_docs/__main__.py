"""Entry point of `cotaprep-docs` and of `python -m cotaprep_docs`."""

from __future__ import annotations

from cotaprep_docs.cli.main import main

if __name__ == "__main__":
    main()
