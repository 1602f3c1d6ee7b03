"""The structure of a document for who reads it without seeing it: headings, lists, tables, figures."""

from __future__ import annotations
