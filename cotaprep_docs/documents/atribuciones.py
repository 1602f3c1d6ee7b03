"""What was done under each attribution of the committee: points of the agendas, sessions, drills, reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.informe_context import FilaAtribucion
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.documents.sesiones_informe import cite_punto, dealt_with, is_held, is_open, open_gap
from cotaprep_docs.domain.entrega import entregable_numbers
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.sesion import TipoSesion
from cotaprep_docs.norms.normas import Atribucion, Normas
from cotaprep_docs.prose.prose import Prose, as_prose
from cotaprep_docs.spanish.dates import short_date
from cotaprep_docs.spanish.names import normalize_key_text

SIN_ACTIVIDAD = "Sin actividad en el periodo."
_PROCEDURE = frozenset(
    {
        ClasePunto.LISTA,
        ClasePunto.ORDEN_DIA,
        ClasePunto.ACTA_ANTERIOR,
        ClasePunto.SEGUIMIENTO,
        ClasePunto.ASUNTOS_GENERALES,
        ClasePunto.CLAUSURA,
        ClasePunto.CLAUSURA_ORGANO,
    }
)
"""Classes of points that run a session: they answer an attribution only where the norms name them."""


def answers(atribucion: Atribucion, punto: Punto) -> bool:
    """Tell whether a point answers an attribution, by its class, its deliverables or its theme."""
    deliverables = {str(number) for number in entregable_numbers(punto.entregable)}
    themes = {normalize_key_text(theme) for theme in atribucion.temas}
    return (
        punto.clase.value in atribucion.clases
        or not atribucion.entregables.isdisjoint(deliverables)
        or (bool(punto.tema) and normalize_key_text(punto.tema) in themes)
    )


def build_atribuciones(
    normas: Normas, fuentes: Sequence[Fuente], *, informe: tuple[str, str], simulacros: Sequence[str]
) -> tuple[FilaAtribucion, ...]:
    """Return what was done under each attribution whose text somebody verified.

    Args:
        normas: which have the attributions.
        fuentes: sessions and meetings of the period.
        informe: what kind of report it is that tells it, and what it says of itself under its attribution.
        simulacros: a sentence for each drill of the period.
    """
    told = _Hechos(normas, fuentes, informe, simulacros)
    return tuple(
        FilaAtribucion(f"{each.inciso})", f"{each.texto}.", told.of(each))
        for each in normas.atribuciones
        if each.marca.is_verificada
    )


class _Hechos:
    """What happened in a period, asked for by attribution."""

    def __init__(
        self, normas: Normas, fuentes: Sequence[Fuente], informe: tuple[str, str], simulacros: Sequence[str]
    ) -> None:
        self._normas = normas
        self._fuentes = fuentes
        self._informe = informe
        self._simulacros = simulacros

    def of(self, atribucion: Atribucion) -> tuple[Prose, ...]:
        """Return what was done, one by one; where nothing was, that, unless it is not known yet."""
        lines: list[Prose] = [as_prose(text) for text in self._lines(atribucion)]
        lines += [as_prose(open_gap(fuente)) for fuente in self._open(atribucion)]
        return tuple(lines) or (as_prose(SIN_ACTIVIDAD),)

    def _lines(self, atribucion: Atribucion) -> Iterator[str]:
        for fuente, punto in dealt_with(self._fuentes):
            if self._is_of(atribucion, punto):
                yield cite_punto(fuente, punto)
        hechos = atribucion.hechos
        if "ordinarias" in hechos:
            yield from self._held(TipoSesion.ORDINARIA)
        if "reuniones" in hechos:
            yield from self._held(TipoSesion.REUNION)
        if "simulacros" in hechos:
            yield from self._simulacros
        kind, itself = self._informe
        if kind in hechos:
            yield itself

    def _is_of(self, atribucion: Atribucion, punto: Punto) -> bool:
        if "resto" in atribucion.hechos:
            others = (each for each in self._normas.atribuciones if "resto" not in each.hechos)
            return punto.clase not in _PROCEDURE and not any(_answered(each, punto) for each in others)
        return _answered(atribucion, punto)

    def _held(self, tipo: TipoSesion) -> Iterator[str]:
        for fuente in self._fuentes:
            if fuente.sesion.tipo is tipo and is_held(fuente):
                yield cite_sesion(fuente)

    def _open(self, atribucion: Atribucion) -> Iterable[Fuente]:
        """Yield the sessions of which nothing was captured and that may have answered an attribution."""
        kinds = {"ordinarias": TipoSesion.ORDINARIA, "reuniones": TipoSesion.REUNION}
        wanted = {kinds[hecho] for hecho in atribucion.hechos if hecho in kinds}
        for fuente in self._fuentes:
            if not is_open(fuente):
                continue
            points = any(self._is_of(atribucion, punto) for punto in fuente.orden.puntos)
            if points or fuente.sesion.tipo in wanted:
                yield fuente


def _answered(atribucion: Atribucion, punto: Punto) -> bool:
    if punto.clase is ClasePunto.INFORME:
        kind = "informe final" if punto.is_informe_final else "informe"
        return kind in atribucion.hechos or answers(atribucion, punto)
    return answers(atribucion, punto)


def cite_sesion(fuente: Fuente) -> str:
    """Return «Segunda sesión ordinaria, 18/12/2023.»."""
    day = f", {short_date(fuente.sesion.fecha)}" if fuente.sesion.fecha else ""
    return f"{sesion_title(fuente.sesion, fuente.organismo)}{day}."
