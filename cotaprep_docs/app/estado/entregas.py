"""Deliverables to the national authority: late, due, and dealt with but not sent as far as anybody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cotaprep_docs.app.estado.palabras import deadline_text, entrega_text, mes_text, version_text
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.documents.sesiones import punto_place
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente, entregable_letter
from cotaprep_docs.spanish.dates import short_date
from cotaprep_docs.spanish.lists import first_of

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
            yield _con_plazo(tablero, one)
    unseen = sorted((one for one in late if one not in dealt), key=lambda one: one.entregable.numero)
    for entregable, found in groupby(unseen, key=lambda one: one.entregable):
        versions = list(found)
        if entregable.is_mensual:
            yield _meses(tablero, versions)
        else:
            yield from (_con_plazo(tablero, one) for one in versions)


def _unsent(dealt: Sequence[EntregaPendiente]) -> Renglon:
    """Return one line for all that was dealt with and whose term to send it is over."""
    ordered = sorted(dealt, key=lambda one: one.entregable.numero)
    names = [f"{one.entregable.numero}{version_text(one)}" for one in ordered]
    checked = [one for one in dealt if one.vencimiento.plazo.marca.is_verificada]
    example = entregable_letter(dealt[0].entregable, dealt[0].vencimiento)
    return Renglon(
        f"Vencidos que ya se trataron, sin que conste su envío: {first_of(names, _SHOWN)}",
        Tono.URGENTE if checked else Tono.PRONTO,
        (
            f"Si ya se enviaron, anote el oficio y su fecha en la hoja «Oficios», por ejemplo «{example}».",
            "" if len(checked) == len(dealt) else "Varios de esos plazos están sin verificar en la norma.",
        ),
    )


def _meses(tablero: Tablero, found: Sequence[EntregaPendiente]) -> Renglon:
    """Return one line for all late months of a monthly one."""
    months = [mes_text(one) for one in found]
    last = found[-1]
    text = f"{last.entregable.numero}. {last.entregable.titulo}: no consta su envío"
    example = entregable_letter(last.entregable, last.vencimiento)
    hint = f"Si ya se envió, anótelo en la hoja «Oficios», por ejemplo «{example}»."
    return Renglon(f"{text}: {first_of(months, _SHOWN)}", _tone(tablero, last), (hint, _checked(last)))


def _con_plazo(tablero: Tablero, one: EntregaPendiente) -> Renglon:
    text = f"{entrega_text(one)}: {deadline_text(one.limite, tablero.estado.hoy)}"
    return Renglon(text, _tone(tablero, one), (_attention(tablero, one), _checked(one)))


def _tone(tablero: Tablero, one: EntregaPendiente) -> Tono:
    return tone_of(tablero, one.limite, one.vencimiento.plazo.marca)


def _attention(tablero: Tablero, one: EntregaPendiente) -> str:
    if one.acordado is not None:
        return f"Se acordó el {short_date(one.acordado)}; no consta su envío."
    if one.tratamiento is None:
        return _nobody(tablero, one)
    where = f"la {punto_place(one.tratamiento.sesion, one.tratamiento.punto)}"
    if one.atencion is Atencion.TRATADA:
        return f"El asunto se trató en {where}; no consta su envío."
    if one.tratamiento.sesion in tablero.estado.sin_constancia:
        return f"Iba a atenderlo {where}, que no consta como celebrada."
    day = one.tratamiento.sesion.fecha
    return f"Lo atiende {where}{', después de su plazo' if day is not None and day > one.limite else ''}."


def _nobody(tablero: Tablero, one: EntregaPendiente) -> str:
    if one.entregable.dato:
        return f"Escriba el día en que se acordó: {tablero.organismo.cell(one.entregable.dato)}."
    return "" if one.entregable.is_mensual else "Ningún punto lo atiende."


def _checked(one: EntregaPendiente) -> str:
    return "" if one.vencimiento.plazo.marca.is_verificada else "Plazo sin verificar en la norma."
