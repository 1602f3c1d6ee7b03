"""The convocatoria of a session or formal meeting: the letter that summons its members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.documents.busqueda import every_key
from cotaprep_docs.documents.busqueda_carta import of_letter
from cotaprep_docs.documents.cartas import (
    COPIA,
    FuenteCarta,
    convocados,
    copies,
    despedida,
    lugar_fecha,
    presente,
    signature_on,
    signer_on,
)
from cotaprep_docs.documents.context import Anexo, Destinado, Membrete, PuntoListado
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext, Dato
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.numeros import acto_of_oficio, numero_oficio
from cotaprep_docs.documents.personas import fact_name
from cotaprep_docs.documents.sesiones import WITH_PARTIES, sesion_name
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.prose.prose import PARAGRAPH, Fact, Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import date_with_weekday
from cotaprep_docs.spanish.hours import time_text
from cotaprep_docs.spanish.names import lower_first, without_final_dot


def convocatoria_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Convocatoria a la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: FuenteCarta) -> Iterable[Row]:
    return (*letter_rows(fuente), *(row for each in fuente.chosen(convocados(fuente)) for row in each.rows))


def letter_rows(fuente: FuenteCarta) -> Iterable[Row]:
    """Return the rows a letter is made from; points are quoted from the plan and do not count."""
    rows: list[Row] = [fuente.sesion, fuente.organismo]
    rows += [*fuente.proceso.recipients(fuente.sesion, COPIA), *_circulated(fuente)]
    return rows + ([by] if (by := signer(fuente)) is not None else [])


def dated(fuente: Fuente) -> dt.date | None:
    """Return the day of the letter: that of the session while it has none."""
    return fuente.sesion.fecha_convocatoria or fuente.sesion.fecha


def build_convocatoria(fuente: FuenteCarta, membrete: Membrete) -> ConvocatoriaContext:
    """Return everything the convocatoria says."""
    return build_letter(
        fuente,
        membrete,
        oficio=numero_oficio(fuente, "convocatoria"),
        asunto=convocatoria_name(fuente),
        destinatarios=tuple(receptor.destinado for receptor in fuente.chosen(convocados(fuente))),
        cuerpo=_cuerpo(fuente),
    )


def build_letter(
    fuente: FuenteCarta,
    membrete: Membrete,
    *,
    oficio: Prose,
    asunto: str,
    destinatarios: tuple[Destinado, ...],
    cuerpo: Prose,
) -> ConvocatoriaContext:
    """Return a letter that calls people to a session: what is the same to whoever it goes.

    Args:
        fuente: the session.
        membrete: header and footer.
        oficio: number of the letter.
        asunto: its subject, without final dot.
        destinatarios: whom it goes to.
        cuerpo: what it says.
    """
    cell = fuente.sesion.origin.cell("fecha_convocatoria")
    gap = Gap("fecha de la convocatoria", cell, "Escríbala como 25/01/2024.")
    return ConvocatoriaContext(
        membrete=membrete,
        oficio=as_prose(Fact("oficio", oficio, "Número de oficio")),
        asunto=as_prose(f"{asunto}."),
        lugar_fecha=lugar_fecha(fuente, fuente.sesion.fecha_convocatoria, gap),
        destinatarios=destinatarios,
        presente=presente(destinatarios),
        cuerpo=cuerpo,
        datos=build_datos(fuente),
        puntos=tuple(
            PuntoListado(
                as_prose(f"{punto.numero}."),
                as_prose(Fact(fact_name("orden", punto.numero), as_prose(punto.texto), "Punto")),
            )
            for punto in fuente.orden.convocados
        ),
        documentos=_documentos(fuente),
        despedida=despedida(destinatarios),
        firma=signature_on(fuente.proceso, dated(fuente)),
        copias=copies(fuente, fuente.proceso.recipients(fuente.sesion, COPIA)),
    )


def _cuerpo(fuente: Fuente) -> Prose:
    basis = fuente.normado("convocatoria", fuente.cita)
    opening = f"Con fundamento en {basis}, se" if basis else "Se"
    return compose(
        "{opening} convoca a la {sesion} del {organo}{con}, correspondiente al {proceso}, que se "
        "llevará a cabo conforme a los datos y al orden del día siguientes.{cambio}",
        opening=opening,
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.organo,
        con=WITH_PARTIES if fuente.sesion.is_reunion else "",
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        cambio=cambio_de_fecha(fuente),
    )


def cambio_de_fecha(fuente: Fuente) -> Prose:
    """Return the sentence that says which date this one takes the place of; empty where none was moved."""
    sesion = fuente.sesion
    if sesion.fecha_anterior is None:
        return as_prose("")
    before = date_with_weekday(sesion.fecha_anterior, fuente.organismo.estilo_fechas)
    text = f"{PARAGRAPH}Esta convocatoria sustituye la fecha prevista, {before}"
    if sesion.motivo:
        text += f", por el motivo siguiente: {lower_first(without_final_dot(sesion.motivo))}"
    return as_prose(f"{text}.")


def build_datos(fuente: Fuente) -> tuple[Dato, ...]:
    """Return when, where and how the session is called for."""
    sesion = fuente.sesion
    origin = sesion.origin
    style = fuente.organismo.estilo_fechas
    fecha = date_with_weekday(sesion.fecha, style) if sesion.fecha else Gap("fecha", origin.cell("fecha"))
    hora = time_text(sesion.hora, style) if sesion.hora else Gap("hora convocada", origin.cell("hora"))
    modalidad = (
        str(sesion.modalidad.value) if sesion.modalidad else Gap("modalidad", origin.cell("modalidad"))
    )
    data = [
        Dato("Fecha", as_prose(Fact("fecha", as_prose(fecha), "Fecha"))),
        Dato("Hora", as_prose(Fact("hora", as_prose(hora), "Hora"))),
        Dato("Modalidad", as_prose(modalidad)),
    ]
    if sesion.modalidad is None and not sesion.lugar:
        data.append(Dato("Lugar o enlace", fuente.texto("lugar", "lugar o enlace")))
    elif sesion.modalidad is not Modalidad.VIRTUAL:
        data.append(Dato("Lugar", fuente.texto("lugar", "lugar")))
    if sesion.modalidad in (Modalidad.VIRTUAL, Modalidad.MIXTA):
        data.append(Dato("Enlace", fuente.texto("enlace", "enlace de la videoconferencia")))
    return tuple(data)


def _circulated(fuente: Fuente) -> list[Documento]:
    """Return the documents sent with the convocatoria; those of points added later were not."""
    added = {p.numero_vigente for p in fuente.orden.puntos if p.estado is EstadoPunto.INCORPORADO}
    documents = fuente.proceso.documentos_of(fuente.sesion)
    return [d for d in documents if d.tipo == "Circulado" and d.punto not in added]


def _documentos(fuente: Fuente) -> tuple[Anexo, ...]:
    return tuple(
        Anexo(f"{number}.", as_prose(f"{without_final_dot(documento.titulo)}."), as_prose(""))
        for number, documento in enumerate(_circulated(fuente), 1)
    )


def signer(fuente: Fuente) -> Integrante | None:
    """Return the Secretaría Técnica in office when the letter is signed, whoever attends later."""
    return signer_on(fuente.proceso, dated(fuente))


def of_convocatoria(proceso: Proceso, normas: Normas, clave: str) -> FuenteCarta:
    """Return a session or meeting, or that and one of those who are summoned (``3-ANA``)."""
    return of_letter(proceso, normas, clave, convocados)


CONVOCATORIA = DocumentKind(
    tipo="convocatoria",
    template="convocatoria.docx",
    context=ConvocatoriaContext,
    sheets=SESSION_SHEETS | {"Destinatarios", "Representaciones", "Invitados"},
    find=of_convocatoria,
    claves=every_key,
    name=convocatoria_name,
    rows=_rows,
    build=build_convocatoria,
    dated=lambda fuente: fuente.sesion.fecha_convocatoria,
    numbers=lambda fuente: acto_of_oficio(fuente, "convocatoria"),
)
