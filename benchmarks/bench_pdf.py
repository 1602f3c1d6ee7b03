"""Our PDF of a DOCX beside LibreOffice, dxpdf and word2pdf: time, memory, and where the words fall.

Run it from a checkout with the package and its extra `dev` installed:

    python benchmarks/bench_pdf.py [--rondas 7] [--pares OTRO/bin/python]

`--pares` is the interpreter of an environment with the peers (`pip install dxpdf word2pdf`), if it is not
this one; who is not installed is left out, and said. Every run is a whole process unless it says warm: what
one more file takes in a process that has converted before (for LibreOffice, in a run given several files).
Rounds are interleaved and the medians printed, as ratios to a LibreOffice that starts cold: a new process,
with a profile made before. All see the same font files: the Caladea of the program, and the system's.
"""

from __future__ import annotations

import argparse
import ctypes
import dataclasses
import functools
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import font_caladea
import informe
import pypdfium2
import pypdfium2.raw as pdfium
from measure import Cost, environment, interleave, run, with_peaks

from cotaprep_docs.app.documentos import generate
from cotaprep_docs.app.lectura import read_workspace
from cotaprep_docs.app.workspace import open_workspace
from cotaprep_docs.documents.kinds import ACTA, CONVOCATORIA

Glyph = tuple[float, float, float, float, str]
HERE = Path(__file__).parent
OURS, OFFICE = "cotaprep-docs", "LibreOffice"
PEERS = ("dxpdf", "word2pdf")
INSTALL = {
    "dxpdf": "pip install dxpdf",
    "word2pdf": "pip install word2pdf",
    OFFICE: "apt install libreoffice",
}
_LETTERS = re.compile(r"(?<!\S)(?:\S ){3,}\S(?!\S)")
_SAME_LINE = 2.0
_WARM_TIMES = 15
_OFFICE_COPIES = 6


@dataclasses.dataclass(frozen=True)
class Bench:
    """Where all happens, and with whom."""

    folder: Path
    peers: str
    engines: tuple[str, ...]
    rounds: int

    @functools.cached_property
    def env(self) -> dict[str, str]:
        return environment(self.folder, HOME=str(self.folder / "home"))

    def command(self, engine: str, docx: str) -> list[str]:
        """Return what makes `<engine>/<name>.pdf` of a DOCX, in a process of its own."""
        out = f"{engine}/{Path(docx).stem}.pdf"
        if engine == OURS:
            start = "from cotaprep_docs.__main__ import main; main()"  # as the installed command starts
            return [sys.executable, "-c", start, "pdf", docx, "--salida", OURS]
        if engine == "dxpdf":
            return [self.peers, "-c", f"import dxpdf; dxpdf.convert_file({docx!r}, {out!r})"]
        if engine == "word2pdf":
            fonts = str(self.folder / "home" / ".fonts")
            start = "from word2pdf.cli import main; raise SystemExit(main())"
            return [self.peers, "-c", start, docx, "-q", "-o", out, "--font-dir", fonts]
        return self.office(docx)

    def office(self, *files: str) -> list[str]:
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        return ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", OFFICE, *files]

    def warm(self, engine: str, docx: str) -> list[str]:
        python = self.peers if engine in PEERS else sys.executable
        return [python, str(HERE / "warm.py"), engine, docx, str(_WARM_TIMES)]

    def clear(self) -> None:
        """Forget what was made, so that every run makes a new file."""
        for engine in self.engines:
            shutil.rmtree(self.folder / engine, ignore_errors=True)
            (self.folder / engine).mkdir()


def installed(peers: str) -> tuple[str, ...]:
    """Return the engines that are here, after saying which are not."""
    found = [OURS]
    if shutil.which("soffice"):
        found.append(OFFICE)
    for peer in PEERS:
        known = subprocess.run([peers, "-c", f"import {peer}"], capture_output=True, check=False)
        if known.returncode == 0:
            found.append(peer)
    for engine in (OFFICE, *PEERS):
        if engine not in found:
            print(f"{engine} is not installed and is left out: {INSTALL[engine]}")
    return tuple(found)


def write_documents(folder: Path) -> list[str]:
    """Write what is measured; return the file names."""
    workspace = open_workspace(folder, ejemplo=True)
    lectura = read_workspace(workspace)
    for kind in (CONVOCATORIA, ACTA):
        generate(lectura, kind, "3")
        shutil.copy(workspace.salida / f"{kind.tipo}-3.docx", folder / f"{kind.tipo}.docx")
    (folder / "informe.docx").write_bytes(informe.build())
    (folder / "informe-tablas.docx").write_bytes(informe.build(charts=False))
    shutil.copytree(
        Path(str(font_caladea.__file__)).parent / "files", folder / "home" / ".fonts", dirs_exist_ok=True
    )
    return ["convocatoria.docx", "acta.docx", "informe-tablas.docx", "informe.docx"]


def words(pdf: Path) -> list[list[str]]:
    """Return the words of each page from top to bottom, in whatever order they were drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_words(page.get_textpage()) for page in document]
    finally:
        document.close()


def _words(page: pypdfium2.PdfTextPage) -> list[str]:
    """Return the words of a page; what is drawn letter by letter is one word, however it was drawn."""
    glyphs = sorted(_glyphs(page), key=lambda glyph: -glyph[0])
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if not lines or lines[-1][-1][0] - glyph[0] > _SAME_LINE:
            lines.append([])
        lines[-1].append(glyph)
    text = " ".join(_line(sorted(line, key=lambda glyph: glyph[1])) for line in lines)
    return _LETTERS.sub(lambda found: "".join(found[0].split()), " ".join(text.split())).split()


def _glyphs(page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """Yield baseline, left edge, right edge, a third of an en, and character of what is seen."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(page.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(page, index)).replace("\ufffe", "-")
        if character.strip():
            left, bottom, right, top = page.get_charbox(index, loose=True)
            pdfium.FPDFText_GetCharOrigin(page, index, ctypes.byref(x), ctypes.byref(y))
            yield y.value, left, right, (top - bottom) * 0.14, character


def _line(glyphs: Sequence[Glyph]) -> str:
    """Return the glyphs of a line as text, with a space wherever there is room for one."""
    text, end = "", glyphs[0][1]
    for _, left, right, gap, character in glyphs:
        text += f" {character}" if left - end > gap else character
        end = right
    return text


def count_pages(pdf: Path) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def same_page(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> float:
    """Return the share of their words that stand on the same page of ours."""
    common = sum((Counter(a) & Counter(b)).total() for a, b in zip(ours, theirs, strict=False))
    return common / max(sum(map(len, theirs)), 1)


def first_words(ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> str:
    """Return on how many pages the text under the header starts with the same five words."""
    pairs = zip(_without_header(ours), _without_header(theirs), strict=False)
    return f"{sum(a[:5] == b[:5] for a, b in pairs)}/{len(theirs)}"


def _without_header(pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return pages without the words that all of them start with."""
    same = 0
    for column in zip(*pages, strict=False):
        if len(set(column)) > 1:
            break
        same += 1
    return [page[same:] for page in pages]


def cold(bench: Bench, docx: str) -> dict[str, Cost]:
    commands = {engine: bench.command(engine, docx) for engine in bench.engines}
    costs = interleave(commands, bench.folder, bench.rounds, bench.env, bench.clear)
    return with_peaks(costs, commands, bench.folder, bench.env)


def warm(bench: Bench, docx: str) -> dict[str, Cost]:
    """Return what one more file takes in a process that runs already; rounds are interleaved too."""
    found: dict[str, list[Cost]] = {engine: [] for engine in bench.engines}
    measures: dict[str, Callable[[], Cost]] = {
        engine: functools.partial(_warm_peer, bench, engine, docx) for engine in bench.engines
    }
    if OFFICE in measures:
        measures[OFFICE] = functools.partial(_warm_office, bench, docx)
    for _ in range(max(3, bench.rounds // 2)):
        for engine, measure in measures.items():
            found[engine].append(measure())
    return {engine: _median(costs) for engine, costs in found.items()}


def _warm_peer(bench: Bench, engine: str, docx: str) -> Cost:
    done = subprocess.run(
        bench.warm(engine, docx), cwd=bench.folder, env=bench.env, check=True, capture_output=True, text=True
    )
    cpu, wall = map(float, done.stdout.split())
    return Cost(cpu, wall)


def _warm_office(bench: Bench, docx: str) -> Cost:
    """Return what each file after the first takes in one run of LibreOffice."""
    copies = [f"copia-{index}.docx" for index in range(_OFFICE_COPIES)]
    for copy in copies:
        shutil.copy(bench.folder / docx, bench.folder / copy)
    one, all_ = (run(bench.office(*files), bench.folder, bench.env) for files in (copies[:1], copies))
    more = len(copies) - 1
    return Cost((all_.cpu - one.cpu) / more, (all_.wall - one.wall) / more)


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(cost.cpu for cost in costs), statistics.median(cost.wall for cost in costs))


def ratio(cost: Cost, base: Cost | None, field: str) -> str:
    if base is None:
        return "    –"
    return f"{getattr(cost, field) / getattr(base, field):5.2f}"


def show(docx: str, costs: Mapping[str, Cost], hot: Mapping[str, Cost], bench: Bench) -> None:
    base, hot_base = costs.get(OFFICE), hot.get(OFFICE)
    read = {engine: words(bench.folder / engine / f"{Path(docx).stem}.pdf") for engine in bench.engines}
    pages = len(read[OURS])
    print(f"\n{docx}: {pages} pages; `/LO`: times LibreOffice cold; `/LO warm`: times LibreOffice warm")
    print(
        f"{'':15}{'CPU s':>7}{'/LO':>6}{'wall s':>8}{'/LO':>6}{'MiB':>6}   warm:"
        f"{'CPU s':>8}{'/LO':>6}{'wall s':>9}{'/LO':>6}{'/LO warm':>9}   {'same page':>9}  first words"
    )
    for engine, cost in costs.items():
        warmed = hot[engine]
        line = f"{engine:15}{cost.cpu:7.3f} {ratio(cost, base, 'cpu')}{cost.wall:8.3f} "
        line += ratio(cost, base, "wall")
        line += f"{cost.memory:6.0f}   warm:{warmed.cpu:8.3f} {ratio(warmed, base, 'cpu')}{warmed.wall:9.3f}"
        line += f" {ratio(warmed, base, 'wall')}    {ratio(warmed, hot_base, 'wall')}"
        if OFFICE in read:
            line += (
                f"   {same_page(read[engine], read[OFFICE]):9.4f}  {first_words(read[engine], read[OFFICE])}"
            )
        print(f"{line}  ({len(read[engine])} pages)")


def check(costs: Mapping[str, Cost], hot: Mapping[str, Cost]) -> None:
    """Say which of the aims were met."""
    base = costs.get(OFFICE)
    if base is None:
        return
    ours = costs[OURS]
    said = [
        f"cold under 0.35 of LibreOffice: {'yes' if ours.wall < 0.35 * base.wall else 'NO'}",
        f"warm under 0.25 of LibreOffice cold: {'yes' if hot[OURS].wall < 0.25 * base.wall else 'NO'}",
        f"warm under 0.25 of LibreOffice warm: {'yes' if hot[OURS].wall < 0.25 * hot[OFFICE].wall else 'NO'}",
    ]
    if "word2pdf" in costs:
        said.append(f"faster than word2pdf: {'yes' if ours.cpu < costs['word2pdf'].cpu else 'NO'}")
    print("; ".join(said))


def scaling(bench: Bench) -> None:
    """Ten, a hundred and five hundred pages, each in a process of its own."""
    print("\nlonger and longer reports (tables, no charts), each in a process of its own")
    per_page: dict[int, float] = {}
    for pages in (10, 100, 500):
        name = f"largo-{pages}.docx"
        (bench.folder / name).write_bytes(informe.build(_sections(bench, pages), charts=False))
        commands = {OURS: bench.command(OURS, name)}
        found = interleave(commands, bench.folder, 3, bench.env, bench.clear)
        costs = with_peaks(found, commands, bench.folder, bench.env)[OURS]
        made = count_pages(bench.folder / OURS / f"largo-{pages}.pdf")
        per_page[pages] = costs.cpu / made
        print(
            f"{made:4} pages: CPU {costs.cpu:6.2f} s, {1000 * per_page[pages]:5.1f} ms a page, "
            f"peak {costs.memory:4.0f} MiB"
        )
    print(f"time per page, 500 against 100 pages: {per_page[500] / per_page[100]:.2f}")


def _sections(bench: Bench, pages: int) -> int:
    """Return how many sections give so many pages, from what a dozen of them give."""
    (bench.folder / "docena.docx").write_bytes(informe.build(12, charts=False))
    bench.clear()
    run(bench.command(OURS, "docena.docx"), bench.folder, bench.env)
    return max(round(pages * 12 / count_pages(bench.folder / OURS / "docena.pdf")), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description="Mide el PDF propio junto a otros motores.")
    parser.add_argument("--rondas", type=int, default=7)
    parser.add_argument("--pares", default=sys.executable, help="intérprete donde están dxpdf y word2pdf")
    parser.add_argument("--json", type=Path, help="además, escribe ahí las cifras")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), options.pares, installed(options.pares), options.rondas)
        documents = write_documents(bench.folder)
        print(f"medians of {bench.rounds} interleaved rounds; wall is only as good as the machine is quiet")
        figures = {}
        for docx in documents:
            hot, costs = warm(bench, docx), cold(bench, docx)
            show(docx, costs, hot, bench)
            check(costs, hot)
            figures[docx] = {e: [*dataclasses.astuple(costs[e]), hot[e].cpu, hot[e].wall] for e in costs}
        scaling(bench)
        if options.json:
            options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
