"""The deliverables to the national authority, as the norms file lists them: what, and by when."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any

from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.problem_kinds import BAD_ENTREGABLE
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.records import record


class Referencia(enum.Enum):
    """The event from which a term is counted."""

    JORNADA = "jornada"
    MES_JORNADA = "mes_jornada"
    PRUEBA = "prueba"
    SIMULACRO = "simulacro_1"
    CIERRE = "cierre"
    FIN_DE_MES = "fin_de_mes"


@record(frozen=True, slots=True)
class Plazo:
    """By when one version of a deliverable is to be ready.

    Attributes:
        fase: which version (``Proyecto``, ``Acuerdo``); empty where there is one.
        desde: the event it is counted from.
        meses: months after it; negative before it.
        dias: days after that; negative before it.
        remitir: days to send it once it is ready; None where the term is that of sending it.
        marca: how sure the term is.
    """

    fase: str
    desde: Referencia
    meses: int
    dias: int
    remitir: int | None
    marca: Marca


@record(frozen=True, slots=True)
class Entregable:
    """One deliverable.

    Attributes:
        numero: its number in the norm.
        titulo: what it is.
        plazos: its terms, in the order of its versions.
        comite: whether the committee itself has to see it in a session.
        dato: the field of the institution's sheet with the day it was agreed; empty where none has it.
        fuente: where the terms come from.
        nota: what else is to be known.
    """

    numero: int
    titulo: str
    plazos: tuple[Plazo, ...]
    comite: bool
    fuente: str
    nota: str = ""
    dato: str = ""

    @property
    def is_mensual(self) -> bool:
        """Whether there is one each month."""
        return any(plazo.desde is Referencia.FIN_DE_MES for plazo in self.plazos)


def read_entregables(data: Mapping[str, Any], name: str, problems: list[Problem]) -> tuple[Entregable, ...]:
    """Return the deliverables of a norms file by number; those that make no sense are reported.

    Args:
        data: the file, parsed.
        name: its name, for messages.
        problems: where findings go.
    """
    table = data.get("entregables", {})
    found: list[Entregable] = []
    for clave, fields in table.items() if isinstance(table, dict) else ():
        entry = _read(str(clave), fields)
        if entry is None:
            problems.append(BAD_ENTREGABLE.at(FileLocation(name, f"entregables.{clave}"), clave=clave))
        else:
            found.append(entry)
    return tuple(sorted(found, key=lambda entry: entry.numero))


_FIELDS = {
    "titulo": str, "fuente": str, "marca": str, "plazos": list, "comite": bool, "nota": str, "dato": str,
}  # fmt: skip
DATOS = ("fecha_comision", "fecha_instancia", "fecha_designacion")
"""Fields of the institution's sheet that say when a deliverable was agreed."""
_TERM_FIELDS = {"fase": str, "desde": str, "meses": int, "dias": int, "remitir": int, "marca": str}


def _read(clave: str, fields: object) -> Entregable | None:
    if not clave.isdigit() or not _is_typed(fields, _FIELDS) or not isinstance(fields, dict):
        return None
    if not all(fields.get(name) for name in ("titulo", "fuente", "marca", "plazos")):
        return None
    if fields.get("dato", DATOS[0]) not in DATOS:
        return None
    try:
        plazos = tuple(_terms(fields))
    except ValueError:
        return None
    return Entregable(
        int(clave), fields["titulo"], plazos, fields.get("comite", False), fields["fuente"],
        fields.get("nota", ""), fields.get("dato", ""),
    )  # fmt: skip


def _terms(fields: Mapping[str, Any]) -> Iterator[Plazo]:
    for term in fields["plazos"]:
        if not _is_typed(term, _TERM_FIELDS):
            raise ValueError
        yield Plazo(
            term.get("fase", ""),
            Referencia(term.get("desde")),
            term.get("meses", 0),
            term.get("dias", 0),
            term.get("remitir"),
            Marca(term.get("marca", fields["marca"])),
        )


def _is_typed(fields: object, types: Mapping[str, type]) -> bool:
    """Tell whether a table has only the fields it may have, each of its type; true is no number."""
    return isinstance(fields, dict) and all(
        name in types and type(value) is types[name] for name, value in fields.items()
    )
