"""What the tests of the use cases share."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.results import Resultado
from tests.support.data_sets import all_documents, lectura
from tests.support.once import made_once


@pytest.fixture(scope="session")
def every_document(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Resultado]:
    """Every document of both data sets as a draft, by data set, kind and key; to be read, not written to."""
    return made_once(tmp_path_factory, "documentos", _make_all)


def _make_all(folder: Path) -> dict[tuple[str, str, str], Resultado]:
    made = {}
    for name, kind, clave in all_documents():
        source = lectura(name)
        workspace = dataclasses.replace(source.workspace, salida=folder / name)
        result = generate(dataclasses.replace(source, workspace=workspace), kind, clave)
        made[name, kind.tipo, clave] = result
    return made
