"""Documents of one session never contradict each other: facts of one name say the same, text against text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cotaprep_docs.app.results import Resultado
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.ooxml.names import NAMESPACES
from cotaprep_docs.ooxml.package import read_package
from tests.support.data_sets import FOLDERS, all_documents, lectura

W = "{" + NAMESPACES["w"] + "}"
# Facts that are about one document and not about the session: who signs, its own number, its own annexes.
OWN = ("firma.", "oficio", "anexo.", "remitido", "calendario.", "plan.")
# Numbers of points as convened and as approved may differ; each list is compared with its own kind.
CONVENED = ("convocatoria", "invitacion", "orden-del-dia")

PUNTO_DE_ACUERDO = re.compile(r"acuerdo\.\d+")  # a paragraph of the document of one agreement
NUMBER = "acuerdo.numero"  # of the document of one agreement; a session may have several

Facts = dict[str, dict[str, str]]


def facts_of(docx: Path) -> Iterator[tuple[str, str]]:
    root = read_package(docx.read_bytes()).xml("word/document.xml")
    for control in root.iter(W + "sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            yield str(tag.get(W + "val")), "".join(t.text or "" for t in control.iter(W + "t"))


def own_session(name: str, tipo: str, clave: str) -> Sesion | None:
    source = lectura(name)
    kind = next(k for n, k, c in all_documents() if (n, k.tipo, c) == (name, tipo, clave))
    sesiones = kind.find(source.proceso, source.normas, clave).sesiones
    return sesiones[0] if len(sesiones) == 1 else None


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def facts(
    request: pytest.FixtureRequest, every_document: dict[tuple[str, str, str], Resultado]
) -> dict[str, Facts]:
    """Session → fact → document → text, over all documents of one session each."""
    found: dict[str, Facts] = {}
    for (name, tipo, clave), result in every_document.items():
        sesion = own_session(name, tipo, clave) if name == request.param else None
        if sesion is None:
            continue
        for documento in result.documentos:
            for fact, text in facts_of(documento.docx):
                if not fact.startswith(OWN) and not PUNTO_DE_ACUERDO.fullmatch(fact):
                    label = "convened." if tipo in CONVENED and fact.startswith("orden.") else ""
                    found.setdefault(sesion.clave, {}).setdefault(label + fact, {})[documento.docx.name] = (
                        text
                    )
    return found


def test_facts_of_one_name_say_the_same_in_every_document(facts: dict[str, Facts]) -> None:
    differing = {
        f"{session}: {fact}": texts
        for session, by_fact in facts.items()
        for fact, texts in by_fact.items()
        if fact != NUMBER and len(set(texts.values())) > 1
    }
    assert differing == {}


def test_there_is_something_to_compare(facts: dict[str, Facts]) -> None:
    shared = [texts for by_fact in facts.values() for texts in by_fact.values() if len(texts) > 1]
    assert len(shared) > 100
    kinds = {name.partition("-")[0] for texts in shared for name in texts}
    assert kinds >= {"acta", "convocatoria", "extracto", "acuerdo", "orden"}


def test_an_agreement_has_the_number_that_its_acta_gives_it(facts: dict[str, Facts]) -> None:
    compared = 0
    for by_fact in facts.values():
        own = {text for texts in [by_fact.get(NUMBER, {})] for text in texts.values()}
        told = {
            text
            for fact, texts in by_fact.items()
            if fact.startswith("acuerdo.") and fact.endswith(".numero") and fact != NUMBER
            for text in texts.values()
        }
        assert own <= told
        compared += len(own)
    assert compared > 5
