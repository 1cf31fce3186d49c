"""Citizens at a kiosk: proving who they are, and giving their name."""

from sqlalchemy import insert, select, update

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import ChallengeId, PersonId, new_person_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import NationalId, masked_mobile, masked_national_id, parse_name, parse_national_id
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.sessions import Challenge, ChallengeAsk, Citizen, CitizenSession, CitizenSessionAsk, NameAsk
from desk_client.server.identity.port import Claimed, IdentityProvider, Proved
from desk_client.server.services.actor import Actor
from desk_client.server.services.sessions import open_session
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import person


def challenge(
    transaction: Transaction, provider: IdentityProvider, actor: Actor, ask: ChallengeAsk
) -> Challenge | Refusal:
    """Begin signing a citizen in. Refusals: FORBIDDEN, INVALID_NATIONAL_ID, INVALID_MOBILE, RATE_LIMITED."""
    if actor.role is not Role.KIOSK or actor.kiosk_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    national_id = parse_national_id(to_ascii(ask.national_id))
    if isinstance(national_id, Refusal):
        return national_id
    mobile = mobile_of(ask.mobile)
    if isinstance(mobile, Refusal):
        return mobile
    issued = provider.begin(transaction, Claimed(actor.kiosk_id, national_id, mobile))
    if isinstance(issued, Refusal):
        return issued
    return Challenge(
        challenge_id=issued.challenge_id,
        masked_mobile=masked_mobile(mobile),
        expires_at=issued.expires_at,
        resend_after=issued.resend_after,
    )


def sign_in(
    transaction: Transaction, provider: IdentityProvider, actor: Actor, ask: CitizenSessionAsk
) -> CitizenSession | Refusal:
    """Finish it with the code. Refusals: FORBIDDEN, and those of `IdentityProvider.finish`."""
    if actor.role is not Role.KIOSK or actor.kiosk_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    proved = provider.finish(transaction, actor.kiosk_id, ChallengeId(ask.challenge_id), to_ascii(ask.code))
    if isinstance(proved, Refusal):
        return proved
    citizen = _known(transaction, proved)
    opened = open_session(transaction, Role.CITIZEN, person_id=PersonId(citizen.id), kiosk_id=actor.kiosk_id)
    record(transaction, opened.actor, "sign_in", opened.actor.session_id)
    return CitizenSession(token=opened.token, person=citizen, expires_at=opened.expires_at)


def give_name(transaction: Transaction, actor: Actor, ask: NameAsk) -> Citizen | Refusal:
    """Set the citizen's own name. Refusals: FORBIDDEN, INVALID_NAME."""
    if actor.person_id is None or actor.refused(Action.BOOK) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    name = parse_name(ask.name)
    if isinstance(name, Refusal):
        return name
    transaction.connection.execute(update(person).where(person.c.id == actor.person_id).values(name=name))
    record(transaction, actor, "give_name", actor.person_id)
    national_id = transaction.connection.execute(
        select(person.c.national_id).where(person.c.id == actor.person_id)
    ).scalar_one()
    return Citizen(id=actor.person_id, name=name, masked_id=masked_national_id(NationalId(national_id)))


def _known(transaction: Transaction, proved: Proved) -> Citizen:
    """The person with this ID; whoever comes for the first time is known from now on."""
    masked = masked_national_id(proved.national_id)
    row = transaction.connection.execute(
        select(person.c.id, person.c.name).where(person.c.national_id == proved.national_id)
    ).one_or_none()
    if row is not None:
        return Citizen(id=row.id, name=row.name, masked_id=masked)
    person_id = new_person_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(person).values(
            id=person_id,
            national_id=proved.national_id,
            mobile=proved.mobile,
            created_at=transaction.now,
        )
    )
    return Citizen(id=person_id, name=None, masked_id=masked)
