"""What happens to files people review: manifest, safe store."""

from __future__ import annotations
