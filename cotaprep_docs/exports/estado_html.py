"""Where a process stands, as one page: what is due, then the process month by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cotaprep_docs.exports.html import text, write_box, write_html
from cotaprep_docs.records import record

CLASES = (
    ("sesion", "Sesiones"),
    ("reunion", "Reuniones"),
    ("entregable", "Entregables"),
    ("acuerdo", "Acuerdos y compromisos"),
    ("prueba", "Prueba y simulacros"),
)
"""The kinds of event that can be hidden, in the order of their boxes."""
SIEMPRE = "jornada"
"""The kind of event that always shows."""


@record(frozen=True, slots=True)
class Linea:
    """One line of a matter.

    Attributes:
        texto: what it says.
        tono: ``urgente``, ``pronto`` or ``normal``.
        detalles: what else is to be known.
    """

    texto: str
    tono: str
    detalles: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Apartado:
    """One matter with its lines, or what is said where it has none."""

    titulo: str
    lineas: tuple[Linea, ...]
    vacio: str


@record(frozen=True, slots=True)
class Hito:
    """One event of the timeline.

    Attributes:
        fecha: its day.
        dia: that day as people read it: ``martes 30``.
        clase: one of `CLASES`, or `SIEMPRE`.
        texto: what happens.
        estado: how it stands, in a word or two.
        tono: ``urgente``, ``pronto``, ``hecho`` or ``normal``.
    """

    fecha: dt.date
    dia: str
    clase: str
    texto: str
    estado: str
    tono: str


@record(frozen=True, slots=True)
class PaginaEstado:
    """The page.

    Attributes:
        titulo: its heading.
        encabezado: of which process and day, and what else comes first; a paragraph each.
        apartados: the matters.
        hitos: the events, by date.
        hoy: the day.
        hoy_texto: that day as people read it.
        meses: the name of each month of the events, by its first day.
    """

    titulo: str
    encabezado: tuple[str, ...]
    apartados: tuple[Apartado, ...]
    hitos: tuple[Hito, ...]
    hoy: dt.date
    hoy_texto: str
    meses: dict[dt.date, str]


_WORDS = {"urgente": "Urgente", "pronto": "Atención"}


def write_estado_page(pagina: PaginaEstado) -> bytes:
    """Return the page as UTF-8."""
    head = "".join(f"<p>{text(line)}</p>" for line in pagina.encabezado)
    body = "\n".join(
        (
            f"<header><h1>{text(pagina.titulo)}</h1>{head}</header>",
            "<main>",
            *(_matter(apartado) for apartado in pagina.apartados),
            *_timeline(pagina),
            "</main>",
        )
    )
    return write_html(pagina.titulo, body, _STYLE)


def _matter(apartado: Apartado) -> str:
    lines = "".join(_line(linea) for linea in apartado.lineas)
    content = f"<ul>{lines}</ul>" if lines else f'<p class="nada">{text(apartado.vacio)}</p>'
    return f"<section><h2>{text(apartado.titulo)}</h2>{content}</section>"


def _line(linea: Linea) -> str:
    word = _WORDS.get(linea.tono, "")
    seal = f'<span class="sello">{word}</span> ' if word else ""
    details = "".join(f"<p>{text(detalle)}</p>" for detalle in linea.detalles if detalle)
    return f'<li class="{text(linea.tono)}"><p class="dice">{seal}{text(linea.texto)}</p>{details}</li>'


def _timeline(pagina: PaginaEstado) -> Iterator[str]:
    if not pagina.hitos:
        return
    yield '<section class="linea"><h2>Línea del tiempo</h2>'
    shown = {hito.clase for hito in pagina.hitos}
    for key, label in CLASES:
        if key in shown:
            yield f'<span class="ver">{write_box(key, label)}</span> '
    yield '<ol class="meses">'
    for month, hitos in _by_month(pagina):
        yield f"<li><h3>{text(pagina.meses[month])}</h3><ol>"
        yield from _month(pagina, month, hitos)
        yield "</ol></li>"
    yield "</ol></section>"


def _by_month(pagina: PaginaEstado) -> Iterator[tuple[dt.date, Sequence[Hito]]]:
    """Yield the events by month; the month of the day even where it has none."""
    today = pagina.hoy.replace(day=1)
    months = {month: tuple(found) for month, found in groupby(pagina.hitos, lambda h: h.fecha.replace(day=1))}
    if min(months) <= today <= max(months):
        months.setdefault(today, ())
    for month in sorted(months):
        yield month, months[month]


def _month(pagina: PaginaEstado, month: dt.date, hitos: Iterable[Hito]) -> Iterator[str]:
    told = month != pagina.hoy.replace(day=1)
    for hito in hitos:
        if not told and hito.fecha >= pagina.hoy:
            told = True
            yield _today(pagina)
        yield _event(hito)
    if not told:
        yield _today(pagina)


def _today(pagina: PaginaEstado) -> str:
    return f'<li class="hoy" id="hoy"><p>Hoy, {text(pagina.hoy_texto)}</p></li>'


def _event(hito: Hito) -> str:
    state = f' <span class="estado">{text(hito.estado)}</span>' if hito.estado else ""
    return (
        f'<li class="hito {text(hito.clase)} {text(hito.tono)}"><p><time datetime="{hito.fecha.isoformat()}">'
        f"{text(hito.dia)}</time> {text(hito.texto)}{state}</p></li>"
    )


_STYLE = """
header p:last-child{font-weight:600}
section>ul>li{border-left:.35rem solid var(--linea);padding:.4rem .7rem;margin:.45rem 0}
li.urgente{border-color:var(--error)}
section>ul>li.pronto{border-color:var(--advertencia)}
.dice{font-weight:600}
li.normal .dice:only-child{font-weight:400}
.urgente .sello{color:var(--error)}
.pronto .sello{color:var(--advertencia)}
.sello::after{content:":"}
section>ul>li p+p{color:var(--tenue);font-size:.95rem}
.nada{color:var(--tenue)}
h3{font-size:1rem;margin:1.1rem 0 .3rem}
h3::first-letter{text-transform:uppercase}
.meses ol{border-left:.2rem solid var(--linea);margin-left:.4rem;padding-left:1rem}
.hito,.hoy{position:relative;padding:.25rem 0}
.hito::before{content:"";position:absolute;left:-1.5rem;top:.65rem;width:.8rem;height:.8rem;
border-radius:50%;border:.15rem solid var(--punto,var(--tenue));background:var(--fondo)}
.hito.hecho::before{background:var(--punto,var(--tenue))}
.sesion{--punto:var(--aviso)}.reunion{--punto:var(--bien)}.entregable{--punto:var(--advertencia)}
.acuerdo{--punto:#7a3e9d}.prueba{--punto:var(--tenue)}.jornada{--punto:var(--error)}
@media(prefers-color-scheme:dark){.acuerdo{--punto:#cfa3ec}}
.ver{white-space:nowrap}
label{border-bottom:.2rem solid var(--punto)}
time{color:var(--tenue);font-weight:600;margin-right:.3rem}
.jornada p{font-weight:700}
.estado{color:var(--tenue);font-size:.9rem}
.estado::before{content:"· "}
.hito.urgente .estado{color:var(--error);font-weight:600}
.hito.pronto .estado{color:var(--advertencia)}
.hoy p{color:var(--error);font-weight:700;border-top:.15rem solid var(--error);padding-top:.2rem}
.linea:has(#ver-sesion:not(:checked)) .meses .sesion,.linea:has(#ver-reunion:not(:checked)) .meses .reunion,
.linea:has(#ver-entregable:not(:checked)) .meses .entregable,
.linea:has(#ver-acuerdo:not(:checked)) .meses .acuerdo,
.linea:has(#ver-prueba:not(:checked)) .meses .prueba{display:none}
"""
