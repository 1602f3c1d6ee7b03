"""The page of a review: whole by itself, escaped, and readable without seeing colours."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cotaprep_docs.exports.revision_html import Fila, Hallazgo, PaginaRevision, write_page
from cotaprep_docs.exports.texts import clean

_VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """The text of a page, its tags with their attributes, and whether they nest."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def hallazgo(gravedad: str = "error", **texts: str) -> Hallazgo:
    fields = {
        "codigo": "TRK-001", "grupo": "sesiones.xlsx, hoja Calendario", "celda": "E3", "mensaje": "No es fecha",
        "sugerencia": "Escríbala.", "fundamento": "", **texts,
    }  # fmt: skip
    return Hallazgo(gravedad=gravedad, **fields)


def a_page(*hallazgos: Hallazgo, filas: tuple[Fila, ...] = ()) -> Reader:
    return Reader(write_page(PaginaRevision("Revisión", "COTAPREP", hallazgos, filas)))


def test_the_page_is_spanish_self_contained_and_fits_a_telephone() -> None:
    page = a_page(hallazgo(), filas=(Fila("5", "Plan", ("02/11/2023",), ("sesión 1",), "I"),))
    tags = dict(page.tags)
    assert tags["html"]["lang"] == "es"
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in [
        attributes for tag, attributes in page.tags if tag == "meta"
    ]
    assert not {"script", "img", "link", "iframe", "form", "a"} & set(tags)
    assert not [1 for _, attributes in page.tags if {"src", "href", "style"} & set(attributes)]
    assert not page.open


def test_gravity_is_said_in_words_and_can_be_hidden() -> None:
    page = a_page(hallazgo(), hallazgo("advertencia"), hallazgo("advertencia", celda="E4"))
    assert "Errores: 1" in page.text
    assert "Advertencias: 2" in page.text
    assert "Avisos" not in page.text
    labels = [attributes["for"] for tag, attributes in page.tags if tag == "label"]
    boxes = [attributes["id"] for tag, attributes in page.tags if tag == "input"]
    assert labels == boxes == ["ver-error", "ver-advertencia"]
    assert "advertencia TRK-001" in page.text


def test_tables_have_headers_and_headings_go_down_one_by_one() -> None:
    page = a_page(hallazgo(), filas=(Fila("5", "Plan", (), (), "I"),))
    headings = [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert headings == ["h1", "h2", "h2"]
    scopes = [attributes.get("scope") for tag, attributes in page.tags if tag == "th"]
    assert scopes == ["col"] * 5 + ["row"]


def test_neighbours_of_one_sheet_share_its_heading() -> None:
    page = a_page(hallazgo(), hallazgo(celda="E4"), hallazgo(grupo="normas.toml"))
    assert [tag for tag, _ in page.tags].count("h2") == 2


def test_nothing_to_mend_is_said() -> None:
    assert "No se encontró nada que corregir" in a_page().text


@given(st.text(max_size=60))
def test_whatever_a_cell_holds_is_text(text: str) -> None:
    plain = a_page(hallazgo(fundamento="N"))
    page = a_page(hallazgo(mensaje=text, sugerencia=text, grupo=text, fundamento=f"N {text}"))
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in plain.tags}
    assert clean(text).strip() in page.text
    assert not page.open
