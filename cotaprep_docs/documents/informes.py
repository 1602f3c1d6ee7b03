"""What all reports share: subject, title page, basis, who signs."""

from __future__ import annotations

import datetime as dt

from cotaprep_docs.documents.acta_cierre import build_firma, pair_firmas
from cotaprep_docs.documents.cartas import signature_on
from cotaprep_docs.documents.context import FilaFirmas
from cotaprep_docs.documents.fuente_proceso import FuenteProceso
from cotaprep_docs.documents.informe_context import Portada
from cotaprep_docs.documents.personas import towards
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.persona import Integrante
from cotaprep_docs.domain.sesion import Sesion
from cotaprep_docs.prose.prose import Prose, as_prose, join
from cotaprep_docs.records import record
from cotaprep_docs.spanish.dates import date_text
from cotaprep_docs.spanish.numbers import OrdinalStyle, ordinal

AVANCE_SHEETS = frozenset(
    {
        "Avance mensual",
        "Simulacros",
        "Procesamiento por hora",
        "CATD y CCV",
        "Personal",
        "Auditoría",
        "Riesgos",
    }
)
"""Sheets of the technical staff."""
INFORME_SHEETS = frozenset({"Organismo", "Integrantes"})
"""Sheets every report rests on: who the committee is and who signs."""
PREP = "Programa de Resultados Electorales Preliminares"


@record(frozen=True)
class FuenteInforme(FuenteProceso):
    """A report about the process or a period of it.

    Attributes:
        corte: last day it tells of; None where nothing says which.
    """

    corte: dt.date | None = None

    @property
    def dia(self) -> dt.date | None:
        """The day of the cut."""
        return self.corte

    @property
    def sesiones(self) -> tuple[Sesion, ...]:
        """No session: a report that tells of some says which."""
        return ()

    @property
    def avances(self) -> Avances:
        """What the technical staff captured."""
        return self.proceso.avances

    def dia_texto(self, day: dt.date) -> str:
        """Return a day in the institute's style."""
        return date_text(day, self.organismo.estilo_fechas)

    @property
    def superior(self) -> Prose:
        """The body it reports to, as it follows the verb: «al Consejo General», «a la Comisión»."""
        name = self.institucional("organo_superior", "órgano superior de dirección")
        return join(("a ", name)) if name.gaps else as_prose(towards(str(name)))

    def portada(self, titulo: str, periodo: Prose | str) -> Portada:
        """Return the title page."""
        return Portada(
            institucion=self.institucional("institucion", "nombre de la institución"),
            organo=self.organo,
            titulo=titulo,
            periodo=as_prose(periodo),
            proceso=self.institucional("proceso_electoral", "proceso electoral"),
        )

    def firmas(self, *, integrantes: bool) -> tuple[FilaFirmas, ...]:
        """Return the signature block: the Secretaría Técnica, after the members where they sign too."""
        people = (person for person in self.en_funciones if integrantes and person.has_voto)
        return pair_firmas([*map(build_firma, people), signature_on(self.proceso, self.dia)])

    @property
    def en_funciones(self) -> tuple[Integrante, ...]:
        """Who is in office on the day of the report, in roll-call order."""
        day = self.dia
        people = (p for p in self.proceso.integrantes if day is None or p.is_vigente(day))
        return tuple(sorted(people, key=lambda person: person.orden))


def last_day(month: dt.date) -> dt.date:
    """Return the last day of a month."""
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def which(number: int, noun: str, style: OrdinalStyle) -> str:
    """Return «primer simulacro», «undécimo informe»."""
    return f"{ordinal(number, style=style, apocope=True)} {noun}"


def with_final_dot(text: str | Prose) -> str | Prose:
    """Return a text that ends as a sentence does, whatever was typed in its cell; one from Word as it is."""
    if isinstance(text, Prose):
        return text
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…", ".»", ".)")) else f"{text}."
