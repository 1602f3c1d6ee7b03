"""OOXML package to plain model: every style, number and relationship resolved here."""

from __future__ import annotations
