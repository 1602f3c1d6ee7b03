"""Entry of the process: what is set once, before any command runs."""

from __future__ import annotations

import atexit
import gc
import sys
import warnings
from typing import NoReturn

from cotaprep_docs.cli.program import program
from cotaprep_docs.cli.streams import prepare_streams


def main() -> NoReturn:
    """Run the command line of this process."""
    prepare_streams()
    # A run is short and keeps nearly all it makes: look for garbage seldom, and not at all as it ends.
    gc.set_threshold(50_000, 20, 20)
    atexit.register(gc.freeze)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of the libraries, in English, about nothing a user can mend
    program.main()
