"""The file of a session: its documents as they are on disk, an index, a manifest, all bound as one PDF."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from cotaprep_docs.app.calendario_ics import write_evento
from cotaprep_docs.app.documentos import generate, render, write_docx
from cotaprep_docs.app.fundamentos import fundamentos
from cotaprep_docs.app.lectura import Lectura
from cotaprep_docs.app.modo import BORRADOR, Modo
from cotaprep_docs.app.pdf import convert_file
from cotaprep_docs.app.piezas import Debido, Reunido, gather, list_debidos
from cotaprep_docs.app.problem_kinds import (
    FILE_BEHIND,
    FILE_INCOMPLETE,
    FILE_OF_DRAFTS,
    FILE_RECOVERED,
    FILE_TOUCHED,
    NOTHING_TO_BIND,
    SIGNED_APART,
)
from cotaprep_docs.app.reserva import with_numbers
from cotaprep_docs.app.results import Documento, Resultado
from cotaprep_docs.app.resumen import summarize
from cotaprep_docs.documents.busqueda import find_sesion
from cotaprep_docs.documents.context import SAMPLE_MARK
from cotaprep_docs.documents.expediente import CARATULA, EXPEDIENTE, FuenteExpediente, expediente_name
from cotaprep_docs.documents.kind import DRAFT_MARK
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.pdf.bind import Part, Sheets, bind, lay_out
from cotaprep_docs.pdf.emit.pdf import Metadata
from cotaprep_docs.problems.exit_code import CotaprepError, ExitCode, ProtectedFile
from cotaprep_docs.problems.location import FileLocation
from cotaprep_docs.problems.problem import Problem, sort_problems
from cotaprep_docs.review.decision import Standing
from cotaprep_docs.review.digest import sha256_of
from cotaprep_docs.review.folder import SUMS, aside, foreign_files, put_folder, recover
from cotaprep_docs.review.manifest import State
from cotaprep_docs.review.names import proposal_name
from cotaprep_docs.review.store import Store
from cotaprep_docs.spanish.lists import join_and

MANIFEST: Final = "manifiesto.json"
_FORMAT: Final = "cotaprep-docs/expediente"
_LANGUAGE: Final = "es-MX"
_ROUNDS: Final = 4
"""How often folios are counted again since the index or a cover grew by a page."""


def make_expediente(lectura: Lectura, clave: str, modo: Modo = BORRADOR) -> Resultado:
    """Make the file of a session in a folder of its own; a failure leaves the former one as it was.

    Args:
        lectura: the trackers, read.
        clave: key of the session, as typed.
        modo: how to make the documents that are missing; a definitive file takes no drafts.

    Returns:
        What was made for it and the file itself; without it where a document could not be made.

    Raises:
        UsageProblem: there is no such session, or it has no documents.
        UnreadableInput: a workbook, a template or a DOCX is missing or faulty.
        ProtectedFile: somebody put something into the folder, or a file is open in another program.
    """
    sesion = find_sesion(lectura.proceso, clave)
    workspace = lectura.workspace
    store = Store(workspace.salida)
    folder = workspace.salida / f"{EXPEDIENTE.tipo}-{sesion.clave}"
    problems = list(_recovered(folder))
    _refuse_touched(folder)
    debidos = list_debidos(lectura, sesion)
    if not debidos:
        place = sesion.origin.cell("clave")
        nothing = NOTHING_TO_BIND.at(place, scope=sesion.clave, clave=sesion.clave)
        return Resultado((), (*problems, nothing), ExitCode.DATA_PROBLEMS)
    made = [(debido.stem, _ensure(lectura, store, debido, modo)) for debido in debidos]
    found = summarize(made)
    lectura = with_numbers(lectura)  # those that definitive documents have just taken among them
    debidos = list_debidos(lectura, sesion)
    failed = {stem for stem, result in made if result.exit_code is not ExitCode.OK and not result.documentos}
    missing = [d.stem for d in debidos if d.stem in failed or not _is_there(store, d)]
    if missing:
        place = sesion.origin.cell("clave")
        stopped = FILE_INCOMPLETE.at(
            place, scope=sesion.clave, clave=sesion.clave, documentos=join_and(missing)
        )
        result = dataclasses.replace(found, problemas=sort_problems((*found.problemas, *problems, stopped)))
    else:
        reunidos = [gather(store, debido) for debido in debidos]
        result = _file(lectura, sesion, reunidos, modo)
        problems += (*found.problemas, *_behind(store, debidos), *result.problemas)
        result = dataclasses.replace(
            result,
            documentos=(*found.documentos, *result.documentos),
            archivos=found.archivos,
            problemas=sort_problems(problems),
            exit_code=max(found.exit_code, result.exit_code),
        )
    return dataclasses.replace(result, fundamentos=fundamentos(lectura.normas))


def _recovered(folder: Path) -> Iterable[Problem]:
    if recover(folder):
        yield FILE_RECOVERED.at(FileLocation(str(folder)), carpeta=folder.name)


def _refuse_touched(folder: Path) -> None:
    """Refuse to replace a folder that holds somebody's work.

    Raises:
        ProtectedFile: it does.
    """
    for place in (folder, aside(folder)):
        foreign = foreign_files(place)
        if foreign:
            example = next((name for name in foreign if name.endswith(".pdf")), "acta-3.pdf")
            problem = FILE_TOUCHED.at(
                FileLocation(str(place)),
                carpeta=place.name,
                archivos=join_and(foreign),
                ejemplo=str(Path(folder.parent.name, example)),
            )
            raise ProtectedFile(problem)


def _is_there(store: Store, debido: Debido) -> bool:
    return all((store.folder / f"{debido.stem}.{ending}").is_file() for ending in ("docx", "pdf"))


def _ensure(lectura: Lectura, store: Store, debido: Debido, modo: Modo) -> Resultado:
    """Make what is missing of a document, and anew a draft that is as we left it; all else stays."""
    word, paper = store.folder / f"{debido.stem}.docx", f"{debido.stem}.pdf"
    try:
        if not word.is_file():
            return _generate(lectura, debido, modo)
        if _is_our_draft(store, debido.stem):
            return _generate(lectura, debido, dataclasses.replace(modo, definitivo=False))
        stale = store.is_stale(paper, sha256_of(store.read(word.name)))
        if stale and store.standing(paper) in (Standing.ABSENT, Standing.GONE, Standing.UNTOUCHED):
            return convert_file(word, motor=modo.motor, cambios=modo.cambios)
    except CotaprepError as error:
        return Resultado.of_error(error)
    return Resultado()


def _is_our_draft(store: Store, stem: str) -> bool:
    """Tell whether nobody has touched a draft: it is to say what the trackers say now."""
    word = store.entry(f"{stem}.docx")
    if word is None or word.record.state != State.DRAFT:
        return False
    return all(store.standing(f"{stem}.{ending}") is Standing.UNTOUCHED for ending in ("docx", "pdf"))


def _generate(lectura: Lectura, debido: Debido, modo: Modo) -> Resultado:
    result = generate(lectura, debido.kind, debido.clave, modo)
    if result.documentos and debido.calendar:
        return summarize((("", result), ("", write_evento(lectura, debido.clave))))
    return result


def _behind(store: Store, debidos: Iterable[Debido]) -> Iterator[Problem]:
    """Yield the documents beside which a newer version waits."""
    known = store.entries()
    for debido in debidos:
        beside = proposal_name(f"{debido.stem}.docx")
        if beside in known and (store.folder / beside).is_file():
            place = FileLocation(str(store.folder / f"{debido.stem}.docx"))
            yield FILE_BEHIND.at(place, archivo=f"{debido.stem}.docx", propuesta=beside)


def _file(lectura: Lectura, sesion: Sesion, reunidos: Sequence[Reunido], modo: Modo) -> Resultado:
    """Bind the documents and put the folder in its place."""
    drafts = [each for each in reunidos if each.borrador]
    if modo.definitivo and drafts:
        refused = FILE_OF_DRAFTS.at(
            sesion.origin.cell("clave"),
            scope=sesion.clave,
            clave=sesion.clave,
            documentos=join_and([each.debido.stem for each in drafts]),
            comando=f"{drafts[0].debido.comando} --definitivo",
        )
        return Resultado((), (refused,), ExitCode.DATA_PROBLEMS)
    volume = _Volume(lectura, sesion, reunidos, DRAFT_MARK if drafts else "")
    stem = EXPEDIENTE.stem(volume.fuente)
    folder = lectura.workspace.salida / stem
    files = {name: data for each in reunidos for name, data in each.archivos.items()}
    files |= {f"indice-{sesion.clave}.docx": volume.indice, f"{stem}.pdf": volume.pdf}
    files[MANIFEST] = _manifest(volume, reunidos, files)
    put_folder(folder, files)
    documento = Documento(
        tipo=EXPEDIENTE.tipo,
        clave=sesion.clave,
        nombre=expediente_name(volume.fuente),
        docx=folder / f"indice-{sesion.clave}.docx",
        pdf=folder / f"{stem}.pdf",
        paginas=volume.fuente.folios,
        estado=str(State.DRAFT if drafts else State.DEFINITIVE),
        muestra=volume.muestra,
        huecos=0,
    )
    apart = (
        SIGNED_APART.at(FileLocation(f"{each.debido.stem}.pdf"), archivo=f"{each.debido.stem}.pdf")
        for each in reunidos
        if each.is_apart
    )
    return Resultado((documento,), sort_problems((*volume.problems, *apart)))


class _Volume:
    """The bound file: index, covers and documents, with folios that agree with each other.

    Attributes:
        fuente: what the index is made from.
        indice: the index as DOCX.
        pdf: all of it.
        problems: what was met.
        muestra: whether any of it uses sample rows.
    """

    def __init__(self, lectura: Lectura, sesion: Sesion, reunidos: Sequence[Reunido], estado: str) -> None:
        self._lectura = lectura
        self._reunidos = reunidos
        self._estado = estado
        samples = tuple(row for each in reunidos for row in each.samples)
        self.fuente = FuenteExpediente(
            lectura.proceso, lectura.normas, sesion.clave, sesion, renglones=samples
        )
        self.muestra = bool(EXPEDIENTE.samples(self.fuente))
        index, covers = self._settle()
        titles = [each.pieza.nombre for each in reunidos]
        parts = [Part("Índice", (index,))]
        parts += (
            Part(title, (cover, each.sheets))
            for title, cover, each in zip(titles, covers, reunidos, strict=True)
        )
        bound = bind(parts, self._metadata())
        self.pdf, self.problems = bound.data, bound.problems

    def _settle(self) -> tuple[Sheets, list[Sheets]]:
        """Return index and covers; counted again until they have as many pages as their folios say."""
        lengths = [1] * (len(self._reunidos) + 1)
        for _ in range(_ROUNDS):
            self.fuente = self._counted(lengths)
            index = self._index()
            covers = [self._cover(number) for number in range(1, len(self._reunidos) + 1)]
            found = [len(index.pages), *(len(cover.pages) for cover in covers)]
            if found == lengths:
                break
            lengths = found
        return index, covers

    def _counted(self, lengths: Sequence[int]) -> FuenteExpediente:
        """Return the file with the folios of its documents, by the length of the index and of each cover."""
        folio, piezas = 1 + lengths[0], []
        for each, cover in zip(self._reunidos, lengths[1:], strict=True):
            piezas.append(dataclasses.replace(each.pieza, folio=folio + cover))
            folio += cover + each.pieza.paginas
        return dataclasses.replace(self.fuente, piezas=tuple(piezas), folios=folio - 1)

    def _index(self) -> Sheets:
        context = EXPEDIENTE.write(self.fuente, estado=self._estado)
        rendered = render(self._lectura, EXPEDIENTE, self.fuente, context)
        self.indice = rendered.docx
        return lay_out(self.indice, f"indice-{self.fuente.clave}.docx")

    def _cover(self, number: int) -> Sheets:
        fuente = dataclasses.replace(self.fuente, lugar=number)
        context = CARATULA.write(fuente, estado=self._estado)
        written = write_docx(self._lectura, CARATULA, fuente, context)
        return lay_out(written.value, f"caratula-{number}.docx")

    def _metadata(self) -> Metadata:
        organismo = self.fuente.organismo
        title = expediente_name(self.fuente)
        title = f"{title} ({SAMPLE_MARK})" if self.muestra else title
        return Metadata(title, organismo.institucion, organismo.proceso_electoral, _LANGUAGE)


def _manifest(volume: _Volume, reunidos: Sequence[Reunido], files: dict[str, bytes]) -> bytes:
    """Return what the folder holds, for programs; sorted and without a date, so the same gives the same."""
    fuente = volume.fuente
    document: dict[str, Any] = {
        "formato": _FORMAT,
        "version": 1,
        "nombre": expediente_name(fuente),
        "clave": fuente.clave,
        "ejemplo": volume.muestra,
        "estado": str(State.DRAFT if any(each.borrador for each in reunidos) else State.DEFINITIVE),
        "folios": fuente.folios,
        "sumas": SUMS,
        "documentos": [
            {
                "tipo": each.debido.kind.tipo,
                "clave": each.debido.clave,
                "nombre": pieza.nombre,
                "fecha": pieza.fecha.isoformat() if pieza.fecha is not None else None,
                "paginas": pieza.paginas,
                "folios": [pieza.folio, pieza.last],
                "estado": str(State.DRAFT if each.borrador else State.DEFINITIVE),
                "firmado": pieza.firmado,
                "nota": pieza.nota,
                "archivos": [name for name, _ in pieza.archivos],
            }
            for each, pieza in zip(reunidos, fuente.piezas, strict=True)
        ],
        "archivos": {
            name: {"sha256": sha256_of(data), "bytes": len(data)} for name, data in sorted(files.items())
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
