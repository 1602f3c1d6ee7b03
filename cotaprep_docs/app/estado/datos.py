"""Where a process stands, as the command line's JSON shows it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cotaprep_docs.app.estado.archivos import DocumentoGuardado
from cotaprep_docs.app.estado.tablero import Tablero
from cotaprep_docs.app.results import problem_json
from cotaprep_docs.documents.sesiones import sesion_title
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.entrega_estado import EntregaPendiente
from cotaprep_docs.domain.estado import ActaPendiente, PorConvocar
from cotaprep_docs.domain.seguimiento import Seguimiento
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.prose.prose import Gap


def tablero_json(tablero: Tablero) -> dict[str, Any]:
    """Return everything, also what is far ahead; days as ``2024-01-30``."""
    estado = tablero.estado
    return {
        "hoy": estado.hoy.isoformat(),
        "jornada": _iso(tablero.organismo.fecha_jornada),
        "ejemplo": tablero.is_muestra,
        "proximas": [_proxima(tablero, sesion) for sesion in tablero.proximas],
        "por_venir": [_sesion(tablero, sesion) for sesion in estado.por_venir],
        "sin_fecha": [_sesion(tablero, sesion) for sesion in estado.sin_fecha],
        "sin_constancia": [_sesion(tablero, sesion) for sesion in estado.sin_constancia],
        "por_capturar": [_por_capturar(tablero, sesion) for sesion in tablero.recientes],
        "convocatorias": [_por_convocar(tablero, one) for one in estado.por_convocar],
        "actas": [_acta(one) for one in estado.actas],
        "asuntos": [_asunto(row) for row in estado.por_cumplir],
        "entregables": [_entrega(tablero, one) for one in estado.entregas],
        "por_numerar": list(tablero.por_numerar),
        "en_salida": [_documento(documento) for documento in tablero.documentos],
        "sin_registro": list(tablero.carpeta.ajenos),
        "problemas": [problem_json(problem) for problem in (*tablero.problemas, *tablero.avisos)],
    }


def _iso(day: dt.date | dt.datetime | None) -> str | None:
    return day.isoformat() if day is not None else None


def _sesion(tablero: Tablero, sesion: Sesion) -> dict[str, Any]:
    return {
        "clave": sesion.clave,
        "nombre": sesion_title(sesion, tablero.organismo),
        "fecha": _iso(sesion.fecha),
        "hora": sesion.hora.isoformat("minutes") if sesion.hora is not None else None,
        "estado": sesion.estado.value,
    }


def _proxima(tablero: Tablero, sesion: Sesion) -> dict[str, Any]:
    return {
        **_sesion(tablero, sesion),
        "convocada": sesion.is_convocada(tablero.estado.hoy),
        "faltas": [_falta(gap) for gap in tablero.faltas_para_convocar(sesion)],
        "problemas": [problem.code for problem in tablero.problemas_de(sesion)],
    }


def _por_capturar(tablero: Tablero, sesion: Sesion) -> dict[str, Any]:
    return {"clave": sesion.clave, "faltas": [_falta(gap) for gap in tablero.faltas_del_acta(sesion)]}


def _falta(gap: Gap) -> dict[str, str]:
    return {"dato": gap.label, "lugar": str(gap.location), "sugerencia": gap.hint}


def _por_convocar(tablero: Tablero, one: PorConvocar) -> dict[str, Any]:
    return {
        "clave": one.sesion.clave,
        "limite": one.limite.isoformat(timespec="minutes"),
        "ultimo_dia": one.dia.isoformat(),
        "vencida": one.dia < tablero.estado.hoy,
        "horas": one.antelacion.valor,
        "marca": one.antelacion.marca.value,
    }


def _acta(one: ActaPendiente) -> dict[str, Any]:
    prevista = one.prevista
    return {
        "clave": one.sesion.clave,
        "se_aprueba_en": prevista.sesion.clave if prevista is not None else None,
        "punto": prevista.punto.numero_vigente if prevista is not None else None,
        "se_sometio_en": one.sometida.sesion.clave if one.sometida is not None else None,
    }


def _asunto(row: Seguimiento) -> dict[str, Any]:
    asunto = row.asunto
    return {
        "tipo": "acuerdo" if isinstance(asunto, Acuerdo) else "compromiso",
        "clave": asunto.clave,
        "sesion": row.sesion.clave,
        "plazo": _iso(asunto.plazo),
        "atraso": row.atraso,
        "responsable": asunto.responsable,
        "situacion": row.situacion.value,
    }


def _entrega(tablero: Tablero, one: EntregaPendiente) -> dict[str, Any]:
    plazo = one.vencimiento.plazo
    return {
        "numero": one.entregable.numero,
        "titulo": one.entregable.titulo,
        "fase": plazo.fase,
        "mes": f"{one.vencimiento.mes:%Y-%m}" if one.vencimiento.mes is not None else None,
        "limite": _iso(one.limite),
        "atencion": one.atencion.value,
        "vencida": one.is_vencida(tablero.estado.hoy),
        "remitida": _iso(one.remitida),
        "sesion": one.tratamiento.sesion.clave if one.tratamiento is not None else None,
        "oficio": one.oficio.documento if one.oficio is not None else None,
        "marca": plazo.marca.value,
    }


def _documento(documento: DocumentoGuardado) -> dict[str, Any]:
    return {
        "archivo": documento.stem,
        "tipo": documento.tipo,
        "clave": documento.clave,
        "situacion": documento.estado.value,
        "campos_de_firma": documento.campos,
        "firmados": documento.firmados,
        "propuesta": documento.propuesta,
        "pdf_atrasado": documento.atrasado,
        "sin_pdf": documento.sin_pdf,
        "abierto": documento.abierto,
    }
