"""Places, problems and exit codes: the vocabulary every other layer speaks."""

from __future__ import annotations
