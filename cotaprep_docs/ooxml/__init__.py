"""OOXML packages at the lowest level: safe reading, reproducible writing, text of a document."""

from __future__ import annotations
