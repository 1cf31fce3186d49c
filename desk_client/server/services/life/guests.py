"""Guests: a link to the mobile of whoever has an audience at a computer of their own, and what it is given for.

There is a link only where a service offers such audiences, and where `public_url` says how browsers reach this server.
It is sent when check-in opens, by itself; it is spent with the sign-in, and who comes again has another one sent. What
one session is good for is in `GUEST_ACTIONS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, insert, select, update

from desk_client.domain.access import Role
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.domain.guests import GuestStage, stage_of
from desk_client.domain.ids import RANDOM_BYTES, AppointmentId, ChallengeId, GuestLinkId, SessionId, new_guest_link_id
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import masked_mobile
from desk_client.i18n.language import Language
from desk_client.protocol.guests import GuestChallengeAsk, GuestPlace, GuestSession, GuestSessionAsk
from desk_client.protocol.sessions import Challenge
from desk_client.server.identity import challenges
from desk_client.server.identity.port import Claimed
from desk_client.server.notify.notices import GuestLink
from desk_client.server.security.tokens import TOKEN_BYTES, hashed, new_token
from desk_client.server.services.access import citizens, people
from desk_client.server.services.access.sessions import Holder, end_session, open_session
from desk_client.server.services.booking.appointments import Record, appointment_answer, find
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.rulebook import rules
from desk_client.server.services.throttle import Limit, taken
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment, guest_link
from desk_client.server.storage.tables.people import person

PAGE: Final = "/guest"
"""Where the page stands to which a link leads."""
_SENT_AGAIN: Final = 3
_SENT_AGAIN_A_DAY: Final = 10
_KEPT_FOR: Final = timedelta(hours=6)
"""So long after the audience's end a link says that it is over; then nothing is known of it."""
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class _Link:
    id: GuestLinkId
    found: Record
    stage: GuestStage
    opens_at: datetime


def due(transaction: Transaction) -> Sequence[AppointmentId]:
    """The audiences whose check-in is open and whose person was sent no link for this hour, by id."""
    if transaction.settings.public_url is None:
        return ()
    sent = exists().where(
        guest_link.c.appointment_id == appointment.c.id, guest_link.c.starts_at == appointment.c.starts_at
    )
    found = transaction.connection.execute(
        select(appointment.c.id)
        .join(person, person.c.id == appointment.c.person_id)
        .where(
            appointment.c.state.in_([state.value for state in sorted(AHEAD_STATES)]),
            appointment.c.kind == AppointmentKind.VIDEO_OWN.value,
            appointment.c.starts_at <= transaction.now + transaction.settings.audiences.check_in_before,
            appointment.c.ends_at > transaction.now,
            person.c.mobile_sealed.is_not(None),
            ~sent,
        )
        .order_by(appointment.c.id)
        .limit(_AT_ONCE)
    ).scalars()
    return [AppointmentId(each) for each in found]


def invite_due(transaction: Transaction, ids: Sequence[AppointmentId]) -> int:
    """Send a link to each of those who still wait for one; to how many."""
    sent = 0
    for appointment_id in ids:
        lock_row(transaction.connection, appointment, appointment_id)  # two servers look at the same ones
        found = find(transaction, appointment_id)
        already = exists().where(guest_link.c.appointment_id == appointment_id)
        if found is not None and found.state in AHEAD_STATES:
            already = already.where(guest_link.c.starts_at == found.starts_at)
            if not transaction.connection.execute(select(already)).scalar_one():
                _invite(transaction, found)
                sent += 1
    return sent


def place(transaction: Transaction, token: str | None) -> GuestPlace | Refusal:
    """What a link leads to. NOT_FOUND: there is none, or it was over long ago."""
    link = _of_token(transaction, token)
    if isinstance(link, Refusal):
        return link
    if link.stage not in {GuestStage.EARLY, GuestStage.OPEN}:
        return GuestPlace(stage=link.stage, server_time=transaction.now)
    known = people.reached(transaction, link.found.person_id)
    return GuestPlace(
        stage=link.stage,
        office_title=rules(transaction).offices[link.found.attending_id].title,
        starts_at=link.found.starts_at,
        opens_at=link.opens_at,
        zone=link.found.zone,
        masked_mobile=None if known is None else masked_mobile(known[1]),
        server_time=transaction.now,
    )


def challenge(transaction: Transaction, token: str | None, address: str, ask: GuestChallengeAsk) -> Challenge | Refusal:
    """Have a code sent to the person's own mobile, which is good for this link alone.

    Refusals: NOT_FOUND, TOO_EARLY, TOO_LATE, ILLEGAL_TRANSITION, RATE_LIMITED, INVALID_MOBILE.
    """
    link = _open(transaction, token)
    if isinstance(link, Refusal):
        return link
    known = people.reached(transaction, link.found.person_id)
    if known is None:
        return Refusal(RefusalCode.INVALID_MOBILE)
    document, mobile = known
    begun = citizens.by_sms(transaction, Claimed(None, None, document, mobile, Language(ask.language), address))
    if not isinstance(begun, Refusal):
        kept = challenges.find(transaction, None, ChallengeId(begun.challenge_id))
        assert not isinstance(kept, Refusal)  # begun a moment ago
        challenges.write_note(transaction, kept, link.id)
    return begun


def sign_in(transaction: Transaction, token: str | None, address: str, ask: GuestSessionAsk) -> GuestSession | Refusal:
    """Give the link and the code for a session; whoever came in by an earlier link of the audience is out.

    Refusals: NOT_FOUND, TOO_EARLY, TOO_LATE, ILLEGAL_TRANSITION, RATE_LIMITED, those of `IdentityProvider.finish`,
    SESSION_EXPIRED (the person may not come in).
    """
    link = _open(transaction, token)
    if isinstance(link, Refusal):
        return link
    proved = citizens.proved_by_code(transaction, address, ask.challenge_id, ask.code, of=link.id)
    if isinstance(proved, Refusal):
        return proved
    run, found = transaction.connection.execute, link.found
    unspent = (guest_link.c.id == link.id, guest_link.c.used_at.is_(None), guest_link.c.ended_at.is_(None))
    if run(update(guest_link).where(*unspent).values(used_at=transaction.now)).rowcount != 1:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    earlier = select(guest_link.c.session_id).where(
        guest_link.c.appointment_id == found.id, guest_link.c.session_id.is_not(None)
    )
    for session_id in run(earlier).scalars().all():
        end_session(transaction, SessionId(session_id))
    opened = open_session(
        transaction, Holder(Role.CITIZEN, proved.way.value, person_id=found.person_id, appointment_id=found.id)
    )
    if isinstance(opened, Refusal):
        return opened
    run(update(guest_link).where(guest_link.c.id == link.id).values(session_id=opened.actor.session_id))
    record(transaction, opened.actor, "guest_sign_in", found.id)
    return GuestSession(
        token=opened.token, appointment=appointment_answer(transaction, found), expires_at=opened.expires_at
    )


def send_again(transaction: Transaction, token: str | None) -> Refusal | None:
    """Another link, to the mobile of whoever this one belonged to; whoever holds this one learns nothing by it.

    Refusals: NOT_FOUND, TOO_EARLY, TOO_LATE, RATE_LIMITED.
    """
    link = _of_token(transaction, token)
    if isinstance(link, Refusal):
        return link
    if link.stage is GuestStage.OVER:
        return Refusal(RefusalCode.TOO_LATE)
    if link.stage is GuestStage.EARLY:
        return _too_early(transaction, link)
    limits = (
        Limit("guest-link", link.found.id, _SENT_AGAIN),
        Limit("guest-link-day", link.found.id, _SENT_AGAIN_A_DAY, timedelta(days=1)),
    )
    if (refusal := taken(transaction, *limits)) is not None:
        return refusal
    _invite(transaction, link.found)
    return None


def clear_guest_links(transaction: Transaction) -> None:
    """Forget links whose audience was over long ago."""
    transaction.connection.execute(delete(guest_link).where(guest_link.c.expires_at <= transaction.now))


def _invite(transaction: Transaction, found: Record) -> None:
    """Make a link and send it; those before it are spent."""
    assert transaction.settings.public_url is not None  # without one there is no link
    token = new_token(transaction.random(TOKEN_BYTES))
    link_id = new_guest_link_id(transaction.random(RANDOM_BYTES))
    run = transaction.connection.execute
    run(
        update(guest_link)
        .where(guest_link.c.appointment_id == found.id, guest_link.c.ended_at.is_(None))
        .values(ended_at=transaction.now)
    )
    run(
        insert(guest_link).values(
            id=link_id,
            appointment_id=found.id,
            token_hash=hashed(token),
            starts_at=found.starts_at,
            made_at=transaction.now,
            expires_at=max(found.ends_at, transaction.now) + _KEPT_FOR,
        )
    )
    # behind the mark nothing of it reaches a log of anybody's (RFC 9110, section 7.1)
    url = f"{transaction.settings.public_url.rstrip('/')}{PAGE}#{token}"
    tell_about(transaction, found, lambda meeting: GuestLink(meeting, url), expires_at=found.ends_at + _KEPT_FOR)
    record(transaction, None, "send_guest_link", link_id)


def _open(transaction: Transaction, token: str | None) -> _Link | Refusal:
    """The link, where it lets in now. Refusals: NOT_FOUND, TOO_EARLY, TOO_LATE, ILLEGAL_TRANSITION (it is spent)."""
    link = _of_token(transaction, token)
    if isinstance(link, Refusal):
        return link
    match link.stage:
        case GuestStage.OPEN:
            return link
        case GuestStage.EARLY:
            return _too_early(transaction, link)
        case GuestStage.OVER:
            return Refusal(RefusalCode.TOO_LATE)
        case GuestStage.USED:
            return Refusal(RefusalCode.ILLEGAL_TRANSITION)


def _too_early(transaction: Transaction, link: _Link) -> Refusal:
    wait = link.opens_at - transaction.now
    return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int(wait.total_seconds()) + 1)


def _of_token(transaction: Transaction, token: str | None) -> _Link | Refusal:
    row = transaction.connection.execute(
        select(guest_link).where(guest_link.c.token_hash == hashed(token or ""))
    ).one_or_none()
    found = None if row is None else find(transaction, AppointmentId(row.appointment_id))
    if row is None or found is None or row.expires_at <= transaction.now:
        return Refusal(RefusalCode.NOT_FOUND)
    opens_at = found.starts_at - transaction.settings.audiences.check_in_before
    is_spent = row.used_at is not None or row.ended_at is not None
    stage = stage_of(found.state, opens_at, found.ends_at, transaction.now, is_spent=is_spent)
    return _Link(GuestLinkId(row.id), found, stage, opens_at)
