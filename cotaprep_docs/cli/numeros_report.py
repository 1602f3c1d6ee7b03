"""What ``numerar`` prints for people."""

from __future__ import annotations

import click

from cotaprep_docs.app.hallazgos import acto_text
from cotaprep_docs.app.numeracion import Numeros
from cotaprep_docs.cli.output import say
from cotaprep_docs.cli.report import counts, show_problems
from cotaprep_docs.domain.numeracion import Asiento, EstadoNumero
from cotaprep_docs.spanish.names import sentence_case


def show_numeros(numeros: Numeros, *, lista: bool) -> None:
    """Print the lines taken, cancelled or listed, and then the problems."""
    for asiento in numeros.asientos:
        say(number_line(asiento))
    result = numeros.resultado
    if result.problemas:
        if numeros.asientos:
            say()
        show_problems(result)
        say()
        say(f"{counts(result.problemas)}. {_summary(numeros, lista=lista)}")
    else:
        say(_summary(numeros, lista=lista))


def number_line(asiento: Asiento) -> str:
    """Return «ST/07/2024  Oficio de convocatoria de la clave 4 (cancelado el 24/02/2024: no se emitió)»."""
    what = sentence_case(acto_text(asiento.acto)) if asiento.acto else "De ningún acto de este libro"
    facts = ""
    if asiento.estado is EstadoNumero.CANCELADO:
        facts = f" (cancelado el {asiento.fecha:%d/%m/%Y}: {asiento.motivo})"
    elif asiento.estado is EstadoNumero.RESERVADO:
        facts = " (reservado: su documento definitivo no se terminó de guardar; genérelo otra vez)"
    return f"{click.style(asiento.texto, bold=True)}  {what}{facts}"


def _summary(numeros: Numeros, *, lista: bool) -> str:
    number = len(numeros.asientos)
    if lista:
        return "El libro de números está vacío." if number == 0 else f"Números en el libro: {number}."
    if number == 0:
        return "No se tomó ningún número."
    if any(asiento.estado is EstadoNumero.CANCELADO for asiento in numeros.asientos):
        return "Se canceló 1 número."
    if numeros.simulado:
        return f"Tocarían estos números: {number}. No se tomó ninguno."
    return "Se tomó 1 número." if number == 1 else f"Se tomaron {number} números."
