"""The two data sets of the repository, as committed."""

from __future__ import annotations
