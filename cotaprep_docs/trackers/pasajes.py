"""A text of Word as the passages of a section, which its document numbers one by one."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from cotaprep_docs.prose.prose import BULLETS, PLACE, Elemento, Lista, Prose, Tabla, join
from cotaprep_docs.trackers.word_text import Bloque, join_bloques


def split_pasajes(bloques: Sequence[Bloque]) -> list[Prose]:
    """Return the passages of a text.

    Where the text begins with a numbered list, each item of its outermost level is a passage, and what
    follows it belongs to it: the document's number stands for that of Word. Else each paragraph is one, with
    the lists and tables that follow it.
    """
    first = bloques[0] if bloques else None
    if isinstance(first, Lista) and first.elementos[0].is_numerado:
        return [join_bloques(group) for group in _by_number(bloques, first.elementos[0])]
    groups: list[list[Bloque]] = []
    for bloque in bloques:
        if isinstance(bloque, Prose) or not groups:
            groups.append([])
        groups[-1].append(bloque)
    return [join_bloques(group) for group in groups]


def _by_number(bloques: Sequence[Bloque], first: Elemento) -> list[list[Bloque]]:
    groups: list[list[Bloque]] = []
    below: list[Elemento] = []
    following = first.numero
    for bloque in bloques:
        for elemento in bloque.elementos if isinstance(bloque, Lista) else ():
            if _goes_on(elemento, first, following):
                _close(groups, below)
                groups.append([elemento.content])
                following += 1
            else:
                below.append(elemento)
        _close(groups, below)
        if not isinstance(bloque, Lista):
            groups[-1].append(bloque)
    return groups


def _close(groups: list[list[Bloque]], below: list[Elemento]) -> None:
    """End the list below a passage, as far out as the item that is the passage now leaves it."""
    if below:
        depth = min(elemento.nivel for elemento in below)
        groups[-1].append(Lista(tuple(_raised(elemento, depth) for elemento in below)))
    below.clear()


def _goes_on(elemento: Elemento, first: Elemento, following: int) -> bool:
    look = (elemento.nivel, elemento.marca, elemento.patron)
    return look == (first.nivel, first.marca, first.patron) and elemento.numero == following


def _raised(elemento: Elemento, depth: int) -> Elemento:
    """Return an item some levels further out; the numbers of those that are gone it says by itself."""

    def level(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"%{number - depth}" if number > depth else elemento.cuentas[number - 1]

    nivel = elemento.nivel - depth
    rotulo = elemento.rotulo if elemento.is_numerado else BULLETS[nivel % len(BULLETS)]
    patron, cuentas = PLACE.sub(level, elemento.patron), elemento.cuentas[depth:]
    return dataclasses.replace(elemento, nivel=nivel, rotulo=rotulo, patron=patron, cuentas=cuentas)


def split_glosario(bloques: Sequence[Bloque]) -> list[Prose]:
    """Return the terms of a text: each paragraph, item or row of two cells is one."""
    return [text for bloque in bloques for text in _terms(bloque) if str(text).strip()]


def without_meaning(bloques: Sequence[Bloque]) -> Iterator[str]:
    """Yield the terms of a text that do not say what they mean."""
    for text in split_glosario(bloques):
        if not str(text.partition(":")[1]).strip():
            yield str(text).strip().removesuffix(":")


def _terms(bloque: Bloque) -> Iterator[Prose]:
    if isinstance(bloque, Lista):
        yield from (elemento.content for elemento in bloque.elementos)
    elif isinstance(bloque, Tabla):
        for fila in bloque.filas[bloque.encabezados :]:
            yield join([celda.content for celda in fila if str(celda)], ": ")
    else:
        yield bloque
