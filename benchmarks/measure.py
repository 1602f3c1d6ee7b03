"""Running a command and measuring it: CPU and wall seconds, peak memory; medians of interleaved rounds."""

from __future__ import annotations

import dataclasses
import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Cost:
    """What one run took: CPU seconds (user and system, children too), wall seconds, peak MiB."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str], cwd: Path) -> Cost:
    """Run a command to its end; a failure stops the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(
            f"{' '.join(command)} failed ({process.returncode}):\n{errors.decode(errors='replace')}"
        )
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def interleave(commands: Mapping[str, Sequence[str]], cwd: Path, rounds: int) -> dict[str, Cost]:
    """Return the medians of each command, run in turns so that a slow moment hits all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command, cwd))
    return {
        name: Cost(
            *(
                statistics.median(getattr(cost, field) for cost in found)
                for field in ("cpu", "wall", "memory")
            )
        )
        for name, found in costs.items()
    }
