"""A progress bar on a terminal, and silence anywhere else."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cotaprep_docs.app.todo import Paso


@contextlib.contextmanager
def progress_bar(title: str, *, wanted: bool) -> Iterator[Callable[[Paso], None]]:
    """Give what shows how far a run has come, on standard error.

    Args:
        title: what is being done.
        wanted: whether whoever runs it wants one at all.
    """
    if not wanted or not sys.stderr.isatty():
        yield lambda _paso: None
        return
    # Here and not above: a bar is for those who wait for many documents.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    # Drawn when something was done, by this thread: no other that Ctrl-C or a new process could meet.
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    with bar:
        task = bar.add_task("", total=None)

        def show(paso: Paso) -> None:
            bar.update(task, completed=paso.hechos, total=paso.total, description=paso.nombre, refresh=True)

        yield show
