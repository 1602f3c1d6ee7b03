"""What `cotaprep-docs acta 3` costs, beside a bare docxtpl render and that plus LibreOffice.

Run it from a checkout with the package installed:  python benchmarks/bench_acta.py [rounds]
Prints medians of interleaved rounds and the ratios; LibreOffice is measured where `soffice` is installed.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measure import Cost, environment, interleave, with_peaks

from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.assets import data_folder
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.documents.kind import DocumentKind
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS
from cotaprep_docs.prose.prose import Prose

HERE = Path(__file__).parent
DATA_SETS = {"plan": data_folder(), "ficticio": data_folder() / "opl_ficticio"}
BREAKDOWN = """
import time, sys
t=[time.process_time()]
from pathlib import Path
import cotaprep_docs.trackers.reader, cotaprep_docs.app.documentos, cotaprep_docs.app.lectura
import cotaprep_docs.templating.render, cotaprep_docs.pdf.convert, cotaprep_docs.app.paginas
t.append(time.process_time())
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.workspace import open_workspace, LETTERHEAD
lectura=read_workspace(open_workspace(Path('.'),ejemplo=True)); t.append(time.process_time())
from cotaprep_docs.documents.acta import ACTA
from cotaprep_docs.app import documentos
fuente=ACTA.find(lectura.proceso,lectura.normas,'3')
context=ACTA.write(fuente,estado='BORRADOR'); t.append(time.process_time())
import dataclasses
values={f.name:getattr(context,f.name) for f in dataclasses.fields(context)}
template=documentos.load_kind_template(lectura.workspace,ACTA)
docx=cotaprep_docs.templating.render.render(template,values,properties=documentos._properties(ACTA,fuente,muestra=True))
t.append(time.process_time())
cotaprep_docs.app.paginas.settle_pages(docx,'acta-3.docx'); t.append(time.process_time())
names=['imports','trackers','wording','render','pdf']
print('breakdown (CPU s): '+', '.join(f'{n} {b-a:.2f}' for n,a,b in zip(names,t,t[1:])))
"""


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a context as JSON has it: prose as text."""
    if isinstance(value, Prose):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def write_context(lectura: Lectura, kind: DocumentKind[Any], clave: str, path: Path) -> None:
    asunto = kind.find(lectura.proceso, lectura.normas, clave)
    path.write_text(json.dumps(plain(kind.write(asunto, estado="BORRADOR")), default=str), encoding="utf-8")


def line(name: str, cost: Cost, base: Cost) -> str:
    return (
        f"{name:42} CPU {cost.cpu:5.2f} s (+{cost.cpu - base.cpu:5.2f})   wall {cost.wall:5.2f} s   "
        f"peak {cost.memory:4.0f} MiB"
    )


def bench_process(folder: Path, lectura: Lectura, rounds: int) -> Cost | None:
    """One document, cold start, whole process."""
    write_context(lectura, ACTA, "3", folder / "acta-3.json")
    template = str(lectura.workspace.template(ACTA.template))
    bare = [sys.executable, str(HERE / "bare_docxtpl.py"), template, "acta-3.json", "bare.docx"]
    program = [sys.executable, "-m", "cotaprep_docs"]
    ours = "rm -rf salida && exec " + " ".join([*program, "acta", "3", "--ejemplo", "--carpeta", "."])
    commands = {
        "(a) docxtpl alone": bare,
        "cotaprep-docs acta 3 (DOCX and PDF)": ["sh", "-c", ours],
        "cotaprep-docs --help": [*program, "--help"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = f"soffice {profile} --headless --convert-to pdf bare.docx"
        commands["(b) docxtpl, then LibreOffice"] = ["sh", "-c", " ".join(bare) + f" && {convert}"]
    costs = with_peaks(interleave(commands, folder, rounds), commands, folder)
    base = costs["(a) docxtpl alone"]
    one_by_one = costs.get("(b) docxtpl, then LibreOffice")
    for name, cost in costs.items():
        print(line(name, cost, base))
    return one_by_one


def bench_batch(folder: Path, rounds: int, one_by_one: Cost | None) -> None:
    """Every document of both data sets: one process of ours, against docxtpl and then one of LibreOffice."""
    pairs: dict[str, list[str]] = {}
    for name, data in DATA_SETS.items():
        lectura = read_workspace(open_workspace(data))
        for kind in DOCUMENT_KINDS:
            template = str(lectura.workspace.template(kind.template))
            for clave in kind.claves(lectura.proceso):
                stem = f"{name}-{kind.tipo}-{clave}"
                write_context(lectura, kind, clave, folder / f"{stem}.json")
                pairs.setdefault(template, []).extend((f"{stem}.json", f"lote/{stem}.docx"))
    (folder / "lote").mkdir()
    count = sum(len(files) // 2 for files in pairs.values())
    bare = " && ".join(
        " ".join([sys.executable, str(HERE / "bare_docxtpl.py"), *item]) for item in flat(pairs)
    )
    ours = " ".join([sys.executable, str(HERE / "batch.py"), *map(str, DATA_SETS.values())])
    commands = {"ours": ["sh", "-c", f"rm -rf salida-lote && exec {ours}"]}
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = f"soffice {profile} --headless --convert-to pdf --outdir lote lote/*.docx"
        commands["(b)"] = ["sh", "-c", f"{bare} && {convert}"]
    costs = with_peaks(interleave(commands, folder, rounds), commands, folder)
    for name, cost in costs.items():
        print(
            f"batch of {count} documents, {name:5}: {count / cost.wall:5.1f} documents a second, "
            f"CPU {cost.cpu:.2f} s, peak {cost.memory:.0f} MiB"
        )
    if one_by_one is not None:
        print(f"(b) as defined, a document a run: {1 / one_by_one.wall:.1f} documents a second")
        print(f"ours makes {count / costs['ours'].wall * one_by_one.wall:.1f} times as many as that,")
        print(
            f"and {costs['(b)'].wall / costs['ours'].wall:.1f} times as many as (b) given all of them at once"
        )


def flat(pairs: dict[str, list[str]]) -> list[list[str]]:
    return [[template, *files] for template, files in pairs.items()]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lectura = read_workspace(open_workspace(folder, ejemplo=True))
        print(f"medians of {rounds} interleaved rounds; kinds: {', '.join(k.tipo for k in DOCUMENT_KINDS)}")
        one_by_one = bench_process(folder, lectura, rounds)
        subprocess.run([sys.executable, "-c", BREAKDOWN], cwd=folder, check=True, env=environment(folder))
        bench_batch(folder, max(3, rounds // 2), one_by_one)


if __name__ == "__main__":
    main()
