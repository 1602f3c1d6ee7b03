"""How people are named in documents: name, title, quality, and lists of them."""

from __future__ import annotations

from collections.abc import Sequence

from cotaprep_docs.domain.asistencia import Asistencia
from cotaprep_docs.domain.persona import Calidad, Integrante, Invitado, Persona, Representacion
from cotaprep_docs.spanish.agreement import agree, article
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.names import lower_first, without_accents


def full_name(person: Persona) -> str:
    """Return the name with its title before it; for a representation, what it represents."""
    if isinstance(person, Representacion):
        return person.nombre
    return f"{person.tratamiento} {person.nombre}".strip()


def spoken_name(person: Persona) -> str:
    """Return the name as a sentence says it: with an article where it has a title («la Mtra. Ana Pérez»)."""
    name = full_name(person)
    if isinstance(person, Representacion):
        return f"la representación de {name}"
    if person.tratamiento and person.genero is not None:
        return f"{article(person.genero)} {name}"
    return name


def of(text: str) -> str:
    """Return «de» and what follows, contracted: «del Mtro. Cid», «de la Mtra. Ana»."""
    return f"del {text[3:]}" if text.startswith("el ") else f"de {text}"


def quality(person: Persona) -> str:
    """Return in what quality somebody sits at the table, in agreement with their gender."""
    if isinstance(person, Representacion):
        return f"Representación de {person.nombre}"
    if isinstance(person, Invitado):
        place = f" ({person.institucion})" if person.cargo and person.institucion else person.institucion
        return f"{person.cargo}{place}" or agree(person.genero, "Invitado", "Invitada", "Persona invitada")
    if person.calidad is Calidad.SECRETARIA_TECNICA:
        return agree(
            person.genero, "Secretario Técnico", "Secretaria Técnica", "Titular de la Secretaría Técnica"
        )
    return str(person.calidad.value)


def attendee_name(person: Persona, row: Asistencia | None) -> str:
    """Return the name of who came; for a representation, whoever of the two was captured to have come."""
    if isinstance(person, Representacion) and row is not None:
        came = {"Propietario": person.propietario, "Suplente": person.suplente}.get(row.acude, "")
        return came or person.nombre
    return full_name(person)


def attendee_quality(person: Persona, row: Asistencia | None) -> str:
    """Return in what quality somebody came: of a representation, whether as owner or substitute."""
    if isinstance(person, Representacion) and row is not None and row.acude:
        kind = "propietaria" if row.acude == "Propietario" else "suplente"
        return f"Representación {kind} de {person.nombre}"
    return quality(person)


def signature_title(person: Persona) -> str:
    """Return what stands under the name in the signature block."""
    return (person.cargo if isinstance(person, Integrante) else "") or quality(person)


def mention(person: Persona) -> str:
    """Return «Ana Pérez, integrante» as it goes in a sentence."""
    if isinstance(person, Representacion):
        return spoken_name(person)
    title = inner_quality(person) if isinstance(person, Integrante) else quality(person)
    return f"{spoken_name(person)}, {title}"


def mention_within(person: Persona) -> str:
    """Return `mention` as it goes before a verb: the apposition closed by its comma."""
    text = mention(person)
    return text if isinstance(person, Representacion) else f"{text},"


def to(text: str) -> str:
    """Return «a» and what follows, contracted: «al artículo 9», «a los artículos 9 y 10»."""
    return f"al {text[3:]}" if text.startswith("el ") else f"a {text}"


def names(people: Sequence[Persona]) -> str:
    """Return the names as a list in a sentence."""
    return join_and([spoken_name(person) for person in people])


def names_of(people: Sequence[Persona]) -> str:
    """Return the names after «de», each with its own where one has an article: «del Mtro. Cid y de Ana»."""
    spoken = [spoken_name(person) for person in people]
    if any(name != full_name(person) for name, person in zip(spoken, people, strict=True)):
        return join_and([of(name) for name in spoken])
    return of(join_and(spoken))


def speaker(person: Persona) -> str:
    """Return how an intervention names who speaks: name, and in what quality."""
    if isinstance(person, Representacion):
        return full_name(person)
    if isinstance(person, Invitado):
        post = lower_first(person.cargo)
        place = f" ({person.institucion})" if person.institucion else ""
        return f"{full_name(person)}{f', {post}' if post else ''}{place}"
    return f"{full_name(person)}, {inner_quality(person)}"


def inner_quality(person: Integrante) -> str:
    """Return the quality as it stands within a sentence: only the holder of an office keeps its capitals."""
    title = quality(person)
    return title if person.calidad is Calidad.SECRETARIA_TECNICA else lower_first(title)


def fact_name(*parts: object) -> str:
    """Return a stable ASCII name for a fact, at most 40 characters, as bookmarks and tags allow."""
    text = ".".join(without_accents(str(part)) for part in parts)
    return "".join(char if char.isascii() and (char.isalnum() or char in "._") else "_" for char in text)[:40]


def signed_name(person: Integrante) -> str:
    """Return «Ana Pérez, Secretaria Técnica», with the post where one is printed under the signature."""
    return f"{full_name(person)}, {signature_title(person)}"


_FEMININE_BODIES = {
    "secretaría", "autoridad", "comisión", "unidad", "dirección", "junta", "presidencia", "consejería",
    "coordinación", "asamblea",
}  # fmt: skip
_MASCULINE_BODIES = {"consejo", "instituto", "comité", "tribunal", "órgano", "organismo", "pleno"}


def towards(body: str) -> str:
    """Return where something is sent, after its preposition: «al Consejo General», «a la Secretaría»."""
    first = body.partition(" ")[0].casefold()
    if first in _FEMININE_BODIES:
        return f"a la {body}"
    return f"al {body}" if first in _MASCULINE_BODIES else f"a {body}"
