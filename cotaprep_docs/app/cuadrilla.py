"""`Cuadrilla`: a few processes that do many tasks of one kind; none of them touches the disk.

Every process has one task at work and a few waiting, so that it does not idle while whoever gives them saves
what came back, and nothing piles up however many tasks there are. No threads: whoever uses it may be
interrupted at any moment and nothing is left behind.
"""

from __future__ import annotations

import collections
import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar

P = TypeVar("P")
T = TypeVar("T")
R = TypeVar("R")

MOST: Final = 32
"""Processes at most: Windows waits for 63 things at once, and a process needs memory."""
_AHEAD: Final = 4
_PATIENCE: Final = 5.0  # seconds for a process to end by itself
_PRELOADED: Final = (
    "cotaprep_docs.app.documentos",
    "cotaprep_docs.app.paginas",
    "cotaprep_docs.documents.kinds",
    "cotaprep_docs.templating.render",
)


def cores() -> int:
    """Return how many processes can really run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell
        return os.cpu_count() or 1


def _context() -> Any:  # noqa: ANN401 - the context of one way or the other
    """Return how processes start: from one that has loaded the libraries, where the system can.

    Never as a copy of this process: whoever calls us may have threads, and a copy would be stuck in theirs.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    return context


def warm_up() -> None:
    """Begin to load the libraries in the background, where the system can; say so before reading trackers."""
    _context()
    if "forkserver" in multiprocessing.get_all_start_methods():
        from multiprocessing import forkserver  # noqa: PLC0415 - there is none on Windows

        forkserver.ensure_running()


class Lost:
    """In place of a result: the process that was at it died."""


class _Worker:
    """One process, the kinds of tasks it knows, and those it has not answered; the first is at work."""

    def __init__(self, setup: Callable[[Any], Callable[[Any], Any]], payload: object) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        self.tasks: collections.deque[int] = collections.deque()
        self.knows: set[Hashable] = set()
        self._process = context.Process(target=_serve, args=(theirs, setup, payload), daemon=True)
        self._process.start()
        theirs.close()  # else nobody would notice that the process is gone

    def give(self, index: int, task: object) -> None:
        self.tasks.append(index)
        with contextlib.suppress(OSError):  # gone: reading from it will tell
            self.pipe.send((index, task))

    def dismiss(self) -> None:
        with contextlib.suppress(OSError):
            self.pipe.send(None)
        self._process.join(_PATIENCE)
        self.stop()

    def stop(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def _serve(pipe: Connection, setup: Callable[[P], Callable[[T], R]], payload: P) -> None:
    """Do the tasks that come through the pipe until there are no more; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who gives the tasks
    with contextlib.suppress(EOFError, OSError):  # who gave the tasks is gone
        work = setup(payload)
        while (given := pipe.recv()) is not None:
            index, task = given
            pipe.send((index, work(task)))


class Cuadrilla(Generic[T, R]):
    """Processes at work; a context manager, which ends them."""

    def __init__(
        self,
        procesos: int,
        setup: Callable[[P], Callable[[T], R]],
        payload: P,
        kind: Callable[[T], Hashable] = type,
    ) -> None:
        """Start the processes.

        Args:
            procesos: how many.
            setup: called once in each process with `payload`; returns what does a task. Found by its name.
            payload: what all tasks share; copied once to each process.
            kind: of a task; a process that has done one of a kind does the next one sooner.
        """
        self._kind = kind
        self._setup: Callable[[Any], Callable[[Any], Any]] = setup
        self._payload = payload
        self._workers: list[_Worker] = []
        try:
            for _ in range(min(procesos, MOST)):
                self._workers.append(_Worker(setup, payload))
        except BaseException:
            self._stop()
            raise

    def __enter__(self) -> Cuadrilla[T, R]:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            for worker in self._workers:
                worker.dismiss()
        else:
            self._stop()

    def _stop(self) -> None:
        for worker in self._workers:
            worker.stop()

    def run(self, tasks: Sequence[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the index of each task and its result, as they get done; a lost one says so."""
        waiting = collections.deque(range(len(tasks)))
        for most in range(1, _AHEAD + 1):  # first one for each, so that few tasks are shared too
            for worker in self._workers:
                self._feed(worker, waiting, tasks, most)
        while busy := {worker.pipe: worker for worker in self._workers if worker.tasks}:
            for pipe in wait(list(busy)):
                worker = busy[pipe]
                try:
                    index, result = worker.pipe.recv()
                except (EOFError, OSError):
                    index, result = self._replace(worker, waiting), Lost()
                    worker = self._workers[-1]
                else:
                    worker.tasks.remove(index)
                self._feed(worker, waiting, tasks)
                yield index, result

    def _feed(
        self, worker: _Worker, waiting: collections.deque[int], tasks: Sequence[T], most: int = _AHEAD
    ) -> None:
        # With few left, a worker has fewer waiting: else the last ones would all be with one of them.
        while waiting and len(worker.tasks) < min(most, 1 + len(waiting) // len(self._workers)):
            index = self._suitable(worker, waiting, tasks)
            waiting.remove(index)
            worker.knows.add(self._kind(tasks[index]))
            worker.give(index, tasks[index])

    def _suitable(self, worker: _Worker, waiting: Iterable[int], tasks: Sequence[T]) -> int:
        """Return the first of a kind that this one knows; else of one that nobody does; else the first."""
        known = {kind for other in self._workers for kind in other.knows}

        def rank(index: int) -> int:
            kind = self._kind(tasks[index])
            return 0 if kind in worker.knows else 1 if kind not in known else 2

        return min(waiting, key=rank)  # the first of those of the same rank

    def _replace(self, worker: _Worker, waiting: collections.deque[int]) -> int:
        """Put a new process in the place of one that died; return the task that it was at."""
        lost, *others = worker.tasks
        waiting.extendleft(reversed(others))
        worker.stop()
        self._workers.remove(worker)
        self._workers.append(_Worker(self._setup, self._payload))
        return lost


def run_here(
    tasks: Iterable[T], setup: Callable[[P], Callable[[T], R]], payload: P
) -> Iterator[tuple[int, R]]:
    """Do the same in this very process, one after the other."""
    work = setup(payload)
    for index, task in enumerate(tasks):
        yield index, work(task)
