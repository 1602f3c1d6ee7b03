"""How the documents of an output folder stand, from draft to signed."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import docx
import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.estado.archivos import Carpeta, DocumentoGuardado, EstadoDocumento, read_carpeta
from cotaprep_docs.app.estado.tablero import read_tablero
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.pdf import convert_file
from cotaprep_docs.app.workspace import Workspace, open_workspace
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.calendario import CALENDARIO
from tests.support.data_sets import copy_of
from tests.support.sheets import change, column_of
from tests.support.signing import draw_stamp, fields_of, sign_all


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace of the fictitious institute."""
    copy_of("ficticio", tmp_path / "data")
    return open_workspace(tmp_path)


def make(workspace: Workspace, clave: str, *, definitivo: bool = False) -> Path:
    modo = Modo(definitivo=definitivo, hoy=dt.date(2027, 5, 5) if definitivo else None)
    (documento,) = generate(read_workspace(workspace), ACTA, clave, modo).documentos
    return documento.docx


def only(workspace: Workspace) -> DocumentoGuardado:
    (documento,) = read_carpeta(workspace.salida).value.documentos
    return documento


def edit(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("Lo que agregó el área legal.")
    document.save(str(path))


def test_no_folder_has_no_documents(workspace: Workspace) -> None:
    assert read_carpeta(workspace.salida).value == Carpeta(workspace.salida)
    assert not workspace.salida.exists()


def test_a_draft(workspace: Workspace) -> None:
    make(workspace, "3")
    assert only(workspace) == DocumentoGuardado("acta-3", "acta", "3", EstadoDocumento.BORRADOR)


def test_one_that_somebody_edits_is_under_review_and_its_pdf_is_of_before(workspace: Workspace) -> None:
    edit(make(workspace, "3"))
    found = only(workspace)
    assert (found.estado, found.atrasado) == (EstadoDocumento.EN_REVISION, True)


def test_a_new_version_beside_it_is_told_until_it_is_taken_away(workspace: Workspace) -> None:
    edit(make(workspace, "3"))
    letter = column_of(workspace.sesiones, "Calendario", "Lugar")
    change(workspace.sesiones, {f"Calendario!{letter}5": "Otra sala de la misma sede"})
    make(workspace, "3")
    assert only(workspace).propuesta
    for path in workspace.salida.glob("*.propuesta.*"):
        path.unlink()
    assert not only(workspace).propuesta


def test_a_new_version_given_the_name_of_the_old_one_was_edited_by_nobody(workspace: Workspace) -> None:
    path = make(workspace, "3")
    edit(path)
    letter = column_of(workspace.sesiones, "Calendario", "Lugar")
    change(workspace.sesiones, {f"Calendario!{letter}5": "Otra sala de la misma sede"})
    make(workspace, "3")
    path.with_name("acta-3.propuesta.docx").replace(path)
    assert only(workspace).estado is EstadoDocumento.BORRADOR


def test_one_that_legal_corrected_is_definitive_once_its_pdf_is_of_that(workspace: Workspace) -> None:
    path = make(workspace, "3", definitivo=True)
    edit(path)
    assert only(workspace).estado is EstadoDocumento.EN_REVISION
    convert_file(path)
    found = only(workspace)
    assert (found.estado, found.atrasado) == (EstadoDocumento.DEFINITIVO, False)
    assert found.campos > 1


def test_one_whose_first_write_was_cut_short_is_none(workspace: Workspace) -> None:
    make(workspace, "3")
    make(workspace, "2")
    manifest = workspace.salida / ".manifiesto.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    for name in ("acta-3.docx", "acta-3.pdf"):
        entry = data["archivos"][name]
        entry["pendiente"] = entry.pop("sha256")
        (workspace.salida / name).unlink()
    manifest.write_text(json.dumps(data), encoding="utf-8")
    assert [documento.stem for documento in read_carpeta(workspace.salida).value.documentos] == ["acta-2"]


def test_one_without_its_pdf(workspace: Workspace) -> None:
    make(workspace, "3").with_suffix(".pdf").unlink()
    assert only(workspace).sin_pdf


def test_one_that_is_gone_or_open(workspace: Workspace) -> None:
    path = make(workspace, "3")
    (path.parent / ".~lock.acta-3.docx#").write_text(",ana,pc,,", encoding="utf-8")
    assert only(workspace).abierto
    path.unlink()
    assert only(workspace).estado is EstadoDocumento.RETIRADO


def test_a_definitive_one_has_places_to_sign_until_all_have_signed(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = make(workspace, "3", definitivo=True)
    pdf = path.with_suffix(".pdf")
    fresh = only(workspace)
    assert fresh.estado is EstadoDocumento.DEFINITIVO
    assert fresh.campos > 1
    first, *rest = fields_of(pdf.read_bytes())
    stamp = draw_stamp(tmp_path / "sello.pdf")
    pdf.write_bytes(sign_all(pdf.read_bytes(), [first], stamp))
    half = only(workspace)
    assert (half.estado, half.firmados) == (EstadoDocumento.EN_FIRMA, 1)
    pdf.write_bytes(sign_all(pdf.read_bytes(), rest, stamp))
    done = only(workspace)
    assert (done.estado, done.firmados) == (EstadoDocumento.FIRMADO, fresh.campos)


def test_a_pdf_that_is_none_has_no_places(workspace: Workspace) -> None:
    path = make(workspace, "3", definitivo=True)
    path.with_suffix(".pdf").write_bytes(b"%PDF-1.7 /ByteRange")
    assert (only(workspace).estado, only(workspace).campos) == (EstadoDocumento.FIRMADO, 0)


def test_what_is_no_document_is_left_out(workspace: Workspace) -> None:
    generate(read_workspace(workspace), CALENDARIO)
    shutil.copy(workspace.salida / "calendario.docx", workspace.salida / "mía.docx")
    found = read_carpeta(workspace.salida).value
    assert [documento.stem for documento in found.documentos] == ["calendario"]
    assert found.ajenos == ("mía.docx",)


def test_the_board_is_of_the_day_asked_for(workspace: Workspace) -> None:
    early, before, late = (read_tablero(workspace, dt.date(2027, month, 1)) for month in (1, 4, 7))
    assert early.proximas[0].clave == "4"
    assert [sesion.clave for sesion in before.proximas] == ["8", "9", "E2", "R3"]
    assert late.proximas == ()
    assert [sesion.clave for sesion in late.estado.sin_constancia] == ["R3", "10", "11"]


def test_what_an_acta_repeats_of_other_sessions_is_not_lacking_of_it(workspace: Workspace) -> None:
    letter = column_of(workspace.sesiones, "Compromisos", "Plazo")
    change(workspace.sesiones, {f"Compromisos!{letter}2": None})
    board = read_tablero(workspace, dt.date(2027, 7, 1))
    taken = board.estado.proceso.compromisos[0].sesion
    lacking = {
        sesion.clave
        for sesion in board.recientes
        for gap in board.faltas_del_acta(sesion)
        if str(gap.location) == f"sesiones.xlsx!Compromisos!{letter}2"
    }
    assert lacking == {taken}
