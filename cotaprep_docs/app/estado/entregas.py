"""Deliverables to the national authority: late, due, and dealt with but not sent as far as anybody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cotaprep_docs.app.estado.palabras import deadline_text, shortened
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.entrega import Tratamiento
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente, entregable_letter
from cotaprep_docs.spanish.dates import month_name, short_date
from cotaprep_docs.spanish.names import lower_first

_SHOWN = 12


def entregas_section(tablero: Tablero) -> Seccion:
    """Return the deliverables whose term is over or near, and that nothing says were sent."""
    empty = "No hay entregables vencidos ni por vencer."
    return Seccion("entregables", "Entregables", tuple(_renglones(tablero)), empty)


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    hoy = tablero.estado.hoy
    due = [one for one in tablero.estado.entregas if one.atencion.is_pendiente]
    late = [one for one in due if one.is_vencida(hoy)]
    dealt = [one for one in late if one.atencion is Atencion.TRATADA]
    if dealt:
        yield _unsent(dealt)
    for one in due:
        if one.limite >= hoy and tablero.is_cerca(one.limite):
            yield _por_vencer(tablero, one)
    unseen = sorted((one for one in late if one not in dealt), key=lambda one: one.entregable.numero)
    for entregable, found in groupby(unseen, key=lambda one: one.entregable):
        versions = list(found)
        yield _meses(versions) if entregable.is_mensual else _vencida(tablero, versions[-1])


def _unsent(dealt: Sequence[EntregaPendiente]) -> Renglon:
    """Return one line for all that was dealt with and whose term to send it is over."""
    ordered = sorted(dealt, key=lambda one: one.entregable.numero)
    names = [f"{one.entregable.numero}{_version(one)}" for one in ordered]
    checked = [one for one in dealt if one.vencimiento.plazo.marca.is_verificada]
    example = entregable_letter(dealt[0].entregable, dealt[0].vencimiento)
    return Renglon(
        f"Vencidos que ya se trataron, sin que conste su envío: {shortened(names, _SHOWN)}",
        Tono.URGENTE if checked else Tono.PRONTO,
        (
            f"Si ya se enviaron, anote el oficio y su fecha en la hoja «Oficios», por ejemplo «{example}».",
            "" if len(checked) == len(dealt) else "Varios de esos plazos están sin verificar en la norma.",
        ),
    )


def _meses(found: Sequence[EntregaPendiente]) -> Renglon:
    """Return one line for all late months of a monthly one."""
    months = [_month(one) for one in found]
    last = found[-1]
    text = f"{last.entregable.numero}. {last.entregable.titulo}: no consta su envío"
    example = entregable_letter(last.entregable, last.vencimiento)
    hint = f"Si ya se envió, anótelo en la hoja «Oficios», por ejemplo «{example}»."
    return Renglon(f"{text}: {shortened(months, _SHOWN)}", _late_tone(last), (hint, _checked(last)))


def _month(one: EntregaPendiente) -> str:
    mes = one.vencimiento.mes
    return f"{month_name(mes.month)} de {mes.year}" if mes is not None else ""


def _vencida(tablero: Tablero, one: EntregaPendiente) -> Renglon:
    text = f"{_title(one)}: {deadline_text(one.limite, tablero.estado.hoy)}"
    return Renglon(text, _late_tone(one), (_attention(tablero, one), _checked(one)))


def _late_tone(one: EntregaPendiente) -> Tono:
    """Return how much a late one matters: what no norm was read to say is a warning, as in the rules."""
    return Tono.URGENTE if one.vencimiento.plazo.marca.is_verificada else Tono.PRONTO


def _por_vencer(tablero: Tablero, one: EntregaPendiente) -> Renglon:
    text = f"{_title(one)}: {deadline_text(one.limite, tablero.estado.hoy)}"
    return Renglon(text, tone_of(tablero, one.limite), (_attention(tablero, one), _checked(one)))


def _title(one: EntregaPendiente) -> str:
    month = f" de {_month(one)}" if one.vencimiento.mes is not None else ""
    return f"{one.entregable.numero}. {one.entregable.titulo}{month}{_version(one)}"


def _version(one: EntregaPendiente) -> str:
    fase = one.vencimiento.plazo.fase
    return f" ({lower_first(fase)})" if fase else ""


def _attention(tablero: Tablero, one: EntregaPendiente) -> str:
    if one.acordado is not None:
        return f"Se acordó el {short_date(one.acordado)}; no consta su envío."
    if one.tratamiento is None:
        return _nobody(tablero, one)
    where = _where(one.tratamiento)
    if one.atencion is Atencion.TRATADA:
        return f"Se trató en {where}; no consta su envío."
    if one.tratamiento.sesion in tablero.estado.sin_constancia:
        return f"Iba a atenderlo {where}, que no consta como celebrada."
    return f"Lo atiende {where}."


def _nobody(tablero: Tablero, one: EntregaPendiente) -> str:
    if one.entregable.dato:
        return f"Escriba el día en que se acordó: {tablero.organismo.cell(one.entregable.dato)}."
    return "" if one.entregable.is_mensual else "Ningún punto lo atiende."


def _where(one: Tratamiento) -> str:
    noun = "la reunión" if one.sesion.is_reunion else "la sesión"
    day = f" ({short_date(one.sesion.fecha)})" if one.sesion.fecha is not None else ""
    return f"{noun} {one.sesion.clave}{day}, punto {one.punto.numero_vigente}"


def _checked(one: EntregaPendiente) -> str:
    return "" if one.vencimiento.plazo.marca.is_verificada else "Plazo sin verificar en la norma."
