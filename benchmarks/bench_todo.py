"""What `cotaprep-docs todo` costs: documents a second, what more cores give, memory, and LibreOffice beside.

Run it from a checkout with the package installed:  python benchmarks/bench_todo.py [rounds] [data set]
Prints every round, since a machine at work on something else gives no true ratio: look at how idle it was.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench_acta import DATA_SETS, flat, write_context
from measure import Cost, run

from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.kinds import DOCUMENT_KINDS

HERE = Path(__file__).parent
STAT = Path("/proc/stat")


def busy() -> tuple[int, int]:
    """Return how long the cores worked and were idle so far; zeros where the system does not tell."""
    if not STAT.exists():
        return 0, 0
    times = [int(number) for number in STAT.read_text(encoding="ascii").splitlines()[0].split()[1:9]]
    idle = times[3] + times[4]
    return sum(times) - idle, idle


def todo(folder: Path, data: Path, processes: int) -> list[str]:
    program = f"{sys.executable} -m cotaprep_docs todo --procesos {processes} --formato json"
    line = f"rm -rf salida-{processes}; {program} --carpeta {data} --salida {folder}/salida-{processes}"
    return ["sh", "-c", f"{line} > salida-{processes}.json"]


def bench_cores(folder: Path, data: Path, rounds: int) -> None:
    """Wall seconds with one core and with two, in turns."""
    walls: dict[int, list[float]] = {1: [], 2: []}
    for number in range(rounds):
        for processes, found in walls.items():
            work, idle = busy()
            found.append(run(todo(folder, data, processes), folder).wall)
            worked, idled = (after - before for after, before in zip(busy(), (work, idle), strict=True))
            share = idled / (worked + idled) if worked + idled else 0.0
            print(f"round {number + 1}, {processes} process(es): {found[-1]:6.2f} s, cores idle {share:4.0%}")
    count = len(json.loads((folder / "salida-1.json").read_text(encoding="utf-8"))["documentos"])
    same = files(folder / "salida-1") == files(folder / "salida-2")
    print(f"{count} documents, DOCX and PDF; the same bytes with one and two: {same}")
    for name, choose in (("median", statistics.median), ("best", min)):
        one, two = choose(walls[1]), choose(walls[2])
        print(
            f"{name}: {count / one:.1f} documents a second with one, {count / two:.1f} with two: "
            f"{one / two:.2f} times as fast"
        )


def files(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def bench_memory(data: Path) -> None:
    """Peak memory of each process, with as many documents and with three times as many."""
    for times in (1, 3):
        command = [sys.executable, str(HERE / "todo_memory.py"), str(data), "2", str(times)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        print(
            f"{found['documents']:4} documents: parent {found['parent']:.0f} MiB, "
            f"workers {found['workers']:.0f} MiB at most"
        )


def bench_office(folder: Path, data: Path, ours: Cost) -> None:
    """The same documents with docxtpl and one run of LibreOffice over all of them."""
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: not compared")
        return
    lectura = read_workspace(open_workspace(data)).with_avances()
    pairs: dict[str, list[str]] = {}
    for kind in DOCUMENT_KINDS:
        template = str(lectura.workspace.template(kind.template))
        for clave in kind.claves(lectura.proceso):
            stem = f"{kind.tipo}-{clave}"
            write_context(lectura, kind, clave, folder / f"{stem}.json")
            pairs.setdefault(template, []).extend((f"{stem}.json", f"lote/{stem}.docx"))
    (folder / "lote").mkdir()
    bare = " && ".join(
        " ".join([sys.executable, str(HERE / "bare_docxtpl.py"), *item]) for item in flat(pairs)
    )
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = f"soffice {profile} --headless --convert-to pdf --outdir lote lote/*.docx"
    theirs = run(["sh", "-c", f"{bare} && {convert}"], folder)
    print(f"docxtpl and LibreOffice, all at once: {theirs.wall:.1f} s; todo with two: {ours.wall:.1f} s")
    print(f"todo is {theirs.wall / ours.wall:.1f} times as fast")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    name = sys.argv[2] if len(sys.argv) > 2 else "plan"
    data = DATA_SETS[name].resolve()
    print(f"data set «{name}», {os.cpu_count()} cores, {rounds} interleaved rounds")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        bench_cores(folder, data, rounds)
        bench_memory(data)
        bench_office(folder, data, run(todo(folder, data, 2), folder))


if __name__ == "__main__":
    main()
