"""`Grafica`: the numbers of a chart, as a document's context gives them and a template's chart shows them."""

from __future__ import annotations

from decimal import Decimal

from cotaprep_docs.records import record


@record(frozen=True, slots=True)
class SerieGrafica:
    """One series of a chart.

    Attributes:
        nombre: what the legend says.
        valores: one for each category; None where there is no figure: a gap, not a zero.
        formato: number format of its values where it is not that of the chart.
    """

    nombre: str
    valores: tuple[Decimal | None, ...]
    formato: str = ""


@record(frozen=True, slots=True)
class Grafica:
    """What a chart of a Word template shows; its looks are the template's.

    It is false where it has no figure at all, so that a template may ask ``{% if avance %}``.

    Attributes:
        titulo: its title; empty for a chart without one.
        categorias: what stands under each group of bars, or by each slice.
        series: what it shows; a pie shows the first only.
        descripcion: its alternative text, for who does not see it.
        formato: number format of its values, as in Excel: ``0.0%`` for fractions of one, ``#,##0``.
    """

    titulo: str
    categorias: tuple[str, ...]
    series: tuple[SerieGrafica, ...]
    descripcion: str
    formato: str = "General"

    def __post_init__(self) -> None:
        count = len(self.categorias)
        for serie in self.series:
            if len(serie.valores) != count:
                raise ValueError(f"«{serie.nombre}»: {len(serie.valores)} values for {count} categories")
        if self.hay_datos and not self.descripcion.strip():
            raise ValueError(f"the chart «{self.titulo}» has no description")

    def __bool__(self) -> bool:
        return self.hay_datos

    @property
    def hay_datos(self) -> bool:
        """Whether there is any figure to show."""
        return any(valor is not None for serie in self.series for valor in serie.valores)
