"""Convert a file again and again in one process; print what one conversion takes once all is warm.

Usage: warm.py ENGINE FILE.docx TIMES        ENGINE: cotaprep-docs, dxpdf or word2pdf
Prints CPU and wall seconds: medians without the first conversion.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path


def _engine(name: str, path: Path) -> Callable[[], object]:
    data = path.read_bytes()
    if name == "dxpdf":
        import dxpdf

        return lambda: dxpdf.convert(data)
    if name == "word2pdf":
        import word2pdf

        converter = word2pdf.Converter(font_dirs=[str(Path.home() / ".fonts")])
        return lambda: converter.convert(str(path))
    from cotaprep_docs.pdf.convert import convert

    return lambda: convert(data, name=path.name)


def main() -> None:
    name, file, times = sys.argv[1:]
    convert = _engine(name, Path(file))
    convert()
    cpu, wall = [], []
    for _ in range(int(times)):
        start = time.process_time(), time.perf_counter()
        convert()
        cpu.append(time.process_time() - start[0])
        wall.append(time.perf_counter() - start[1])
    print(statistics.median(cpu), statistics.median(wall))


main()
