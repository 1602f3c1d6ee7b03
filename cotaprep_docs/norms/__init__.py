"""The norms file of an electoral process, read and typed."""

from __future__ import annotations
