"""The two data sets that come along, read once for all tests."""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import Any

from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.assets import data_folder
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS

FOLDERS = {"plan": data_folder(), "ficticio": data_folder() / "opl_ficticio"}


@functools.cache
def lectura(name: str) -> Lectura:
    """A data set read in its place; documents must go elsewhere (see `copy_of`)."""
    return read_workspace(open_workspace(FOLDERS[name])).with_avances()


def copy_of(name: str, folder: Path) -> Path:
    """Copy a data set's files into a folder of the test; return that folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in FOLDERS[name].iterdir():
        if path.is_file():
            shutil.copy(path, folder / path.name)
    if (FOLDERS[name] / "textos").is_dir():
        shutil.copytree(FOLDERS[name] / "textos", folder / "textos")
    return folder


def all_documents() -> list[tuple[str, DocumentKind[Any], str]]:
    """Every document of both data sets: set, kind, key."""
    return [
        (name, kind, clave)
        for name in FOLDERS
        for kind in DOCUMENT_KINDS
        for clave in kind.claves(lectura(name).proceso)
    ]
