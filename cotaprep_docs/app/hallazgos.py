"""What is found about numbers, in words and with its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from cotaprep_docs.app import problem_kinds as kinds
from cotaprep_docs.domain.acto import CONVOCATORIA, INVITACION, Acto, Pendiente
from cotaprep_docs.domain.asignacion import Hallazgo, TipoHallazgo
from cotaprep_docs.domain.numeracion import Numeracion
from cotaprep_docs.domain.serie import ACUERDOS, OFICIOS, FallaPatron, Serie
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, ProblemKind
from cotaprep_docs.spanish.lists import join_and

PENDING: Final = {
    Pendiente.MUESTRA: "es de muestra",
    Pendiente.SIN_FECHA: "no tiene fecha",
    Pendiente.NO_CELEBRADA: "la sesión no consta como celebrada",
    Pendiente.CANCELADA: "la sesión está cancelada",
    Pendiente.SIN_VOTACION: "falta capturar la asistencia o la votación que lo aprobó",
    Pendiente.NO_APROBADO: "la votación no lo aprobó",
}
_SERIES: Final = {ACUERDOS: "acuerdos", OFICIOS: "oficios"}
_EXAMPLES: Final = {ACUERDOS: "COMITE/ACUERDO/{numero:03d}/{anio}", OFICIOS: "ST/{numero:03d}/{anio}"}
_LETTERS: Final = {CONVOCATORIA: "oficio de convocatoria", INVITACION: "oficio de invitación"}
_FAULTS: Final = {
    FallaPatron.VACIO: "está en blanco",
    FallaPatron.MAL_ESCRITO: "sus llaves están mal escritas",
    FallaPatron.ETIQUETA: "usa una etiqueta que no existe en ella",
    FallaPatron.SIN_NUMERO: "no dice {numero}",
    FallaPatron.SIN_ANIO: "no dice {anio}, y cada enero se repetirían los números",
    FallaPatron.PEGADAS: "entre dos etiquetas hace falta algo más que cifras",
    FallaPatron.IGUAL: "es igual a la de acuerdos",
}
_FREE_SHOWN = 6


def acto_text(clave: str) -> str:
    """Return an act as a person says it: «acuerdo A3», «oficio de convocatoria de la clave 3»."""
    kind, _, rest = clave.partition(":")
    letter, _, sesion = rest.partition(":")
    if kind == "acuerdo":
        return f"acuerdo {rest}"
    if letter in _LETTERS:
        return f"{_LETTERS[letter]} de la clave {sesion}"
    return f"«{clave}»"


def series_problems(series: Iterable[Serie], *, empty: bool) -> Iterator[Problem]:
    """Yield the patterns that are of no use; empty ones too where that is asked for."""
    for serie in series:
        if serie.falla is not None and (empty or serie.falla is not FallaPatron.VACIO):
            yield kinds.BAD_SERIES.at(
                serie.cell,
                serie=_SERIES.get(serie.clave, serie.clave),
                motivo=_FAULTS[serie.falla],
                ejemplo=_EXAMPLES.get(serie.clave, _EXAMPLES[OFICIOS]),
            )


def problems_of(hallazgos: Iterable[Hallazgo], series: Mapping[str, Serie]) -> Iterator[Problem]:
    """Yield the findings as problems."""
    for found in hallazgos:
        kind, words = _KINDS[found.tipo]
        acto = acto_text(found.acto.clave)
        params = {"numero": found.numero, "acto": acto, **words(found, series)}
        yield Problem(kind, found.acto.cell, params, scope=found.acto.sesion)


def pending_problem(acto: Acto, pendiente: Pendiente) -> Problem:
    """Return why an act has no number yet."""
    return kinds.NO_NUMBER_YET.at(
        acto.cell, scope=acto.sesion, acto=acto_text(acto.clave), motivo=PENDING[pendiente]
    )


def without_act(numeracion: Numeracion, actos: Iterable[Acto], libro: str) -> Iterator[Problem]:
    """Yield the numbers in force of acts that are gone from the trackers, or have none due any more."""
    by_key = {acto.clave: acto for acto in actos}
    for clave, asiento in numeracion.by_acto.items():
        acto = by_key.get(clave)
        if acto is not None and acto.pendiente is None:
            continue
        known = clave.startswith("acuerdo:") or clave.split(":")[1:2] == [CONVOCATORIA]
        if acto is None and not known:  # letters of other kinds may have no row
            continue
        reason = "que ya no está en los libros de Excel"
        if acto is not None and acto.pendiente is not None:
            reason = f"al que ya no le toca, porque {PENDING[acto.pendiente]}"
        place = FileLocation(libro, asiento.texto) if acto is None else acto.cell
        scope = "" if acto is None else acto.sesion
        yield kinds.NUMBER_WITHOUT_ACT.at(
            place, scope=scope, numero=asiento.texto, acto=acto_text(clave), motivo=reason
        )


Words = Callable[[Hallazgo, Mapping[str, Serie]], dict[str, str]]


def _other(found: Hallazgo, _series: Mapping[str, Serie]) -> dict[str, str]:
    return {"otro": acto_text(found.otro), "otro_numero": found.otro_numero}


def _other_number(found: Hallazgo, _series: Mapping[str, Serie]) -> dict[str, str]:
    return {"otro": found.otro_numero}


def _free(found: Hallazgo, _series: Mapping[str, Serie]) -> dict[str, str]:
    rest = len(found.libres) - _FREE_SHOWN
    shown = [str(number) for number in found.libres[:_FREE_SHOWN]]
    return {"libres": join_and([*shown, f"{rest} más"] if rest > 0 else shown)}


def _foreign(found: Hallazgo, series: Mapping[str, Serie]) -> dict[str, str]:
    patron = series[found.acto.serie].patron
    return {"motivo": f"no tiene la forma de su serie («{patron}»)", "ejemplo": _example(found, series)}


def _year(found: Hallazgo, series: Mapping[str, Serie]) -> dict[str, str]:
    return {
        "motivo": f"dice otro año que la fecha del acto ({found.otro_numero})",
        "ejemplo": _example(found, series),
    }


def _example(found: Hallazgo, series: Mapping[str, Serie]) -> str:
    year = found.acto.fecha.year if found.acto.fecha is not None else 2024
    return series[found.acto.serie].write(1, year, found.acto.sesion)


_KINDS: Final[dict[TipoHallazgo, tuple[ProblemKind, Words]]] = {
    TipoHallazgo.REPETIDO: (kinds.NUMBER_REPEATED, _other),
    TipoHallazgo.TOMADO: (kinds.NUMBER_TAKEN, _other),
    TipoHallazgo.CANCELADO: (kinds.NUMBER_CANCELLED, lambda _found, _series: {}),
    TipoHallazgo.DISTINTO: (kinds.NUMBER_DIFFERS, _other_number),
    TipoHallazgo.AJENO: (kinds.NUMBER_ODD, _foreign),
    TipoHallazgo.OTRO_ANIO: (kinds.NUMBER_ODD, _year),
    TipoHallazgo.ADELANTADO: (kinds.NUMBER_AHEAD, _free),
    TipoHallazgo.TARDIO: (kinds.NUMBER_LATE, _other),
    TipoHallazgo.SALTA: (kinds.NUMBER_SKIPS, _other),
}
