"""Make every document of some data sets in one process.  Usage: batch.py DATA_FOLDER…"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS


def main() -> None:
    for folder in map(Path, sys.argv[1:]):
        workspace = dataclasses.replace(open_workspace(folder), salida=Path("salida-lote") / folder.name)
        lectura = read_workspace(workspace)
        for kind in DOCUMENT_KINDS:
            for clave in kind.claves(lectura.proceso):
                generate(lectura, kind, clave)


main()
