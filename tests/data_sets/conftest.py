from __future__ import annotations

import pytest

from cotaprep_docs.assets import data_folder
from cotaprep_docs.domain.avance import Avances
from cotaprep_docs.domain.proceso import Proceso
from cotaprep_docs.norms.normas import Normas, read_normas
from cotaprep_docs.problems.problem import Checked
from cotaprep_docs.trackers.reader import read_avances, read_sesiones


@pytest.fixture(scope="package")
def plan_read() -> Checked[Proceso]:
    return read_sesiones(data_folder() / "sesiones.xlsx")


@pytest.fixture(scope="package")
def ficticio_read() -> Checked[Proceso]:
    return read_sesiones(data_folder() / "opl_ficticio" / "sesiones.xlsx")


@pytest.fixture(scope="package")
def plan_avances() -> Checked[Avances]:
    return read_avances(data_folder() / "avances_prep.xlsx")


@pytest.fixture(scope="package")
def ficticio_avances() -> Checked[Avances]:
    return read_avances(data_folder() / "opl_ficticio" / "avances_prep.xlsx")


@pytest.fixture(scope="package")
def plan(plan_read: Checked[Proceso]) -> Proceso:
    return plan_read.value


@pytest.fixture(scope="package")
def ficticio(ficticio_read: Checked[Proceso]) -> Proceso:
    return ficticio_read.value


@pytest.fixture(scope="package")
def normas() -> Normas:
    return read_normas(data_folder() / "normas.toml")
