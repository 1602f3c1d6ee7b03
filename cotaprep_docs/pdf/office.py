"""LibreOffice as the optional second engine: a profile of its own, a time limit, killed whole when late."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from cotaprep_docs.ooxml.flatten import flatten
from cotaprep_docs.ooxml.package import BadPackage
from cotaprep_docs.ooxml.revisions import Changes
from cotaprep_docs.pdf import problem_kinds as kinds
from cotaprep_docs.pdf.convert import FAULTS, PdfDocument, revision_problems
from cotaprep_docs.problems.exit_code import MissingResource, UnreadableInput
from cotaprep_docs.problems.location import FileLocation

TIME_LIMIT: Final = 120.0
"""Seconds one document may take; LibreOffice needs one or two for an act."""

_PLACES: Final = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_PAGE: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_FONTS: Final = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>
"""


def find_office() -> str | None:
    """Return the program of LibreOffice, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert_with_office(
    docx: bytes,
    *,
    name: str,
    changes: Changes = Changes.ACCEPT,
    program: str | None = None,
    time_limit: float = TIME_LIMIT,
) -> PdfDocument:
    """Return the PDF that LibreOffice makes of a DOCX; its bytes differ from run to run.

    Args:
        docx: the bytes of the DOCX.
        name: its file name, for the place of problems.
        changes: what is done with changes that nobody accepted or rejected yet.
        program: LibreOffice's program; looked for where not given.
        time_limit: seconds until it is killed with all it started.

    Raises:
        MissingResource: LibreOffice is not installed, took too long or made no PDF.
        UnreadableInput: the bytes are no DOCX.
    """
    place = FileLocation(name)
    program = program or find_office()
    if program is None:
        raise MissingResource(kinds.NO_OFFICE.at(place))
    try:
        plain = flatten(docx, changes)
    except BadPackage as error:
        part = f" (en {error.part})" if error.part else ""
        raise UnreadableInput(FAULTS[error.fault].at(place, part=part)) from error
    with tempfile.TemporaryDirectory(prefix="cotaprep-", ignore_cleanup_errors=True) as folder:
        data = _run(program, plain.docx, Path(folder), place, time_limit)
    problems = revision_problems(plain.changes, changes, name)
    return PdfDocument(data, len(_PAGE.findall(data)), problems, plain.changes)


def _run(program: str, docx: bytes, folder: Path, place: FileLocation, time_limit: float) -> bytes:
    source, target = folder / "documento.docx", folder / "documento.pdf"
    source.write_bytes(docx)
    profile = (folder / "perfil").as_uri()
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
    ]
    command += ["--outdir", str(folder), str(source)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts_file(folder))}
    with subprocess.Popen(  # noqa: S603 - no shell, and no argument comes from data
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(time_limit)
        except subprocess.TimeoutExpired as error:
            _kill(process)
            raise MissingResource(kinds.OFFICE_LATE.at(place, segundos=round(time_limit))) from error
    if not target.is_file():
        raise MissingResource(kinds.OFFICE_FAILED.at(place, codigo=process.returncode))
    return target.read_bytes()


def _fonts_file(folder: Path) -> Path:
    """Return a font configuration that puts our Caladea first: that of some systems has other widths."""
    import font_caladea  # noqa: PLC0415 - only this engine needs to know its folder

    path = folder / "fonts.conf"
    fonts = Path(font_caladea.__file__).parent / "files"
    path.write_text(_FONTS.format(fonts=fonts), encoding="utf-8")
    return path


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it started: its program is a script that starts another."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
