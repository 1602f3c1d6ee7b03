"""DOCX to PDF: the only place that draws."""

from __future__ import annotations
