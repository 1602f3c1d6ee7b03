"""Boxes to PDF: the only place that knows reportlab."""

from __future__ import annotations
