"""What the norms a problem rests on say, and how sure that is."""

from __future__ import annotations

from cotaprep_docs.norms.normas import Norma, Normas


def fundamentos(normas: Normas) -> dict[str, str]:
    """Return the text of every entry of the norms file, by key; a citation prevails over a parameter.

    What nobody verified says so: whoever reads it must not quote it as the law.
    """
    entries = {**normas.parametros, **normas.citas}
    return {clave: _text(norma) for clave, norma in entries.items()}


def _text(norma: Norma) -> str:
    text = norma.texto or norma.fuente
    return text if norma.marca.is_verificada else f"{text} (sin verificar)"
