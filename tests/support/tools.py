"""Programs that some tests need and a machine may lack: without them those are skipped, and fail in CI."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def program(*names: str) -> str:
    """Return the path of the first of some programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        give_up(f"there is no {names[0]}")
    return found


def give_up(message: str) -> NoReturn:
    """Skip a test that cannot be run here; in CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
