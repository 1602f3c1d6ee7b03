"""Contexts as `documents` would build them, made by hand so that each test can bend one thing."""

from __future__ import annotations

import dataclasses
import datetime as dt

from cotaprep_docs.documents.acta_context import ActaContext, Bloque, FilaAsistencia, FilaVoto, PuntoActa
from cotaprep_docs.documents.context import Anexo, Destinado, FilaFirmas, Firma, Membrete, PuntoListado
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext, Dato
from cotaprep_docs.ooxml.package import Package, read_package
from cotaprep_docs.prose.prose import Fact, Prose, as_prose
from cotaprep_docs.templating.properties import DocumentProperties
from cotaprep_docs.templating.render import render
from cotaprep_docs.templating.template import load_template
from tests.templates.wordfiles import FOLDER

MEMBRETE = Membrete(
    institucion=as_prose("Instituto Electoral de Sierra Alta"),
    organo=as_prose("Comité Técnico Asesor"),
    proceso=as_prose("Proceso Electoral Local 2026-2027"),
    documento="Acta de la tercera sesión ordinaria",
    estado="",
    ejemplo="",
    leyenda="",
    lema="",
    clasificacion="",
    domicilio="",
)


def firma(number: int) -> Firma:
    line = Fact(f"firma.{number}", as_prose("\u00a0\u00a0\u00a0"), "Firma")
    return Firma(as_prose(line), as_prose(f"Firmante{number:02}"), as_prose("Integrante del Comité"), "")


def firmas(count: int) -> tuple[FilaFirmas, ...]:
    lines = [firma(number) for number in range(count)]
    return tuple(FilaFirmas(lines[at], tuple(lines[at + 1 : at + 2])) for at in range(0, count, 2))


def bloque(kind: str, texto: str, *, rotulo: str = "", votos: tuple[FilaVoto, ...] = ()) -> Bloque:
    flags = {field.name: False for field in dataclasses.fields(Bloque) if field.name.startswith("is_")}
    flags[f"is_{kind}"] = True
    return Bloque(**flags, rotulo=as_prose(rotulo), texto=as_prose(texto), votos=votos)


def punto(number: int, *bloques: Bloque, previos: tuple[Bloque, ...] = ()) -> PuntoActa:
    return PuntoActa(previos, as_prose(f"Punto {number}."), as_prose("Asunto."), bloques)


ACTA = ActaContext(
    membrete=MEMBRETE,
    titulo=as_prose("Acta de la tercera sesión ordinaria"),
    proemio=as_prose("En la sede del Instituto."),
    lista=as_prose("Se pasa lista de asistencia."),
    asistentes=(
        FilaAsistencia(as_prose("Ana"), as_prose("Integrante"), as_prose("Virtual"), as_prose("Presente")),
    ),
    quorum=as_prose("Existe quórum legal."),
    orden_dia=as_prose("El orden del día es el siguiente:"),
    puntos=(PuntoListado(as_prose("1."), as_prose("Asunto.")),),
    cambios=(),
    desahogo=(),
    cierre_titulo="Clausura",
    cierre=as_prose("Se declara clausurada la sesión."),
    formula=as_prose("Leída la presente acta, la firman quienes en ella intervinieron."),
    hojas=as_prose("El número de hojas es de"),
    firmas=(),
    firmas_nota=Prose(),
    anexos=(),
)

CONVOCATORIA = ConvocatoriaContext(
    membrete=dataclasses.replace(MEMBRETE, documento="Convocatoria a la tercera sesión ordinaria"),
    oficio=as_prose("ST/012/2027"),
    asunto=as_prose("Convocatoria."),
    lugar_fecha=as_prose("Villa del Roble, a 25 de enero de 2027."),
    destinatarios=(Destinado(as_prose("Ana"), as_prose("Integrante")),),
    presente="Presentes",
    cuerpo=as_prose("Se convoca a la tercera sesión ordinaria."),
    datos=(Dato("Fecha", as_prose("30 de enero de 2027")),),
    puntos=(PuntoListado(as_prose("1."), as_prose("Asunto.")),),
    documentos=(Anexo("1.", as_prose("Proyecto de acta"), Prose()),),
    despedida=as_prose("Reciban un saludo."),
    firma=firma(0),
    copias=(),
)


def render_docx(context: ActaContext | ConvocatoriaContext) -> bytes:
    """Return the document that the committed template makes of the context."""
    name = "acta" if isinstance(context, ActaContext) else "convocatoria"
    template = load_template(FOLDER / f"{name}.docx", FOLDER / "membrete.docx")
    values = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
    return render(template, values, properties=DocumentProperties(title="Prueba", date=dt.date(2027, 1, 30)))


def render_package(context: ActaContext | ConvocatoriaContext) -> Package:
    return read_package(render_docx(context))
