"""Options and fixtures shared by all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.golden import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the reference texts anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Reference texts under tests/golden; ``pytest --update-golden`` rewrites them, never in CI."""
    update = bool(request.config.getoption("--update-golden"))
    if update and os.environ.get("CI"):
        pytest.fail("--update-golden is not for CI")
    return Golden(Path(__file__).parent / "golden", update=update)
