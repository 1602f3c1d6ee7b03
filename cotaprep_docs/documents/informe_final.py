"""The final report of activities (RE 342.1.k): everything of the process, with what it adds up to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from cotaprep_docs.documents.cifras import DASH, percent_text, ratio
from cotaprep_docs.documents.compromisos import FilaSeguimiento
from cotaprep_docs.documents.context import Membrete
from cotaprep_docs.documents.informe_context import Observacion
from cotaprep_docs.documents.informe_periodo import (
    PERIOD_SHEETS,
    FuentePeriodo,
    all_of,
    build_period,
    period_rows,
    report_points,
    write_periodo,
)
from cotaprep_docs.documents.informe_periodo_context import (
    FilaConteo,
    FilaEstadistica,
    FilaVotacion,
    InformeFinalContext,
)
from cotaprep_docs.documents.kind import DocumentKind, Row
from cotaprep_docs.documents.personas import full_name, quality
from cotaprep_docs.documents.progreso import build_hallazgos
from cotaprep_docs.documents.sesiones_informe import is_held
from cotaprep_docs.documents.simulacros import chart_of_phases
from cotaprep_docs.domain.acuerdo import Acuerdo
from cotaprep_docs.domain.desarrollo import Desarrollo
from cotaprep_docs.domain.estadistica import AsistenciaPersona, count_attendance, count_votes
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.domain.seguimiento import Seguimiento
from cotaprep_docs.domain.votacion import Escrutinio, Resultado
from cotaprep_docs.norms.normas import Normas
from cotaprep_docs.problems.location import CellLocation
from cotaprep_docs.prose.grafica import Grafica, SerieGrafica
from cotaprep_docs.prose.prose import Gap, Prose, as_prose, compose
from cotaprep_docs.records import record
from cotaprep_docs.spanish.agreement import counted, plural
from cotaprep_docs.spanish.dates import short_date
from cotaprep_docs.spanish.lists import join_and
from cotaprep_docs.spanish.numbers import Gender, digits

TITULO = "Informe final de actividades"


@record(frozen=True)
class FuenteFinal(FuentePeriodo):
    """All that the committee did."""

    @property
    def place(self) -> CellLocation:
        """Where its conclusions are typed."""
        return self.organismo.cell("conclusiones_finales")


def find_final(proceso: Proceso, normas: Normas, _clave: str) -> FuenteFinal:
    """Return the whole process: from the designation to the eve of the session that hears the report."""
    days = [sesion.fecha for sesion in proceso.sesiones if sesion.fecha is not None]
    heard = [sesion.fecha for sesion, _ in report_points(proceso, final=True) if sesion.fecha is not None]
    start = proceso.organismo.fecha_designacion or min(days, default=None)
    last = max(heard, default=max(days, default=None))
    # A report cannot tell of the session that hears it.
    end = last - dt.timedelta(days=1) if heard and last is not None else last
    return FuenteFinal(proceso, normas, corte=last, inicio=start, fin=end)


def _rows(fuente: FuenteFinal) -> Iterable[Row]:
    return (*period_rows(fuente), *fuente.avances.auditoria)


def build_informe_final(fuente: FuenteFinal, membrete: Membrete) -> InformeFinalContext:
    """Return everything the report says."""
    period = build_period(fuente, membrete, TITULO, _presentacion(fuente), is_final=True)
    shared: dict[str, Any] = all_of(period)
    held = [each for each in fuente.fuentes if is_held(each)]
    attendance = count_attendance(held)
    votes = count_votes(held)
    return InformeFinalContext(
        **shared,
        integracion=tuple(_integrante(person) for person in _members(fuente)),
        asistencia=tuple(_estadistica(fuente, row) for row in attendance),
        grafica_asistencia=_chart(attendance),
        votaciones_nota=_votaciones_nota(sum(votes.values())),
        votaciones=tuple(FilaConteo(str(each.value), digits(count)) for each, count in votes.items()),
        votos=tuple(_votos(fuente, period.acuerdos)),
        grafica_simulacros=chart_of_phases(fuente.simulacros, fuente.organismo),
        hallazgos=build_hallazgos(fuente.avances.auditoria, fuente.fin or dt.date.max),
        conclusiones=_conclusiones(fuente),
    )


def _presentacion(fuente: FuenteFinal) -> Prose:
    period = write_periodo(fuente)
    return compose(
        "El {organo} rinde {superior} su informe final de las actividades desempeñadas durante su "
        "vigencia{fundamento}. Comprende {periodo} y corresponde al {proceso}.",
        organo=fuente.organo,
        superior=fuente.superior,
        fundamento=fuente.fundamento("informe_final"),
        periodo=period[:1].lower() + period[1:] if period else "todas sus sesiones y reuniones",
        proceso=fuente.institucional("proceso_electoral", "proceso electoral"),
    )


def _members(fuente: FuenteFinal) -> list[Integrante]:
    return sorted(fuente.proceso.integrantes, key=lambda person: person.orden)


def _integrante(person: Integrante) -> Observacion:
    terms = []
    if person.desde is not None:
        terms.append(f"desde el {short_date(person.desde)}")
    if person.hasta is not None:
        terms.append(f"hasta el {short_date(person.hasta)}")
    term = f", {join_and(terms)}" if terms else ""
    return Observacion(full_name(person), as_prose(f"{quality(person)}{term}."))


def _estadistica(fuente: FuenteFinal, row: AsistenciaPersona) -> FilaEstadistica:
    share = ratio(row.asistidas, row.convocadas)
    text = as_prose(percent_text(share) if share is not None else "—")
    if row.sin_captura:
        hint = "Elija Presente, Ausente o Justificada en cada renglón de la persona."
        place = next(each for each in fuente.fuentes if is_held(each)).sheet("asistencia")
        text = as_prose(Gap(f"asistencia de {full_name(row.persona)}", place, hint))
    return FilaEstadistica(
        nombre=full_name(row.persona),
        convocadas=digits(row.convocadas),
        asistidas=digits(row.asistidas),
        justificadas=digits(row.justificadas),
        ausencias=digits(row.ausencias),
        porcentaje=text,
    )


def _chart(rows: tuple[AsistenciaPersona, ...]) -> Grafica:
    shares = [None if row.sin_captura else ratio(row.asistidas, row.convocadas) for row in rows]
    names = tuple(row.persona.nombre for row in rows)
    told = [
        f"{name}, {percent_text(share)}"
        for name, share in zip(names, shares, strict=True)
        if share is not None
    ]
    values = tuple(
        None if share is None else round(Decimal(share.numerator) / Decimal(share.denominator), 2)
        for share in shares
    )
    return Grafica(
        titulo="Asistencia (% de las sesiones y reuniones celebradas)",
        categorias=names,
        series=(SerieGrafica("Asistencia", values),),
        descripcion=f"Barras con el porcentaje de asistencia de cada persona: {'; '.join(told) or '—'}.",
        formato="0.00",
    )


def _votaciones_nota(total: int) -> str:
    if not total:
        return "No constan votaciones."
    noun = counted(total, "votación", "votaciones", Gender.FEMININE)
    return f"{plural(total, 'Se realizó', 'Se realizaron')} {noun}, con estos resultados."


def _votos(fuente: FuenteFinal, filas: tuple[FilaSeguimiento, ...]) -> Iterator[FilaVotacion]:
    rows, _ = fuente.seguimiento
    for row, fila in zip(rows, filas, strict=True):
        asunto = row.asunto
        if isinstance(asunto, Acuerdo) and not _desarrollo(fuente, row).needs_vote(asunto):
            yield FilaVotacion(fila.numero, fila.origen, as_prose("Sin votación"), as_prose(DASH))
            continue
        count = _count(fuente, row)
        if count is None:
            hint = "Agregue en «Votaciones» la votación del punto con que se aprobó."
            gap = as_prose(
                Gap(f"votación del acuerdo {row.asunto.clave}", row.asunto.origin.cell("punto"), hint)
            )
            yield FilaVotacion(fila.numero, fila.origen, gap, as_prose("—"))
            continue
        yield FilaVotacion(
            fila.numero, fila.origen, as_prose(str(count.resultado.value)), as_prose(_counts(count))
        )


def _count(fuente: FuenteFinal, row: Seguimiento) -> Escrutinio | None:
    """Return the count of the vote of an agreement; also of one taken before the period of the report."""
    if not isinstance(row.asunto, Acuerdo):
        return None
    count = _desarrollo(fuente, row).deciding_escrutinio(row.asunto)
    return None if count is None or count.resultado is Resultado.INCOMPLETO else count


def _desarrollo(fuente: FuenteFinal, row: Seguimiento) -> Desarrollo:
    return Desarrollo(fuente.proceso, fuente.normas, row.sesion)


def _counts(count: Escrutinio) -> str:
    parts = (
        (len(count.a_favor), "a favor", "a favor"),
        (len(count.en_contra), "en contra", "en contra"),
        (len(count.abstenciones), "abstención", "abstenciones"),
        (len(count.excusas), "excusa", "excusas"),
    )
    return ", ".join(f"{n} {plural(n, one, many)}" for n, one, many in parts if n)


def _conclusiones(fuente: FuenteFinal) -> Prose:
    text = fuente.organismo.conclusiones_finales
    hint = "Escriba lo aprendido y lo que se sugiere al siguiente proceso, un párrafo por renglón."
    return as_prose(text or Gap("conclusiones", fuente.organismo.cell("conclusiones_finales"), hint))


INFORME_FINAL = DocumentKind(
    tipo="informe-final",
    template="informe-final.docx",
    context=InformeFinalContext,
    sheets=PERIOD_SHEETS,
    find=find_final,
    claves=lambda proceso: ("",) if proceso.sesiones else (),
    name=lambda _fuente: TITULO,
    rows=_rows,
    build=build_informe_final,
)
