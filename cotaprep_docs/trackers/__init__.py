"""The Excel trackers: one declaration per sheet, a writer and a reader."""

from __future__ import annotations
