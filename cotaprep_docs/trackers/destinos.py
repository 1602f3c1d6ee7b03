"""`Destino`: a place of the trackers whose text may live in Word instead, and the headings that name it."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Generic, TypeVar

from cotaprep_docs.domain.acuerdo import Acuerdo, PasajeDictamen, PasajePlan
from cotaprep_docs.domain.avance import Avances, Simulacro
from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.records import record
from cotaprep_docs.spanish.numbers import MAX_ORDINAL, ordinal
from cotaprep_docs.trackers.pasajes import split_glosario, split_pasajes, without_meaning
from cotaprep_docs.trackers.titulos import titulo_key
from cotaprep_docs.trackers.word_text import Bloque, join_bloques

T = TypeVar("T")

_GLOSARIO: Final = "Glosario"
_SECCIONES: Final = {
    _GLOSARIO: ("glosario",),
    "Antecedentes": ("antecedentes", "antecedente"),
    "Considerandos": ("considerandos", "considerando", "consideraciones"),
    "Análisis técnico": ("análisis técnico", "análisis"),
    "Puntos de dictamen": ("puntos de dictamen", "puntos", "puntos resolutivos", "resolutivos"),
}
_OF_ACUERDO: Final = (_GLOSARIO, "Antecedentes", "Considerandos")
_ACTOS: Final = ("", "dictamen", "opinión técnica", "opinión", "acuerdo", "recomendación")
_SESION: Final = ("", "sesión", "sesión ordinaria", "acta", "acta de la sesión")
_REUNION: Final = ("", "reunión", "reunión de trabajo", "minuta")
_WITHOUT_LETTER: Final = {"R": _REUNION[1:], "E": ("sesión extraordinaria", "extraordinaria")}
_CAMPOS: Final = {
    "conclusiones": ("conclusiones", "conclusión"),
    "incidentes": ("incidentes", "incidencias"),
    "plan_continuidad": ("plan de continuidad", "continuidad"),
}
_SIMULACRO: Final = "simulacro"
_MAX_SIMULACROS: Final = 100


@record(frozen=True, slots=True)
class Destino(Generic[T]):
    """Where a text goes.

    Attributes:
        titulo: its heading, as the guide writes it.
        titulos: other headings that name it.
        scope: key of its session, for the problems.
        llenas: cells that say it already.
        vacias: cells that need not say it where Word does.
        put: returns the trackers with the text in its place.
        unclear: what a text leaves unsaid there: terms without their meaning.
    """

    titulo: str
    titulos: tuple[str, ...]
    put: Callable[[T, Sequence[Bloque]], T]
    scope: str = ""
    llenas: tuple[CellLocation, ...] = ()
    vacias: tuple[CellLocation, ...] = ()
    unclear: Callable[[Sequence[Bloque]], Iterable[str]] = lambda _: ()

    @property
    def keys(self) -> Iterator[str]:
        """What its headings are compared by."""
        return map(titulo_key, (self.titulo, *self.titulos))


def destinos_of(proceso: Proceso) -> Iterator[Destino[Proceso]]:
    """Yield the places for texts that the workbook of the secretariat has."""
    sesiones = {sesion.clave: sesion for sesion in proceso.sesiones}
    for punto in proceso.puntos:
        yield _punto(punto, sesiones.get(punto.sesion))
    acuerdos = {acuerdo.clave: acuerdo for acuerdo in proceso.acuerdos}
    rows: dict[str, list[PasajeDictamen]] = {clave: [] for clave in acuerdos}
    for row in proceso.dictamenes:
        rows.setdefault(row.clave, []).append(row)
    for clave, own in rows.items():
        for seccion in _OF_ACUERDO if clave in acuerdos else _SECCIONES:
            yield _seccion(clave, seccion, own, acuerdos.get(clave))
    chapters: dict[str, list[PasajePlan]] = {}
    for pasaje in proceso.plan:
        chapters.setdefault(pasaje.capitulo, []).append(pasaje)
    for capitulo, pasajes in chapters.items():
        yield _capitulo(capitulo, sorted(pasajes, key=lambda pasaje: pasaje.orden))
    yield _conclusiones_finales(proceso)


def destinos_of_avances(avances: Avances) -> Iterator[Destino[Avances]]:
    """Yield the places for texts that the workbook of the technical staff has."""
    for simulacro, field in itertools.product(avances.simulacros, _CAMPOS):
        yield _campo(simulacro, field)


def _punto(punto: Punto, sesion: Sesion | None) -> Destino[Proceso]:
    def put(proceso: Proceso, bloques: Sequence[Bloque]) -> Proceso:
        told = dataclasses.replace(punto, narrativa=join_bloques(bloques))
        puntos = tuple(told if each is punto else each for each in proceso.puntos)
        return dataclasses.replace(proceso, puntos=puntos)

    number, is_reunion = punto.numero_vigente, sesion is not None and sesion.is_reunion
    names = [punto.sesion, *([sesion.alias] if sesion is not None and sesion.alias else [])]
    whos = [f"{kind} {name}" for kind in (_REUNION if is_reunion else _SESION) for name in names]
    if digits := punto.sesion.lstrip("RE"):
        # «Reunión 3» is R3: whoever speaks of a meeting does not say the letter.
        whos += [f"{kind} {digits}" for kind in _WITHOUT_LETTER.get(punto.sesion.removesuffix(digits), ())]
    titulos = [f"{who} {word} {number}" for who in whos for word in ("punto", "")]
    titulos += [f"punto {number} {who}" for who in whos if not who.startswith(" ")]
    cell = punto.origin.cell("narrativa")
    return Destino(
        f"{'Reunión' if is_reunion else 'Sesión'} {punto.sesion}, punto {number}",
        tuple(titulos),
        put,
        scope=punto.sesion,
        llenas=(cell,) if punto.narrativa else (),
    )


def _seccion(
    clave: str, seccion: str, rows: Sequence[PasajeDictamen], acuerdo: Acuerdo | None
) -> Destino[Proceso]:
    # A row that asks for a table of the program stays: its paragraph presents that table.
    typed = [row for row in rows if row.seccion == seccion and not row.tabla]
    model = dataclasses.replace(_model(rows, acuerdo), seccion=seccion, tabla="", numero=0)
    split = split_glosario if seccion == _GLOSARIO else split_pasajes

    def put(proceso: Proceso, bloques: Sequence[Bloque]) -> Proceso:
        told = [dataclasses.replace(model, texto=text) for text in split(bloques)]
        kept = [row for row in proceso.dictamenes if not any(row is each for each in typed)]
        return dataclasses.replace(proceso, dictamenes=(*told, *kept))

    return Destino(
        f"{acuerdo.tipo if acuerdo is not None else 'Dictamen'} {clave}, {_SECCIONES[seccion][0]}",
        tuple(f"{acto} {clave} {name}" for acto in _ACTOS for name in _SECCIONES[seccion]),
        put,
        scope=model.sesion,
        llenas=tuple(row.origin.cell("texto") for row in typed if row.texto),
        vacias=tuple(row.origin.cell("texto") for row in typed if not row.texto),
        unclear=without_meaning if seccion == _GLOSARIO else lambda _: (),
    )


def _model(rows: Sequence[PasajeDictamen], acuerdo: Acuerdo | None) -> PasajeDictamen:
    """Return a row that says whose the passages of an act are: its first with a title, or the agreement's."""
    if acuerdo is None or rows:
        return next((row for row in rows if row.titulo), rows[0])
    sesion, punto, muestra = acuerdo.sesion, acuerdo.punto, acuerdo.muestra
    return PasajeDictamen(acuerdo.clave, "", "", "", sesion, punto, muestra=muestra, origin=acuerdo.origin)


def _capitulo(capitulo: str, pasajes: Sequence[PasajePlan]) -> Destino[Proceso]:
    def put(proceso: Proceso, bloques: Sequence[Bloque]) -> Proceso:
        told = dataclasses.replace(pasajes[0], estilo="", texto=join_bloques(bloques))
        rest = [row for row in proceso.plan if not any(row is each for each in pasajes)]
        return dataclasses.replace(proceso, plan=(told, *rest))

    return Destino(
        f"Plan, {capitulo}",
        (f"plan de trabajo {capitulo}", f"plan capítulo {capitulo}"),
        put,
        llenas=_cells(pasajes, is_filled=True),
        vacias=_cells(pasajes, is_filled=False),
    )


def _cells(pasajes: Iterable[PasajePlan], *, is_filled: bool) -> tuple[CellLocation, ...]:
    return tuple(row.origin.cell("texto") for row in pasajes if bool(row.texto) is is_filled)


def _conclusiones_finales(proceso: Proceso) -> Destino[Proceso]:
    def put(proceso: Proceso, bloques: Sequence[Bloque]) -> Proceso:
        organismo = dataclasses.replace(proceso.organismo, conclusiones_finales=join_bloques(bloques))
        return dataclasses.replace(proceso, organismo=organismo)

    organismo = proceso.organismo
    return Destino(
        "Informe final, conclusiones",
        ("informe final conclusiones finales", "conclusiones finales", "informe final"),
        put,
        llenas=(organismo.cell("conclusiones_finales"),) if organismo.conclusiones_finales else (),
    )


def _campo(simulacro: Simulacro, field: str) -> Destino[Avances]:
    def put(avances: Avances, bloques: Sequence[Bloque]) -> Avances:
        change: dict[str, Any] = {field: join_bloques(bloques)}
        rows = tuple(
            dataclasses.replace(row, **change) if row.clave == simulacro.clave else row
            for row in avances.simulacros
        )
        return dataclasses.replace(avances, simulacros=rows)

    names = _CAMPOS[field]
    cell = simulacro.origin.cell(field)
    return Destino(
        f"Simulacro {simulacro.clave}, {names[0]}",
        tuple(f"{who} {name}" for who in _names(simulacro) for name in names),
        put,
        llenas=(cell,) if getattr(simulacro, field) else (),
    )


def _names(simulacro: Simulacro) -> Iterator[str]:
    yield f"{_SIMULACRO} {simulacro.clave}"
    yield f"{_SIMULACRO} {simulacro.ordinal}"
    if 0 < simulacro.ordinal <= MAX_ORDINAL:
        yield f"{ordinal(simulacro.ordinal, apocope=True)} {_SIMULACRO}"


def names_simulacro(key: str) -> bool:
    """Whether a heading begins with a drill, which the workbook of the technical staff tells of.

    That workbook is not always read, so the drill need not be one of those it has.
    """
    before, found, _ = f" {key} ".partition(f" {_SIMULACRO} ")
    return bool(found) and (not before or before.strip() in _ordinals())


@functools.lru_cache(maxsize=1)
def _ordinals() -> frozenset[str]:
    return frozenset(titulo_key(ordinal(number, apocope=True)) for number in range(1, _MAX_SIMULACROS))
