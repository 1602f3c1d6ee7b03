"""The convocatoria of a session or formal meeting: the letter that summons its members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from cotaprep_docs.documents.acta_cierre import build_firma
from cotaprep_docs.documents.busqueda import every_key, of_any
from cotaprep_docs.documents.context import Anexo, Firma, Membrete, PuntoListado
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext, Dato, Destinado
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.hojas import SESSION_SHEETS
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.personas import fact_name, full_name, quality
from cotaprep_docs.documents.sesiones import WITH_PARTIES, sesion_name
from cotaprep_docs.domain.acto import CONVOCATORIA as OFICIO_CONVOCATORIA
from cotaprep_docs.domain.acto import oficio_key
from cotaprep_docs.domain.acuerdo import Documento
from cotaprep_docs.domain.orden_dia import EstadoPunto
from cotaprep_docs.domain.persona import Calidad, Destinatario, Integrante, Persona
from cotaprep_docs.domain.serie import OFICIOS
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.prose.prose import PARAGRAPH, Fact, Gap, Prose, as_prose, compose
from cotaprep_docs.spanish.dates import DateStyle, date_text, date_with_weekday
from cotaprep_docs.spanish.hours import time_text
from cotaprep_docs.spanish.names import lower_first, without_final_dot


def convocatoria_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Convocatoria a la {sesion_name(fuente.sesion, fuente.organismo)}"


def _rows(fuente: Fuente) -> Iterable[Row]:
    """Return the rows it is made from; points are quoted from the plan and do not count."""
    rows: list[Row] = [fuente.sesion, fuente.organismo, *fuente.presencia.roster]
    rows += [*_summoned_rows(fuente), *_recipients(fuente, "Copia"), *_circulated(fuente)]
    return rows + ([by] if (by := signer(fuente)) is not None else [])


def _dated(fuente: Fuente) -> dt.date | None:
    return fuente.sesion.fecha_convocatoria or fuente.sesion.fecha


def build_convocatoria(fuente: Fuente, membrete: Membrete) -> ConvocatoriaContext:
    """Return everything the convocatoria says."""
    destinatarios = _destinatarios(fuente)
    one = len(destinatarios) == 1
    return ConvocatoriaContext(
        membrete=membrete,
        oficio=as_prose(Fact("oficio", _oficio(fuente), "Número de oficio")),
        asunto=as_prose(f"{convocatoria_name(fuente)}."),
        lugar_fecha=_lugar_fecha(fuente),
        destinatarios=destinatarios,
        presente="Presente" if one else "Presentes",
        cuerpo=_cuerpo(fuente),
        datos=_datos(fuente),
        puntos=tuple(
            PuntoListado(
                as_prose(f"{punto.numero}."),
                as_prose(Fact(fact_name("orden", punto.numero), as_prose(punto.texto), "Punto")),
            )
            for punto in fuente.orden.convocados
        ),
        documentos=_documentos(fuente),
        despedida=as_prose(f"Sin otro particular, {'reciba' if one else 'reciban'} un cordial saludo."),
        firma=_firma(fuente),
        copias=tuple(as_prose(_copy_line(fuente, copy)) for copy in _recipients(fuente, "Copia")),
    )


def _oficio(fuente: Fuente) -> Prose:
    return fuente.texto("oficio_convocatoria", "número de oficio", fuente.number_hint(OFICIOS))


def _lugar_fecha(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    day = sesion.fecha_convocatoria
    gap = Gap(
        "fecha de la convocatoria", sesion.origin.cell("fecha_convocatoria"), "Escríbala como 25/01/2024."
    )
    return compose(
        "{ciudad}, {entidad}, a {fecha}.",
        ciudad=fuente.institucional("ciudad", "ciudad"),
        entidad=fuente.institucional("entidad", "entidad federativa"),
        fecha=date_text(day, DateStyle.CIFRA) if day is not None else gap,
    )


def _recipients(fuente: Fuente, recibe: str) -> list[Destinatario]:
    wanted = ("Todas", "Reuniones" if fuente.sesion.is_reunion else "Sesiones")
    rows = [d for d in fuente.proceso.destinatarios if d.recibe == recibe and d.para in wanted]
    return sorted(rows, key=lambda row: row.orden)


def _summoned_rows(fuente: Fuente) -> list[Destinatario]:
    """Return the rows of who is summoned besides the members: those are summoned by their office."""
    members = {person.clave for person in fuente.proceso.integrantes if person.has_voto}
    return [row for row in _recipients(fuente, "Convocatoria") if row.persona not in members]


def _destinatarios(fuente: Fuente) -> tuple[Destinado, ...]:
    """Return who is summoned: the members in office that day, all of them, then the rows of the tracker."""
    posts = {row.persona: row.cargo for row in _recipients(fuente, "Convocatoria") if row.persona}
    members = [
        Destinado(as_prose(full_name(p)), as_prose(posts.get(p.clave) or _post(fuente, p)))
        for p in fuente.presencia.roster
    ]
    return (*members, *(_destinado(fuente, row) for row in _summoned_rows(fuente)))


def _post(fuente: Fuente, person: Persona) -> str:
    """Return the post an addressee is written to at; a bare quality says of what body."""
    if isinstance(person, Integrante):
        siglas = fuente.organismo.siglas_organo
        own = f"{quality(person)} del {siglas}" if siglas else quality(person)
        return person.cargo or own
    return quality(person)


def _destinado(fuente: Fuente, row: Destinatario) -> Destinado:
    person = fuente.proceso.persona(row.persona) if row.persona else None
    if person is None:
        return Destinado(as_prose(f"{row.tratamiento} {row.nombre}".strip()), as_prose(row.cargo))
    return Destinado(as_prose(full_name(person)), as_prose(row.cargo or _post(fuente, person)))


def _copy_line(fuente: Fuente, row: Destinatario) -> str:
    addressee = _destinado(fuente, row)
    return f"{', '.join(text for text in (str(addressee.nombre), str(addressee.cargo)) if text)}."


def _cuerpo(fuente: Fuente) -> Prose:
    cited = (fuente.normas.fundamento("convocatoria"), fuente.normas.fundamento(fuente.cita))
    basis = " y en ".join(text for text in cited if text)
    opening = f"Con fundamento en {basis}, se" if basis else "Se"
    return compose(
        "{opening} convoca a la {sesion} del {organo} ({siglas}){con}, correspondiente al {proceso}, que se "
        "llevará a cabo conforme a los datos y al orden del día siguientes.{cambio}",
        opening=opening,
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.institucional("organo", "nombre del comité"),
        siglas=fuente.institucional("siglas_organo", "siglas del comité"),
        con=WITH_PARTIES if fuente.sesion.is_reunion else "",
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
        cambio=_cambio_de_fecha(fuente),
    )


def _cambio_de_fecha(fuente: Fuente) -> Prose:
    sesion = fuente.sesion
    if sesion.fecha_anterior is None:
        return as_prose("")
    before = date_with_weekday(sesion.fecha_anterior, fuente.organismo.estilo_fechas)
    text = f"{PARAGRAPH}Esta convocatoria sustituye la fecha prevista, {before}"
    if sesion.motivo:
        text += f", por el motivo siguiente: {lower_first(without_final_dot(sesion.motivo))}"
    return as_prose(f"{text}.")


def _datos(fuente: Fuente) -> tuple[Dato, ...]:
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
    day = _dated(fuente)
    people = [p for p in fuente.proceso.integrantes if not p.has_voto and (day is None or p.is_vigente(day))]
    people.sort(key=lambda p: (p.calidad is not Calidad.SECRETARIA_TECNICA, p.orden))
    return people[0] if people else None


def _firma(fuente: Fuente) -> Firma:
    by = signer(fuente)
    if by is not None:
        return build_firma(by)
    gap = as_prose(Gap("persona titular de la Secretaría Técnica", fuente.sheet("integrantes")))
    return Firma(linea=as_prose("\u00a0"), nombre=gap, cargo=as_prose(""), nota="")


CONVOCATORIA = DocumentKind(
    tipo="convocatoria",
    template="convocatoria.docx",
    context=ConvocatoriaContext,
    sheets=SESSION_SHEETS | {"Destinatarios", "Representaciones", "Invitados"},
    find=of_any,
    claves=every_key,
    name=convocatoria_name,
    rows=_rows,
    build=build_convocatoria,
    dated=_dated,
    numbers=lambda fuente: (
        acto for acto in fuente.actos if acto.clave == oficio_key(OFICIO_CONVOCATORIA, fuente.clave)
    ),
)
