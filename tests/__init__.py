"""Tests of cotaprep-docs."""

from __future__ import annotations
