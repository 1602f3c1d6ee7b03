"""Tests of the Spanish package."""

from __future__ import annotations
