"""``oficio``: the letters that send what was made."""

from __future__ import annotations

from cotaprep_docs.cli.command import CONTEXT, CommandGroup, Example

command = CommandGroup(
    "oficio",
    modules={"remision": "cotaprep_docs.cli.commands.oficio_remision"},
    context_settings=CONTEXT,
    short_help="Oficios de remisión.",
    help="Los oficios con que se envía lo que el comité emite.",
    examples=(Example("oficio remision acuerdo-A5", "oficio que remite el acuerdo A5"),),
)
