"""`Libro`: the ledger of numbers of a workspace, ``numeracion.json`` beside the trackers."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from cotaprep_docs.domain.numeracion import Asiento, EstadoNumero, Numeracion
from cotaprep_docs.review.atomic import REAL_DISK, Disk
from cotaprep_docs.review.ledger import HeldLedger, LedgerFile, Row

NAME: Final = "numeracion.json"
FORMAT: Final = "cotaprep-docs/numeracion"

_FIELDS: Final[dict[str, type[str] | type[int]]] = {
    "serie": str,
    "anio": int,
    "numero": int,
    "texto": str,
    "acto": str,
    "estado": str,
    "fecha": str,
    "motivo": str,
}


class Libro:
    """The ledger on disk."""

    def __init__(self, folder: Path, *, disk: Disk = REAL_DISK, patience: float = 60.0) -> None:
        """Say where it is.

        Args:
            folder: the folder of the trackers.
            disk: the calls that change the disk.
            patience: seconds to wait for another process, which may be making a whole document.
        """
        optional = frozenset({"acto", "motivo"})
        self._file = LedgerFile(folder / NAME, FORMAT, _FIELDS, optional, disk, patience)

    def read(self) -> Numeracion:
        """Return what it holds; nothing where there is none yet.

        Raises:
            UnreadableInput: it is damaged, of a newer version, or may not be read.
        """
        return self._typed(self._file.read())

    @contextlib.contextmanager
    def hold(self) -> Iterator[LibroTomado]:
        """Keep every other process from taking numbers.

        Raises:
            ProtectedFile: another one is taking them.
            UnreadableInput: as `read`.
        """
        with self._file.hold() as held:
            yield LibroTomado(held, self._typed(held.rows))

    def _typed(self, rows: Sequence[Row]) -> Numeracion:
        try:
            numeracion = Numeracion(tuple(_asiento(row) for row in rows))
        except ValueError as error:
            raise self._file.broken(f"dice «{error}» donde no va") from error
        odd = numeracion.contradiction()
        if odd is not None:
            raise self._file.broken(f"el asiento de «{odd.texto}» se repite o no tiene sentido")
        return numeracion.with_asientos(())


class LibroTomado:
    """The ledger while no other process changes it.

    Attributes:
        numeracion: what it holds, as last read or saved.
    """

    def __init__(self, held: HeldLedger, numeracion: Numeracion) -> None:
        self.numeracion = numeracion
        self._held = held

    def save(self, numeracion: Numeracion) -> None:
        """Write it down, whole or not at all.

        Raises:
            ProtectedFile: somebody has it open, or changed it meanwhile.
            MissingResource: it could not be written.
        """
        self._held.write([_row(asiento) for asiento in numeracion.asientos])
        self.numeracion = numeracion


def _asiento(row: Row) -> Asiento:
    """Return a line as typed; raises ValueError with what is not of its kind."""
    state, day = str(row["estado"]), str(row["fecha"])
    if state not in set(EstadoNumero):
        raise ValueError(state)
    try:
        fecha = dt.date.fromisoformat(day)
    except ValueError as error:
        raise ValueError(day) from error
    return Asiento(
        str(row["serie"]),
        int(row["anio"]),
        int(row["numero"]),
        str(row["texto"]),
        str(row.get("acto", "")),
        EstadoNumero(state),
        fecha,
        str(row.get("motivo", "")),
    )


def asiento_fields(asiento: Asiento) -> dict[str, str | int]:
    """Return a number as the ledger's file and the command line's JSON show it."""
    return {
        "serie": asiento.serie,
        "anio": asiento.anio,
        "numero": asiento.numero,
        "texto": asiento.texto,
        "acto": asiento.acto,
        "estado": asiento.estado.value,
        "fecha": asiento.fecha.isoformat(),
        "motivo": asiento.motivo,
    }


def _row(asiento: Asiento) -> Row:
    return {name: value for name, value in asiento_fields(asiento).items() if value != ""}
