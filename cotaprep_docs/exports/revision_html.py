"""What a review found, as one page to share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cotaprep_docs.exports.html import text, write_box, write_html
from cotaprep_docs.records import record

GRAVEDADES = (("error", "Errores"), ("advertencia", "Advertencias"), ("aviso", "Avisos"))


@record(frozen=True, slots=True)
class Hallazgo:
    """One finding.

    Attributes:
        codigo: its code.
        gravedad: ``error``, ``advertencia`` or ``aviso``.
        grupo: what it is listed under: the workbook and its sheet, or a file.
        celda: the cell in that sheet; empty for the whole of it.
        mensaje: what is wrong.
        sugerencia: what to do.
        fundamento: the norm, or empty.
    """

    codigo: str
    gravedad: str
    grupo: str
    celda: str
    mensaje: str
    sugerencia: str
    fundamento: str = ""


@record(frozen=True, slots=True)
class Fila:
    """One row of the table of deliverables: number, title, terms and what answers it."""

    numero: str
    titulo: str
    plazos: tuple[str, ...]
    atencion: tuple[str, ...]
    marca: str


@record(frozen=True, slots=True)
class PaginaRevision:
    """The page.

    Attributes:
        titulo: its heading.
        subtitulo: of which process, and when.
        hallazgos: in reading order; neighbours of one group are listed together.
        filas: the deliverables; none for no table.
    """

    titulo: str
    subtitulo: str
    hallazgos: tuple[Hallazgo, ...]
    filas: tuple[Fila, ...] = ()


def write_page(pagina: PaginaRevision) -> bytes:
    """Return the page as UTF-8."""
    body = "\n".join(
        (
            f"<header><h1>{text(pagina.titulo)}</h1><p>{text(pagina.subtitulo)}</p></header>",
            *_filters(pagina.hallazgos),
            "<main>",
            *_findings(pagina.hallazgos),
            *_table(pagina.filas),
            "</main>",
        )
    )
    return write_html(pagina.titulo, body, _STYLE)


def _filters(hallazgos: Iterable[Hallazgo]) -> Iterator[str]:
    """Yield a box per gravity, with its count; the style hides what is not ticked."""
    found = [hallazgo.gravedad for hallazgo in hallazgos]
    if not found:
        return
    for key, label in GRAVEDADES:
        count = found.count(key)
        if count:
            yield write_box(key, f"{label}: {count}")


def _findings(hallazgos: tuple[Hallazgo, ...]) -> Iterator[str]:
    if not hallazgos:
        yield '<p class="bien">No se encontró nada que corregir.</p>'
    for grupo, items in groupby(hallazgos, key=lambda hallazgo: hallazgo.grupo):
        yield f"<section><h2>{text(grupo)}</h2><ul>"
        yield from (_finding(item) for item in items)
        yield "</ul></section>"


def _finding(item: Hallazgo) -> str:
    place = f"<strong>{text(item.celda)}</strong> " if item.celda else ""
    norm = f'<p class="norma">Norma: {text(item.fundamento)}</p>' if item.fundamento else ""
    return (
        f'<li class="{text(item.gravedad)}"><p>{place}<span class="sello">{text(item.gravedad)} '
        f"{text(item.codigo)}</span></p><p>{text(item.mensaje)}.</p>"
        f'<p class="hacer">Qué hacer: {text(item.sugerencia)}</p>{norm}</li>'
    )


def _table(filas: tuple[Fila, ...]) -> Iterator[str]:
    if not filas:
        return
    yield (
        '<section><h2 id="entregables">Entregables y sus plazos</h2>'
        '<div class="tabla" role="region" aria-labelledby="entregables" tabindex="0"><table>'
        '<thead><tr><th scope="col">Nº</th><th scope="col">Entregable</th><th scope="col">A más tardar</th>'
        '<th scope="col">Quién lo atiende</th><th scope="col">Marca</th></tr></thead><tbody>'
    )
    for fila in filas:
        yield (
            f'<tr><td>{text(fila.numero)}</td><th scope="row">{text(fila.titulo)}</th>'
            f"<td>{_lines(fila.plazos)}</td><td>{_lines(fila.atencion)}</td><td>{text(fila.marca)}</td></tr>"
        )
    yield "</tbody></table></div></section>"


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(map(text, texts)) or "—"


_STYLE = """
.norma{color:var(--tenue);font-size:.9rem}
label.error,.error .sello{color:var(--error)}
label.advertencia,.advertencia .sello{color:var(--advertencia)}
label.aviso,.aviso .sello{color:var(--aviso)}
li{border-left:.35rem solid var(--linea);padding:.45rem .7rem;margin:.5rem 0}
li.error{border-color:var(--error)}li.advertencia{border-color:var(--advertencia)}
li.aviso{border-color:var(--aviso)}
.sello{font-weight:600}
.bien{font-size:1.15rem}
.tabla{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:38rem;font-size:.92rem}
th,td{border:1px solid var(--linea);padding:.35rem .5rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600}
#ver-error:not(:checked)~main .error,#ver-advertencia:not(:checked)~main .advertencia,
#ver-aviso:not(:checked)~main .aviso{display:none}
"""
