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
    atexit.register(gc.freeze)  # the process ends: its memory goes as a whole, there is nothing to look for
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of the libraries, in English, about nothing a user can mend
    program.main()
