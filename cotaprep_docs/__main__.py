"""Entry point of `cotaprep-docs` and of `python -m cotaprep_docs`."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the command line of this process."""
    # Here and not above: the processes of `todo` import this module too, and have no use for a command line.
    from cotaprep_docs.cli.main import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
