"""Agreements, extracts, dictámenes: the hard cases, by code, place and fact."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest

from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.acuerdo import ACUERDO
from cotaprep_docs.documents.dictamen import DICTAMEN
from cotaprep_docs.documents.extracto import EXTRACTO
from cotaprep_docs.documents.kind import DocumentKind, collect_gaps
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.documents.razones import build_glosario
from cotaprep_docs.documents.redaccion import Redaccion
from cotaprep_docs.domain.acuerdo import PasajeDictamen
from cotaprep_docs.domain.avance import Avances, Centro, Simulacro
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.orden_dia import ClasePunto
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import EstadoSesion
from cotaprep_docs.norms.marcas import Marca
from cotaprep_docs.norms.normas import Norma
from cotaprep_docs.problems.exit_code import UsageProblem
from cotaprep_docs.prose.prose import Enfasis, Prose
from tests.support.builders import (
    a_desarrollo,
    a_sesion,
    a_votacion,
    all_present,
    an_acuerdo,
    an_organismo,
    origin,
    some_normas,
    some_puntos,
)
from tests.support.data_sets import lectura

NAYS = {"ANA": "A favor", "BEA": "En contra", "CID": "En contra", "DEL": "En contra", "EVA": "En contra"}
TIE = {"ANA": "A favor", "BEA": "A favor", "CID": "En contra", "DEL": "En contra", "EVA": "Excusa"}
AYES = {"ANA": "A favor", "BEA": "A favor", "CID": "A favor", "DEL": "En contra", "EVA": "Abstención"}


def with_acuerdo(**rows: Any) -> Desarrollo:
    return a_desarrollo(**{"acuerdos": (an_acuerdo("3"),), "votaciones": (a_votacion("3"),), **rows})


def written(kind: DocumentKind[Any], desarrollo: Desarrollo, clave: str) -> Any:
    return kind.write(kind.find(desarrollo.proceso, desarrollo.normas, clave), estado="BORRADOR")


def codes(kind: DocumentKind[Any], desarrollo: Desarrollo, clave: str) -> list[str]:
    with pytest.raises(UsageProblem) as raised:
        kind.find(desarrollo.proceso, desarrollo.normas, clave)
    return [problem.code for problem in raised.value.problems]


def passage(seccion: str, texto: str, **changes: object) -> PasajeDictamen:
    fields: dict[str, Any] = {"clave": "D-1", "titulo": "Dictamen de prueba", "sesion": "2", "punto": "3"}
    place = origin("Dictámenes", 2, "clave", "titulo", "sesion", "punto", "texto")
    fields |= {"seccion": seccion, "texto": texto, "origin": place, **changes}
    return PasajeDictamen(**fields)


WHOLE = tuple(
    passage(seccion, f"Texto de {seccion}.")
    for seccion in ("Antecedentes", "Considerandos", "Análisis técnico", "Puntos de dictamen")
)


def test_an_agreement_says_the_vote_in_the_words_of_the_acta() -> None:
    desarrollo = with_acuerdo(
        votaciones=(a_votacion("3", TIE), a_votacion("3", AYES, secuencia=2)),
        acuerdos=(an_acuerdo("3", votacion=2),),
    )
    context = written(ACUERDO, desarrollo, "a1")
    acta = written(ACTA, desarrollo, "2")
    told = [block for point in acta.desahogo for block in point.bloques if block.is_votacion]
    (vote,) = context.votaciones
    assert (str(vote.texto), vote.votos) == (str(told[1].texto), told[1].votos)
    assert context.advertencia == ""


def test_each_paragraph_of_an_agreement_is_a_point() -> None:
    acuerdos = (an_acuerdo("3", texto="Se aprueba.\nSe remite.\n\nSe publica."),)
    context = written(ACUERDO, with_acuerdo(acuerdos=acuerdos), "A1")
    assert [str(p.numero) for p in context.resolutivos] == ["Primero.", "Segundo.", "Tercero."]
    assert [str(p.numero) for p in written(ACUERDO, with_acuerdo(), "A1").resolutivos] == ["Único."]


@pytest.mark.parametrize("kind", [ACUERDO, EXTRACTO])
@pytest.mark.parametrize("votes", [NAYS, TIE])
def test_what_was_not_approved_has_no_document(kind: DocumentKind[Any], votes: dict[str, str]) -> None:
    desarrollo = with_acuerdo(votaciones=(a_votacion("3", votes),))
    clave = "A1" if kind is ACUERDO else "2-A1"
    with pytest.raises(UsageProblem) as raised:
        kind.find(desarrollo.proceso, desarrollo.normas, clave)
    assert [(p.code, str(p.location)) for p in raised.value.problems] == [
        ("DOC-013", "sesiones.xlsx!Acuerdos!C2")
    ]


def test_an_agreement_without_its_vote_is_a_project_that_asks_for_it() -> None:
    puntos = some_puntos(clase=ClasePunto.APROBACION)
    desarrollo = with_acuerdo(votaciones=(), puntos=puntos)
    context = written(ACUERDO, desarrollo, "A1")
    assert context.advertencia
    places = {str(gap.location) for gap in collect_gaps(context)}
    assert {"sesiones.xlsx!Votaciones", "sesiones.xlsx!Acuerdos!D2", "sesiones.xlsx!Dictámenes"} <= places


def test_an_agreement_is_found_by_its_number_too() -> None:
    desarrollo = with_acuerdo(acuerdos=(an_acuerdo("3", numero="COPRU/7/2027"),))
    asunto = ACUERDO.find(desarrollo.proceso, desarrollo.normas, "copru/7/2027")
    assert ACUERDO.stem(asunto) == "acuerdo-A1"


def test_reasons_typed_for_an_agreement_are_no_dictamen() -> None:
    rows = (passage("Considerandos", "Que conviene.", clave="A1"),)
    desarrollo = with_acuerdo(dictamenes=rows)
    assert tuple(DICTAMEN.claves(desarrollo.proceso)) == ()
    texts = [str(point.texto) for point in written(ACUERDO, desarrollo, "A1").considerandos]
    assert "Que conviene." in texts
    assert codes(DICTAMEN, desarrollo, "A1") == ["DOC-015"]


def test_the_extract_copies_the_point_with_one_agreement() -> None:
    two = (an_acuerdo("3"), an_acuerdo("3", clave="A2", texto="Otro asunto."))
    desarrollo = with_acuerdo(acuerdos=two)
    acta = written(ACTA, desarrollo, "2")
    for number, clave in enumerate(("A1", "A2")):
        (point,) = written(EXTRACTO, desarrollo, f"2-{clave}").desahogo
        copied = [block for block in acta.desahogo[2].bloques if block.is_acuerdo]
        assert [block.texto for block in point.bloques if block.is_acuerdo] == [copied[number].texto]
        others = [block for block in acta.desahogo[2].bloques if not block.is_acuerdo]
        assert [block for block in point.bloques if not block.is_acuerdo] == others
    assert str(written(EXTRACTO, desarrollo, "2-A1").quorum) == str(acta.quorum)


def test_an_extract_asked_of_the_wrong_session_names_the_right_one() -> None:
    other = a_sesion(clave="E1")
    desarrollo = with_acuerdo()
    proceso = dataclasses.replace(desarrollo.proceso, sesiones=(*desarrollo.proceso.sesiones, other))
    assert codes(EXTRACTO, dataclasses.replace(desarrollo, proceso=proceso), "E1-A1") == ["DOC-002"]
    assert codes(EXTRACTO, desarrollo, "2-A9") == ["DOC-012"]
    assert codes(EXTRACTO, desarrollo, "7-A1") == ["DOC-012"]


def test_certifying_warns_while_nobody_verified_who_may() -> None:
    def warned(marca: Marca | None) -> list[str]:
        normas = some_normas()
        if marca is not None:
            norma = Norma("certificacion", marca, "prueba", texto="el artículo 5")
            normas = dataclasses.replace(normas, parametros={**normas.parametros, "certificacion": norma})
        desarrollo = with_acuerdo(normas=normas)
        asunto = EXTRACTO.find(desarrollo.proceso, normas, "2-A1")
        context: Any = EXTRACTO.write(asunto, estado="")
        cited = "el artículo 5" in str(context.apertura)
        assert cited is (marca is Marca.VERIFICADA)
        return [problem.code for problem in EXTRACTO.advises(asunto)]

    assert warned(None) == warned(Marca.DE_MEMORIA) == ["DOC-014"]
    assert warned(Marca.VERIFICADA) == []


def avances() -> Avances:
    place = origin("CATD y CCV", 2, "municipio", "distrito", "domicilio", "equipos")
    centros = (
        Centro("C1", "CATD", "Ñuño", "1", "Calle 1", equipos=2, origin=place),
        Centro("C2", "CATD", "Zeta", "", "Calle 2", equipos=None, origin=place),
        Centro("C3", "CCV", "Nogal", "", "Calle 3", equipos=5, origin=place),
    )
    day = dt.date(2027, 5, 2)
    drill = Simulacro("S1", 1, day, esperadas=3, contabilizadas=1, origin=origin("Simulacros", 2, "fecha"))
    return Avances(centros=centros, simulacros=(drill,))


def with_tables(*tables: str) -> Desarrollo:
    rows = [row for row in WHOLE if row.seccion != "Análisis técnico"]
    rows += [passage("Análisis técnico", "Véase.", numero=n, tabla=t) for n, t in enumerate(tables, 1)]
    return a_desarrollo(dictamenes=tuple(rows), votaciones=(a_votacion("3"),), avances=avances())


def test_a_dictamen_carries_the_tables_it_names_numbered() -> None:
    context = written(DICTAMEN, with_tables("CATD y CCV", "", "Centros por municipio"), "d-1")
    assert [str(p.titulo)[:8] for p in context.analisis] == ["Tabla 1.", "", "Tabla 2."]
    assert [f.clave for f in context.analisis[0].centros] == ["C1", "C2", "C3"]
    named = [str(f.municipio) for f in context.analisis[2].municipios]
    assert named == ["Nogal", "Ñuño", "Zeta", "Total"]
    assert [f.equipos for f in context.analisis[2].municipios] == ["5", "2", "—", "—"]


def test_a_missing_figure_of_a_table_names_its_cell_and_a_ccv_needs_no_district() -> None:
    gaps = collect_gaps(written(DICTAMEN, with_tables("CATD y CCV"), "D-1"))
    assert [(gap.label, str(gap.location)) for gap in gaps] == [
        ("distrito", "sesiones.xlsx!CATD y CCV!B2"),
        ("equipos", "sesiones.xlsx!CATD y CCV!D2"),
    ]


def test_shares_are_over_what_was_expected() -> None:
    (paragraph,) = written(DICTAMEN, with_tables("Actas de los simulacros"), "D-1").analisis
    assert [str(row.porcentaje) for row in paragraph.actas] == ["33.3333\u00a0%"]


def test_a_table_without_rows_asks_for_its_sheet() -> None:
    desarrollo = with_tables("CATD y CCV")
    proceso = dataclasses.replace(desarrollo.proceso, avances=Avances())
    context = written(DICTAMEN, dataclasses.replace(desarrollo, proceso=proceso), "D-1")
    assert [str(gap.location) for gap in collect_gaps(context)] == ["avances_prep.xlsx!CATD y CCV"]


def test_a_dictamen_without_session_is_a_project_that_asks_for_it() -> None:
    rows = tuple(dataclasses.replace(row, sesion="", punto="") for row in WHOLE)
    context = written(DICTAMEN, a_desarrollo(dictamenes=rows), "D-1")
    assert context.advertencia
    assert context.firmas == ()
    assert {str(gap.location) for gap in collect_gaps(context)} == {
        "sesiones.xlsx!Dictámenes!C2",
        "sesiones.xlsx!Dictámenes!D2",
    }


def test_a_dictamen_that_was_voted_down_has_no_document() -> None:
    desarrollo = a_desarrollo(dictamenes=WHOLE, votaciones=(a_votacion("3", NAYS),))
    assert codes(DICTAMEN, desarrollo, "D-1") == ["DOC-013"]


def test_sample_sites_make_the_dictamen_an_example() -> None:
    desarrollo = with_tables("CATD y CCV")
    centros = tuple(dataclasses.replace(c, muestra=c.clave == "C2") for c in avances().centros)
    proceso = dataclasses.replace(desarrollo.proceso, avances=Avances(centros=centros))
    samples = DICTAMEN.samples(DICTAMEN.find(proceso, desarrollo.normas, "D-1"))
    assert [row for row in samples if isinstance(row, Centro)] == [centros[1]]


class Anywhere(Redaccion):
    def __init__(self) -> None:
        self.proceso = Proceso(organismo=an_organismo(siglas_institucion="IEX"))
        self.normas = some_normas()


def test_the_glosario_has_the_acronyms_that_are_said_and_no_number() -> None:
    rows = (passage("Glosario", "Acta PREP: la primera copia."),)
    terms = build_glosario(Anywhere(), rows, ["El CATD del COPRU, oficio IEX/COPRU-2/2027; el PREPARADO."])
    assert [term.termino for term in terms] == ["Acta PREP", "CATD", "COPRU"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (Prose(("Uno: ", Enfasis("importante", negrita=True))), (Enfasis("importante", negrita=True), ".")),
        (Prose(("Uno: ", Enfasis("ya. ", negrita=True))), (Enfasis("ya.", negrita=True),)),
        (Prose(("Uno: ", Enfasis("el", negrita=True), " otro. ")), (Enfasis("el", negrita=True), " otro.")),
        ("Uno: el otro.", ("el otro.",)),
    ],
)
def test_a_meaning_keeps_its_emphasis(text: str | Prose, told: tuple[str | Enfasis, ...]) -> None:
    row = dataclasses.replace(passage("Glosario", ""), texto=text)
    (term,) = build_glosario(Anywhere(), [row], [])
    assert "".join(map(str, term.significado.pieces)) == "".join(map(str, told))
    assert [piece for piece in term.significado.pieces if piece] == list(told)


def test_two_terms_of_one_name_are_both_told_and_one_without_meaning_asks_for_it() -> None:
    texts = ("Acta: una.", "Acta: otra.", "Zona", Prose(("Intro:",)))
    rows = [dataclasses.replace(passage("Glosario", ""), texto=text) for text in texts]
    terms = build_glosario(Anywhere(), rows, [])
    assert [f"{term.termino}: {term.significado}" for term in terms] == [
        "Acta: una.",
        "Acta: otra.",
        "Intro: [FALTA: su significado]",
        "Zona: [FALTA: su significado]",
    ]
    assert [str(gap.location).rpartition("!")[0] for term in terms for gap in term.significado.gaps] == [
        "textos",
        "sesiones.xlsx!Dictámenes",
    ]


def test_every_sheet_of_an_agreement_stops_it_but_none_of_the_avances() -> None:
    desarrollo = with_acuerdo(sesion=a_sesion(estado=EstadoSesion.CELEBRADA), asistencias=all_present())
    asunto = ACUERDO.find(desarrollo.proceso, desarrollo.normas, "A1")
    assert "Dictámenes" in ACUERDO.sheets_of(asunto)
    (letter,) = (kind for kind in DOCUMENT_KINDS if kind.tipo == "oficio-remision")
    sent = letter.find(desarrollo.proceso, desarrollo.normas, "acuerdo-A1")
    assert "Simulacros" not in letter.sheets_of(sent)
    assert "Simulacros" in letter.sheets


def test_every_approved_agreement_of_the_data_sets_says_what_its_acta_says() -> None:
    for name in ("plan", "ficticio"):
        source = lectura(name)
        for clave in ACUERDO.claves(source.proceso):
            asunto = ACUERDO.find(source.proceso, source.normas, clave)
            acta = ACTA.find(source.proceso, source.normas, asunto.sesion.clave)
            told: Any = ACTA.write(acta, estado="")
            blocks = [b for p in told.desahogo for b in p.bloques]
            votes = [str(b.texto) for b in blocks if b.is_votacion]
            agreed = " ".join(str(b.texto) for b in blocks if b.is_acuerdo)
            context: Any = ACUERDO.write(asunto, estado="")
            assert all(str(vote.texto) in votes for vote in context.votaciones)
            assert all(str(point.texto) in agreed for point in context.resolutivos)
