"""Where templates, example data and norms are, in a wheel, an editable install or a checkout."""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent
_CHECKOUT = Path(__file__).parents[2]


def asset_path(name: str) -> Path:
    """Return the folder or file of that name, whether or not it exists.

    A wheel carries the top-level folders inside this package; a checkout and an editable install
    have them beside it, where an edit must be seen at once, so that place is looked at first.
    """
    beside = _CHECKOUT / name
    if (_CHECKOUT / "pyproject.toml").is_file() and beside.exists():
        return beside
    return _INSIDE / name


def templates_folder() -> Path:
    """Return the folder of the bundled Word templates."""
    return asset_path("templates_docx")


def data_folder() -> Path:
    """Return the folder of the bundled example trackers."""
    return asset_path("data")
