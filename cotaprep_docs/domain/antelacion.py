"""How long before a session it has to be called for."""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.domain.sesion import Sesion, TipoSesion

_ENTRIES = {
    TipoSesion.ORDINARIA: "antelacion_ordinaria",
    TipoSesion.EXTRAORDINARIA: "antelacion_extraordinaria",
    TipoSesion.REUNION: "antelacion_reunion",
}


def antelacion_entry(sesion: Sesion) -> str:
    """Return the entry of the norms file with the lead time of a session of this kind."""
    return _ENTRIES[sesion.tipo]


def latest_notice(sesion: Sesion, hours: int) -> dt.datetime | None:
    """Return the last moment to call for a session so many hours before; None while its day is not known.

    Without an hour it may begin at any of that day, so it is counted from the first.
    """
    if sesion.fecha is None:
        return None
    return dt.datetime.combine(sesion.fecha, sesion.hora or dt.time()) - dt.timedelta(hours=hours)
