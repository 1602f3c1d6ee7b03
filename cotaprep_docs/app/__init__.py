"""Use cases: one function each, wiring the layers below; the public Python API."""

from __future__ import annotations
