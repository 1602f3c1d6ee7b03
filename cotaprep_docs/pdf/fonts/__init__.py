"""Fonts: where they are, and how wide and high their characters are."""

from __future__ import annotations
