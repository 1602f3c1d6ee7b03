"""Tests of `cotaprep_docs.pdf`."""

from __future__ import annotations
