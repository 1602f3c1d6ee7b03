"""`Proceso`: everything of one committee in one electoral process, and questions asked of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from cotaprep_docs.domain.acuerdo import (
    Acuerdo,
    Compromiso,
    Correccion,
    Documento,
    Intervencion,
    Oficio,
    PasajeDictamen,
    PasajePlan,
)
from cotaprep_docs.domain.asistencia import Asistencia, Movimiento
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.clave import normalize_clave
from cotaprep_docs.domain.orden_dia import OrdenDia, Punto, numero_key
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.persona import (
    Calidad,
    Destinatario,
    Integrante,
    Invitado,
    Persona,
    Representacion,
)
from cotaprep_docs.domain.presencia import Presencia, build_presencia
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.domain.votacion import Votacion
from cotaprep_docs.records import record
from cotaprep_docs.spanish.names import normalize_key_text

T = TypeVar("T")


@record(frozen=True)
class Proceso:
    """The aggregate: all rows of the trackers, typed, in the order of the trackers.

    Attributes:
        numeros: the number of each act that has one in the ledger, as printed, by the key of the act. Rows
            that name their number have it too (see `numbered`); letters without a row are asked for here.
    """

    organismo: Organismo = dataclasses.field(default_factory=Organismo)
    integrantes: tuple[Integrante, ...] = ()
    representaciones: tuple[Representacion, ...] = ()
    invitados: tuple[Invitado, ...] = ()
    destinatarios: tuple[Destinatario, ...] = ()
    sesiones: tuple[Sesion, ...] = ()
    puntos: tuple[Punto, ...] = ()
    asistencias: tuple[Asistencia, ...] = ()
    movimientos: tuple[Movimiento, ...] = ()
    votaciones: tuple[Votacion, ...] = ()
    intervenciones: tuple[Intervencion, ...] = ()
    documentos: tuple[Documento, ...] = ()
    acuerdos: tuple[Acuerdo, ...] = ()
    compromisos: tuple[Compromiso, ...] = ()
    dictamenes: tuple[PasajeDictamen, ...] = ()
    plan: tuple[PasajePlan, ...] = ()
    oficios: tuple[Oficio, ...] = ()
    correcciones: tuple[Correccion, ...] = ()
    avances: Avances = dataclasses.field(default_factory=Avances)
    numeros: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def sesion(self, clave: object) -> Sesion | None:
        """Return the session of a key or alias, however typed; None where there is none."""
        wanted = normalize_clave(clave)
        for sesion in self.sesiones:
            if wanted in (sesion.clave, normalize_clave(sesion.alias) if sesion.alias else None):
                return sesion
        return None

    def persona(self, clave: str) -> Persona | None:
        """Return the person or representation of a key; None where there is none."""
        return self._personas.get(clave)

    def orden_dia(self, sesion: Sesion) -> OrdenDia:
        """Return the agenda of a session, ordered by the numbers in force."""
        points = self._by_sesion("puntos", self.puntos).get(sesion.clave, ())
        return OrdenDia(sesion.clave, tuple(sorted(points, key=lambda p: numero_key(p.numero_vigente))))

    def roster(self, sesion: Sesion) -> tuple[Integrante, ...]:
        """Return who is in office on the day of a session, in roll-call order, with and without vote."""
        day = sesion.fecha
        people = (p for p in self.integrantes if day is None or p.is_vigente(day))
        return tuple(sorted(people, key=lambda person: person.orden))

    def presencia(self, sesion: Sesion) -> Presencia:
        """Return the timeline of attendance of a session."""
        return build_presencia(
            self.roster(sesion),
            self.asistencias_of(sesion),
            self.movimientos_of(sesion),
            self.orden_dia(sesion),
        )

    def asistencias_of(self, sesion: Sesion) -> tuple[Asistencia, ...]:
        """Return the roll call of a session."""
        return self._by_sesion("asistencias", self.asistencias).get(sesion.clave, ())

    def movimientos_of(self, sesion: Sesion) -> tuple[Movimiento, ...]:
        """Return the movements of a session, in the tracker's order."""
        return self._by_sesion("movimientos", self.movimientos).get(sesion.clave, ())

    def votaciones_of(self, sesion: Sesion, punto: Punto | None = None) -> tuple[Votacion, ...]:
        """Return the votes of a session, or of one point, by sequence."""
        votes = self._by_sesion("votaciones", self.votaciones).get(sesion.clave, ())
        chosen = (v for v in votes if punto is None or is_of_punto(v.punto, punto))
        return tuple(sorted(chosen, key=lambda v: v.secuencia))

    def acuerdos_of(self, sesion: Sesion, punto: Punto | None = None) -> tuple[Acuerdo, ...]:
        """Return the agreements of a session, or of one point."""
        found = self._by_sesion("acuerdos", self.acuerdos).get(sesion.clave, ())
        return tuple(a for a in found if punto is None or is_of_punto(a.punto, punto))

    @cached_property
    def acuerdos_by_number(self) -> Mapping[str, Acuerdo]:
        """The first agreement with each number that somebody typed, by its form to compare."""
        found: dict[str, Acuerdo] = {}
        for acuerdo in self.acuerdos:
            if number := normalize_key_text(acuerdo.numero):
                found.setdefault(number, acuerdo)
        return found

    def intervenciones_of(self, sesion: Sesion, punto: Punto) -> tuple[Intervencion, ...]:
        """Return the interventions at a point, in order."""
        found = self._by_sesion("intervenciones", self.intervenciones).get(sesion.clave, ())
        chosen = (i for i in found if is_of_punto(i.punto, punto))
        return tuple(sorted(chosen, key=lambda i: i.orden))

    def documentos_of(self, sesion: Sesion) -> tuple[Documento, ...]:
        """Return the documents of a session."""
        return self._by_sesion("documentos", self.documentos).get(sesion.clave, ())

    def compromisos_of(self, sesion: Sesion) -> tuple[Compromiso, ...]:
        """Return the commitments made at a session or meeting."""
        return self._by_sesion("compromisos", self.compromisos).get(sesion.clave, ())

    def recipients(self, sesion: Sesion, recibe: str) -> tuple[Destinatario, ...]:
        """Return the rows of who receives something for a session, in their order."""
        return self.recipient_rows(recibe, "Reuniones" if sesion.is_reunion else "Sesiones")

    def recipient_rows(self, recibe: str, para: str) -> tuple[Destinatario, ...]:
        """Return the rows of who receives something, for ``Sesiones`` or ``Reuniones``, in their order."""
        rows = (d for d in self.destinatarios if d.recibe == recibe and d.para in ("Todas", para))
        return tuple(sorted(rows, key=lambda row: row.orden))

    def secretaria(self, sesion: Sesion) -> Integrante | None:
        """Return who acted as Secretaría Técnica: the holder, or a substitute where the holder was away.

        None where the attendance of all of them was captured and none of them came.
        """
        candidates = self.secretarias(sesion)
        presencia = self.presencia(sesion)
        rows = [presencia.asistencia(person.clave) for person in candidates]
        present = [p for p in candidates if presencia.was_presente(p.clave)]
        open_ones = [p for p, row in zip(candidates, rows, strict=True) if row is None or row.estado is None]
        return next(iter(present or open_ones), None)

    def secretarias(self, sesion: Sesion) -> tuple[Integrante, ...]:
        """Return who may act as Secretaría Técnica on the day of a session, the holder first."""
        people = (p for p in self.roster(sesion) if not p.has_voto)
        return tuple(sorted(people, key=lambda p: (p.calidad is not Calidad.SECRETARIA_TECNICA, p.orden)))

    @cached_property
    def _personas(self) -> Mapping[str, Persona]:
        everybody: Iterable[Persona] = (*self.integrantes, *self.invitados, *self.representaciones)
        return {person.clave: person for person in everybody}

    @cached_property
    def _indexes(self) -> dict[str, Mapping[str, tuple[object, ...]]]:
        return {}

    def _by_sesion(self, name: str, rows: tuple[T, ...]) -> Mapping[str, tuple[T, ...]]:
        if name not in self._indexes:
            self._indexes[name] = group_by(rows, lambda row: str(row.sesion))  # type: ignore[attr-defined]
        return self._indexes[name]  # type: ignore[return-value]


def is_of_punto(numero: str, punto: Punto) -> bool:
    """Tell whether a number typed in another sheet means this point: always its number in force."""
    return numero == punto.numero_vigente


def group_by(rows: Iterable[T], key: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    """Return the rows by key, each group in its order."""
    groups: dict[str, list[T]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: tuple(group) for name, group in groups.items()}
