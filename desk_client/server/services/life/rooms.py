"""The room of an audience: who is in, which negotiations run and whether they are settled. The rows are the truth.

Each two in a room are a pair. The server alone numbers a pair's negotiations, and of two always the same one offers, so
two offers never meet. A negotiation is settled when both say that media flows. What is settled is left alone when a
line breaks and comes back; whoever comes back to something unsettled gets a moment to say that media flows after all.
A party that comes in anew, or an end whose media broke, makes the next negotiation begin.
"""

import base64
import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import combinations
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, insert, or_, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.distrust import Distrust
from desk_client.domain.ids import AppointmentId, RoomId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import AUDIENCE, CALLED_IN, Pair, Party
from desk_client.protocol.rooms import IceServer, Relays, RoomToken
from desk_client.protocol.signalling import Participant
from desk_client.server.security.call_keys import Attestor
from desk_client.server.security.room_tokens import RoomPass, RoomTokens, new_token_id
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import handed_over
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.life import asides, called_in
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.rooms import room, room_member, room_pair

_FIRST: Final = 0
"""The number of a pair's negotiation before its first."""


@dataclass(frozen=True, slots=True)
class PairState:
    """Two in a room: the number of their newest negotiation, and whether media flows under it.

    Attributes:
        begun: that negotiation begins with this change.
    """

    negotiation: int = _FIRST
    settled: bool = False
    begun: bool = False


_NEW: Final = PairState()


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room after something happened in it.

    Attributes:
        members: who is present.
        several: of these, whose end can be connected with more than one other.
        people: who the members of staff among them are.
        pairs: the pairs that have begun to negotiate; see `pair`.
        newly_present: somebody is present who was not.
        apart: from whom each seat keeps apart, neither heard nor seen; see `asides`.
    """

    room_id: RoomId
    appointment_id: AppointmentId
    members: frozenset[Party]
    several: frozenset[Party]
    closed: bool
    people: Mapping[Party, Participant] = field(default_factory=lambda: MappingProxyType({}))
    pairs: Mapping[Pair, PairState] = field(default_factory=lambda: MappingProxyType({}))
    newly_present: bool = False
    apart: asides.Apart = field(default_factory=lambda: MappingProxyType({}))

    def pair(self, pair: Pair) -> PairState:
        """How it stands between two."""
        return self.pairs.get(pair, _NEW)

    @property
    def meeting(self) -> tuple[Pair, ...]:
        """The pairs of which both are present, and can be connected."""
        return tuple(
            pair for pair in (Pair.of(*two) for two in combinations(sorted(self.members), 2)) if self.may_meet(pair)
        )

    def may_meet(self, pair: Pair) -> bool:
        """Whether both can be connected: the audience's two ends always can."""
        return pair == AUDIENCE or {pair.offerer, pair.answerer} <= self.several

    @property
    def begun(self) -> tuple[Pair, ...]:
        """The pairs of which a negotiation begins with this change."""
        return tuple(pair for pair, state in self.pairs.items() if state.begun)

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """Both are here, nothing is settled and nothing new was begun: see again after a moment."""
        states = ((pair, self.pair(pair)) for pair in self.meeting)
        return () if self.closed else tuple(pair for pair, state in states if not (state.settled or state.begun))


def room_token(
    transaction: Transaction, tokens: RoomTokens, attestor: Attestor, actor: Actor, appointment_id: AppointmentId
) -> RoomToken | Refusal:
    """The key to the open room. Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED."""
    found = reachable(transaction, actor, Action.ENTER_ROOM, appointment_id)
    if isinstance(found, Refusal):
        return found
    room_id = transaction.connection.execute(
        select(room.c.id).where(room.c.appointment_id == appointment_id, room.c.closed_at.is_(None))
    ).scalar_one_or_none()
    if room_id is None:
        return Refusal(RefusalCode.NOT_ADMITTED)
    party = Party.CITIZEN if actor.role is Role.CITIZEN else Party.OFFICIAL
    return _token(transaction, tokens, attestor, actor, (RoomId(room_id), appointment_id, party))


def called_in_token(
    transaction: Transaction, tokens: RoomTokens, attestor: Attestor, actor: Actor, appointment_id: AppointmentId
) -> RoomToken | Refusal:
    """The key for somebody who was called in and has said yes. Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED."""
    seat = called_in.accepted_seat(transaction, actor, appointment_id)
    if isinstance(seat, Refusal):
        return seat
    room_id, party = seat
    return _token(transaction, tokens, attestor, actor, (room_id, appointment_id, party))


def _token(
    transaction: Transaction,
    tokens: RoomTokens,
    attestor: Attestor,
    actor: Actor,
    place: tuple[RoomId, AppointmentId, Party],
) -> RoomToken:
    room_id, appointment_id, party = place
    room_pass = RoomPass(
        token_id=new_token_id(transaction.id_bytes()),
        room_id=room_id,
        appointment_id=appointment_id,
        party=party,
        session_id=actor.session_id,
        issued_at=transaction.now,
        expires_at=transaction.now + transaction.settings.audiences.room_token_lifetime,
    )
    return RoomToken(
        room_id=room_id,
        party=room_pass.party,
        token=tokens.sign(room_pass),
        expires_at=room_pass.expires_at,
        ice_servers=_ice_servers(transaction, room_pass),
        call_keys=attestor.keys,
        server_time=transaction.now,
    )


def relays(transaction: Transaction, actor: Actor) -> Relays | Refusal:
    """Where the servers are that room tokens name, for whoever may enter some room. Refusal: FORBIDDEN."""
    refusal = actor.refused(Action.ENTER_ROOM)
    if refusal is not None:
        return refusal
    ice = transaction.settings.ice
    return Relays(ice_servers=tuple(IceServer(urls=urls) for urls in (ice.stun_urls, ice.turn_urls) if urls))


def enter(
    transaction: Transaction, room_pass: RoomPass, *, several: bool = False, keeps_apart: bool = False
) -> RoomState | Refusal:
    """A party comes in, or comes back; `several`: its end can be connected with more than one other.

    Where the citizen's end cannot, whoever was called in is taken out: a citizen always sees who is there.

    Refusals: NOT_ADMITTED (closed, or no longer called in), SESSION_EXPIRED (a newer token was used).
    """
    room_id, party = room_pass.room_id, room_pass.party
    state = state_of(transaction, room_id)
    if state is None or state.closed:
        return Refusal(RefusalCode.NOT_ADMITTED)
    if party in CALLED_IN and not (several and called_in.may_sit(transaction, room_pass)):
        return Refusal(RefusalCode.NOT_ADMITTED)
    if party is Party.OFFICIAL and handed_over.has_given_it_away(transaction, room_pass):
        return Refusal(RefusalCode.NOT_ADMITTED)  # with a key from before
    if not asides.may_enter(transaction, room_id, party, asides=keeps_apart):
        return Refusal(RefusalCode.NOT_ADMITTED)
    seat = (room_member.c.room_id == room_id, room_member.c.party == party.value)
    before = transaction.connection.execute(select(room_member).where(*seat)).one_or_none()
    if before is not None and before.token_issued_at > room_pass.issued_at:
        return Refusal(RefusalCode.SESSION_EXPIRED)
    transaction.connection.execute(delete(room_member).where(*seat))
    transaction.connection.execute(
        insert(room_member).values(
            room_id=room_id,
            party=party.value,
            session_id=room_pass.session_id,
            token_issued_at=room_pass.issued_at,
            present=True,
            several=several,
            asides=keeps_apart,
        )
    )
    if party is Party.OFFICIAL:
        called_in.came_as_official(transaction, room_pass)
    if party is Party.CITIZEN and not several:
        called_in.take_out_all(transaction, room_id)
    came_back = before is not None and before.session_id == room_pass.session_id
    if not came_back:
        _unsettle(transaction, room_id, party)
    state = _state_within(transaction, room_id)
    ours = _pairs_of(state.meeting, party)
    state = _begun(
        transaction, state, ours if not came_back else [each for each in ours if _is_unbegun(state.pair(each))]
    )
    return replace(state, newly_present=before is None or not before.present)


def seated(transaction: Transaction, room_id: RoomId) -> Mapping[Party, SessionId]:
    """Whose the seats are; of those who were called in, for as long as their calls stand."""
    rows = transaction.connection.execute(
        select(room_member.c.party, room_member.c.session_id).where(room_member.c.room_id == room_id)
    ).all()
    called = called_in.seated(transaction, room_id)
    seats = {Party(row.party): SessionId(row.session_id) for row in rows}
    return {party: session_id for party, session_id in seats.items() if party not in CALLED_IN or party in called}


def come_back(transaction: Transaction, room_id: RoomId, party: Party, session_id: SessionId) -> RoomState | None:
    """A party's line is mended; None where its seat is no longer its own, or the room is closed."""
    seat = _own_seat(room_id, party, session_id)
    present = transaction.connection.execute(select(room_member.c.present).where(*seat)).scalar_one_or_none()
    state = state_of(transaction, room_id)
    if present is None or state is None or state.closed:
        return None
    transaction.connection.execute(update(room_member).where(*seat).values(present=True))
    state = _state_within(transaction, room_id)
    ours = _pairs_of(state.meeting, party)
    state = _begun(transaction, state, [each for each in ours if _is_unbegun(state.pair(each))])
    return replace(state, newly_present=not present)


def drop_out(transaction: Transaction, room_id: RoomId, party: Party, session_id: SessionId) -> None:
    """A party's line broke; its seat is kept."""
    transaction.connection.execute(
        update(room_member).where(*_own_seat(room_id, party, session_id)).values(present=False)
    )


def leave(transaction: Transaction, room_id: RoomId, party: Party) -> None:
    """A party goes for good; whoever enters next negotiates anew."""
    transaction.connection.execute(
        delete(room_member).where(room_member.c.room_id == room_id, room_member.c.party == party.value)
    )
    _unsettle(transaction, room_id, party)
    if party in CALLED_IN:
        called_in.left(transaction, room_id, party)
    asides.somebody_left(transaction, room_id)


def settle(transaction: Transaction, room_id: RoomId, party: Party, pair: Pair, negotiation: int) -> None:
    """One end has media under that negotiation; of an older one nothing is noted."""
    column = room_pair.c.settled_by_offerer if party is pair.offerer else room_pair.c.settled_by_answerer
    transaction.connection.execute(
        update(room_pair).where(_of_pair(room_id, pair), room_pair.c.negotiation == negotiation).values({column: True})
    )


def unsettle(transaction: Transaction, room_id: RoomId, pair: Pair, negotiation: int) -> RoomState | None:
    """One end's media broke. The next negotiation begins, unless it already has; None where there is no such room."""
    state = state_of(transaction, room_id)
    if state is None or state.closed or state.pair(pair).negotiation != negotiation:
        return state
    transaction.connection.execute(update(room_pair).where(_of_pair(room_id, pair)).values(**_UNSETTLED))
    state = _state_within(transaction, room_id)
    return _begun(transaction, state, [each for each in state.meeting if each == pair])


def note_distrust(transaction: Transaction, actor: Actor, appointment_id: AppointmentId, reason: Distrust) -> None:
    """One end of the audience's call did not believe a description: for whoever looks into it."""
    record(transaction, actor, f"distrust_call:{reason.value}", appointment_id)


def repair(transaction: Transaction, room_id: RoomId, doubtful: Mapping[Pair, int]) -> RoomState | None:
    """After a moment of doubt: where those negotiations are still not settled, the next ones begin."""
    state = state_of(transaction, room_id)
    if state is None or state.closed:
        return state
    return _begun(
        transaction,
        state,
        [each for each in state.meeting if doubtful.get(each) == state.pair(each).negotiation],
    )


def everybody_out(transaction: Transaction) -> None:
    """After a start of the server nobody is present until they come back; seats and negotiations stand."""
    transaction.connection.execute(update(room_member).values(present=False))


def state_of(transaction: Transaction, room_id: RoomId) -> RoomState | None:
    """A room as it stands, or None."""
    run = transaction.connection.execute
    row = run(select(room).where(room.c.id == room_id)).one_or_none()
    if row is None:
        return None
    members = run(
        select(room_member.c.party, room_member.c.several).where(
            room_member.c.room_id == room_id, room_member.c.present.is_(True)
        )
    ).all()
    pairs = run(select(room_pair).where(room_pair.c.room_id == room_id)).all()
    return RoomState(
        room_id=room_id,
        appointment_id=AppointmentId(row.appointment_id),
        members=frozenset(Party(each.party) for each in members),
        several=frozenset(Party(each.party) for each in members if each.several),
        closed=row.closed_at is not None,
        people=called_in.participants(transaction, room_id),
        apart=asides.apart(transaction, room_id),
        pairs={
            Pair(Party(each.offerer), Party(each.answerer)): PairState(
                each.negotiation, each.settled_by_offerer and each.settled_by_answerer
            )
            for each in pairs
        },
    )


def _own_seat(room_id: RoomId, party: Party, session_id: SessionId) -> tuple[ColumnElement[bool], ...]:
    return (
        room_member.c.room_id == room_id,
        room_member.c.party == party.value,
        room_member.c.session_id == session_id,
    )


def _state_within(transaction: Transaction, room_id: RoomId) -> RoomState:
    state = state_of(transaction, room_id)
    if state is None:
        raise LookupError("a room is found in the transaction that changed it")
    return state


def _begun(transaction: Transaction, state: RoomState, pairs: Iterable[Pair]) -> RoomState:
    """The room with new negotiations begun of those of these pairs in which nothing is settled."""
    after = dict(state.pairs)
    for pair in pairs:
        if state.pair(pair).settled:
            continue
        number = state.pair(pair).negotiation + 1
        if pair in state.pairs:
            transaction.connection.execute(
                update(room_pair).where(_of_pair(state.room_id, pair)).values(negotiation=number, **_UNSETTLED)
            )
        else:
            transaction.connection.execute(
                insert(room_pair).values(
                    room_id=state.room_id,
                    offerer=pair.offerer.value,
                    answerer=pair.answerer.value,
                    negotiation=number,
                    **_UNSETTLED,
                )
            )
        after[pair] = PairState(number, begun=True)
    return replace(state, pairs=after)


_UNSETTLED: Final = MappingProxyType({"settled_by_offerer": False, "settled_by_answerer": False})


def _unsettle(transaction: Transaction, room_id: RoomId, party: Party) -> None:
    """In every pair that the party is one of."""
    of_party = or_(room_pair.c.offerer == party.value, room_pair.c.answerer == party.value)
    transaction.connection.execute(
        update(room_pair).where(room_pair.c.room_id == room_id, of_party).values(**_UNSETTLED)
    )


def _of_pair(room_id: RoomId, pair: Pair) -> ColumnElement[bool]:
    return and_(
        room_pair.c.room_id == room_id,
        room_pair.c.offerer == pair.offerer.value,
        room_pair.c.answerer == pair.answerer.value,
    )


def _pairs_of(pairs: Collection[Pair], party: Party) -> list[Pair]:
    return [each for each in pairs if party in {each.offerer, each.answerer}]


def _is_unbegun(state: PairState) -> bool:
    return state.negotiation == _FIRST


def _ice_servers(transaction: Transaction, room_pass: RoomPass) -> tuple[IceServer, ...]:
    ice = transaction.settings.ice
    stun = (IceServer(urls=ice.stun_urls),) if ice.stun_urls else ()
    if not ice.turn_urls or ice.turn_secret is None:
        return stun
    name, password = turn_credential(ice.turn_secret.get_secret_value(), room_pass.expires_at, room_pass.token_id)
    return (*stun, IceServer(urls=ice.turn_urls, username=name, credential=password))


def turn_credential(secret: str, expires_at: datetime, user: str) -> tuple[str, str]:
    """A name and password that coturn's `use-auth-secret` accepts until then (draft-uberti-behave-turn-rest-00)."""
    name = f"{int(expires_at.timestamp())}:{user}"
    digest = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
    return name, base64.b64encode(digest).decode("ascii")
