"""Calendars: what is written, and what clients read in it."""

from __future__ import annotations
