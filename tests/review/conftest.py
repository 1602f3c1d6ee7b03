"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cotaprep_docs.review import manifest
from cotaprep_docs.review.store import Store
from tests.review.disks import quick_disk


@pytest.fixture(scope="package", autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Every manifest is read from its bytes here: what this very process wrote would be taken as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest, "_remember", lambda _data, _manifest: None)
        patch.setattr(manifest, "_known", {})
        yield


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A folder nobody saved anything into yet."""
    return Store(tmp_path / "salida", disk=quick_disk())
