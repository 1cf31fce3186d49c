"""When a datagram came, and not when somebody got to it."""

import socket
import sys
import threading
import time

import pytest

from desk_client.rtc.session.arrival_stamps import Stamped, arrived_s, stamped


@pytest.mark.skipif(sys.platform != "linux", reason="no other system tells when a packet came")
def test_what_waited_for_the_program_came_when_it_came() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
    ):
        receiver.bind(("127.0.0.1", 0))
        stamped(b"\x80", receiver.fileno())  # from the first question on, the kernel keeps the times
        sent_s = []
        for _ in range(3):
            before_s = time.monotonic()
            sender.sendto(b"\x80", receiver.getsockname())  # on the loopback it has come when this returns
            sent_s.append((before_s, time.monotonic()))
            threading.Event().wait(0.02)
        threading.Event().wait(0.1)  # busy with something else
        for before_s, after_s in sent_s:
            data = stamped(receiver.recv(10), receiver.fileno())
            assert before_s - 0.005 < arrived_s(data) < after_s + 0.005


def test_what_has_no_stamp_came_now() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
        data = stamped(b"\x80media", other.fileno())
    assert data == b"\x80media"
    assert not isinstance(data, Stamped)
    assert arrived_s(data) == pytest.approx(time.monotonic(), abs=0.05)


@pytest.mark.parametrize("came_s", [-5.0, 3600.0, 0.5])
def test_a_clock_that_was_set_meanwhile_is_not_believed(monkeypatch: pytest.MonkeyPatch, came_s: float) -> None:
    module = sys.modules[stamped.__module__]
    monkeypatch.setattr(module, "_came_s", lambda _file: time.time() - came_s)
    assert isinstance(stamped(b"\x80", 0), Stamped) == (0 <= came_s < 1)
