"""Fields brought up to date in the DOCX itself: sequences, references, tables of contents."""

from __future__ import annotations
