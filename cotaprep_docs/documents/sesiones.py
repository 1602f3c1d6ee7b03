"""How sessions are called: «tercera sesión ordinaria», with capitals, article or as a file name."""

from __future__ import annotations

from cotaprep_docs.domain.orden_dia import Punto
from cotaprep_docs.domain.organismo import Organismo
from cotaprep_docs.domain.sesion import Sesion, TipoSesion
from cotaprep_docs.spanish.dates import date_with_weekday, short_date
from cotaprep_docs.spanish.names import lower_first
from cotaprep_docs.spanish.numbers import Gender, ordinal

_NOUNS = {
    TipoSesion.ORDINARIA: "sesión ordinaria",
    TipoSesion.EXTRAORDINARIA: "sesión extraordinaria",
    TipoSesion.REUNION: "reunión formal de trabajo",
}


WITH_PARTIES = (
    " con las representaciones de los partidos políticos y, en su caso, de las candidaturas independientes"
)
"""With whom formal meetings are held (RE 342.1.h)."""


def sesion_name(sesion: Sesion, organismo: Organismo) -> str:
    """Return «tercera sesión ordinaria»; with its own title where it has one.

    A session with a title keeps its place in the series: «sesión de instalación (primera sesión
    ordinaria)».
    """
    number = ordinal(sesion.ordinal, Gender.FEMININE, style=organismo.estilo_ordinales)
    name = f"{number} {_NOUNS[sesion.tipo]}"
    return f"{lower_first(sesion.titulo)} ({name})" if sesion.titulo else name


def held_on(sesion: Sesion, organismo: Organismo) -> str:
    """Return «, celebrada el martes…»; nothing while its day is not known."""
    if sesion.fecha is None:
        return ""
    return f", celebrada el {date_with_weekday(sesion.fecha, organismo.estilo_fechas)}"


def punto_place(sesion: Sesion, punto: Punto) -> str:
    """Return «sesión 3 (30/01/2024), punto 7», where there is room for keys only."""
    day = f" ({short_date(sesion.fecha)})" if sesion.fecha is not None else ""
    return f"{sitting_noun(sesion)} {sesion.clave}{day}, punto {punto.numero_vigente}"


def sesion_title(sesion: Sesion, organismo: Organismo) -> str:
    """Return the name with a capital, as it starts a line."""
    name = sesion_name(sesion, organismo)
    return name[:1].upper() + name[1:]


def sitting_noun(sesion: Sesion) -> str:
    """Return what it is: «sesión» or «reunión»; both feminine."""
    return "reunión" if sesion.is_reunion else "sesión"


def record_noun(sesion: Sesion) -> str:
    """Return what tells of it: «acta», or «minuta» of a formal meeting; both feminine."""
    return "minuta" if sesion.is_reunion else "acta"


_FEMININE_PLACES = {"sala", "oficina", "casa", "biblioteca", "sede", "explanada", "junta", "galería"}
_MASCULINE_PLACES = {"salón", "auditorio", "edificio", "recinto", "local", "centro", "domicilio", "pleno"}


def with_article(place: str) -> str:
    """Return a place as it follows «en»: «la Sala de sesiones», «el Auditorio».

    A place that already starts with its article, or whose first noun is not known, stays as typed.
    """
    first = place.partition(" ")[0].casefold()
    if first in _FEMININE_PLACES:
        return f"la {place}"
    return f"el {place}" if first in _MASCULINE_PLACES else place
