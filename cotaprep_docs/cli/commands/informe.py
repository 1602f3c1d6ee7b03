"""``informe``: the reports of the committee."""

from __future__ import annotations

from cotaprep_docs.cli.command import CONTEXT, CommandGroup, Example

command = CommandGroup(
    "informe",
    modules={
        "mensual": "cotaprep_docs.cli.commands.informe_mensual",
        "bimestral": "cotaprep_docs.cli.commands.informe_bimestral",
        "simulacros": "cotaprep_docs.cli.commands.informe_simulacros",
        "final": "cotaprep_docs.cli.commands.informe_final",
    },
    context_settings=CONTEXT,
    short_help="Informes: mensual, bimestral, de simulacros y final.",
    help="Los informes del comité, hechos de los dos libros de Excel.",
    examples=(
        Example("informe mensual 2024-01", "avance de enero"),
        Example("informe simulacros", "todos los simulacros"),
    ),
)
