"""Charts of DrawingML (ECMA-376 Part 1, 21.2): from the chart part to the plain model."""

from __future__ import annotations
