"""LibreOffice as the other engine to compare with: own profile, the same font files, a time limit."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import font_caladea
import pytest

from tests.support.tools import program

_TIMEOUT = 180
_AT_ONCE = 100  # it leaves out without a word what comes after some 250
_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def libreoffice_pdfs(documents: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the PDF LibreOffice makes of each DOCX, by name, in as few runs as it can.

    Only the bundled Caladea is visible to it (with DejaVu for what Caladea lacks): the Caladea of
    Linux distributions has other widths than Cambria.
    """
    return _converted(documents, folder, "pdf")


def libreoffice_docx(docx: bytes, folder: Path) -> bytes:
    """Return a DOCX as LibreOffice saves it."""
    return _converted({"documento": docx}, folder, "docx")["documento"]


def _converted(documents: dict[str, bytes], folder: Path, kind: str) -> dict[str, bytes]:
    soffice = program("soffice", "libreoffice")
    source, target = folder / "origen", folder / kind
    for path in (source, target):
        path.mkdir(parents=True, exist_ok=True)
    for name, data in documents.items():
        (source / f"{name}.docx").write_bytes(data)
    fonts = Path(font_caladea.__file__).parent / "files"
    config = folder / "fonts.conf"
    config.write_text(_FONTS_CONF.format(fonts=fonts, cache=folder / "cache"), encoding="utf-8")
    command = [
        soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind,
        "--outdir", str(target),
    ]  # fmt: skip
    environment = {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(folder)}
    files = [str(source / f"{name}.docx") for name in documents]
    for start in range(0, len(files), _AT_ONCE):
        _run([*command, *files[start : start + _AT_ONCE]], environment)
    return {name: (target / f"{name}.{kind}").read_bytes() for name in documents}


def _run(command: list[str], environment: dict[str, str]) -> None:
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        try:
            output, _ = process.communicate(timeout=_TIMEOUT)
        except subprocess.TimeoutExpired:
            # Its starter is a script: the whole group must go.
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            pytest.fail(f"LibreOffice took more than {_TIMEOUT} s")
    assert process.returncode == 0, output.decode(errors="replace")


def libreoffice_pdf(docx: bytes, tmp_path: Path) -> bytes:
    """Return the PDF LibreOffice makes of a DOCX; skips without LibreOffice, fails where CI is set."""
    return libreoffice_pdfs({"documento": docx}, tmp_path)["documento"]
