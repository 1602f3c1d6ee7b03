"""The gallery beside LibreOffice with the same font files: same pages, same words on each."""

from __future__ import annotations

import pytest

from cotaprep_docs.ooxml.flatten import flatten
from cotaprep_docs.pdf.convert import convert
from tests.pdf.gallery import gallery
from tests.support.libreoffice import libreoffice_pdfs
from tests.support.pdf_text import compact_pages, glyphs

# LibreOffice leaves out of the PDF what a row of exact height hides; we keep it as hidden text.
_HIDES_TEXT = {"table_heights"}
# It does not know the names that Word gives to heading styles in STYLEREF, and keeps the cached result.
_OTHER_WORDS = {"running_titles"}
# It rounds line spacing below single otherwise than we do.
_OTHER_HEIGHTS = {"spacing"}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    # It prints tracked changes as such: our second engine resolves them first, and so does this comparison.
    documents = {name: flatten(document.build()).docx for name, document in gallery().items()}
    return libreoffice_pdfs(documents, tmp_path_factory.mktemp("libreoffice"))


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", gallery())
def test_every_page_holds_the_same_words(name: str, theirs: dict[str, bytes]) -> None:
    ours = compact_pages(convert(gallery()[name].build()).data)
    expected = compact_pages(theirs[name])
    assert len(ours) == len(expected)
    if name not in _HIDES_TEXT | _OTHER_WORDS:
        assert ours == expected


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", sorted(gallery().keys() - _HIDES_TEXT - _OTHER_WORDS - _OTHER_HEIGHTS))
def test_every_character_stands_at_the_same_height(name: str, theirs: dict[str, bytes]) -> None:
    ours, expected = glyphs(convert(gallery()[name].build()).data), glyphs(theirs[name])
    for mine, other in zip(ours, expected, strict=True):
        far = [
            (a, b) for a, b in zip(mine, other, strict=True) if abs(a.y - b.y) > 0.75 or abs(a.x - b.x) > 2
        ]
        assert not far[:3]
