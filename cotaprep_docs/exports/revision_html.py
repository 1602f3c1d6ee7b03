"""What a review found, as one page to share: self-contained, readable on a telephone, no script.

Everything that comes from a tracker is escaped; a policy in the page forbids it to load anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from cotaprep_docs.exports.texts import clean
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
class Pagina:
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


def write_page(pagina: Pagina) -> bytes:
    """Return the page as UTF-8."""
    body = "\n".join(
        (
            f"<header><h1>{_text(pagina.titulo)}</h1><p>{_text(pagina.subtitulo)}</p></header>",
            *_filters(pagina.hallazgos),
            "<main>",
            *_findings(pagina.hallazgos),
            *_table(pagina.filas),
            "</main>",
        )
    )
    return (
        '<!doctype html>\n<html lang="es">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{_text(pagina.titulo)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _text(text: str) -> str:
    return escape(clean(text), quote=True)


def _filters(hallazgos: Iterable[Hallazgo]) -> Iterator[str]:
    """Yield a box per gravity, with its count; the style hides what is not ticked."""
    found = [hallazgo.gravedad for hallazgo in hallazgos]
    if not found:
        return
    for key, label in GRAVEDADES:
        count = found.count(key)
        if count:
            yield (
                f'<input type="checkbox" id="ver-{key}" checked>'
                f'<label class="{key}" for="ver-{key}">{label}: {count}</label>'
            )


def _findings(hallazgos: tuple[Hallazgo, ...]) -> Iterator[str]:
    if not hallazgos:
        yield '<p class="bien">No se encontró nada que corregir.</p>'
    for grupo, items in groupby(hallazgos, key=lambda hallazgo: hallazgo.grupo):
        yield f"<section><h2>{_text(grupo)}</h2><ul>"
        yield from (_finding(item) for item in items)
        yield "</ul></section>"


def _finding(item: Hallazgo) -> str:
    place = f"<strong>{_text(item.celda)}</strong> " if item.celda else ""
    norm = f'<p class="norma">Norma: {_text(item.fundamento)}</p>' if item.fundamento else ""
    return (
        f'<li class="{_text(item.gravedad)}"><p>{place}<span class="sello">{_text(item.gravedad)} '
        f"{_text(item.codigo)}</span></p><p>{_text(item.mensaje)}.</p>"
        f'<p class="hacer">Qué hacer: {_text(item.sugerencia)}</p>{norm}</li>'
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
            f'<tr><td>{_text(fila.numero)}</td><th scope="row">{_text(fila.titulo)}</th>'
            f"<td>{_lines(fila.plazos)}</td><td>{_lines(fila.atencion)}</td><td>{_text(fila.marca)}</td></tr>"
        )
    yield "</tbody></table></div></section>"


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(_text(text) for text in texts) or "—"


_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark;--fondo:#fff;--texto:#1b1b1b;--linea:#c9c9c9;--tenue:#555;
--error:#b00020;--advertencia:#8a5a00;--aviso:#0b5394}
@media(prefers-color-scheme:dark){:root{--fondo:#161616;--texto:#ececec;--linea:#444;--tenue:#b5b5b5;
--error:#ff8a93;--advertencia:#f2c14e;--aviso:#8ec5ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--fondo);color:var(--texto);
font:1rem/1.5 system-ui,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0}
h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--linea)}
header p,.norma{color:var(--tenue)}
p{margin:.15rem 0}
input{width:1.15rem;height:1.15rem;margin:.5rem .3rem .5rem 0;vertical-align:middle}
label{margin-right:1.1rem;font-weight:600}
label.error,.error .sello{color:var(--error)}
label.advertencia,.advertencia .sello{color:var(--advertencia)}
label.aviso,.aviso .sello{color:var(--aviso)}
ul{list-style:none;margin:0;padding:0}
li{border-left:.35rem solid var(--linea);padding:.45rem .7rem;margin:.5rem 0}
li.error{border-color:var(--error)}li.advertencia{border-color:var(--advertencia)}
li.aviso{border-color:var(--aviso)}
.sello{font-weight:600}
.hacer{font-style:normal}
.norma{font-size:.9rem}
.bien{font-size:1.15rem}
.tabla{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:38rem;font-size:.92rem}
th,td{border:1px solid var(--linea);padding:.35rem .5rem;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600}
#ver-error:not(:checked)~main .error,#ver-advertencia:not(:checked)~main .advertencia,
#ver-aviso:not(:checked)~main .aviso{display:none}
:focus-visible{outline:3px solid var(--aviso);outline-offset:2px}
@media print{input,label{display:none}li{break-inside:avoid}}
"""
