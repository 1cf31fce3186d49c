"""The outbox: in order, whole or not there at all, and readable by nobody here."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from desk_client.client.outbox import box
from desk_client.client.outbox.box import MOST_BYTES, Outbox, OutboxFullError
from desk_client.protocol.sealed_box import BoxBrokenError, close_box, key_id, open_box, public_half

AT: Final = datetime(2026, 11, 22, 6, tzinfo=UTC)
KEY: Final = bytes(range(32))
PUBLIC: Final = public_half(KEY)


def put(outbox: Outbox, text: str = "x") -> int:
    return outbox.put(f"id-{text}", AT, "key", lambda _number: close_box(PUBLIC, text.encode(), b"outside"))


def texts(outbox: Outbox) -> list[str]:
    return [open_box(KEY, entry.sealed, b"outside").decode() for entry in outbox.waiting()]


def test_what_is_left_is_handed_in_in_order_and_goes_when_it_is_settled(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    assert outbox.is_empty
    assert outbox.has_room
    numbers = [put(outbox, text) for text in ("one", "two", "three")]
    assert numbers == [1, 2, 3]
    again = Outbox(tmp_path / "outbox")
    assert texts(again) == ["one", "two", "three"]
    first = next(again.waiting())
    assert (first.id, first.sequence, first.happened_at, first.key_id) == ("id-one", 1, AT, "key")
    again.settle(1)
    again.settle(1)
    assert texts(outbox) == ["two", "three"]


def test_a_number_is_never_given_twice(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    for expected in (1, 2, 3):
        assert put(outbox) == expected
        outbox.settle(expected)
    assert put(Outbox(tmp_path)) == 4
    outbox.set_aside(4, "too_late")
    (tmp_path / "last-number").unlink()
    assert put(outbox) == 5


def test_what_is_refused_for_good_stays_beside_with_its_reason_and_holds_up_nobody(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    put(outbox, "refused")
    put(outbox, "next")
    outbox.set_aside(1, "ticket_unknown")
    assert texts(outbox) == ["next"]
    assert [(one.number, one.reason) for one in Outbox(tmp_path).aside()] == [(1, "ticket_unknown")]
    assert len(list((tmp_path / "aside").glob("*.entry"))) == 1


@pytest.mark.expected_errors("given up for newer ones")
def test_of_what_was_set_aside_the_newest_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "_MOST_ASIDE", 2)
    outbox = Outbox(tmp_path)
    for number in (1, 2, 3):
        put(outbox)
        outbox.set_aside(number, "invalid")
    assert [one.number for one in outbox.aside()] == [2, 3]
    assert len(list((tmp_path / "aside").glob("*.entry"))) == 2


@pytest.mark.expected_errors("damaged and was put aside")
def test_a_torn_entry_loses_itself_alone_wherever_it_was_torn(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    whole = Outbox(tmp_path / "whole")
    for text in ("one", "two"):
        put(whole, text)
    last = max((tmp_path / "whole").glob("*.entry"))
    content = last.read_bytes()
    for kept in range(len(content)):
        directory = tmp_path / f"torn-{kept}"
        outbox = Outbox(directory)
        put(outbox, "one")
        (directory / last.name).write_bytes(content[:kept])
        assert texts(outbox) == ["one"], kept
        assert [(one.number, one.reason) for one in outbox.aside()] == [(2, "damaged")], kept
        assert put(outbox, "three") == 3
    assert caplog.text.count("damaged and was put aside") == len(content)


@pytest.mark.expected_errors("damaged and was put aside")
def test_a_flipped_bit_is_found(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    put(outbox)
    path = next(tmp_path.glob("*.entry"))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert list(outbox.waiting()) == []
    assert [one.reason for one in outbox.aside()] == ["damaged"]


_CUT: Final = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from desk_client.client.outbox.box import Outbox
outbox, step = Outbox(Path(sys.argv[1])), int(sys.argv[2])
outbox.put("first", datetime(2026, 11, 22, 6, tzinfo=UTC), "key", lambda _number: b"first")
calls = 0
def cut(event, _arguments):
    global calls
    if event in {"open", "os.link", "os.remove", "os.rename", "os.mkdir"}:
        calls += 1
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(cut)
outbox.put("second", datetime(2026, 11, 22, 6, tzinfo=UTC), "key", lambda _number: b"second")
print("kept", flush=True)
outbox.set_aside(1, "too_late")
"""


def test_a_cut_at_any_step_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    """The process is killed at each thing that it does to the disk, one after the other."""
    step = 0
    while True:
        step += 1
        directory = tmp_path / str(step)
        command = [sys.executable, "-c", _CUT, str(directory), str(step)]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        outbox = Outbox(directory)
        outbox.clear_drafts()
        waiting = [entry.id for entry in outbox.waiting()]
        aside = [one.number for one in outbox.aside()]
        assert "first" in waiting or aside == [1], step
        assert "damaged" not in {one.reason for one in outbox.aside()}, step
        if "kept" in done.stdout:
            assert waiting[-1] == "second", step
        assert not list(directory.glob("*.draft"))
        assert outbox.put("third", AT, "key", lambda _number: b"third") > 1
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert step > 6


def test_two_processes_never_take_the_same_number(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from datetime import UTC, datetime\n"
        "from desk_client.client.outbox.box import Outbox\n"
        "for each in range(40):\n"
        "    Outbox(Path(sys.argv[1])).put(f'{sys.argv[2]}-{each}', datetime.now(UTC), 'key', lambda _number: b'x')"
    )
    both = [subprocess.Popen([sys.executable, "-c", script, tmp_path, name]) for name in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    entries = list(Outbox(tmp_path).waiting())
    assert [entry.sequence for entry in entries] == list(range(1, 81))
    assert len({entry.id for entry in entries}) == 80


def test_there_is_an_end_to_what_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(box, "MOST_ENTRIES", 2)
    outbox = Outbox(tmp_path)
    put(outbox)
    put(outbox)
    assert not outbox.has_room
    with pytest.raises(OutboxFullError):
        put(outbox)
    with pytest.raises(OutboxFullError):
        Outbox(tmp_path / "other").put("id", AT, "key", lambda _number: bytes(MOST_BYTES + 1))
    assert len(list(outbox.waiting())) == 2


@pytest.mark.expected_errors("cannot be written")
def test_a_disk_that_takes_nothing_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("no directory")
    with pytest.raises(OutboxFullError):
        put(Outbox(tmp_path / "outbox"))


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_it_is_its_owner_s_alone(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    put(outbox)
    put(outbox)
    outbox.set_aside(1, "invalid")
    for path in ((tmp_path / "outbox"), *(tmp_path / "outbox").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_box_is_opened_by_the_server_s_key_alone_and_as_it_was_closed() -> None:
    closed = close_box(PUBLIC, b"1000000008", b"outside")
    assert b"1000000008" not in closed
    assert open_box(KEY, closed, b"outside") == b"1000000008"
    assert closed != close_box(PUBLIC, b"1000000008", b"outside")
    for key, content, outside in (
        (bytes(32), closed, b"outside"),
        (KEY, closed, b"another"),
        (KEY, closed[:-1], b"outside"),
        (KEY, b"", b"outside"),
        (KEY, bytes(64), b"outside"),
    ):
        with pytest.raises(BoxBrokenError):
            open_box(key, content, outside)
    assert key_id(PUBLIC) != key_id(bytes(32))
