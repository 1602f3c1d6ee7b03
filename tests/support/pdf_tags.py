"""The structure of a PDF as text: one line per element, with the words it holds, in the order of reading."""

from __future__ import annotations

import ctypes
import dataclasses
import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

_BLANK = str.maketrans({"\r": None, "\n": None, "\x02": "-"})


@dataclasses.dataclass(slots=True)
class Node:
    """A structure element: its type, what it says of itself, elements and texts within it."""

    kind: str
    details: dict[str, str]
    kids: list[Node | str]
    areas: int = 0

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join("".join(_texts(self)).split())

    @property
    def prose(self) -> str:
        """Its words as a DOCX has them typed.

        Without those of figures, for which their alternative text is read, and the marks of lists, which Word
        counts by itself.
        """
        return " ".join("".join(_texts(self, left_out=("Figure", "Lbl"))).split())

    def walk(self) -> Iterator[Node]:
        """Yield it and all elements within."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def of(self, kind: str) -> list[Node]:
        """Return the elements of a type."""
        return [node for node in self.walk() if node.kind == kind]


def _texts(node: Node, *, left_out: tuple[str, ...] = ()) -> Iterator[str]:
    for kid in node.kids:
        if isinstance(kid, str):
            yield kid
        elif kid.kind not in left_out:
            yield from _texts(kid, left_out=left_out)
            yield " " if kid.kind in _BLOCKS else ""


_BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Lbl", "LBody", "L", "TD", "TH", "TR", "Table"}


def structure(data: bytes) -> Node:
    """Return the element at the top of the structure of a PDF."""
    texts = _marked_texts(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
        return _Reader(texts, pages).node(pdf.Root.StructTreeRoot.K)


def _marked_texts(data: bytes) -> dict[tuple[int, int], str]:
    """Return the text of each stretch of marked content by page and number."""
    found: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(data) as document:
        for index, page in enumerate(document):
            words = page.get_textpage()
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
                key = (index, pdfium.FPDFPageObj_GetMarkedContentID(item.raw))
                size = pdfium.FPDFTextObj_GetText(item.raw, words.raw, None, 0)
                buffer = ctypes.create_string_buffer(size)
                units = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
                pdfium.FPDFTextObj_GetText(item.raw, words.raw, units, size)
                text = buffer.raw[: size - 2].decode("utf-16-le").translate(_BLANK)
                found[key] = found.get(key, "") + text
    return found


class _Reader:
    def __init__(self, texts: dict[tuple[int, int], str], pages: dict[Any, int]) -> None:
        self._texts = texts
        self._pages = pages

    def node(self, element: Any) -> Node:
        node = Node(str(element.S).lstrip("/"), _details(element), [])
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._add(kid, element, node)
        return node

    def _add(self, kid: Any, element: Any, node: Node) -> None:
        if not isinstance(kid, pikepdf.Dictionary):
            node.kids.append(self._texts.get((self._pages[element.Pg.objgen], int(kid)), ""))
        elif kid.get("/Type") == "/MCR":
            node.kids.append(self._texts.get((self._pages[kid.Pg.objgen], int(kid.MCID)), ""))
        elif kid.get("/Type") == "/OBJR":
            node.areas += 1
        else:
            node.kids.append(self.node(kid))


def _details(element: Any) -> dict[str, str]:
    found = {key: str(element[f"/{key}"]) for key in ("T", "Alt") if f"/{key}" in element}
    attributes = element.get("/A", {})
    for key in ("Scope", "ColSpan", "RowSpan", "ListNumbering", "Summary"):
        if f"/{key}" in attributes:
            found[key] = str(attributes[f"/{key}"]).lstrip("/")
    return found


def outline_of(node: Node, depth: int = 0) -> Iterator[str]:
    """Yield one line per element, indented by its depth; texts are cut short."""
    own = "".join(kid for kid in node.kids if isinstance(kid, str)).strip()
    details = "".join(f" {key}={value}" for key, value in sorted(node.details.items()))
    words = f" «{own if len(own) <= 60 else own[:60] + '…'}»" if own else ""
    yield "  " * depth + node.kind + details + words
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from outline_of(kid, depth + 1)
