"""Two writers on one folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cotaprep_docs.problems.exit_code import ExitCode, ProtectedFile
from cotaprep_docs.review.decision import Result
from cotaprep_docs.review.lock import folder_lock
from cotaprep_docs.review.manifest import Record
from cotaprep_docs.review.store import Store
from tests.review.disks import quick_disk

_HOLD = """
import sys
from pathlib import Path
from cotaprep_docs.review.lock import folder_lock
with folder_lock(Path(sys.argv[1]), patience=5):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the folder's lock until it dies."""
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_in_use_is_a_clear_message_and_a_dead_holder_is_no_obstacle(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(ProtectedFile) as caught:
        Store(tmp_path, disk=quick_disk(), patience=0.5)
    assert [problem.code for problem in caught.value.problems] == ["REV-025"]
    assert caught.value.exit_code is ExitCode.PROTECTED_FILE
    holder.kill()
    holder.wait()
    assert Store(tmp_path, disk=quick_disk()).save("a.docx", b"a", Record()).result is Result.WRITTEN


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), folder_lock(tmp_path, patience=0):
        raise ZeroDivisionError
    with folder_lock(tmp_path, patience=0):
        pass


def test_writers_at_the_same_time_lose_nothing_of_each_other(tmp_path: Path) -> None:
    def work(writer: int) -> list[Result]:
        store = Store(tmp_path, patience=60)
        names = [f"acta-{writer}-{number}.docx" for number in range(6)]
        return [store.save(name, name.encode(), Record("acta")).result for name in names]

    with ThreadPoolExecutor(4) as pool:
        results = [result for part in pool.map(work, range(4)) for result in part]
    assert set(results) == {Result.WRITTEN}
    entries = Store(tmp_path).entries()
    assert len(entries) == 24
    assert not any(entry.pending for entry in entries.values())
    assert sorted(path.name for path in tmp_path.glob("acta-*")) == sorted(entries)
