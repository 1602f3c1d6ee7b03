"""Charts laid out: axes, bars, lines and slices to outlines and letters."""

from __future__ import annotations
