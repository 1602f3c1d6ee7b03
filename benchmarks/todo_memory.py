"""Make everything of a data set N times over and print what it took.  Usage: todo_memory.py DATA PROCESSES N

Each document is made N times, so that there are N times as many to make and to bring home.
"""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cotaprep_docs.app import todo
from cotaprep_docs.app.cuadrilla import warm_up
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.taller import Encargo, Hecho, Pedido, open_taller
from cotaprep_docs.app.workspace import open_workspace

NOTES = "COTAPREP_BENCH_NOTES"


def peak() -> float:
    """Return the most memory this process had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(encargo: Encargo) -> Callable[[Pedido], Hecho]:
    """Return what makes a document and then notes the memory of its process."""
    work = open_taller(encargo)
    notes = Path(os.environ[NOTES], str(os.getpid()))

    def make(pedido: Pedido) -> Hecho:
        made = work(pedido)
        notes.write_text(str(peak()), encoding="utf-8")
        return made

    return make


def main() -> None:
    data, processes, times = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as notes, tempfile.TemporaryDirectory() as salida:
        os.environ[NOTES] = notes
        start = time.perf_counter()
        if processes > 1:
            warm_up()
        lectura = read_workspace(dataclasses.replace(open_workspace(data), salida=Path(salida)))
        listed = todo.list_pedidos
        todo.open_taller = measured
        todo.list_pedidos = lambda encargo: listed(encargo) * times
        result = todo.make_all(lectura, todo.Orden(procesos=processes))
        wall = time.perf_counter() - start
        workers = [float(path.read_text(encoding="utf-8")) for path in Path(notes).iterdir()]
    found = {"documents": len(result.documentos), "wall": wall, "parent": peak(), "workers": max(workers)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
