"""Documents of a COTAPREP: from Excel trackers to reviewed Word files and their PDF."""

from __future__ import annotations

__version__ = "0.1.0"
PROGRAM = "cotaprep-docs"
"""What people type."""
