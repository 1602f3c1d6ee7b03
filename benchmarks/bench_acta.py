"""What `cotaprep-docs acta 3` costs, beside a bare docxtpl render and that plus LibreOffice.

Run it from a checkout with the package installed:  python benchmarks/bench_acta.py [rounds]
Prints medians of interleaved rounds and the ratios; LibreOffice is measured where `soffice` is installed.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from measure import Cost, interleave

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import Lectura, read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kinds import ACTA, DOCUMENT_KINDS
from cotaprep_docs.prose.prose import Prose

HERE = Path(__file__).parent
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
from cotaprep_docs.documents.fuente import Fuente
from cotaprep_docs.documents.kinds import ACTA
from cotaprep_docs.app import documentos
fuente=Fuente(lectura.proceso,lectura.normas,lectura.sesion('3'))
context=ACTA.build(fuente,estado='BORRADOR'); t.append(time.process_time())
import dataclasses
values={f.name:getattr(context,f.name) for f in dataclasses.fields(context)}
template=documentos.load_kind_template(lectura.workspace,ACTA)
docx=cotaprep_docs.templating.render.render(template,values,properties=documentos._properties(ACTA,fuente,muestra=True))
t.append(time.process_time())
cotaprep_docs.app.paginas.settle_pages(docx,'acta-3.docx'); t.append(time.process_time())
names=['imports','trackers','wording','render','pdf']
print('breakdown (CPU s): '+', '.join(f'{n} {b-a:.2f}' for n,a,b in zip(names,t,t[1:])))
"""


def plain(value: Any) -> Any:
    """Return a context as JSON has it: prose as text."""
    if isinstance(value, Prose):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


def write_context(lectura: Lectura, clave: str, path: Path) -> None:
    fuente = Fuente(lectura.proceso, lectura.normas, lectura.sesion(clave))
    path.write_text(json.dumps(plain(ACTA.build(fuente, estado="BORRADOR"))), encoding="utf-8")


def line(name: str, cost: Cost, base: Cost) -> str:
    return (
        f"{name:42} CPU {cost.cpu:5.2f} s (+{cost.cpu - base.cpu:5.2f})   wall {cost.wall:5.2f} s   "
        f"peak {cost.memory:4.0f} MiB"
    )


def bench_process(folder: Path, lectura: Lectura, rounds: int) -> None:
    """One document, cold start, whole process."""
    write_context(lectura, "3", folder / "acta-3.json")
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
    costs = interleave(commands, folder, rounds)
    base = costs["(a) docxtpl alone"]
    for name, cost in costs.items():
        print(line(name, cost, base))
    interleave({"breakdown": ["true"]}, folder, 1)


def bench_batch(folder: Path, lectura: Lectura) -> None:
    """Every acta of the process in one process, against the same with docxtpl and one run of LibreOffice."""
    keys = [sesion.clave for sesion in lectura.proceso.sesiones if ACTA.applies(sesion)]
    start = time.perf_counter()
    for clave in keys:
        generate(lectura, ACTA, clave)
    ours = len(keys) / (time.perf_counter() - start)
    print(f"batch, ours: {ours:.2f} documents a second ({len(keys)} actas, DOCX and PDF)")
    if not shutil.which("soffice"):
        return
    pairs = []
    for clave in keys:
        write_context(lectura, clave, folder / f"lote-{clave}.json")
        pairs += [f"lote-{clave}.json", f"lote-{clave}.docx"]
    template = str(lectura.workspace.template(ACTA.template))
    bare = " ".join([sys.executable, str(HERE / "bare_docxtpl.py"), template, *pairs])
    convert = f"soffice -env:UserInstallation=file://{folder}/profile --headless --convert-to pdf lote-*.docx"
    costs = interleave({"b": ["sh", "-c", f"{bare} && {convert}"]}, folder, 1)
    theirs = len(keys) / costs["b"].wall
    print(f"batch, (b):  {theirs:.2f} documents a second; ours is {ours / theirs:.1f} times as many")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lectura = read_workspace(open_workspace(folder, ejemplo=True))
        print(f"medians of {rounds} interleaved rounds; kinds: {', '.join(k.tipo for k in DOCUMENT_KINDS)}")
        bench_process(folder, lectura, rounds)
        import subprocess

        subprocess.run([sys.executable, "-c", BREAKDOWN], cwd=folder, check=True)
        bench_batch(folder, lectura)


if __name__ == "__main__":
    main()
