"""Our pages beside LibreOffice's, one sheet (PNG) for each document of the gallery, to be looked at.

    python -m tests.pdf.gallery_pictures FOLDER [NAME…] [--docx FILE…]

Each row is a page: ours, LibreOffice's, and where they differ (red: only ours; blue: only LibreOffice's).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import gallery
from tests.support.libreoffice import libreoffice_pdfs

_SCALE = 0.62
_MARGIN = 6
_TITLE = 16
_MOST_PAGES = 6
_COLORS = 128


def pages(pdf: bytes) -> list[Image.Image]:
    """Return the first pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = min(len(document), _MOST_PAGES)
        return [document[index].render(scale=_SCALE).to_pil().convert("RGB") for index in range(count)]
    finally:
        document.close()


def difference(ours: Image.Image, theirs: Image.Image) -> Image.Image:
    """Return what both draw in grey, what only we draw in red, what only they draw in blue."""
    size = max(ours.width, theirs.width), max(ours.height, theirs.height)
    one, other = (_on_white(picture, size).convert("L") for picture in (ours, theirs))
    either = ImageChops.darker(one, other)
    return Image.merge("RGB", (other, either, one))


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size, "white")
    canvas.paste(picture)
    return canvas


def sheet(title: str, ours: list[Image.Image], theirs: list[Image.Image]) -> Image.Image:
    """Return one picture of all pages, side by side."""
    blank = Image.new("RGB", (1, 1), "white")
    rows = []
    for index in range(max(len(ours), len(theirs))):
        pair = [found[index] if index < len(found) else blank for found in (ours, theirs)]
        rows.append([*pair, difference(*pair)])
    width = max(max(picture.width for picture in row) for row in rows) + _MARGIN
    height = sum(max(picture.height for picture in row) + _MARGIN for row in rows) + _TITLE
    canvas = Image.new("RGB", (3 * width + _MARGIN, height), (190, 190, 190))
    labels = (
        f"{title}: {len(ours)} p.",
        f"LibreOffice: {len(theirs)} p.",
        "rojo: sólo propio; azul: sólo LO",
    )
    for column, label in enumerate(labels):
        ImageDraw.Draw(canvas).text((_MARGIN + column * width, 2), label, fill="black")
    y = _TITLE
    for row in rows:
        for column, picture in enumerate(row):
            canvas.paste(picture, (_MARGIN + column * width, y))
        y += max(picture.height for picture in row) + _MARGIN
    return canvas


def main() -> None:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description="Hojas con nuestras páginas junto a las de LibreOffice.")
    parser.add_argument("folder", type=Path, help="dónde se escriben las hojas")
    parser.add_argument("names", nargs="*", help="casos de la galería; si no se indican, todos")
    parser.add_argument("--docx", type=Path, nargs="*", default=[], help="además, estos archivos")
    options = parser.parse_args()
    documents = {} if options.docx and not options.names else {n: d.build() for n, d in gallery().items()}
    if options.names:
        documents = {name: documents[name] for name in options.names}
    documents |= {path.stem: path.read_bytes() for path in options.docx}
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        theirs = libreoffice_pdfs(documents, Path(name))
    for title, docx in documents.items():
        picture = sheet(title, pages(convert(docx, name=f"{title}.docx").data), pages(theirs[title]))
        picture.quantize(_COLORS, Image.Quantize.FASTOCTREE).save(
            options.folder / f"{title}.png", optimize=True
        )


if __name__ == "__main__":
    main()
