"""What several test files need and takes long to make: made once in a run, whatever process gets there first."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from cotaprep_docs.review.lock import folder_lock

T = TypeVar("T")
_PATIENCE = 600.0
_RESULT = ".resultado"


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """Return what `make` returns for a folder; the other processes of the run wait for it and take it.

    Nobody may write in that folder afterwards, so its files are read-only.

    Args:
        factory: pytest's own, which knows the folder of the run.
        name: of the folder.
        make: fills the folder; what it returns goes from process to process.
    """
    base = factory.getbasetemp()
    run = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = run / name
    folder.mkdir(exist_ok=True)
    result = folder / _RESULT
    with folder_lock(folder, patience=_PATIENCE):
        if not result.exists():
            made = make(folder)
            for path in folder.rglob("*"):
                if path.is_file() and not path.name.startswith("."):
                    path.chmod(0o444)
            result.write_bytes(pickle.dumps(made))
    found: T = pickle.loads(result.read_bytes())  # noqa: S301 - this run wrote it
    return found
