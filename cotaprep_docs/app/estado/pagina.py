"""Where a process stands, as an HTML page with its timeline."""

from __future__ import annotations

from pathlib import Path

from cotaprep_docs.app.aparte import PAGINA, Aparte, save_aparte
from cotaprep_docs.app.estado.hitos import build_hitos
from cotaprep_docs.app.estado.palabras import day_text
from cotaprep_docs.app.estado.seccion import Seccion
from cotaprep_docs.app.estado.secciones import build_secciones, write_encabezado, write_revision
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.documents.context import SAMPLE_MARK
from cotaprep_docs.exports.estado_html import Apartado, Linea, PaginaEstado, write_estado_page
from cotaprep_docs.spanish.dates import month_text
from cotaprep_docs.spanish.names import sentence_case

NAME = "estado.html"


def save_estado_page(tablero: Tablero, path: Path) -> Resultado:
    """Write the page and return it as the file of a result.

    Args:
        tablero: what it tells.
        path: the file; one that somebody edited stays, and the page goes beside it.
    """
    data = write_estado_page(build_pagina(tablero))
    page = Aparte(PAGINA, "Página con el estado del proceso", data, muestra=tablero.is_muestra)
    return save_aparte(path, page)


def build_pagina(tablero: Tablero) -> PaginaEstado:
    """Return what the page shows."""
    hitos = build_hitos(tablero)
    hoy = tablero.estado.hoy
    months = {hito.fecha.replace(day=1) for hito in hitos} | {hoy.replace(day=1)}
    sample = f" ({SAMPLE_MARK})" if tablero.is_muestra else ""
    return PaginaEstado(
        titulo=f"Estado del proceso{sample}",
        encabezado=tuple(filter(None, (*write_encabezado(tablero), write_revision(tablero)))),
        apartados=tuple(_apartado(seccion) for seccion in build_secciones(tablero)),
        hitos=hitos,
        hoy=hoy,
        hoy_texto=day_text(hoy),
        meses={month: sentence_case(month_text(month)) for month in months},
    )


def _apartado(seccion: Seccion) -> Apartado:
    lines = (Linea(one.texto, one.tono.value, one.detalles) for one in seccion.renglones)
    return Apartado(seccion.titulo, tuple(lines), seccion.vacio)
