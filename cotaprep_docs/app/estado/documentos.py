"""The documents of the output folder: how many stand how, and which want something of somebody."""

from __future__ import annotations

from collections.abc import Iterator

from cotaprep_docs.app.estado.archivos import DocumentoGuardado, Situacion
from cotaprep_docs.app.estado.palabras import counted, shortened
from cotaprep_docs.app.estado.renglones import PROGRAM
from cotaprep_docs.app.estado.seccion import Renglon, Seccion, Tono
from cotaprep_docs.app.estado.tablero import Tablero

_SHOWN = 6
_COUNTED = {
    Situacion.BORRADOR: ("borrador", "borradores"),
    Situacion.EN_REVISION: ("en revisión", "en revisión"),
    Situacion.DEFINITIVO: ("definitivo", "definitivos"),
    Situacion.EN_FIRMA: ("en firma", "en firma"),
    Situacion.FIRMADO: ("firmado", "firmados"),
    Situacion.RETIRADO: ("que ya no está", "que ya no están"),
}


def documentos_section(tablero: Tablero) -> Seccion:
    """Return how the documents stand."""
    empty = "Todavía no hay ninguno en la carpeta de salida."
    found = (*_carpeta(tablero), *_renglones(tablero.documentos))
    return Seccion("documentos", "Documentos", found, empty)


def _carpeta(tablero: Tablero) -> Iterator[Renglon]:
    """Yield what is odd of the folder itself, and the numbers to take before anything is definitive."""
    for problem in tablero.avisos:
        yield Renglon(problem.message, Tono.PRONTO, (problem.hint,))
    ajenos = tablero.carpeta.ajenos
    if ajenos and (tablero.avisos or not tablero.documentos):
        text = f"{counted(len(ajenos), 'documento', 'documentos')} de Word sin registro del programa"
        yield Renglon(f"{text}: {shortened(ajenos, _SHOWN)}", Tono.PRONTO)
    hint = f"Tómelos con «{PROGRAM} numerar»."
    yield from _named("Números por tomar", list(tablero.por_numerar), Tono.NORMAL, hint)


def _renglones(documentos: tuple[DocumentoGuardado, ...]) -> Iterator[Renglon]:
    if not documentos:
        return
    by_state = {state: [d for d in documentos if d.situacion is state] for state in _COUNTED}
    parts = [counted(len(found), *_COUNTED[state]) for state, found in by_state.items() if found]
    yield Renglon(f"{counted(len(documentos), 'documento', 'documentos')}: {', '.join(parts)}")
    unsigned = [d for d in by_state[Situacion.DEFINITIVO] if d.campos]
    half_signed = [f"{d.stem} ({d.firmados} de {d.campos})" for d in by_state[Situacion.EN_FIRMA]]
    late = [d for d in documentos if d.atrasado]
    yield from _named("Por firmar", _stems(unsigned), Tono.PRONTO)
    yield from _named("Faltan firmas", half_signed, Tono.PRONTO)
    waiting = _stems([d for d in documentos if d.propuesta])
    yield from _named("Con una versión nueva al lado, por incorporar", waiting, Tono.PRONTO)
    hint = f"Rehágalo: «{PROGRAM} pdf salida/{late[0].stem}.docx»." if late else ""
    yield from _named("Con un PDF hecho de otra versión del DOCX", _stems(late), Tono.PRONTO, hint)
    yield from _named("Sin su PDF", _stems([d for d in documentos if d.sin_pdf]), Tono.PRONTO)
    yield from _named("En revisión, alguien los editó", _stems(by_state[Situacion.EN_REVISION]))
    yield from _named("Abiertos en otro programa", _stems([d for d in documentos if d.abierto]))
    yield from _named("Ya no están en la carpeta", _stems(by_state[Situacion.RETIRADO]))


def _named(text: str, names: list[str], tone: Tono = Tono.NORMAL, hint: str = "") -> Iterator[Renglon]:
    if names:
        yield Renglon(f"{text}: {shortened(names, _SHOWN)}", tone, (hint,) if hint else ())


def _stems(documentos: list[DocumentoGuardado]) -> list[str]:
    return [documento.stem for documento in documentos]
