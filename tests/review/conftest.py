"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cotaprep_docs.review import manifest


@pytest.fixture(scope="package", autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Every manifest is read from its bytes here: what this very process wrote would be taken as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest, "_remember", lambda _data, _manifest: None)
        patch.setattr(manifest, "_known", {})
        yield
