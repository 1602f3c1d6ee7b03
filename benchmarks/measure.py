"""Running a command and measuring it: CPU and wall seconds, peak memory; medians of interleaved rounds."""

from __future__ import annotations

import dataclasses
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Prepare = Callable[[], None]


@dataclasses.dataclass(frozen=True)
class Cost:
    """What one run took: CPU seconds (user and system, children too), wall seconds, peak MiB if known."""

    cpu: float
    wall: float
    memory: float = 0.0


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment where our own modules are compiled once, as those of an installed package are."""
    found = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pyc"), **more}
    found.pop("PYTHONDONTWRITEBYTECODE", None)
    return found


def run(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end; a failure stops the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env or environment(cwd)
    )
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"{' '.join(command)} failed ({process.returncode}):\n{errors.decode(errors='replace')}"
        )
    return Cost(usage.ru_utime + usage.ru_stime, wall)


_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def peak(command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None) -> float:
    """Return the peak memory of a command in MiB.

    In a process of its own: a process starts with the peak of the one that starts it, which is large here.
    """
    measured = subprocess.run(
        [sys.executable, "-S", "-c", _PEAK, *command],
        cwd=cwd, env=env or environment(cwd), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(measured.stdout)


def with_peaks(
    costs: Mapping[str, Cost],
    commands: Mapping[str, Sequence[str]],
    cwd: Path,
    env: Mapping[str, str] | None = None,
) -> dict[str, Cost]:
    """Return costs with the peak memory of each command, run once more for it."""
    return {
        name: dataclasses.replace(cost, memory=peak(commands[name], cwd, env)) for name, cost in costs.items()
    }


def nothing() -> None:
    """Prepare nothing."""


def interleave(
    commands: Mapping[str, Sequence[str]],
    cwd: Path,
    rounds: int,
    env: Mapping[str, str] | None = None,
    prepare: Prepare = nothing,
) -> dict[str, Cost]:
    """Return the medians of each command, run in turns so that a slow moment hits all alike.

    A first round is not counted: it compiles modules and makes profiles, as installing does.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for counted in (False, *(True,) * rounds):
        for name, command in commands.items():
            prepare()
            cost = run(command, cwd, env)
            if counted:
                costs[name].append(cost)
    return {
        name: Cost(*(statistics.median(getattr(cost, field) for cost in found) for field in ("cpu", "wall")))
        for name, found in costs.items()
    }
