"""The one-page guide that `nuevo` leaves in a workspace."""

from __future__ import annotations

LEEME = "LÉEME.txt"

_BLANK = """1. Abra «data/sesiones.xlsx» y llene, en este orden: Organismo, Integrantes, Calendario y
   Orden del día. Cada encabezado tiene una nota que dice qué se escribe; lo que falta se pinta solo."""
_PLANNED = """1. Abra «data/sesiones.xlsx». Calendario y Orden del día ya traen su plan: revíselos.
   Llene Organismo e Integrantes. Cada encabezado tiene una nota que dice qué se escribe."""
_TEXT = """LÉEME: cómo se trabaja en esta carpeta
======================================

Qué hay
  data/sesiones.xlsx       lo que lleva la secretaría: quiénes, cuándo, qué se trata y qué se vota
  data/avances_prep.xlsx   lo que lleva el área técnica: avances, simulacros, centros, personal
  data/normas.toml         plazos, quórum y citas; trae los del ejemplo: revíselos con el área jurídica
  templates_docx/          las plantillas de Word; el membrete está en membrete.docx
  salida/                  aquí quedan los documentos (se crea sola)

Los primeros pasos
{first}
2. Ponga el nombre y el escudo de su institución en «templates_docx/membrete.docx».
3. Guarde el libro y escriba en esta carpeta:       cotaprep-docs validar
   Dice todo lo que hay que corregir, con la celda y qué escribir. Corrija, guarde y repita.
4. Vea las claves de las sesiones con:              cotaprep-docs sesiones

Cada mañana
  cotaprep-docs estado      qué sigue, qué le falta, qué se vence y qué está sin firmar

Cada sesión
  Antes      cotaprep-docs convocatoria 3           cotaprep-docs lista-asistencia 3
  Después    llene Asistencia, Movimientos, Votaciones y las horas en Calendario
             cotaprep-docs acta 3                   DOCX y PDF; lo que falta se ve resaltado
  Revisión   corrijan el DOCX en Word; el programa nunca escribe encima de lo que alguien modificó
             cotaprep-docs pdf salida/acta-3.docx   el PDF de lo revisado
  Firma      cotaprep-docs acta 3 --definitivo      sólo sale si no falta nada

Conviene saber
- Guarde y cierre el libro en Excel antes de pedir un documento: lo que no se ha guardado no se lee.
- Lo que no cabe en una celda se escribe en Word, en la carpeta «data/textos», con un título que dice qué es:
  «Sesión 3, punto 4», «Dictamen D1, antecedentes», «Plan, Objetivo general».
- Las personas se nombran por su clave corta (LVG); las listas desplegables siguen a la hoja Integrantes.
- La hoja Resumen se calcula sola y el programa no la lee.
- Cuando el programa cambie de versión o cambien los integrantes: cotaprep-docs actualizar
  Deja copias de los libros con todo lo suyo pasado; los originales no se tocan.
- Ayuda de cualquier comando: cotaprep-docs acta --ayuda
"""


def leeme_text(*, has_plan: bool) -> str:
    """Return the guide, with the line ends that every Notepad shows."""
    return _TEXT.format(first=_PLANNED if has_plan else _BLANK).replace("\n", "\r\n")
