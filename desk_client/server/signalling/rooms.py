"""Rooms as their members meet them: joins, relays and negotiations, each written to the store before it is told.

What is kept here is only which mailbox sits where. After a restart of the server the rows are still there, and members
take their seats again by joining.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from desk_client.domain.ids import AppointmentId, RoomId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import AUDIENCE, CALLED_IN, Pair, Party
from desk_client.protocol.attestations import Attestation
from desk_client.protocol.fingerprints import fingerprints
from desk_client.protocol.signalling import (
    CLOSE_REPLACED,
    Aside,
    Candidate,
    Description,
    Distrusted,
    Join,
    Negotiate,
    PairStanding,
    PeerCandidate,
    PeerDescription,
    PeerJoined,
    PeerLeft,
    RoomClosed,
    Settled,
    Shows,
    Snapshot,
    Unsettled,
)
from desk_client.server.house import House
from desk_client.server.services.life import rooms as truth
from desk_client.server.services.life.rooms import RoomState
from desk_client.server.signalling.mailbox import UNNUMBERED, Mailbox, Numbered, Seat

_log = logging.getLogger(__name__)
_MAY_LOSE_IT: Final = (Party.OFFICIAL, *CALLED_IN)
"""Whose seat may be gone while the room is open: the citizen's is theirs until they leave."""


@dataclass(eq=False, slots=True)
class _Live:
    """A room that has members on this server. The lock keeps what is told in the order of what was written."""

    id: RoomId
    appointment_id: AppointmentId
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    seats: dict[Party, Mailbox] = field(default_factory=dict)
    apart: dict[Party, tuple[Party, ...]] = field(default_factory=dict)
    """From whom those who sit here know that they keep apart."""


class Rooms:
    """All rooms in which somebody of this server sits. Belongs to one event loop."""

    def __init__(self, house: House) -> None:
        """Of one house."""
        self._house = house
        self._live: dict[RoomId, _Live] = {}
        self._repairs: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """After a start nobody is present until they come back."""
        await self._house.write(truth.everybody_out)

    async def stop(self) -> None:
        """End what waits to be repaired."""
        for task in self._repairs:
            task.cancel()
        await asyncio.gather(*self._repairs, return_exceptions=True)

    async def join(self, mailbox: Mailbox, frame: Join) -> Refusal | None:
        """Take a seat by a room token.

        Refusals: UNAUTHENTICATED (forged, or somebody else's), SESSION_EXPIRED (too old, or a newer one was used),
        NOT_ADMITTED.
        """
        room_pass = self._house.room_tokens.read(frame.room_token, self._house.clock.now())
        if isinstance(room_pass, Refusal):
            return room_pass
        if room_pass.session_id != mailbox.actor.session_id:
            return Refusal(RefusalCode.UNAUTHENTICATED)
        before = mailbox.seat
        if before is not None and (before.room_id, before.party) != (room_pass.room_id, room_pass.party):
            await self.leave(mailbox, receives=before.room_id == room_pass.room_id)
        live = self._live.setdefault(room_pass.room_id, _Live(room_pass.room_id, room_pass.appointment_id))
        async with live.lock:
            state = await self._house.write(
                lambda transaction: truth.enter(transaction, room_pass, several=frame.several, keeps_apart=frame.asides)
            )
            if isinstance(state, Refusal):
                self._tidy(live)
                return state
            self._live[live.id] = live
            replaced = live.seats.get(room_pass.party)
            if replaced is not None and replaced is not mailbox:
                replaced.seat = None
                if replaced.line is not None:
                    replaced.line.close(CLOSE_REPLACED)
            live.seats[room_pass.party] = mailbox
            mailbox.seat = Seat(live.id, room_pass.party, frame.several, frame.asides)
            self._welcome(live, room_pass.party, state)
        return None

    async def come_back(self, mailbox: Mailbox) -> None:
        """A resumed line takes its seat again."""
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return
        async with live.lock:
            session_id = mailbox.actor.session_id
            state = await self._house.write(
                lambda transaction: truth.come_back(transaction, live.id, seat.party, session_id)
            )
            if state is not None and live.seats.get(seat.party) is mailbox:
                self._welcome(live, seat.party, state)

    async def drop_out(self, mailbox: Mailbox) -> None:
        """A line broke; the seat is kept."""
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return
        async with live.lock:
            if live.seats.get(seat.party) is not mailbox or mailbox.line is not None:
                return  # somebody newer sits there, or the line is back already
            session_id = mailbox.actor.session_id
            await self._house.write(lambda transaction: truth.drop_out(transaction, live.id, seat.party, session_id))
            _tell_others(live, seat, PeerLeft(seq=UNNUMBERED, party=seat.party, for_good=False))

    async def leave(self, mailbox: Mailbox, *, distrusted: bool = False, receives: bool = False) -> None:
        """A party goes for good; `distrusted`: because it does not believe that the other is who it should be.

        `receives`: for the seat of the official, as the talk was handed over to them.
        """
        live, seat = self._place(mailbox)
        mailbox.seat = None
        if live is None or seat is None:
            return
        async with live.lock:
            if live.seats.get(seat.party) is not mailbox:
                return
            del live.seats[seat.party]
            await self._house.write(lambda transaction: truth.leave(transaction, live.id, seat.party))
            left = PeerLeft(seq=UNNUMBERED, party=seat.party, for_good=True, distrusted=distrusted, receives=receives)
            _tell_others(live, seat, left)
            await self._keep_apart(live)
            self._tidy(live)

    def relay(self, mailbox: Mailbox, frame: Description | Candidate | Shows) -> Refusal | None:
        """Hand a frame to its party as it is, a description with what we vouch for.

        NOT_ADMITTED for somebody who sits in no room; INVALID_REQUEST for one that is for its own sender.
        """
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return Refusal(RefusalCode.NOT_ADMITTED)
        content = frame.model_dump(exclude={"type", "peer"})
        if isinstance(frame, Shows):
            _tell_others(live, seat, PeerJoined(seq=UNNUMBERED, party=seat.party, **content))
            return None
        pair = _pair_of(seat, frame.peer)
        if pair is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        to, sender = pair.peer_of(seat.party), _named(pair, seat.party)
        match frame:
            case Description():
                attestation = self._attested(seat, to, frame)
                relayed = PeerDescription(seq=UNNUMBERED, **content, attestation=attestation, party=sender)
                _tell(live, to, relayed, pair)
            case Candidate():
                _tell(live, to, PeerCandidate(seq=UNNUMBERED, **content, party=sender), pair)
        return None

    async def distrusted(self, mailbox: Mailbox, frame: Distrusted) -> Refusal | None:
        """One end does not believe a description: it is noted in the audit trail, and the other end is told.

        Between the audience's two ends it leaves; otherwise it is connected with that party no longer.
        """
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return Refusal(RefusalCode.NOT_ADMITTED)
        pair = _pair_of(seat, frame.peer)
        if pair is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        _log.warning(
            "the %s of room %s distrusts the description of negotiation %d: %s",
            *(seat.party.value, live.id, frame.negotiation, frame.reason.value),
        )
        await self._house.write(
            lambda transaction: truth.note_distrust(transaction, mailbox.actor, live.appointment_id, frame.reason)
        )
        if pair == AUDIENCE:
            await self.leave(mailbox, distrusted=True)
        else:
            left = PeerLeft(seq=UNNUMBERED, party=seat.party, for_good=True, distrusted=True)
            _tell(live, pair.peer_of(seat.party), left, pair)
        return None

    def _attested(self, seat: Seat, to: Party, frame: Description) -> str | None:
        """What we vouch for; None where the description names no certificate: the other end then refuses it."""
        named = fingerprints(frame.sdp)
        if named is None:
            _log.warning("a description without a usable fingerprint was relayed in room %s", seat.room_id)
            return None
        expires_at = self._house.clock.now() + self._house.settings.signalling.attestation_lifetime
        return self._house.attestor.sign(
            Attestation(seat.room_id, seat.party, to, frame.negotiation, frame.kind, named, expires_at)
        )

    async def settled(self, mailbox: Mailbox, frame: Settled) -> Refusal | None:
        """One end says that media flows."""
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return Refusal(RefusalCode.NOT_ADMITTED)
        pair = _pair_of(seat, frame.peer)
        if pair is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        async with live.lock:
            await self._house.write(
                lambda transaction: truth.settle(transaction, live.id, seat.party, pair, frame.negotiation)
            )
        return None

    async def unsettled(self, mailbox: Mailbox, frame: Unsettled) -> Refusal | None:
        """One end says that media broke."""
        live, seat = self._place(mailbox)
        if live is None or seat is None:
            return Refusal(RefusalCode.NOT_ADMITTED)
        pair = _pair_of(seat, frame.peer)
        if pair is None:
            return Refusal(RefusalCode.INVALID_REQUEST)
        async with live.lock:
            state = await self._house.write(
                lambda transaction: truth.unsettle(transaction, live.id, pair, frame.negotiation)
            )
            _negotiate(live, state)
        return None

    async def appointment_changed(self, appointment_id: AppointmentId) -> None:
        """Send everybody out of the appointment's room if it was closed, and whoever was taken out of it."""
        for live in [live for live in self._live.values() if live.appointment_id == appointment_id]:
            async with live.lock:
                await self._close_if_over(live)
                await self._send_out(live)
                await self._keep_apart(live)

    async def _keep_apart(self, live: _Live) -> None:
        """Tell each from whom they are to keep apart, where that has changed."""
        if live.seats:
            _tell_apart(live, await self._house.read(lambda transaction: truth.state_of(transaction, live.id)))

    async def _send_out(self, live: _Live) -> None:
        """Who was taken out, or gave the talk away, has lost their seat: they are told, and the others.

        The official's is taken by whoever goes on: the others wait for them, and are not told that nobody is there.
        """
        seated = await self._house.read(lambda transaction: truth.seated(transaction, live.id))
        for party in _MAY_LOSE_IT:
            mailbox = live.seats.get(party)
            if mailbox is None or mailbox.seat is None or seated.get(party) == mailbox.actor.session_id:
                continue
            seat, mailbox.seat = mailbox.seat, None
            del live.seats[party]
            mailbox.post(RoomClosed(seq=UNNUMBERED, taken_out=True))
            _tell_others(live, seat, PeerLeft(seq=UNNUMBERED, party=party, for_good=party is not Party.OFFICIAL))
        self._tidy(live)

    async def _close_if_over(self, live: _Live) -> None:
        state = await self._house.read(lambda transaction: truth.state_of(transaction, live.id))
        if state is None or not state.closed:
            return
        for mailbox in live.seats.values():
            mailbox.seat = None
            mailbox.post(RoomClosed(seq=UNNUMBERED))
        live.seats.clear()
        self._tidy(live)

    def forget(self, mailbox: Mailbox) -> None:
        """Its line did not come back in time; the row of its seat stays, for when it joins again."""
        live, seat = self._place(mailbox)
        mailbox.seat = None
        if live is not None and seat is not None and live.seats.get(seat.party) is mailbox:
            del live.seats[seat.party]
            self._tidy(live)

    def _welcome(self, live: _Live, party: Party, state: RoomState) -> None:
        """Tell the party where it has come to, and the others that it is here; negotiate where that is due."""
        mailbox = live.seats.get(party)
        seat = None if mailbox is None else mailbox.seat
        if mailbox is None or seat is None:
            return
        mailbox.post(_snapshot(seat, state))
        live.apart[party] = state.apart.get(party, ())
        _tell_apart(live, state)  # before anything is negotiated with whoever came
        if state.newly_present:
            _tell_others(live, seat, PeerJoined(seq=UNNUMBERED, party=party, who=state.people.get(party)))
        _negotiate(live, state)
        # of others' pairs nothing is doubted since somebody came: they may be negotiating just now
        ours = (pair for pair in state.doubtful if party in {pair.offerer, pair.answerer})
        doubtful = {pair: state.pair(pair).negotiation for pair in ours}
        if doubtful:
            task = asyncio.get_running_loop().create_task(self._repair(live, doubtful), name="room-repair")
            self._repairs.add(task)
            task.add_done_callback(self._repairs.discard)

    async def _repair(self, live: _Live, doubtful: Mapping[Pair, int]) -> None:
        await asyncio.sleep(self._house.settings.signalling.repair_after.total_seconds())
        async with live.lock:
            state = await self._house.write(lambda transaction: truth.repair(transaction, live.id, doubtful))
            _negotiate(live, state)

    def _place(self, mailbox: Mailbox) -> tuple[_Live | None, Seat | None]:
        seat = mailbox.seat
        return (None if seat is None else self._live.get(seat.room_id)), seat

    def _tidy(self, live: _Live) -> None:
        if not live.seats:
            self._live.pop(live.id, None)


def _pair_of(seat: Seat, peer: Party | None) -> Pair | None:
    """Whom a frame is about, with its sender; None where it makes no pair."""
    other = seat.party.other if peer is None else peer
    return None if other is seat.party else Pair.of(seat.party, other)


def _named(pair: Pair, party: Party) -> Party | None:
    """One of a pair as frames name it: between the audience's two ends nobody is named."""
    return None if pair == AUDIENCE else party


def _snapshot(seat: Seat, state: RoomState) -> Snapshot:
    """The room as this party may know it."""

    def standing(peer: Party) -> PairStanding:
        pair = state.pair(Pair.of(seat.party, peer))
        number = pair.negotiation - 1 if pair.begun else pair.negotiation
        return PairStanding(peer=peer, negotiation=number, settled=pair.settled)

    first = standing(seat.party.other)
    peers = [peer for peer in Party if peer is not seat.party and state.may_meet(Pair.of(seat.party, peer))]
    return Snapshot(
        seq=UNNUMBERED,
        room_id=state.room_id,
        members=tuple(sorted({seat.party, *peers} & state.members)),
        negotiation=first.negotiation,
        settled=first.settled,
        people=tuple(state.people[peer] for peer in peers if peer in state.people),
        apart_from=state.apart.get(seat.party, ()),
        pairs=tuple(standing(peer) for peer in peers if peer is not first.peer and peer in state.members),
    )


def _tell_apart(live: _Live, state: RoomState | None) -> None:
    """Each that can and is not told already; of a room that is over, nobody."""
    if state is None or state.closed:
        return
    for party, mailbox in live.seats.items():
        apart = state.apart.get(party, ())
        if mailbox.seat is not None and mailbox.seat.asides and live.apart.get(party, ()) != apart:
            live.apart[party] = apart
            mailbox.post(Aside(seq=UNNUMBERED, apart_from=apart))


def _tell(live: _Live, party: Party, frame: Numbered, pair: Pair = AUDIENCE) -> None:
    """Post a frame to a party, where the pair that it is about can be connected."""
    mailbox = live.seats.get(party)
    if mailbox is not None and _may_meet(live, pair):
        mailbox.post(frame)


def _tell_others(live: _Live, seat: Seat, frame: Numbered) -> None:
    """Post a frame about a party to everybody else who can be connected with it, though it may have left just now."""
    for party, mailbox in live.seats.items():
        if party is seat.party or mailbox.seat is None:
            continue
        if Pair.of(party, seat.party) == AUDIENCE or (seat.several and mailbox.seat.several):
            mailbox.post(frame)


def _may_meet(live: _Live, pair: Pair) -> bool:
    seats = [mailbox.seat for party, mailbox in live.seats.items() if party in {pair.offerer, pair.answerer}]
    return pair == AUDIENCE or all(seat is not None and seat.several for seat in seats)


def _negotiate(live: _Live, state: RoomState | None) -> None:
    if state is None:
        return
    for pair in state.begun:
        number = state.pair(pair).negotiation
        for party in (pair.offerer, pair.answerer):
            peer = _named(pair, pair.peer_of(party))
            begin = Negotiate(seq=UNNUMBERED, negotiation=number, offerer=pair.offerer, peer=peer)
            _tell(live, party, begin, pair)
