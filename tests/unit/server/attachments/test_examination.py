"""The process that takes a file apart: confined, bounded, and believed only as far as it can be checked."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.examination import Examination, ExaminerUnusableError
from desk_client.server.attachments.limits import Limits
from tests.unit.server.attachments import pictures

DAMAGED = Refusal(RefusalCode.ATTACHMENT_DAMAGED)
LIMITS = Limits()
CONFINED = """
import sys
from desk_client.server.attachments.examiner import give_up_rights
from desk_client.server.attachments.limits import Limits
give_up_rights(Limits({limits}))
{deed}
"""


class Pretender(Examination):
    """Starts somebody else in the examiner's place."""

    def __init__(self, limits: Limits, program: str) -> None:
        super().__init__(limits, at_once=1)
        self._program = program

    def _examiner(self, kind: Kind) -> subprocess.Popen[bytes]:
        del kind
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", self._program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def pretended(after_ready: str, limits: Limits = LIMITS) -> bytes | Refusal:
    program = f"import os, sys, threading; os.write(1, b'ready\\n'); {after_ready}"
    return Pretender(limits, program).examine(b"x" * 1000, Kind.PNG)


@pytest.mark.parametrize(
    "after_ready",
    [
        pytest.param("os.kill(os.getpid(), 11)", id="crashes at once"),
        pytest.param("sys.stdin.buffer.read(); os.kill(os.getpid(), 11)", id="crashes after reading"),
        pytest.param("pass", id="says nothing"),
        pytest.param("os.write(1, b'[]\\n')", id="says something else"),
        pytest.param("os.write(1, b'\\xff\\n')", id="says no text"),
        pytest.param("os.write(1, b'{}\\n<html>')", id="gives back another kind"),
        pytest.param("os.write(1, b'{}\\n%PDF-1.7')", id="gives back a kind that was not asked for"),
        pytest.param("sys.stdout.write('{}\\n' + 'x' * 20_000_000)", id="gives back too much"),
        pytest.param("exec('while True: os.write(1, b\"x\" * 65536)')", id="never stops talking"),
    ],
)
def test_is_not_believed(after_ready: str) -> None:
    assert pretended(after_ready) == DAMAGED


@pytest.mark.parametrize(
    "after_ready", ["threading.Event().wait(60)", "sys.stdin.buffer.read(); threading.Event().wait(60)"]
)
def test_is_not_waited_for(after_ready: str) -> None:
    assert pretended(after_ready, replace(LIMITS, wall_s=0.3)) == DAMAGED


def test_that_it_cannot_be_started_is_no_fault_of_the_file() -> None:
    with pytest.raises(ExaminerUnusableError):
        Pretender(LIMITS, "raise SystemExit(1)").examine(b"x", Kind.PNG)


@pytest.mark.parametrize(
    ("limits", "make"),
    [
        pytest.param({"memory_bytes": 120 * 2**20}, lambda: pictures.plain_png(4000, 4000), id="memory"),
        pytest.param({"cpu_s": 1}, lambda: pictures.jpeg_of_many_scans(5000, 5000, 49), id="time"),
    ],
)
def test_its_bounds_hold(limits: dict[str, int], make: Callable[[], bytes]) -> None:
    data = make()
    kind = Kind.PNG if data.startswith(b"\x89") else Kind.JPEG
    assert Examination(replace(LIMITS, **limits), at_once=1).examine(data, kind) == DAMAGED


def test_a_picture_within_its_bounds_goes_through() -> None:
    for data, kind in ((pictures.plain_png(4000, 4000), Kind.PNG), (pictures.plain_jpeg(2000, 2000), Kind.JPEG)):
        assert isinstance(Examination(LIMITS, at_once=1).examine(data, kind), bytes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    "deed",
    [
        pytest.param("open('/etc/hostname')", id="opens a file"),
        pytest.param("open('/dev/shm/x', 'w')", id="makes a file"),
        pytest.param("import _socket; _socket.socket()", id="opens a socket"),
        pytest.param("import os; os.pipe()", id="makes a pipe"),
        pytest.param("bytearray(2**31)", id="takes memory"),
        pytest.param("import os; sys.stdout.flush(); os.ftruncate(0, 1)", id="writes what is open"),
    ],
)
def test_gave_up(deed: str, tmp_path: Path) -> None:
    (tmp_path / "in").touch()
    with (tmp_path / "in").open("r+b") as given:
        done = subprocess.run(
            [sys.executable, "-c", "import socket, os\n" + CONFINED.format(limits="", deed=deed)],
            stdin=given,
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[4],
        )
    assert done.returncode != 0
    assert "Error" in done.stderr or done.returncode < 0, done.stderr


def test_knows_none_of_the_servers_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_SERVER_ICE__TURN_SECRET", "a-secret")
    examination = Examination(LIMITS, at_once=1)
    examiner = examination._examiner(Kind.PNG)
    try:
        assert b"a-secret" not in Path(f"/proc/{examiner.pid}/environ").read_bytes()
    finally:
        examiner.kill()
        examiner.communicate()


def test_only_so_many_at_once() -> None:
    at_work, most, guard = 0, 0, threading.Lock()

    class Counting(Examination):
        def _spoken_with(self, examiner: subprocess.Popen[bytes], data: bytes) -> bytes | None:
            nonlocal at_work, most
            with guard:
                at_work += 1
                most = max(most, at_work)
            answer = super()._spoken_with(examiner, data)
            with guard:
                at_work -= 1
            return answer

    counting, data = Counting(LIMITS, at_once=2), pictures.png()
    threads = [threading.Thread(target=counting.examine, args=(data, Kind.PNG)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_leaves_nothing_behind() -> None:
    children = Path(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children")
    before, children_before = set(Path("/proc/self/fd").iterdir()), children.read_text()
    examination = Examination(LIMITS, at_once=1)
    for data in (pictures.png(), b"\x89PNG\r\n\x1a\n"):
        examination.examine(data, Kind.PNG)
    assert set(Path("/proc/self/fd").iterdir()) == before
    assert children.read_text() == children_before
