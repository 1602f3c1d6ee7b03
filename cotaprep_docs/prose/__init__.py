"""Text made by code: strings with gaps that show and facts that keep their name."""

from __future__ import annotations
