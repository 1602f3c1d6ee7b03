"""`Normas`: parameters and citations of one electoral process, each with its source and its mark.

The file is data of the institute (``normas.toml``), beside its trackers. Code names an entry; it never
holds a term, a majority or an article of its own. What is not verified may warn, it never blocks, and
it is never printed in an act as the basis of something.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import itertools
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cotaprep_docs.norms.entregables import Entregable, read_entregables
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.plazos import parse_inhabiles
from cotaprep_docs.norms.problem_kinds import (
    BAD_ENTRY,
    MISSING_ENTRY,
    MISSING_FILE,
    NOT_ALLOWED,
    NOT_UTF8,
    UNREADABLE_FILE,
)
from cotaprep_docs.problems.exit_code import UnreadableInput
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem
from cotaprep_docs.problems.system import reason_in_spanish
from cotaprep_docs.records import record


class ReglaQuorum(enum.Enum):
    """How many people with vote make quorum."""

    MAYORIA = "mayoria"
    DOS_TERCIOS = "dos_tercios"

    def minimum(self, total: int) -> int:
        """Return the smallest number that makes quorum, in integer arithmetic."""
        return total // 2 + 1 if self is ReglaQuorum.MAYORIA else -(-2 * total // 3)


@record(frozen=True, slots=True)
class Norma:
    """One entry: a parameter (`valor`) or a citation (`texto`)."""

    clave: str
    marca: Marca
    fuente: str
    valor: str | int = ""
    texto: str = ""
    nota: str = ""


HECHOS = frozenset({"ordinarias", "reuniones", "informe", "informe final", "simulacros", "resto"})
"""What answers an attribution besides the points it names: sessions and meetings held, reports,
drills, and the points that answer no other attribution."""


@record(frozen=True, slots=True)
class Atribucion:
    """One attribution of the committee, and which points of the agendas answer it.

    Attributes:
        inciso: its letter or number, as printed.
        texto: what it says.
        marca: how sure the text is.
        fuente: where it comes from.
        clases: classes of point that answer it.
        entregables: deliverables that answer it.
        temas: themes of points that answer it.
        hechos: what else answers it; see `HECHOS`.
    """

    inciso: str
    texto: str
    marca: Marca
    fuente: str
    clases: frozenset[str] = frozenset()
    entregables: frozenset[str] = frozenset()
    temas: frozenset[str] = frozenset()
    hechos: frozenset[str] = frozenset()


@record(frozen=True, slots=True)
class Normas:
    """All entries of a norms file.

    Attributes:
        path: where it was read, for messages.
        parametros: by key.
        citas: by key.
        atribuciones: of the committee, in their order.
        entregables: what is due to the national authority, by number.
    """

    path: str
    parametros: Mapping[str, Norma]
    citas: Mapping[str, Norma]
    atribuciones: tuple[Atribucion, ...] = ()
    entregables: tuple[Entregable, ...] = ()

    def entrada(self, clave: str) -> Norma | None:
        """Return an entry by its key, a citation before a parameter; None where there is none."""
        return self.citas.get(clave) or self.parametros.get(clave)

    def numero(self, clave: str) -> int | None:
        """Return the number of a parameter; None where the file has none, which switches its rule off."""
        entry = self.parametros.get(clave)
        return int(entry.valor) if entry is not None else None

    def texto(self, clave: str) -> str:
        """Return the text of a parameter; empty where the file has none."""
        entry = self.parametros.get(clave)
        return str(entry.valor) if entry is not None else ""

    @property
    def quorum(self) -> ReglaQuorum:
        """The rule of quorum."""
        return ReglaQuorum(self.parametros["quorum"].valor)

    @property
    def base_mayoria(self) -> str:
        """``presentes`` or ``emitidos``: over what a majority is counted."""
        return str(self.parametros["base_mayoria"].valor)

    def antelacion(self, clave: str) -> int:
        """Return a lead time in hours, such as that of ``antelacion_ordinaria``, which every file has."""
        return int(self.parametros[clave].valor)

    @property
    def zona_horaria(self) -> str:
        """The time zone of the institute, by its IANA name; most of the country's unless it says so."""
        entry = self.parametros.get("zona_horaria")
        return str(entry.valor) if entry is not None else _ZONA_HORARIA

    @property
    def duracion_sesion(self) -> dt.timedelta:
        """How long a session takes up in a calendar while nobody knows."""
        entry = self.parametros.get("duracion_sesion")
        return dt.timedelta(minutes=int(entry.valor) if entry is not None else _DURACION_MINUTOS)

    def fundamento(self, clave: str) -> str:
        """Return a citation that may be printed; empty where it is missing or not verified."""
        cita = self.citas.get(clave)
        return cita.texto if cita is not None and cita.marca.is_verificada else ""


# For norms files without these entries, which only concern calendars.
_ZONA_HORARIA = "America/Mexico_City"
_DURACION_MINUTOS = 120

_REQUIRED: Mapping[str, frozenset[str] | None] = {
    "quorum": frozenset(rule.value for rule in ReglaQuorum),
    "base_mayoria": frozenset({"presentes", "emitidos"}),
    "antelacion_ordinaria": None,
    "antelacion_extraordinaria": None,
    "antelacion_reunion": None,
}


MESES_JORNADA = ("mes_natural", "un_mes")
"""How to read «within the month of the day of the election»: to the end of that month, or for a month."""

COUNTS = (
    "sesiones_mes", "reuniones_mes", "informe_meses", "integrantes_minimo", "integrantes_maximo",
    "integracion_meses", "comision_meses", "instancia_meses", "simulacros_minimo", "margen_entregables",
    "prueba_dias_antes", "simulacro_dias_antes", "cierre_dias",
)  # fmt: skip
"""Parameters of the rules over the plan; a rule whose parameter is not in the file does not run."""
_MOST = 1000

_OPTIONAL: Mapping[str, Callable[[str | int], bool]] = {
    "zona_horaria": lambda valor: isinstance(valor, str) and bool(valor),
    "duracion_sesion": lambda valor: isinstance(valor, int) and 0 < valor <= 7 * 24 * 60,
    "dias_inhabiles": lambda valor: isinstance(valor, str) and not parse_inhabiles(valor).unknown,
    "mes_jornada": lambda valor: valor in MESES_JORNADA,
    "fecha_prueba": lambda valor: isinstance(valor, str) and _is_date(valor),
    **dict.fromkeys(COUNTS, lambda valor: isinstance(valor, int) and 0 <= valor <= _MOST),
}


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_normas(path: Path) -> Normas:
    """Return the norms of a file.

    Raises:
        UnreadableInput: the file is missing, is not TOML, or lacks entries; all findings at once.
    """
    location = FileLocation(path.name)
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise UnreadableInput(MISSING_FILE.at(location)) from error
    except OSError as error:
        raise UnreadableInput(NOT_ALLOWED.at(location, motivo=reason_in_spanish(error))) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UnreadableInput(NOT_UTF8.at(FileLocation(path.name, f"renglón {line}"))) from error
    except tomllib.TOMLDecodeError as error:
        raise UnreadableInput(UNREADABLE_FILE.at(location, lugar=_where(error))) from error
    problems: list[Problem] = []
    sections = {name: _read_section(data, name, path.name, problems) for name in ("parametros", "citas")}
    atribuciones = _read_atribuciones(data, path.name, problems)
    problems.extend(_check_required(sections["parametros"], path.name))
    problems.extend(_check_optional(sections["parametros"], path.name))
    problems.extend(_check_citas(sections["citas"], path.name))
    entregables = read_entregables(data, path.name, problems)
    if problems:
        raise UnreadableInput(*problems)
    return Normas(path.name, sections["parametros"], sections["citas"], atribuciones, entregables)


def _where(error: Exception) -> str:
    """Return where TOML stops making sense; the library says it in English, and inside a sentence."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return f": renglón {found[1]}, columna {found[2]}" if found else ""


def _read_section(
    data: Mapping[str, Any], section: str, name: str, problems: list[Problem]
) -> dict[str, Norma]:
    entries: dict[str, Norma] = {}
    table = data.get(section, {})
    for clave, fields in table.items() if isinstance(table, dict) else ():
        entry = _read_entry(clave, fields)
        if entry is None:
            problems.append(BAD_ENTRY.at(FileLocation(name, f"{section}.{clave}"), clave=clave))
        else:
            entries[clave] = entry
    return entries


def _read_entry(clave: str, fields: object) -> Norma | None:
    known = {field.name for field in dataclasses.fields(Norma)} - {"clave"}
    if not isinstance(fields, dict) or not set(fields) <= known or not fields.get("fuente"):
        return None
    texts = (value for name, value in fields.items() if name != "valor")
    if not all(isinstance(value, str) for value in texts) or isinstance(fields.get("valor"), bool):
        return None
    try:
        return Norma(clave=clave, **{**fields, "marca": Marca(fields.get("marca"))})
    except ValueError:
        return None


def _read_atribuciones(data: Mapping[str, Any], name: str, problems: list[Problem]) -> tuple[Atribucion, ...]:
    table = data.get("atribuciones", {})
    found = []
    for inciso, fields in table.items() if isinstance(table, dict) else ():
        entry = _read_atribucion(inciso, fields)
        if entry is None:
            problems.append(BAD_ENTRY.at(FileLocation(name, f"atribuciones.{inciso}"), clave=inciso))
        else:
            found.append(entry)
    return tuple(found)


_MATCHED_BY = ("clases", "entregables", "temas", "hechos")


def _read_atribucion(inciso: str, fields: object) -> Atribucion | None:
    if not isinstance(fields, dict) or not set(fields) <= {"texto", "marca", "fuente", *_MATCHED_BY}:
        return None
    lists = {key: fields[key] for key in _MATCHED_BY if key in fields}
    texts = (fields.get("texto"), fields.get("fuente"), *itertools.chain.from_iterable(lists.values()))
    marks = {marca.value for marca in Marca}
    if not all(text and isinstance(text, str) for text in texts) or fields.get("marca") not in marks:
        return None
    if not frozenset(lists.get("hechos", ())) <= HECHOS:
        return None
    sets = {key: frozenset(values) for key, values in lists.items()}
    return Atribucion(inciso, fields["texto"], Marca(fields["marca"]), fields["fuente"], **sets)


_CITAS = ("ordinarias", "extraordinarias", "reuniones", "convocatoria")


def _check_citas(citas: Mapping[str, Norma], name: str) -> list[Problem]:
    """Return the citations that documents rest on and that are missing, or have no text."""
    return [
        MISSING_ENTRY.at(FileLocation(name, f"citas.{clave}"), clave=clave, seccion="citas", campo="texto")
        for clave in _CITAS
        if clave not in citas or not citas[clave].texto
    ]


def _check_optional(parametros: Mapping[str, Norma], name: str) -> list[Problem]:
    """Return the entries that may be left out and whose value makes no sense."""
    problems = []
    for clave, makes_sense in _OPTIONAL.items():
        entry = parametros.get(clave)
        if entry is not None and not makes_sense(entry.valor):
            problems.append(BAD_ENTRY.at(FileLocation(name, f"parametros.{clave}"), clave=clave))
    return problems


def _check_required(parametros: Mapping[str, Norma], name: str) -> list[Problem]:
    problems = []
    for clave, allowed in _REQUIRED.items():
        entry = parametros.get(clave)
        location = FileLocation(name, f"parametros.{clave}")
        if entry is None:
            problems.append(MISSING_ENTRY.at(location, clave=clave, seccion="parametros", campo="valor"))
        elif (allowed is None and not isinstance(entry.valor, int)) or (
            allowed is not None and entry.valor not in allowed
        ):
            problems.append(BAD_ENTRY.at(location, clave=clave))
    return problems
