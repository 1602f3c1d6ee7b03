"""Consistency and legal checks, one small object each."""

from __future__ import annotations
