"""Spanish from code: numbers, ordinals, dates, hours, lists, gender; pure functions."""

from __future__ import annotations
