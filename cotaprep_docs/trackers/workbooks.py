"""The two workbooks, by who edits them."""

from __future__ import annotations

from cotaprep_docs.trackers.declarations import WorkbookSpec
from cotaprep_docs.trackers.sheets_avances import AVANCES_SHEETS
from cotaprep_docs.trackers.sheets_people import PEOPLE_SHEETS
from cotaprep_docs.trackers.sheets_results import RESULT_SHEETS
from cotaprep_docs.trackers.sheets_sessions import SESSION_SHEETS

SESIONES = WorkbookSpec(
    "sesiones.xlsx",
    "Sesiones y reuniones del comité",
    "Lo lleva la secretaría: quiénes son, cuándo sesionan, qué tratan, quién asistió y qué se votó.",
    (*PEOPLE_SHEETS, *SESSION_SHEETS, *RESULT_SHEETS),
)
AVANCES = WorkbookSpec(
    "avances_prep.xlsx",
    "Avances del PREP",
    "Lo lleva el área técnica: avance por etapa, simulacros, centros, personal, auditoría y riesgos.",
    AVANCES_SHEETS,
)
WORKBOOKS = (SESIONES, AVANCES)

LEAME = "Léame"
RESUMEN = "Resumen"
LISTAS = "Listas"
UNREAD_SHEETS = (LEAME, RESUMEN, LISTAS)
"""Sheets that explain or compute; the reader leaves them alone."""
