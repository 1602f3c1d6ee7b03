"""Entry of the process: what is set once before any command runs, and how it ends."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import warnings
from typing import NoReturn

from cotaprep_docs.cli.program import program
from cotaprep_docs.cli.streams import prepare_streams


def main() -> NoReturn:
    """Run the command line of this process."""
    prepare_streams()
    # A run is short and keeps nearly all it makes: look for garbage seldom.
    gc.set_threshold(50_000, 20, 20)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of the libraries, in English, about nothing a user can mend
    try:
        program.main()
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _leave(code: int) -> None:
    """End the process at once: to take apart, object by object, what it made is a twentieth of a short run.

    Nothing waits for the interpreter's own end: commands close what they open. Where the output cannot be
    delivered, the interpreter ends it, which knows what to say.
    """
    with contextlib.suppress(OSError, ValueError):
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a program without a console has none
                stream.flush()
        os._exit(code)
