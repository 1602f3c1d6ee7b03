"""How an acta ends: clausura, number of sheets, signatures and annexes."""

from __future__ import annotations

from collections.abc import Sequence

from cotaprep_docs.documents.context import Anexo, FilaFirmas, Firma
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.personas import (
    attendee_name,
    attendee_quality,
    fact_name,
    full_name,
    of,
    signature_title,
    spoken_name,
)
from cotaprep_docs.documents.sesiones import record_noun, sesion_name
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.asistencia import TipoMovimiento
from cotaprep_docs.domain.persona import Integrante, Persona, Representacion
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.agreement import plural
from cotaprep_docs.spanish.hours import duration_text
from cotaprep_docs.spanish.names import lower_first, sentence_case, without_final_dot
from cotaprep_docs.spanish.numbers import Gender, number_and_words

_SIGNATURE_LINE = "\u00a0" * 3


def write_cierre(fuente: Fuente) -> Prose:
    """Return the end of the session: why it ends, when, and how long it took."""
    clausura = Fact("clausura", _clausura(fuente), "Hora y fecha de clausura")
    if fuente.is_pendiente:
        return join(("La clausura se asentará con su hora: ", clausura, "."))
    if not fuente.was_held:
        reason = (
            "Ante la falta de quórum legal, la Secretaría Técnica levanta la presente acta para constancia"
        )
    elif fuente.lost_quorum:
        reason = "Al haber dejado de existir quórum legal, se da por concluida la sesión"
    elif fuente.sesion.is_reunion:
        reason = "No habiendo más asuntos que tratar, se da por concluida la reunión"
    else:
        reason = "No habiendo más asuntos que tratar, se declara clausurada la sesión"
    return join((reason, ", ", clausura, _duracion(fuente), "."))


def _clausura(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    day = sesion.clausura.date() if sesion.clausura is not None else sesion.fecha_clausura or sesion.fecha
    return fuente.momento(day, sesion.hora_clausura, "hora de clausura", sesion.origin.cell("hora_clausura"))


def _duracion(fuente: Fuente) -> str:
    start, end = fuente.sesion.inicio, fuente.sesion.clausura
    if start is None or end is None or end < start or not fuente.was_held:
        return ""
    recess = recess_minutes(fuente)
    total = int((end - start).total_seconds() // 60)
    if not recess or recess > total:
        return f", con una duración de {duration_text(total)}"
    effective = duration_text(total - recess)
    return f", con una duración efectiva de {effective}, sin contar {duration_text(recess)} de receso"


def recess_minutes(fuente: Fuente) -> int:
    """Return how long the recesses of the session took together, in minutes; 0 where one is not known."""
    total, start = 0, None
    for _, move in fuente.presencia.movimientos:
        when = fuente.moment(move)
        if move.tipo is TipoMovimiento.RECESO:
            start = when
        elif move.tipo is TipoMovimiento.REANUDA and start is not None and when is not None:
            total += int((when - start).total_seconds() // 60)
            start = None
    return total


def write_hojas(act: str) -> Prose:
    """Return the sentence that the template ends with the number of sheets.

    Args:
        act: what kind of act it is, such as ``acta``.
    """
    return as_prose(f"El número de hojas útiles, por un solo lado, de que consta {present(act)} es de")


_MASCULINE = ("acuerdo", "dictamen", "extracto")


def present(act: str) -> str:
    """Return «la presente acta», «el presente acuerdo»."""
    return f"el presente {act}" if act in _MASCULINE else f"la presente {act}"


def write_formula(fuente: Fuente) -> Prose:
    """Return the formula before the signatures, which makes their sheet part of the act."""
    name, noun = sesion_name(fuente.sesion, fuente.organismo), record_noun(fuente.sesion)
    of_record = f"de la {noun}" if fuente.sesion.is_reunion else f"del {noun}"
    return as_prose(
        f"Leída la presente {noun}, la firman al calce y la rubrican al margen de cada hoja quienes en ella "
        f"intervinieron. La hoja de firmas forma parte integral {of_record} de la {name}."
    )


def signers(fuente: Fuente) -> tuple[Persona, ...]:
    """Return who signs: members who attended, the Secretaría Técnica and, of a meeting, the representations.

    `firma` overrides, also for guests.
    """
    presencia = fuente.presencia
    acting = fuente.secretaria
    people: list[Persona] = [*presencia.roster, *((acting,) if acting is not None else ())]
    people += fuente.acompanantes
    chosen = []
    for person in people:
        row = presencia.asistencia(person.clave)
        uncaptured = row is None or row.estado is None
        if isinstance(person, Integrante):
            rule = presencia.was_presente(person.clave) or uncaptured
        else:
            rule = fuente.sesion.is_reunion and isinstance(person, Representacion)
        if row.firma if row is not None and row.firma is not None else rule:
            chosen.append(person)
    return tuple(chosen)


def build_firmas(fuente: Fuente) -> tuple[FilaFirmas, ...]:
    """Return the signature block, two lines a row."""
    lines = [_firma(fuente, person) for person in signers(fuente)]
    if fuente.secretaria is None:
        lines.append(Firma(as_prose(_SIGNATURE_LINE), as_prose(fuente.missing_secretaria), as_prose(""), ""))
    return pair_firmas(lines)


def pair_firmas(lines: Sequence[Firma]) -> tuple[FilaFirmas, ...]:
    """Return signature lines two a row."""
    return tuple(
        FilaFirmas(lines[start], tuple(lines[start + 1 : start + 2])) for start in range(0, len(lines), 2)
    )


def write_constancia(act: str) -> Prose:
    """Return the formula before the signatures of an act that is not read out: «del acuerdo»."""
    return as_prose(
        "Para constancia, firman al calce y rubrican al margen de cada hoja quienes intervinieron. La hoja "
        f"de firmas forma parte integral {of(present(act))}."
    )


def _firma(fuente: Fuente, person: Persona) -> Firma:
    nota = _reason(fuente, person)
    if isinstance(person, Integrante):
        return build_firma(person, nota)
    row = fuente.presencia.asistencia(person.clave)
    name, title = attendee_name(person, row), attendee_quality(person, row)
    return _signature(person.clave, name, title if title != name else "", nota)


def build_firma(person: Integrante, nota: str = "") -> Firma:
    """Return one signature line."""
    return _signature(person.clave, full_name(person), signature_title(person), nota)


def _signature(clave: str, nombre: str, cargo: str, nota: str) -> Firma:
    slot = Fact(fact_name("firma", clave), as_prose(_SIGNATURE_LINE), f"Firma de {nombre}")
    return Firma(linea=as_prose(slot), nombre=as_prose(nombre), cargo=as_prose(cargo), nota=nota)


def _reason(fuente: Fuente, person: Persona) -> str:
    row = fuente.presencia.asistencia(person.clave)
    return f"({row.motivo_firma})" if row is not None and row.firma and row.motivo_firma else ""


def write_firmas_nota(fuente: Fuente, act: str) -> Prose:
    """Return who attended and does not sign an act, with the reason; empty where everybody signs."""
    sentences: list[Prose] = []
    for person in (*fuente.presencia.roster, *fuente.presencia.secretaria):
        row = fuente.presencia.asistencia(person.clave)
        if row is None or row.firma is not False or not fuente.presencia.was_presente(person.clave):
            continue
        why = lower_first(without_final_dot(row.motivo_firma))
        reason = as_prose(why or Gap("motivo por el que no firma", row.origin.cell("motivo_firma")))
        sentences.append(
            compose(
                "{who} no firma {act}: {why}.",
                who=sentence_case(spoken_name(person)),
                act=present(act),
                why=reason,
            )
        )
    return join(sentences, " ")


def build_anexos(fuente: Fuente) -> tuple[Anexo, ...]:
    """Return the annexes of the act, numbered in their order."""
    return tuple(
        Anexo(
            numero=f"{number}.",
            titulo=as_prose(Fact(f"anexo.{number}", as_prose(f"{without_final_dot(d.titulo)}."), "Anexo")),
            detalle=as_prose(detail(d)),
        )
        for number, d in enumerate(fuente.proceso.documentos_of(fuente.sesion), 1)
    )


def detail(documento: Documento) -> str:
    """Return «Circulado; 9 (nueve) fojas, en medio electrónico.»."""
    sheets = []
    if documento.fojas is not None:
        noun = plural(documento.fojas, "foja", "fojas")
        sheets.append(f"{number_and_words(documento.fojas, Gender.FEMININE)} {noun}")
    if documento.medio:
        sheets.append(f"en medio {lower_first(documento.medio)}")
    kind = documento.tipo if documento.tipo not in ("", "Anexo") else ""
    text = "; ".join(part for part in (kind, ", ".join(sheets)) if part)
    return f"{sentence_case(text)}." if text else ""
