"""What each kind of document says: from the domain to a typed context."""

from __future__ import annotations
