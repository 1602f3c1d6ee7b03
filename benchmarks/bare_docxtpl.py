"""The least anybody could do: docxtpl alone fills the same template with the same texts.

Usage: bare_docxtpl.py TEMPLATE CONTEXT.json OUT.docx [CONTEXT.json OUT.docx …]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main() -> None:
    template, *pairs = sys.argv[1:]
    for context, out in zip(pairs[::2], pairs[1::2], strict=True):
        document = DocxTemplate(template)
        document.render(json.loads(Path(context).read_text(encoding="utf-8")), autoescape=True)
        document.save(out)


main()
