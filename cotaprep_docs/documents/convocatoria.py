"""The convocatoria of a session or formal meeting: the letter that summons its members."""

from __future__ import annotations

from cotaprep_docs.documents.acta_cierre import build_firma
from cotaprep_docs.documents.context import Anexo, Firma, PuntoListado
from cotaprep_docs.documents.convocatoria_context import ConvocatoriaContext, Dato, Destinado
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.membrete import build_membrete
from cotaprep_docs.documents.personas import fact_name, full_name, quality
from cotaprep_docs.documents.sesiones import sesion_name
from cotaprep_docs.domain.persona import Destinatario, Integrante
from cotaprep_docs.domain.sesion import Modalidad
from cotaprep_docs.prose.prose import Fact, Gap, Prose, as_prose, compose, join
from cotaprep_docs.spanish.dates import DateStyle, date_text, date_with_weekday
from cotaprep_docs.spanish.hours import time_text


def convocatoria_name(fuente: Fuente) -> str:
    """Return the short name of the document, as the footer and the title property say it."""
    return f"Convocatoria a la {sesion_name(fuente.sesion, fuente.organismo)}"


def is_convocatoria_muestra(fuente: Fuente) -> bool:
    """Tell whether the convocatoria uses any sample row; points are quoted from the plan and do not count."""
    letters = (*_recipients(fuente, "Convocatoria"), *_recipients(fuente, "Copia"))
    people = (*fuente.presencia.roster, *fuente.presencia.secretaria)
    return (
        fuente.sesion.muestra
        or fuente.organismo.muestra
        or any(row.muestra for row in letters)
        or any(person.muestra for person in people)
    )


def build_convocatoria_context(fuente: Fuente, *, estado: str) -> ConvocatoriaContext:
    """Return everything the convocatoria says.

    Args:
        fuente: the session.
        estado: ``BORRADOR``, or empty for a definitive document.
    """
    name = convocatoria_name(fuente)
    return ConvocatoriaContext(
        membrete=build_membrete(fuente, name, estado=estado, muestra=is_convocatoria_muestra(fuente)),
        oficio=as_prose(Fact("oficio", _oficio(fuente), "Número de oficio")),
        asunto=as_prose(f"{name}."),
        lugar_fecha=_lugar_fecha(fuente),
        destinatarios=_destinatarios(fuente),
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
        despedida=as_prose("Sin otro particular, reciban un cordial saludo."),
        firma=_firma(fuente),
        copias=tuple(as_prose(_copy_line(fuente, copy)) for copy in _recipients(fuente, "Copia")),
    )


def _oficio(fuente: Fuente) -> Prose:
    hint = "El número se asigna al generar el documento definitivo, o escríbalo si ya está asignado."
    return fuente.texto("oficio_convocatoria", "número de oficio", hint)


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


def _destinatarios(fuente: Fuente) -> tuple[Destinado, ...]:
    """Return who is summoned: the rows of the tracker, or the members in office where it has none."""
    rows = _recipients(fuente, "Convocatoria")
    if rows:
        return tuple(_destinado(fuente, row) for row in rows)
    organo = str(fuente.institucional("siglas_organo", "siglas del comité"))
    return tuple(
        Destinado(as_prose(full_name(p)), as_prose(p.cargo or f"{quality(p)} del {organo}"))
        for p in fuente.presencia.roster
    )


def _destinado(fuente: Fuente, row: Destinatario) -> Destinado:
    person = fuente.proceso.persona(row.persona) if row.persona else None
    if person is None:
        return Destinado(as_prose(f"{row.tratamiento} {row.nombre}".strip()), as_prose(row.cargo))
    post = row.cargo or (person.cargo if isinstance(person, Integrante) else "") or quality(person)
    return Destinado(as_prose(full_name(person)), as_prose(post))


def _copy_line(fuente: Fuente, row: Destinatario) -> str:
    addressee = _destinado(fuente, row)
    return f"{', '.join(text for text in (str(addressee.nombre), str(addressee.cargo)) if text)}."


def _cuerpo(fuente: Fuente) -> Prose:
    cita = fuente.normas.fundamento("convocatoria")
    kind = "reuniones" if fuente.sesion.is_reunion else "sesiones"
    basis = " y ".join(text for text in (cita, fuente.normas.fundamento(kind)) if text)
    opening = f"Con fundamento en {basis}, se" if basis else "Se"
    return compose(
        "{opening} convoca a la {sesion} del {organo} ({siglas}), correspondiente al {proceso}, que se "
        "llevará a cabo conforme a los datos y al orden del día siguientes:",
        opening=opening,
        sesion=sesion_name(fuente.sesion, fuente.organismo),
        organo=fuente.institucional("organo", "nombre del comité"),
        siglas=fuente.institucional("siglas_organo", "siglas del comité"),
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
    )


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
    if sesion.modalidad is not Modalidad.VIRTUAL:
        data.append(Dato("Lugar", fuente.texto("lugar", "lugar")))
    if sesion.modalidad in (Modalidad.VIRTUAL, Modalidad.MIXTA):
        data.append(Dato("Enlace", fuente.texto("enlace", "enlace de la videoconferencia")))
    return tuple(data)


def _documentos(fuente: Fuente) -> tuple[Anexo, ...]:
    circulated = [d for d in fuente.proceso.documentos_of(fuente.sesion) if d.tipo == "Circulado"]
    return tuple(
        Anexo(f"{number}.", as_prose(documento.titulo), as_prose(""))
        for number, documento in enumerate(circulated, 1)
    )


def _firma(fuente: Fuente) -> Firma:
    secretaria = fuente.secretaria
    if secretaria is not None:
        return build_firma(secretaria)
    gap = as_prose(Gap("persona titular de la Secretaría Técnica", fuente.sheet("integrantes")))
    return Firma(linea=join(("\u00a0",)), nombre=gap, cargo=as_prose(""), nota="")
