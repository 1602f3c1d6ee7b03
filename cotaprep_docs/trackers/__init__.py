"""Excel in and out: the only place that speaks openpyxl."""

from __future__ import annotations
