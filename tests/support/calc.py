"""Workbooks opened and saved by LibreOffice Calc."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def saved_by_calc(path: Path, folder: Path) -> Path:
    """Open a workbook in Calc, compute it and save it as xlsx; return the new file."""
    program = shutil.which("soffice")
    assert program is not None
    folder.mkdir()
    profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.name
