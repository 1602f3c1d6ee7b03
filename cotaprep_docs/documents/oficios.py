"""The sheet Oficios: number, date and sheets of documents that have no row of their own elsewhere."""

from __future__ import annotations

import datetime as dt
import re

from cotaprep_docs.documents.cartas import lugar_fecha
from cotaprep_docs.documents.redaccion import LIBRO, Redaccion
from cotaprep_docs.domain.acto import Acto, acto_of_letter, letter_key, letter_name
from cotaprep_docs.domain.acuerdo import Oficio
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.serie import OFICIOS
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.prose import Gap, Prose, as_prose

SHEET = "Oficios"
_FILE_ENDING = re.compile(r"\.(?:docx|pdf)$", re.IGNORECASE)


def find_oficio(proceso: Proceso, documento: str) -> Oficio | None:
    """Return the row of a document, by the name of its file; None where there is none."""
    wanted = letter_name(documento)
    return next((row for row in proceso.oficios if letter_name(row.documento) == wanted), None)


def oficio_gap(proceso: Proceso, documento: str, field: str, label: str) -> Gap:
    """Return the gap of a field of a document's row; where there is no row, it asks to add one."""
    row = find_oficio(proceso, documento)
    if row is None:
        hint = f"Agregue en «{SHEET}» un renglón con «{documento}» en «Documento»."
        return Gap(label, CellLocation(LIBRO, SHEET), hint)
    return Gap(label, row.origin.cell(field))


def oficio_fecha(proceso: Proceso, documento: str) -> dt.date | None:
    """Return the date of a document; None where nobody typed one."""
    row = find_oficio(proceso, documento)
    return row.fecha if row is not None else None


def write_numero(redaccion: Redaccion, documento: str) -> Prose:
    """Return the number of a letter: typed or assigned, or the gap that asks for it."""
    row = find_oficio(redaccion.proceso, documento)
    if row is not None and row.numero:
        return as_prose(row.numero)
    cell = row.origin.cell("numero") if row is not None else CellLocation(LIBRO, SHEET)
    return redaccion.numero(letter_key(documento), OFICIOS, "número de oficio", cell)


def acto_of(redaccion: Redaccion, documento: str, sesion: str = "") -> Acto:
    """Return the act that a letter without a row of its own elsewhere is.

    Args:
        redaccion: the trackers.
        documento: name of its file.
        sesion: key of the session it is about, if it is about one.
    """
    row = find_oficio(redaccion.proceso, documento)
    return acto_of_letter(row, documento, CellLocation(LIBRO, SHEET), sesion)


def typed_keys(proceso: Proceso, tipo: str) -> tuple[str, ...]:
    """Return the keys of the documents of a kind that have a row, as typed, without the kind; each once."""
    found: dict[str, str] = {}
    for row in proceso.oficios:
        name = letter_name(row.documento)
        if name.startswith(f"{tipo}-"):
            found.setdefault(name, _FILE_ENDING.sub("", " ".join(row.documento.split())))
    return tuple(key[len(tipo) + 1 :] for key in found.values())


def write_lugar_fecha(redaccion: Redaccion, documento: str) -> Prose:
    """Return place and date of a letter, or the gap that asks for its date."""
    gap = oficio_gap(redaccion.proceso, documento, "fecha", "fecha del documento")
    return lugar_fecha(redaccion, oficio_fecha(redaccion.proceso, documento), gap)


def oficio_rows(proceso: Proceso, documento: str) -> tuple[Oficio, ...]:
    """Return the row of a document, as a kind lists the rows it uses."""
    row = find_oficio(proceso, documento)
    return () if row is None else (row,)
