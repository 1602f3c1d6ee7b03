"""Word templates to DOCX: the only place that speaks Jinja and docxtpl."""

from __future__ import annotations
