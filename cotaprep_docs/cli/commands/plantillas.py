"""``plantillas``: what there is to do with the Word templates."""

from __future__ import annotations

from cotaprep_docs.cli.command import CONTEXT, CommandGroup, Example

command = CommandGroup(
    "plantillas",
    modules={"revisar": "cotaprep_docs.cli.commands.plantillas_revisar"},
    context_settings=CONTEXT,
    short_help="Revisión de las plantillas de Word.",
    help="Lo que se puede hacer con las plantillas de Word.",
    examples=(Example("plantillas revisar", "revisa todas las plantillas"),),
)
