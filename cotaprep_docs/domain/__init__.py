"""The nouns of the Reglamento, frozen and typed; no files, no clock."""

from __future__ import annotations
