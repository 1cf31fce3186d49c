"""What comes to a connection's sockets before there is a path, from anybody or from a peer that has ICE's password."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import aioice
import pytest
from aioice import Candidate, stun
from aioice.ice import CandidatePair, StunProtocol

from desk_client.rtc.session import upstream_path

if TYPE_CHECKING:
    from aiortc import RTCDtlsTransport

PASSWORD = "p" * 22


class Checked:
    """A connection with one socket that sends nowhere."""

    def __init__(self) -> None:
        self.connection = aioice.Connection(ice_controlling=False, local_username="ours", local_password=PASSWORD)
        self.connection.remote_username, self.connection.remote_password = "them", PASSWORD
        self.connection._early_checks_done = True
        self.protocol = StunProtocol(self.connection)
        self.protocol.transport = cast("Any", SimpleNamespace(sendto=lambda _data, _addr: None))
        self.protocol.local_candidate = Candidate.from_sdp("1 1 udp 2130706431 192.0.2.1 5000 typ host")
        self.connection._protocols.append(self.protocol)
        dtls = SimpleNamespace(transport=SimpleNamespace(_connection=self.connection))
        upstream_path.outlive_bad_checks(cast("RTCDtlsTransport", dtls))

    def check(self, port: int, **more: object) -> None:
        """A check of the peer's comes from that port."""
        message = stun.Message(stun.Method.BINDING, stun.Class.REQUEST, attributes={"USERNAME": "ours:them", **more})
        message.add_message_integrity(PASSWORD.encode())
        self.protocol.datagram_received(bytes(message), ("192.0.2.2", port))

    async def close(self) -> None:
        for pair in self.connection._check_list:
            if pair.task is not None:
                pair.task.cancel()


@pytest.fixture
async def checked() -> AsyncIterator[Checked]:
    made = Checked()
    yield made
    await made.close()


async def test_datagrams_that_nobody_reads_are_dropped_from_some_number_on(checked: Checked) -> None:
    for number in range(3000):
        checked.protocol.datagram_received(number.to_bytes(2, "big"), ("192.0.2.2", 9))
    assert checked.connection._queue.qsize() == upstream_path._MOST_UNREAD
    assert checked.connection._queue.get_nowait() == (b"\0\0", 1)
    checked.protocol.datagram_received(b"new", ("192.0.2.2", 9))
    assert (
        checked.connection._queue.qsize() == upstream_path._MOST_UNREAD
    )  # there is room again once something was read


async def test_checks_from_ever_new_addresses_are_not_remembered_without_end(checked: Checked) -> None:
    for port in range(1, 1000):
        checked.check(port, PRIORITY=1)
    most = upstream_path._MOST_REMOTE_CANDIDATES
    assert len(checked.connection._remote_candidates) == len(checked.connection._check_list) == most
    checked.check(1, **{"PRIORITY": 1, "USE-CANDIDATE": None})
    assert [pair.remote_addr[1] for pair in checked.connection._check_list if pair.remote_nominated] == [1]
    await checked.connection.add_remote_candidate(Candidate.from_sdp("2 1 udp 1 192.0.2.3 5000 typ host"))
    assert len(checked.connection._remote_candidates) == most + 1  # as is what the peer names


async def test_a_check_without_a_priority_is_left_out(checked: Checked) -> None:
    checked.check(7)
    assert checked.connection._remote_candidates == []


async def test_role_conflicts_without_end_are_a_failure(checked: Checked) -> None:
    asked = 0

    async def request(*_about: object, **_more: object) -> None:
        nonlocal asked
        asked += 1
        conflict = stun.Message(stun.Method.BINDING, stun.Class.ERROR)
        conflict.attributes["ERROR-CODE"] = (487, "Role Conflict")
        raise stun.TransactionFailed(conflict)

    checked.protocol.request = request  # type: ignore[method-assign,assignment]  # a peer that is never content
    pair = CandidatePair(checked.protocol, Candidate.from_sdp("2 1 udp 1 192.0.2.3 5000 typ host"))
    checked.connection._check_list.append(pair)
    for _ in range(2):
        await checked.connection.check_start(pair)
        assert pair.state is CandidatePair.State.FAILED
    assert asked == 2 * upstream_path._MOST_ROLE_CONFLICTS
