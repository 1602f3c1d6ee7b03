"""Deliverables to the national authority: late, due, and not sent as far as anybody wrote down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cotaprep_docs.app.estado.palabras import counted, deadline_text, shortened
from cotaprep_docs.app.estado.renglones import tone_of
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.domain.entrega import Tratamiento
from cotaprep_docs.domain.entrega_estado import Atencion, EntregaPendiente
from cotaprep_docs.spanish.dates import month_name, short_date
from cotaprep_docs.spanish.names import lower_first

_NUMBERS_SHOWN = 12


def entregas_section(tablero: Tablero) -> Seccion:
    """Return the deliverables whose term is over or near, and that nothing says were sent."""
    empty = "No hay entregables vencidos ni por vencer."
    return Seccion("entregables", "Entregables", tuple(_renglones(tablero)), empty)


def _renglones(tablero: Tablero) -> Iterator[Renglon]:
    hoy = tablero.estado.hoy
    due = [one for one in tablero.estado.entregas if one.atencion is not Atencion.REMITIDA]
    late = [one for one in due if one.is_vencida(hoy)]
    for entregable, found in groupby(sorted(late, key=_number), key=lambda one: one.entregable):
        yield _vencida(tablero, [*found], entregable.is_mensual)
    for one in due:
        if one.limite >= hoy and tablero.is_cerca(one.limite):
            yield _por_vencer(tablero, one)
    unsent = {one.entregable.numero: one for one in due if one.limite < hoy and not one.is_vencida(hoy)}
    if unsent:
        numbers = shortened([str(number) for number in sorted(unsent)], _NUMBERS_SHOWN)
        yield Renglon(
            f"Ya tratados, sin que conste su envío: {numbers}",
            Tono.NORMAL,
            ("Anote en la hoja «Oficios» el oficio con que se enviaron, por ejemplo «entregable-9».",),
        )


def _number(one: EntregaPendiente) -> tuple[int, object]:
    return one.entregable.numero, one.limite


def _vencida(tablero: Tablero, found: Sequence[EntregaPendiente], is_mensual: bool) -> Renglon:  # noqa: FBT001
    """Return one line for all late versions of a deliverable."""
    last = found[-1]
    if is_mensual:
        months = [f"{month_name(one.vencimiento.mes.month)}" for one in found if one.vencimiento.mes]
        text = f"{_title(last, fase=False)}: no consta el envío de {counted(len(months), 'mes', 'meses')}"
        return Renglon(f"{text} ({shortened(months, _NUMBERS_SHOWN)})", _late_tone(last), (_checked(last),))
    text = f"{_title(last)}: {deadline_text(last.limite, tablero.estado.hoy)}"
    return Renglon(text, _late_tone(last), (_attention(tablero, last), _checked(last)))


def _late_tone(one: EntregaPendiente) -> Tono:
    """Return how much a late one matters: what no norm was read to say is a warning, as in the rules."""
    return Tono.URGENTE if one.vencimiento.plazo.marca.is_verificada else Tono.PRONTO


def _por_vencer(tablero: Tablero, one: EntregaPendiente) -> Renglon:
    text = f"{_title(one)}: {deadline_text(one.limite, tablero.estado.hoy)}"
    return Renglon(text, tone_of(tablero, one.limite), (_attention(tablero, one), _checked(one)))


def _title(one: EntregaPendiente, *, fase: bool = True) -> str:
    plazo, mes = one.vencimiento.plazo, one.vencimiento.mes
    version = f" ({lower_first(plazo.fase)})" if plazo.fase and fase else ""
    month = f" de {month_name(mes.month)}" if mes is not None and fase else ""
    return f"{one.entregable.numero}. {one.entregable.titulo}{month}{version}"


def _attention(tablero: Tablero, one: EntregaPendiente) -> str:
    if one.atencion is Atencion.TRATADA and one.tratamiento is not None:
        return f"Se trató en {_where(one.tratamiento)}; no consta su envío."
    if one.acordado is not None:
        return f"Se acordó el {short_date(one.acordado)}; no consta su envío."
    if one.tratamiento is not None:
        where = _where(one.tratamiento)
        if one.tratamiento.sesion in tablero.estado.sin_constancia:
            return f"Iba a atenderlo {where}, que no consta como celebrada."
        return f"Lo atiende {where}."
    return "" if one.entregable.is_mensual else "Ningún punto por venir lo atiende."


def _where(one: Tratamiento) -> str:
    noun = "la reunión" if one.sesion.is_reunion else "la sesión"
    day = f" ({short_date(one.sesion.fecha)})" if one.sesion.fecha is not None else ""
    return f"{noun} {one.sesion.clave}{day}, punto {one.punto.numero_vigente}"


def _checked(one: EntregaPendiente) -> str:
    return "" if one.vencimiento.plazo.marca.is_verificada else "Plazo sin verificar en la norma."
