"""Click commands, console output and exit codes; no logic."""

from __future__ import annotations
