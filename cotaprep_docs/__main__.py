"""Entry point of `cotaprep-docs` and of `python -m cotaprep_docs`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    raise SystemExit(0)


if __name__ == "__main__":
    main()
