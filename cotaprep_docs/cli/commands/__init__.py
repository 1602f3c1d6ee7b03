"""One module per command, each with its ``command``; imported when it is asked for."""

from __future__ import annotations
