"""Tests of the trackers: declarations, writer, reader."""

from __future__ import annotations
