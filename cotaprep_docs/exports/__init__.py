"""What leaves the program in other formats than DOCX and PDF: calendars."""

from __future__ import annotations
