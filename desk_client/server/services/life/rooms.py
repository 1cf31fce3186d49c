"""The room of an audience: who is in, which negotiation runs and whether it is settled. The rows are the truth.

The server alone numbers negotiations and the official always offers, so two offers never meet. A negotiation is
settled when both ends say that media flows. What is settled is left alone when a line breaks and comes back; whoever
comes back to something unsettled gets a moment to say that media flows after all. A party that comes in anew, or an end
whose media broke, makes the next negotiation begin.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, delete, insert, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.distrust import Distrust
from desk_client.domain.ids import AppointmentId, RoomId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.rooms import IceServer, Relays, RoomToken
from desk_client.server.security.call_keys import Attestor
from desk_client.server.security.room_tokens import RoomPass, RoomTokens, new_token_id
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import reachable
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.rooms import room, room_member

OFFERER: Final = Party.OFFICIAL


@dataclass(frozen=True, slots=True)
class RoomState:
    """A room after something happened in it.

    Attributes:
        members: who is present.
        begun: a negotiation of that number begins with this change.
        newly_present: somebody is present who was not.
    """

    room_id: RoomId
    appointment_id: AppointmentId
    members: frozenset[Party]
    negotiation: int
    settled: bool
    closed: bool
    begun: bool = False
    newly_present: bool = False

    @property
    def doubtful(self) -> bool:
        """Both are here, nothing is settled and nothing new was begun: see again after a moment."""
        return not (self.settled or self.begun or self.closed) and len(self.members) == len(Party)


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
    room_pass = RoomPass(
        token_id=new_token_id(transaction.id_bytes()),
        room_id=RoomId(room_id),
        appointment_id=appointment_id,
        party=Party.CITIZEN if actor.role is Role.CITIZEN else Party.OFFICIAL,
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


def enter(transaction: Transaction, room_pass: RoomPass) -> RoomState | Refusal:
    """A party comes in, or comes back. Refusals: NOT_ADMITTED (closed), SESSION_EXPIRED (a newer token was used)."""
    state = state_of(transaction, room_pass.room_id)
    if state is None or state.closed:
        return Refusal(RefusalCode.NOT_ADMITTED)
    seat = (room_member.c.room_id == room_pass.room_id, room_member.c.party == room_pass.party.value)
    before = transaction.connection.execute(select(room_member).where(*seat)).one_or_none()
    if before is not None and before.token_issued_at > room_pass.issued_at:
        return Refusal(RefusalCode.SESSION_EXPIRED)
    transaction.connection.execute(delete(room_member).where(*seat))
    transaction.connection.execute(
        insert(room_member).values(
            room_id=room_pass.room_id,
            party=room_pass.party.value,
            session_id=room_pass.session_id,
            token_issued_at=room_pass.issued_at,
            present=True,
        )
    )
    came_back = before is not None and before.session_id == room_pass.session_id
    if not came_back:
        _unsettle(transaction, room_pass.room_id)
    state = _state_within(transaction, room_pass.room_id)
    if not came_back or state.negotiation == 0:
        state = _begun(transaction, state)
    return replace(state, newly_present=before is None or not before.present)


def come_back(transaction: Transaction, room_id: RoomId, party: Party, session_id: SessionId) -> RoomState | None:
    """A party's line is mended; None where its seat is no longer its own, or the room is closed."""
    seat = _own_seat(room_id, party, session_id)
    present = transaction.connection.execute(select(room_member.c.present).where(*seat)).scalar_one_or_none()
    state = state_of(transaction, room_id)
    if present is None or state is None or state.closed:
        return None
    transaction.connection.execute(update(room_member).where(*seat).values(present=True))
    state = _state_within(transaction, room_id)
    if state.negotiation == 0:
        state = _begun(transaction, state)
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
    _unsettle(transaction, room_id)


def settle(transaction: Transaction, room_id: RoomId, party: Party, negotiation: int) -> None:
    """One end has media under that negotiation; of an older one nothing is noted."""
    column = room.c.settled_by_official if party is Party.OFFICIAL else room.c.settled_by_citizen
    transaction.connection.execute(
        update(room).where(room.c.id == room_id, room.c.negotiation == negotiation).values({column: True})
    )


def unsettle(transaction: Transaction, room_id: RoomId, negotiation: int) -> RoomState | None:
    """One end's media broke. The next negotiation begins, unless it already has; None where there is no such room."""
    state = state_of(transaction, room_id)
    if state is None or state.closed or state.negotiation != negotiation:
        return state
    _unsettle(transaction, room_id)
    return _begun(transaction, _state_within(transaction, room_id))


def note_distrust(transaction: Transaction, actor: Actor, appointment_id: AppointmentId, reason: Distrust) -> None:
    """One end of the audience's call did not believe a description: for whoever looks into it."""
    record(transaction, actor, f"distrust_call:{reason.value}", appointment_id)


def repair(transaction: Transaction, room_id: RoomId, negotiation: int) -> RoomState | None:
    """After a moment of doubt: where that negotiation is still not settled, the next one begins."""
    state = state_of(transaction, room_id)
    if state is None or state.closed or state.settled or state.negotiation != negotiation:
        return state
    return _begun(transaction, state)


def everybody_out(transaction: Transaction) -> None:
    """After a start of the server nobody is present until they come back; seats and negotiations stand."""
    transaction.connection.execute(update(room_member).values(present=False))


def state_of(transaction: Transaction, room_id: RoomId) -> RoomState | None:
    """A room as it stands, or None."""
    row = transaction.connection.execute(select(room).where(room.c.id == room_id)).one_or_none()
    if row is None:
        return None
    members = transaction.connection.execute(
        select(room_member.c.party).where(room_member.c.room_id == room_id, room_member.c.present.is_(True))
    ).scalars()
    return RoomState(
        room_id=room_id,
        appointment_id=AppointmentId(row.appointment_id),
        members=frozenset(Party(party) for party in members),
        negotiation=row.negotiation,
        settled=row.settled_by_official and row.settled_by_citizen,
        closed=row.closed_at is not None,
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


def _begun(transaction: Transaction, state: RoomState) -> RoomState:
    """The room with a new negotiation begun, where both are present and nothing is settled."""
    if state.settled or len(state.members) < len(Party):
        return state
    number = state.negotiation + 1
    _unsettle(transaction, state.room_id)
    transaction.connection.execute(update(room).where(room.c.id == state.room_id).values(negotiation=number))
    return replace(state, negotiation=number, begun=True)


def _unsettle(transaction: Transaction, room_id: RoomId) -> None:
    transaction.connection.execute(
        update(room).where(room.c.id == room_id).values(settled_by_official=False, settled_by_citizen=False)
    )


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
