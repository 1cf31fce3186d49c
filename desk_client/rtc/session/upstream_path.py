"""The private names of aioice 0.13.0, and of the handshake of aiortc 1.16.0, that we touch: on the way to a path.

Upstream offers no way to shake hands before there is a path, to go on the moment that there is one, to repeat a lost
flight sooner than after a second, to know when a datagram came, to meet over loopback where there is no network, or to
wait less than five seconds for a dead STUN server; and whoever sends to its sockets can fill the memory. The
dependencies are pinned exactly for this.
"""

import asyncio
import logging
import random
import struct
import time
from collections import Counter
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Final

import aioice.stun
from aioice import Candidate, Connection
from aioice.ice import CandidatePair, StunProtocol
from aioice.stun import Transaction
from aiortc import RTCDtlsTransport
from OpenSSL import SSL

from desk_client.rtc.session.arrival_stamps import stamped
from desk_client.rtc.session.early_handshake import EarlyHandshake
from desk_client.rtc.wire.descriptions import MOST_CANDIDATES
from desk_client.rtc.wire.handshake import DTLS, MEDIA, Flights

# ruff: noqa: SLF001  (what this file is for)

_log = logging.getLogger(__name__)

_LOOPBACK: Final = "127.0.0.1"
_GATHERING_S: Final = 2
_LOOKS_EVERY_S: Final = 0.05
_CHECK_EVERY_S: Final = 0.01
"""RFC 8445 section 14.2 lets it be 5 ms and more."""
_CONSENT_EVERY_S: Final = 5.0
_CONSENT_EXPIRES_S: Final = 30.0
"""Both from RFC 7675 section 5.1."""
_MOST_REMOTE_CANDIDATES: Final = 2 * MOST_CANDIDATES
"""That a connection knows of: those that the peer names, and as many that it only sends from."""
_MOST_UNREAD: Final = 1024
"""Datagrams that nobody has read yet."""
_MOST_ROLE_CONFLICTS: Final = 4
"""In a row: two ends that each take the other's role differ by then (RFC 8445 section 7.2.5.1)."""

aioice.stun.RETRY_RTO = 0.1
"""How long to wait before a STUN request is sent again, in seconds; it doubles. RFC 8489 section 6.2.1 says 0.5 where
nothing better is known: here people wait, and each check that is lost would cost them half a second."""

_DTLS_IN_STUN: Final = (0xC070, "DTLS-IN-STUN", aioice.stun.pack_bytes, aioice.stun.unpack_bytes)
"""Records of the handshake in a check. Whoever does not know the attribute passes it over (RFC 8489 section 14)."""
aioice.stun.ATTRIBUTES_BY_TYPE[_DTLS_IN_STUN[0]] = aioice.stun.ATTRIBUTES_BY_NAME[_DTLS_IN_STUN[1]] = _DTLS_IN_STUN

_parse_stun: Final = aioice.stun.parse_message


def _parsed_stun(data: bytes) -> aioice.stun.Message:
    """What upstream makes of a datagram; it expects a ValueError for one that is no STUN, and meets others."""
    try:
        return _parse_stun(data)
    except (struct.error, IndexError) as error:  # an attribute of the wrong size; from whomever, there are no keys yet
        raise ValueError("a STUN attribute is malformed") from error


aioice.stun.parse_message = _parsed_stun


_datagram_received: Final = StunProtocol.datagram_received


def _stamped_datagram(protocol: StunProtocol, data: bytes | str, addr: tuple[Any, ...]) -> None:
    """What comes of media is stamped with the time at which it came."""
    if isinstance(data, bytes) and data and data[0] in MEDIA:
        socket = protocol.transport.get_extra_info("socket")
        data = data if socket is None else stamped(data, socket.fileno())
    _datagram_received(protocol, data, addr)


StunProtocol.datagram_received = _stamped_datagram  # type: ignore[method-assign,assignment]  # upstream has no other place for it


def gather_soon_and_everywhere(dtls: RTCDtlsTransport) -> None:
    """Gather candidates on loopback where there is no other network, and wait two seconds at most for STUN and TURN."""
    connection = dtls.transport._connection
    gather = connection.get_component_candidates

    async def gather_ours(component: int, addresses: list[str]) -> list[Candidate]:
        return await gather(component, addresses or [_LOOPBACK], _GATHERING_S)

    connection.get_component_candidates = gather_ours  # type: ignore[method-assign,assignment]  # of this one instance


def connect_at_once(dtls: RTCDtlsTransport) -> None:
    """Check soon, and go on with the first pair that holds: upstream looks every 20 ms whether there is one."""
    connection = dtls.transport._connection

    async def connect() -> None:
        for candidate in connection._remote_candidates:
            connection._pair_remote_candidate(candidate)
        connection.sort_check_list()
        connection._unfreeze_initial()
        for check in connection._early_checks:
            connection.check_incoming(*check)
        connection._early_checks.clear()
        connection._early_checks_done = True
        verdict = asyncio.ensure_future(connection._check_list_state.get())
        try:
            while connection._check_periodic() and not verdict.done():
                await asyncio.wait((verdict,), timeout=_CHECK_EVERY_S)
            found = connection._check_list and await verdict == aioice.ice.ICE_COMPLETED
        finally:
            verdict.cancel()
            for pair in connection._check_list:
                if pair.task is not None:
                    pair.task.cancel()
        if not found:
            raise ConnectionError("no path was found")
        connection._query_consent_task = asyncio.create_task(_keep_consent(connection))

    connection.connect = connect  # type: ignore[method-assign]  # of this one instance


async def _keep_consent(connection: Connection) -> None:
    """Ask now and then whether the peer still takes what we send, and close the path once it has not answered for long.

    RFC 7675 section 5.1. Upstream's own waits for an answer no longer than before it would repeat a check that is lost,
    which on a far path is before any answer can be there: half a minute later it would end each call.
    """
    loop = asyncio.get_running_loop()
    answered_s = loop.time()
    asked: set[asyncio.Task[None]] = set()

    def ended(check: asyncio.Task[None]) -> None:
        nonlocal answered_s
        asked.discard(check)
        if not check.cancelled() and check.exception() is None:
            answered_s = loop.time()

    try:
        while loop.time() - answered_s < _CONSENT_EXPIRES_S:
            await asyncio.sleep(_CONSENT_EVERY_S * (0.8 + 0.4 * random.random()))  # noqa: S311 - so that ends do not ask in step
            for pair in connection._nominated.values():
                check = loop.create_task(_checked_once(connection, pair))
                asked.add(check)
                check.add_done_callback(ended)
    finally:
        for check in asked:
            check.cancel()
    _log.info("the peer has not answered for %.0f s: the path is closed", _CONSENT_EXPIRES_S)
    connection._query_consent_task = None
    await connection.close()


async def _checked_once(connection: Connection, pair: CandidatePair) -> None:
    """Check a pair by one datagram, whose answer may take as long as consent lasts.

    Raises:
        TransactionError: there was none.
    """
    request = connection.build_request(pair, nominate=False)
    key = (connection.remote_password or "").encode()
    request.add_message_integrity(key)
    transaction = Transaction(request, pair.remote_addr, pair.protocol, retransmissions=0, integrity_key=key)
    transaction._Transaction__timeout_delay = _CONSENT_EXPIRES_S  # type: ignore[attr-defined]  # private
    transactions = pair.protocol.transactions
    transactions[request.transaction_id] = transaction
    try:
        await transaction.run()
    finally:
        del transactions[request.transaction_id]


def early_handshake(dtls: RTCDtlsTransport) -> EarlyHandshake:
    """One that goes on as the transport's own, once there is a path.

    Until then it rides on ICE's checks, which are authenticated (RFC 8445 section 7.3): what is said to one that came
    goes to where it came from.
    """
    certificate = dtls._RTCDtlsTransport__local_certificate  # type: ignore[attr-defined]  # private
    early = EarlyHandshake(lambda: SSL.Connection(certificate._create_ssl_context(srtp_profiles=dtls._srtp_profiles)))
    connection, shake_hands = dtls.transport._connection, dtls._do_handshake
    build, handle, queue = connection.build_request, connection.request_received, connection.data_received

    def build_ours(pair: CandidatePair, nominate: bool) -> aioice.stun.Message:  # noqa: FBT001 - upstream's signature
        request = build(pair, nominate)
        if early.rides and dtls.state == "new":
            request.attributes[_DTLS_IN_STUN[1]] = early.rides
        return request

    def came(message: aioice.stun.Message, addr: tuple[str, int], protocol: StunProtocol) -> None:
        flight = message.attributes.get(_DTLS_IN_STUN[1])
        if flight and message.check_message_integrity(connection.local_password.encode()):
            if dtls.state != "new":
                queue(flight, 1)
            elif answer := early.came(flight):
                at_once(protocol.send_data(answer, addr))  # before the check's answer, with which the peer goes on
        handle(message, addr, protocol)

    def arrived(data: bytes, component: int) -> None:
        if dtls.state == "new" and data and data[0] in DTLS and early.handed_over("client") is not None:
            early.came(data)
        else:
            queue(data, component)

    async def go_on() -> None:
        ssl = early.handed_over(dtls._role)
        if ssl is not None:
            dtls._ssl = ssl
            if early.unanswered:
                with suppress(ConnectionError):  # the path is gone already: the handshake finds that out as well
                    await dtls.transport._send(early.unanswered)
        await shake_hands()

    connection.build_request, connection.request_received = build_ours, came  # type: ignore[method-assign]  # of this one instance
    connection.data_received = arrived  # type: ignore[method-assign]  # as above
    dtls._do_handshake = go_on  # type: ignore[method-assign]  # as above
    return early


def answered_early(dtls: RTCDtlsTransport, early: EarlyHandshake, flight: bytes) -> bytes:
    """Be the handshake's server, if the offer brought a first flight that is of use; what the answer is to bring."""
    answer = early.answer(flight) if flight else b""
    if answer:
        dtls._set_role("server")
    return answer


def outlive_bad_checks(dtls: RTCDtlsTransport) -> None:
    """Remember no more of what comes to our sockets than can be of use, whoever sends it.

    Whoever sends there before anybody reads would fill our memory. So would a peer with ICE's password that checks the
    path from ever new addresses, or answers each check with a role conflict; and without a PRIORITY (which RFC 8445
    section 7.1.1 wants) its check ends in a KeyError.
    """
    connection = dtls.transport._connection
    came, incoming, outgoing = connection.data_received, connection.check_incoming, connection.check_start
    conflicts: Counter[CandidatePair] = Counter()

    def data_received(data: bytes, component: int) -> None:
        if connection._queue.qsize() < _MOST_UNREAD:
            came(data, component)

    def check_incoming(message: aioice.stun.Message, addr: tuple[str, int], protocol: StunProtocol) -> None:
        candidates = connection._remote_candidates
        known = len(candidates) < _MOST_REMOTE_CANDIDATES or any(
            (each._network_host, each.port) == addr for each in candidates
        )
        if known and "PRIORITY" in message.attributes:
            incoming(message, addr, protocol)

    async def check_start(pair: CandidatePair) -> None:
        if conflicts[pair] >= _MOST_ROLE_CONFLICTS:  # upstream calls this once more, from within, for each
            connection.check_state(pair, CandidatePair.State.FAILED)
            connection.check_complete(pair)
            return
        conflicts[pair] += 1
        try:
            await outgoing(pair)
        finally:
            del conflicts[pair]

    connection.data_received = data_received  # type: ignore[method-assign]  # of this one instance
    connection.check_incoming = check_incoming  # type: ignore[method-assign]  # as above
    connection.check_start = check_start  # type: ignore[method-assign]  # as above


async def repeat_handshake(dtls: RTCDtlsTransport) -> None:
    """Send the handshake's flights again while nothing comes of them; returns when that is not needed any more."""
    transport = dtls.transport
    send, receive = transport._send, transport._recv
    flights = Flights()

    async def sent(data: bytes) -> None:
        flights.sent(data, time.monotonic())
        await send(data)

    async def received() -> bytes:
        data = await receive()
        flights.came(data)
        return data

    transport._send, transport._recv = sent, received
    try:
        while not flights.over:
            await asyncio.sleep(_LOOKS_EVERY_S)
            for datagram in flights.due(time.monotonic()):
                await send(datagram)
    except ConnectionError:  # the path is gone, and with it the handshake
        pass
    finally:
        transport._send, transport._recv = send, receive


def at_once(sending: Coroutine[None, None, None]) -> None:
    """Run what is a coroutine but never waits: it ends with its first step.

    Raises:
        ConnectionError: it would wait.
    """
    try:
        sending.send(None)
    except StopIteration:
        return
    sending.close()
    raise ConnectionError("the transport would wait")


def local_candidate(dtls: RTCDtlsTransport) -> Candidate | None:
    """Ours of the pair in use; None before there is one."""
    pair = dtls.transport._connection._nominated.get(1)
    return None if pair is None else pair.local_candidate
