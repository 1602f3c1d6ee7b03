"""A small template of a plan: a table of contents that says nothing yet, and chapters in a loop."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Final

from cotaprep_docs.templating.render import render
from cotaprep_docs.templating.template import load_template
from tests.templating.word import GAP_STYLE, NORMAL, PROPERTIES, Word, p

_DEFAULTS: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/><w:sz w:val="22"/>'
    '<w:lang w:val="es-MX"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
_STYLES: Final = (
    '<w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TDC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9360"/></w:tabs><w:spacing w:after="100"/></w:pPr></w:style>'
)
_TOC: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>El índice se llena al generar.</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_SENTENCE: Final = "El personal de la secretaría da seguimiento a cada actividad del plan y de sus plazos. "


@dataclasses.dataclass(frozen=True, slots=True)
class Capitulo:
    """A chapter: its title and what it says."""

    titulo: str
    texto: str


@dataclasses.dataclass(frozen=True, slots=True)
class PlanContext:
    """What the template asks for."""

    capitulos: tuple[Capitulo, ...]


CAPITULOS: Final = tuple(
    Capitulo(f"Etapa {name}", f"Texto de Etapa {name}. " + _SENTENCE * (40 + 9 * index))
    for index, name in enumerate(("de diseño", "de prueba", "de simulacros", "de la jornada", "de cierre"))
)


def plan_template(folder: Path) -> Path:
    """Write the template and return where."""
    body = "".join(
        (
            p(_TOC, ppr='<w:pStyle w:val="TDC1"/>'),
            p("{%p for c in capitulos %}"),
            p("{{ c.titulo }}", ppr='<w:pStyle w:val="Ttulo1"/>'),
            p("{{ c.texto }}"),
            p("{%p endfor %}"),
        )
    )
    return Word(body, styles=_DEFAULTS + NORMAL + GAP_STYLE + _STYLES).write(folder / "plan.docx")


def render_plan(folder: Path) -> bytes:
    """Return the template filled."""
    template = load_template(plan_template(folder))
    return render(template, {"capitulos": CAPITULOS}, properties=PROPERTIES)
