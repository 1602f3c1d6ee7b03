"""A drawn PDF to one that can be kept and read by all: PDF/A-2a and PDF/UA-1. The only place with pikepdf."""

from __future__ import annotations
