"""Domain objects for tests: valid by default, one change at a time."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.asistencia import Asistencia, EstadoAsistencia, Movimiento, TipoMovimiento
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto, Punto
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.persona import Calidad, Integrante
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion, Modalidad, Sesion, TipoSesion
from cotaprep_docs.domain.votacion import FormaVotacion, Votacion, Voto, vote_field
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import Norma, Normas
from cotaprep_docs.problems.location import RowOrigin
from cotaprep_docs.spanish.numbers import Gender

MEMBERS = ("ANA", "BEA", "CID", "DEL", "EVA")
_NAMES = {
    "ANA": ("Ana Torres Peña", Gender.FEMININE),
    "BEA": ("Beatriz Núñez Lara", Gender.FEMININE),
    "CID": ("Cid Robles Güemes", Gender.MASCULINE),
    "DEL": ("Delfino O'Hara Ruiz", Gender.MASCULINE),
    "EVA": ("Eva Íñiguez Soto", Gender.FEMININE),
}


def origin(sheet: str, row: int, *fields: str) -> RowOrigin:
    """A row whose fields stand in columns A, B, C… in the order given."""
    columns = {field: chr(ord("A") + index) for index, field in enumerate(fields)}
    return RowOrigin("sesiones.xlsx", sheet, row, columns)


def some_normas(**parametros: str | int) -> Normas:
    values: dict[str, str | int] = {
        "quorum": "mayoria",
        "base_mayoria": "presentes",
        "antelacion_ordinaria": 72,
        "antelacion_extraordinaria": 24,
        "antelacion_reunion": 72,
        **parametros,
    }
    entries = {key: Norma(key, Marca.DE_MEMORIA, "prueba", valor) for key, valor in values.items()}
    citas = {
        "ordinarias": Norma("ordinarias", Marca.VERIFICADA, "prueba", texto="el artículo 9 del Reglamento"),
        "convocatoria": Norma("convocatoria", Marca.DE_MEMORIA, "prueba", texto="el artículo de memoria"),
    }
    return Normas("normas.toml", entries, citas)


def some_integrantes(claves: tuple[str, ...] = MEMBERS) -> tuple[Integrante, ...]:
    members = [
        Integrante(clave, _NAMES[clave][0], Calidad.INTEGRANTE, genero=_NAMES[clave][1], orden=index)
        for index, clave in enumerate(claves, 1)
    ]
    secretaria = Integrante(
        "SEC", "Gala Ríos Font", Calidad.SECRETARIA_TECNICA, "Lic.", Gender.FEMININE, orden=90
    )
    suplente = Integrante(
        "SUP", "Ulises Prado", Calidad.SUPLENTE_SECRETARIA, genero=Gender.MASCULINE, orden=91
    )
    return (*members, secretaria, suplente)


def a_sesion(**changes: object) -> Sesion:
    fields: dict[str, object] = {
        "clave": "2",
        "tipo": TipoSesion.ORDINARIA,
        "ordinal": 2,
        "fecha": dt.date(2027, 3, 4),
        "hora": dt.time(17, 0),
        "lugar": "Sala Norte",
        "modalidad": Modalidad.PRESENCIAL,
        "estado": EstadoSesion.CELEBRADA,
        "oficio_convocatoria": "ST/007/2027",
        "fecha_convocatoria": dt.date(2027, 3, 1),
        "hora_inicio": dt.time(17, 5),
        "hora_clausura": dt.time(18, 19),
        "origin": origin("Calendario", 3, "clave", "tipo", "fecha", "hora_inicio", "hora_clausura", "lugar"),
        **changes,
    }
    return Sesion(**fields)  # type: ignore[arg-type]


def some_puntos(count: int = 4, **changes: object) -> tuple[Punto, ...]:
    puntos = []
    for number in range(1, count + 1):
        punto = Punto(
            "2",
            str(number),
            f"Asunto número {number}.",
            ClasePunto.OTRO,
            narrativa=f"Se explica el asunto {number}.",
            origin=origin("Orden del día", number + 1, "sesion", "numero", "texto", "narrativa", "estado"),
        )
        puntos.append(dataclasses.replace(punto, **changes))  # type: ignore[arg-type]
    return tuple(puntos)


def asistencias(**estados: str) -> tuple[Asistencia, ...]:
    """``asistencias(ANA="Presente", BEA="")``: an empty state is one nobody captured."""
    return tuple(
        Asistencia(
            "2",
            clave,
            EstadoAsistencia(estado) if estado else None,
            origin=origin("Asistencia", row, "sesion", "persona", "estado", "firma", "hora_llegada"),
        )
        for row, (clave, estado) in enumerate(estados.items(), 2)
    )


def all_present(*absent: str) -> tuple[Asistencia, ...]:
    people = (*MEMBERS, "SEC")
    return asistencias(**{clave: "Ausente" if clave in absent else "Presente" for clave in people})


def a_movimiento(tipo: str, persona: str, hour: str, point: str, **changes: object) -> Movimiento:
    move = Movimiento(
        "2",
        TipoMovimiento(tipo),
        persona,
        dt.time.fromisoformat(hour),
        antes_del_punto=point,
        origin=origin("Movimientos", 2, "sesion", "tipo", "persona", "hora"),
    )
    return dataclasses.replace(move, **changes)  # type: ignore[arg-type]


def a_votacion(punto: str, votos: Mapping[str, str] | None = None, **changes: object) -> Votacion:
    """A vote: unanimous without votes, by name with them."""
    votes = {clave: Voto(voto) for clave, voto in (votos or {}).items()}
    vote = Votacion(
        "2",
        punto,
        forma=FormaVotacion.NOMINAL if votos else FormaVotacion.UNANIMIDAD,
        votos=votes,
        origin=origin(
            "Votaciones", 2, "sesion", "punto", "forma", "resultado_tecleado", *map(vote_field, MEMBERS)
        ),
    )
    return dataclasses.replace(vote, **changes)  # type: ignore[arg-type]


def an_acuerdo(punto: str, **changes: object) -> Acuerdo:
    acuerdo = Acuerdo(
        "A1",
        "2",
        punto,
        "Se tiene por presentado el informe.",
        origin=origin("Acuerdos", 2, "clave", "sesion", "punto", "numero"),
    )
    return dataclasses.replace(acuerdo, **changes)  # type: ignore[arg-type]


def an_organismo(**changes: object) -> Organismo:
    base = Organismo(
        institucion="Instituto de Prueba",
        organo="Comité de Prueba",
        siglas_organo="COPRU",
        proceso_electoral="Proceso 2027",
        ciudad="Villa Clara",
        entidad="Norte",
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]


def a_desarrollo(
    *,
    sesion: Sesion | None = None,
    normas: Normas | None = None,
    **rows: Any,
) -> Desarrollo:
    """Five members present, four points and nothing wrong; `rows` replace those of the proceso."""
    chosen = sesion or a_sesion()
    fields: dict[str, object] = {
        "organismo": an_organismo(),
        "integrantes": some_integrantes(),
        "sesiones": (chosen,),
        "puntos": some_puntos(),
        "asistencias": all_present(),
        **rows,
    }
    return Desarrollo(Proceso(**fields), normas or some_normas(), chosen)  # type: ignore[arg-type]
