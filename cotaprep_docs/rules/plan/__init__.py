"""Rules over the whole process: its calendar, its agendas and what is due, against the norms file."""

from __future__ import annotations
