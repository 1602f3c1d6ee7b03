"""Documents with one chart of each kind, to be drawn, validated and compared with LibreOffice."""

from __future__ import annotations

from tests.support import charts as c

MONTHS = ("Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio")
PLANNED = (0.1, 0.25, 0.4, 0.6, 0.8, 1.0)
REAL = (0.08, 0.27, 0.38, 0.61, None, None)
DISTRICTS = (
    "Distrito 1. Colotlán", "Distrito 2. Lagos de Moreno", "Distrito 3. Tepatitlán de Morelos", "Distrito 4. Zapopan",
    "Distrito 5. Puerto Vallarta",
)  # fmt: skip
HOURS = tuple(f"{hour % 24:02d}:00" for hour in range(20, 44))
ARRIVED = tuple(round(9_000 * (1 - 0.8**hour)) for hour in range(1, 25))


def bars(**options: str) -> str:
    return c.chart(
        c.bar_plot(
            c.series(0, "Planeado", MONTHS, PLANNED, look=c.fill("accent1"), form="0%"),
            c.series(1, "Real", MONTHS, REAL, look=c.fill("accent2"), form="0%"),
            extra=c.labels("Val", position="outEnd", form="0%", props=c.text_properties(800)),
            **options,
        ),
        c.category_axis(heading=c.title("Mes", 900)),
        c.value_axis(
            heading=c.title("Avance", 900, rotated=True), form="0%", ends='<c:max val="1.2"/><c:min val="0"/>'
        ),
        heading=c.title("Avance planeado y real"),
        names=c.legend(),
    )


def lying(grouping: str = "clustered") -> str:
    return c.chart(
        c.bar_plot(
            c.series(
                0, "Esperadas", DISTRICTS, (1450, 1320, 980, 2110, 760), look=c.fill("accent1"), form="#,##0"
            ),
            c.series(
                1,
                "Digitalizadas",
                DISTRICTS,
                (1401, 1315, 870, 2001, 702),
                look=c.fill("accent3"),
                form="#,##0",
            ),
            direction="bar",
            grouping=grouping,
            extra=c.labels("Val"),
        ),
        c.category_axis(position="l", scaling="maxMin"),
        c.value_axis(position="b"),
        heading=c.title("Actas por distrito"),
        names=c.legend("r"),
    )


def lines() -> str:
    return c.chart(
        c.line_plot(
            c.series(0, "Simulacro 1", HOURS, ARRIVED, look=c.stroke("accent1"), extra='<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>', form="#,##0"),
            c.series(
                1, "Simulacro 2", HOURS, [None if 8 < i < 11 else v * 0.93 for i, v in enumerate(ARRIVED)],
                look=c.stroke("accent2", dash="sysDash"), extra='<c:marker><c:symbol val="none"/></c:marker>', form="#,##0",
            ),
        ),
        c.category_axis(heading=c.title("Hora", 900)),
        c.value_axis(heading=c.title("Actas procesadas", 900, rotated=True)),
        heading=c.title("Actas procesadas por hora"),
        names=c.legend("t"),
    )  # fmt: skip


def pie(hole: int = 0, position: str = "outEnd") -> str:
    return c.chart(
        c.pie_plot(
            c.series(
                0, "Actas", ("Contabilizadas", "No contabilizadas", "Sin acta", "Fuera de catálogo"), (9210, 340, 122, 18),
                form="#,##0", extra=c.labels("CatName", "Percent", position="" if hole else position, form="0.0%"),
            ),
            hole=hole,
        ),
        heading=c.title("Estado de las actas"),
        names=c.legend("r"),
    )  # fmt: skip


def combined() -> str:
    return c.chart(
        c.bar_plot(c.series(0, "Actas por hora", HOURS[:10], [900, 1800, 2400, 1700, 900, 600, 300, 200, 120, 60], look=c.fill("accent1"), form="#,##0")),
        c.line_plot(
            c.series(1, "Porcentaje acumulado", HOURS[:10], [0.1, 0.3, 0.57, 0.76, 0.86, 0.92, 0.957, 0.98, 0.993, 1.0], look=c.stroke("accent2"), form="0%", extra='<c:marker><c:symbol val="square"/><c:size val="6"/></c:marker>'),
            axes="34",
        ),
        c.category_axis(),
        c.value_axis(heading=c.title("Actas", 900, rotated=True)),
        c.category_axis(number="3", crosses="4", hidden=True),
        c.value_axis(number="4", crosses="3", form="0%", far=True, position="r", grid=False, heading=c.title("Acumulado", 900, rotated=True)),
        heading=c.title("Captura de actas"),
        names=c.legend("b"),
    )  # fmt: skip


def stacked() -> str:
    return c.chart(
        c.bar_plot(
            c.series(
                0,
                "Asistió",
                MONTHS,
                (5, 5, 4, 5, 3, 5),
                look=c.fill("1F3A4D"),
                extra=c.labels("Val", position="ctr", props=c.text_properties(800, "FFFFFF")),
            ),
            c.series(1, "Faltó con justificación", MONTHS, (0, 0, 1, 0, 1, 0), look=c.fill("A6A6A6")),
            c.series(2, "Faltó", MONTHS, (0, 0, 0, 0, 1, 0), look=c.fill("C00000")),
            grouping="stacked",
        ),
        c.category_axis(),
        c.value_axis(ends='<c:max val="6"/>'),
        heading=c.title("Asistencia"),
        names=c.legend("r"),
    )


def negative() -> str:
    return c.chart(
        c.bar_plot(
            c.series(
                0,
                "Desviación",
                MONTHS,
                (-0.02, 0.02, -0.02, 0.01, -0.1, -0.15),
                look=c.fill("accent6"),
                form="0.0%",
                extra='<c:invertIfNegative val="0"/>' + c.labels("Val"),
            )
        ),
        c.category_axis(),
        c.value_axis(),
        heading=c.title("Desviación respecto de lo planeado"),
    )


def area() -> str:
    return c.chart(
        c.area_plot(
            c.series(0, "Presencial", MONTHS, (3, 4, 2, 5, 3, 4), look=c.fill("accent1")),
            c.series(1, "Virtual", MONTHS, (2, 1, 3, 0, 2, 1), look=c.fill("accent5")),
            grouping="percentStacked",
        ),
        c.category_axis(),
        c.value_axis(),
        heading=c.title("Modalidad"),
        names=c.legend(),
    )


def three_d() -> str:
    return bars().replace("c:barChart>", "c:bar3DChart>")


def chart_documents() -> dict[str, c.ChartDocx]:
    """The documents by name."""
    return {
        "charts_1": c.document(bars(), lying(), lines()),
        "charts_2": c.document(pie(), pie(50), combined()),
        "charts_3": c.document(stacked(), negative(), area()),
        "charts_4": c.document(lying("percentStacked"), three_d(), pie(position="inEnd"), alt=""),
    }
