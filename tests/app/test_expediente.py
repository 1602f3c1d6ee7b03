"""The file of a session: all of it true, bound as one accessible PDF, and never half replaced."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from cotaprep_docs.app import expediente as use_case
from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.expediente import make_expediente
from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.modo import Modo
from cotaprep_docs.app.numeracion import numerar
from cotaprep_docs.app.piezas import list_debidos
from cotaprep_docs.app.results import Resultado
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.ooxml.package import read_package, write_package
from cotaprep_docs.problems.exit_code import ExitCode, ProtectedFile, UsageProblem
from tests.support.data_sets import FOLDERS, copy_of, lectura
from tests.support.docx_text import paragraphs, story, words
from tests.support.golden import Golden
from tests.support.pdf_tags import structure
from tests.support.sheets import change, column_of
from tests.support.validators import PROFILES, broken_rules, verapdf

CLAVES = {"plan": "3", "ficticio": "2"}


def into(name: str, folder: Path) -> Lectura:
    source = lectura(name)
    return dataclasses.replace(source, workspace=dataclasses.replace(source.workspace, salida=folder))


@dataclasses.dataclass(frozen=True)
class Made:
    """An expediente on disk."""

    result: Resultado
    salida: Path
    clave: str

    @property
    def folder(self) -> Path:
        return self.salida / f"expediente-{self.clave}"

    @property
    def pdf(self) -> bytes:
        return (self.folder / f"expediente-{self.clave}.pdf").read_bytes()

    @property
    def manifest(self) -> Any:
        return json.loads((self.folder / "manifiesto.json").read_bytes())

    @property
    def pages(self) -> list[str]:
        with pypdfium2.PdfDocument(self.pdf) as pdf:
            return [page.get_textpage().get_text_bounded() for page in pdf]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    root = tmp_path_factory.mktemp("expedientes")
    return {
        name: Made(make_expediente(into(name, root / name), clave), root / name, clave)
        for name, clave in CLAVES.items()
    }


@pytest.mark.parametrize("name", CLAVES)
def test_it_has_every_document_of_the_session_as_it_is_on_disk(made: dict[str, Made], name: str) -> None:
    one = made[name]
    assert one.result.exit_code is ExitCode.OK
    sesion = lectura(name).proceso.sesion(one.clave)
    assert sesion is not None
    debidos = list_debidos(lectura(name), sesion)
    assert {"convocatoria", "orden-del-dia", "lista-asistencia", "acta"} <= {d.kind.tipo for d in debidos}
    inside, outside = files(one.folder), files(one.salida)
    for debido in debidos:
        for ending in ("docx", "pdf"):
            file = f"{debido.stem}.{ending}"
            assert inside[file] == outside[file]
    assert inside[f"convocatoria-{one.clave}.ics"] == outside[f"convocatoria-{one.clave}.ics"]


def test_a_new_kind_enters_by_itself() -> None:
    """Whatever is about a session belongs to it: no list of kinds to keep up."""
    proceso, normas = lectura("ficticio").proceso, lectura("ficticio").normas
    belongs = {
        kind.tipo: {
            own.clave
            for clave in kind.claves(proceso)
            if (own := kind.of_sesion(kind.find(proceso, normas, clave))) is not None
        }
        for kind in DOCUMENT_KINDS
    }
    assert belongs["plan"] == belongs["calendario"] == set()
    assert belongs["acta"] >= {"1", "2"}
    assert all(key.startswith("R") for key in belongs["minuta"])


@pytest.mark.parametrize("name", CLAVES)
def test_the_sums_are_true_for_any_program(made: dict[str, Made], name: str) -> None:
    one = made[name]
    lines = (one.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
    assert sums == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in files(one.folder).items()
        if name != "SHA256SUMS"
    }
    stated = {name: each["sha256"] for name, each in one.manifest["archivos"].items()}
    assert {**stated, "manifiesto.json": sums["manifiesto.json"]} == sums


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_sha256sum_takes_them(made: dict[str, Made]) -> None:
    for one in made.values():
        subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=one.folder, check=True)


@pytest.mark.parametrize("name", CLAVES)
def test_every_page_has_its_folio(made: dict[str, Made], name: str) -> None:
    found = [re.findall(r"Folio (\d+)", page)[:1] for page in made[name].pages]
    assert found == [[f"{number:03d}"] for number in range(1, len(found) + 1)]
    assert made[name].manifest["folios"] == len(found)


@pytest.mark.parametrize("name", CLAVES)
def test_the_folio_is_no_part_of_what_is_read(made: dict[str, Made], name: str) -> None:
    assert "Folio 0" not in structure(made[name].pdf).text


@pytest.mark.parametrize("name", CLAVES)
def test_the_index_is_true(made: dict[str, Made], name: str) -> None:
    one = made[name]
    index = " ".join(paragraphs((one.folder / f"indice-{one.clave}.docx").read_bytes()))
    for document in one.manifest["documentos"]:
        first, last = document["folios"]
        assert last - first + 1 == document["paginas"]
        shown = f"{first:03d}" if first == last else f"{first:03d} a {last:03d}"
        assert shown in index
        for file in document["archivos"]:
            assert one.manifest["archivos"][file]["sha256"][:12] in index
        with pypdfium2.PdfDocument((one.folder / document["archivos"][1]).read_bytes()) as own:
            own_pages = [page.get_textpage().get_text_bounded() for page in own]
        bound = [re.sub(r"Folio \d+\s*", "", page) for page in one.pages[first - 1 : last]]
        assert ["".join(page.split()) for page in bound] == ["".join(page.split()) for page in own_pages]


@pytest.mark.parametrize("name", CLAVES)
def test_the_bound_pdf_is_an_archive_that_all_can_read(made: dict[str, Made], name: str) -> None:
    one = made[name]
    assert broken_rules(one.pdf) == []
    tree = structure(one.pdf)
    assert tree.kind == "Document"
    titles = [kid.details["T"] for kid in tree.kids if not isinstance(kid, str)]
    assert titles == ["Índice", *(document["nombre"] for document in one.manifest["documentos"])]
    parts = [kid for kid in tree.kids if not isinstance(kid, str)]
    assert {part.kind for part in parts} == {"Part"}
    for part, document in zip(parts[1:], one.manifest["documentos"], strict=True):
        docx = (one.folder / document["archivos"][0]).read_bytes()
        assert "".join(part.text.split()).endswith("".join(words(docx)))


@pytest.mark.verapdf
def test_verapdf_finds_nothing(made: dict[str, Made], tmp_path: Path) -> None:
    for name, one in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(one.pdf)
    said = verapdf(sorted(tmp_path.glob("*.pdf")))
    assert said == {(f"{name}.pdf", profile): ["true"] for name in made for profile in PROFILES}


@pytest.mark.parametrize("name", CLAVES)
def test_bookmarks_lead_to_the_cover_of_each_document(made: dict[str, Made], name: str) -> None:
    one = made[name]
    with pikepdf.open(io.BytesIO(one.pdf)) as pdf, pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        acta = next(item for item in outline.root if item.title.startswith("Acta"))
        assert "Clausura" in [child.title for child in acta.children]
    assert tops == ["Índice", *(document["nombre"] for document in one.manifest["documentos"])]


@pytest.mark.parametrize("name", CLAVES)
def test_nobody_signs_a_copy(made: dict[str, Made], name: str) -> None:
    with pikepdf.open(io.BytesIO(made[name].pdf)) as pdf:
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("name", CLAVES)
def test_it_is_marked_like_its_documents(made: dict[str, Made], name: str) -> None:
    one = made[name]
    header = story((one.folder / f"indice-{one.clave}.docx").read_bytes(), "header")
    assert ("EJEMPLO" in header) == any(d.muestra for d in one.result.documentos[:-1])
    assert "BORRADOR" in header
    assert one.result.documentos[-1].estado == "borrador"


_SUM = re.compile(r"\b[0-9a-f]{12}\b")


@pytest.mark.parametrize("name", CLAVES)
def test_index_and_cover_read_well(made: dict[str, Made], golden: Golden, name: str) -> None:
    one = made[name]
    index = paragraphs((one.folder / f"indice-{one.clave}.docx").read_bytes())
    # Sums change with every word of any document: what matters here is what people read.
    shown = [_SUM.sub("‹suma›", text) for text in index]
    cover = _SUM.sub("‹suma›", " ".join(one.pages[1].split()))
    golden.check(f"{name}/expediente-{one.clave}.txt", "\n".join([*shown, "----", cover]) + "\n")


def test_twice_gives_the_same_bytes_and_elsewhere_too(made: dict[str, Made], tmp_path: Path) -> None:
    one = made["ficticio"]
    before = files(one.folder)
    make_expediente(into("ficticio", one.salida), one.clave)
    assert files(one.folder) == before
    make_expediente(into("ficticio", tmp_path / "otra"), one.clave)
    assert files(tmp_path / "otra" / one.folder.name) == before


def edit(docx: bytes, old: str, new: str) -> bytes:
    parts = dict(read_package(docx).parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(old.encode(), new.encode())
    return write_package(parts)


def test_what_legal_edited_goes_in_and_its_pdf_follows(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    docx = generate(source, ACTA, "2").documentos[0].docx
    edited = edit(docx.read_bytes(), "sesión", "SESIÓN")
    docx.write_bytes(edited)
    result = make_expediente(source, "2")
    one = Made(result, tmp_path, "2")
    assert files(one.folder)["acta-2.docx"] == edited
    (acta,) = (d for d in one.manifest["documentos"] if d["tipo"] == "acta")
    assert "SESIÓN" in "".join(one.pages[acta["folios"][0] - 1 : acta["folios"][1]])
    with pypdfium2.PdfDocument((one.folder / "acta-2.pdf").read_bytes()) as own:
        assert "SESIÓN" in "".join(page.get_textpage().get_text_bounded() for page in own)
    assert acta["nota"] == ""


SIGNATURE = b"\n% a signature: /ByteRange [0 1 2 3]\n"


def test_a_signed_pdf_goes_in_as_it_is_and_the_index_says_where_the_original_is(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    document = generate(source, ACTA, "2").documentos[0]
    signed = document.pdf.read_bytes() + SIGNATURE
    document.pdf.write_bytes(signed)
    one = Made(make_expediente(source, "2"), tmp_path, "2")
    assert files(one.folder)["acta-2.pdf"] == signed
    assert "APP-046" in {problem.code for problem in one.result.problemas}
    (acta,) = (d for d in one.manifest["documentos"] if d["tipo"] == "acta")
    assert acta["firmado"] is True
    index = " ".join(paragraphs((one.folder / "indice-2.docx").read_bytes()))
    assert acta["nota"] in index
    assert "«acta-2.pdf»" in acta["nota"]
    assert broken_rules(one.pdf) == []
    # Legal goes on with the DOCX: now the pages are of another version than what was signed.
    document.docx.write_bytes(edit(document.docx.read_bytes(), "sesión", "SESIÓN"))
    again = Made(make_expediente(source, "2"), tmp_path, "2")
    (later,) = (d for d in again.manifest["documentos"] if d["tipo"] == "acta")
    assert later["nota"] != acta["nota"]
    assert files(again.folder)["acta-2.pdf"] == signed


def own(tmp_path: Path) -> Lectura:
    if not (tmp_path / "data").exists():
        copy_of("ficticio", tmp_path / "data")
    return read_workspace(open_workspace(tmp_path))


def test_a_draft_that_nobody_touched_says_what_the_trackers_say_now(tmp_path: Path) -> None:
    make_expediente(own(tmp_path), "2")
    path = tmp_path / "data" / "sesiones.xlsx"
    letter = column_of(path, "Calendario", "Lugar")
    change(path, {f"Calendario!{letter}3": "Otra sala"})
    result = make_expediente(own(tmp_path), "2")
    assert result.exit_code is ExitCode.OK
    folder = tmp_path / "salida" / "expediente-2"
    assert "Otra sala" in " ".join(paragraphs((folder / "convocatoria-2.docx").read_bytes()))


def test_one_that_somebody_edited_goes_in_and_a_newer_one_beside_it_is_said(tmp_path: Path) -> None:
    make_expediente(own(tmp_path), "2")
    word = tmp_path / "salida" / "acta-2.docx"
    word.write_bytes(edit(word.read_bytes(), "sesión", "SESIÓN"))
    path = tmp_path / "data" / "sesiones.xlsx"
    letter = column_of(path, "Calendario", "Lugar")
    change(path, {f"Calendario!{letter}3": "Otra sala"})
    assert "APP-049" not in {p.code for p in make_expediente(own(tmp_path), "2").problemas}
    generate(own(tmp_path), ACTA, "2")
    result = make_expediente(own(tmp_path), "2")
    assert [p.params["archivo"] for p in result.problemas if p.code == "APP-049"] == ["acta-2.docx"]
    inside = tmp_path / "salida" / "expediente-2" / "acta-2.docx"
    assert inside.read_bytes() == word.read_bytes()


def test_a_draft_that_the_data_do_not_allow_any_more_stops_the_file(tmp_path: Path) -> None:
    make_expediente(own(tmp_path), "2")
    before = files(tmp_path / "salida" / "expediente-2")
    path = tmp_path / "data" / "sesiones.xlsx"
    letter = column_of(path, "Calendario", "Hora de inicio")
    change(path, {f"Calendario!{letter}3": "25:70"})
    result = make_expediente(own(tmp_path), "2")
    assert result.exit_code is ExitCode.DATA_PROBLEMS
    assert "APP-043" in {problem.code for problem in result.problemas}
    assert files(tmp_path / "salida" / "expediente-2") == before


def test_the_index_has_the_numbers_that_acts_have(tmp_path: Path) -> None:
    numerar(own(tmp_path), dt.date(2027, 5, 5))
    make_expediente(own(tmp_path), "2")
    index = paragraphs((tmp_path / "salida" / "expediente-2" / "indice-2.docx").read_bytes())
    named = [text for text in index if text.startswith("Acuerdo ")]
    assert named
    assert not [text for text in named if "«K" in text]


def test_a_definitive_file_takes_no_drafts(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    generate(source, ACTA, "2")
    result = make_expediente(source, "2", Modo(definitivo=True))
    assert result.exit_code is ExitCode.DATA_PROBLEMS
    assert not (tmp_path / "expediente-2").exists()


def test_a_document_that_cannot_be_made_leaves_the_former_file(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    make_expediente(source, "2")
    before = files(tmp_path / "expediente-2")
    (tmp_path / "acta-2.docx").unlink()
    workspace = dataclasses.replace(source.workspace, plantillas=tmp_path / "nothing")
    broken = dataclasses.replace(source, workspace=workspace)
    result = make_expediente(broken, "2")
    assert result.exit_code is ExitCode.UNREADABLE_INPUT
    assert "APP-043" in {problem.code for problem in result.problemas}
    assert files(tmp_path / "expediente-2") == before


def test_a_folder_with_somebodys_work_is_not_replaced(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    make_expediente(source, "2")
    (tmp_path / "expediente-2" / "acuse.pdf").write_bytes(b"%PDF")
    with pytest.raises(ProtectedFile) as raised:
        make_expediente(source, "2")
    assert [problem.code for problem in raised.value.problems] == ["APP-045"]
    assert raised.value.problems[0].params["archivos"] == "acuse.pdf"


def test_a_run_that_was_cut_short_is_undone_and_said(tmp_path: Path) -> None:
    source = into("ficticio", tmp_path)
    make_expediente(source, "2")
    folder = tmp_path / "expediente-2"
    before = files(folder)
    folder.rename(tmp_path / "expediente-2.anterior")
    result = make_expediente(source, "2")
    assert "APP-047" in {problem.code for problem in result.problemas}
    assert files(folder) == before


def test_a_session_to_come_has_no_acta_yet_and_a_cancelled_one_only_what_tells_of_it() -> None:
    source = lectura("plan")
    sesion = source.proceso.sesion("7")
    assert sesion is not None
    assert "acta" not in {d.kind.tipo for d in list_debidos(source, sesion)}
    for name in FOLDERS:
        for each in lectura(name).proceso.sesiones:
            if each.estado is EstadoSesion.CANCELADA:
                assert all(d.kind.of_cancelled for d in list_debidos(lectura(name), each))


def test_a_meeting_has_its_minuta(tmp_path: Path) -> None:
    clave = next(s.clave for s in lectura("ficticio").proceso.sesiones if s.is_reunion)
    result = make_expediente(into("ficticio", tmp_path), clave)
    assert "minuta" in {d.tipo for d in result.documentos}
    assert "acta" not in {d.tipo for d in result.documentos}


def test_an_unknown_session_is_a_usage_problem(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        make_expediente(into("ficticio", tmp_path), "99")


def test_a_workspace_of_its_own(tmp_path: Path) -> None:
    copy_of("plan", tmp_path / "data")
    result = make_expediente(read_workspace(open_workspace(tmp_path)), "1")
    assert result.documentos[-1].pdf == tmp_path / "salida" / "expediente-1" / "expediente-1.pdf"
    assert use_case.MANIFEST in files(tmp_path / "salida" / "expediente-1")
