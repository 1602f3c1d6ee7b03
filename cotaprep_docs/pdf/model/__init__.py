"""The plain model between reader and layout: a Word document with every style already resolved.

Lengths are twips (1/20 pt), as in WordprocessingML; font sizes are points.
"""

from __future__ import annotations
