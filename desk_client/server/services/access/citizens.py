"""Citizens, at a kiosk or at a computer of their own: proving who they are, and giving their name."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from desk_client.domain.access import Action, Role
from desk_client.domain.ids import ChallengeId, GuestLinkId, KioskId, SiteId, new_challenge_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import (
    DocumentKind,
    Mobile,
    NationalId,
    masked_mobile,
    parse_name,
)
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.language import Language
from desk_client.i18n.phones import mobile_of
from desk_client.protocol.sessions import (
    Challenge,
    ChallengeAsk,
    Citizen,
    CitizenSession,
    CitizenSessionAsk,
    NameAsk,
    OwnChallengeAsk,
    Ways,
)
from desk_client.server.identity import challenges, operator
from desk_client.server.identity.challenges import Found
from desk_client.server.identity.operator import OperatorProvider
from desk_client.server.identity.port import Begun, Claimed, IdentityProvider, Issued, Proved, Standing, Way
from desk_client.server.identity.sms_code import SmsCodeProvider
from desk_client.server.services import throttle
from desk_client.server.services.access import party, people
from desk_client.server.services.access.adopting import adopt
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction

_OWN_WAYS: Final[Mapping[Way, IdentityProvider]] = MappingProxyType(
    {Way.SMS_CODE: SmsCodeProvider(), Way.OPERATOR: OperatorProvider()}
)
"""The ways that need nothing but the store: every kiosk always offers them."""
_TRIES_EACH: Final = 3
"""So often, on average, a code may be typed for each that was asked for from one address."""


@dataclass(frozen=True, slots=True)
class AskOutside:
    """The national sign-on has to be asked now, outside of any transaction, about this person."""

    claimed: Claimed
    national_id: NationalId


@dataclass(frozen=True, slots=True)
class LookOutside:
    """How a transaction of the national sign-on stands has to be asked now, outside of any transaction."""

    reference: str
    national_id: NationalId


def ways(actor: Actor, *, national: bool) -> Ways | Refusal:
    """In which ways one may sign in where this kiosk stands: never by the national sign-on alone. FORBIDDEN."""
    at = _at_kiosk(actor)
    if isinstance(at, Refusal):
        return at
    return Ways(ways=("nafath", "sms_code", "operator") if national else ("sms_code", "operator"))


def challenge(transaction: Transaction, actor: Actor, ask: ChallengeAsk) -> Challenge | AskOutside | Refusal:
    """Begin signing a citizen in; with AskOutside the way goes on in `challenge_begun`.

    Refusals: FORBIDDEN, INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_MOBILE, RATE_LIMITED.
    """
    at = _at_kiosk(actor)
    if isinstance(at, Refusal):
        return at
    document = people.named(ask.national_id, ask.document)
    if isinstance(document, Refusal):
        return document
    mobile = None if ask.mobile is None else mobile_of(ask.mobile)
    if isinstance(mobile, Refusal):
        return mobile
    claimed = Claimed(*at, document, mobile, Language(ask.language))
    way = Way(ask.way)
    if way is Way.NAFATH:
        if document.kind is not DocumentKind.NATIONAL_ID:
            return Refusal(RefusalCode.INVALID_NATIONAL_ID, field="national_id")
        if (refusal := throttle.taken(transaction, *challenges.limits(transaction, claimed))) is not None:
            return refusal
        return AskOutside(claimed, NationalId(document.number))
    issued = _OWN_WAYS[way].begin(transaction, claimed)
    return issued if isinstance(issued, Refusal) else _shown(issued, mobile)


def own_challenge(transaction: Transaction, address: str, ask: OwnChallengeAsk) -> Challenge | Refusal:
    """Begin signing somebody in who sits at a computer of their own, at that address: by SMS code.

    Refusals: INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_MOBILE, RATE_LIMITED.
    """
    document = people.named(ask.national_id, ask.document)
    if isinstance(document, Refusal):
        return document
    mobile = mobile_of(ask.mobile)
    if isinstance(mobile, Refusal):
        return mobile
    return by_sms(transaction, Claimed(None, None, document, mobile, Language(ask.language), address))


def by_sms(transaction: Transaction, claimed: Claimed) -> Challenge | Refusal:
    """Have a code sent to whoever it is claimed to be. Refusals: RATE_LIMITED, INVALID_MOBILE."""
    issued = _OWN_WAYS[Way.SMS_CODE].begin(transaction, claimed)
    return issued if isinstance(issued, Refusal) else _shown(issued, claimed.mobile)


def challenge_begun(transaction: Transaction, outside: AskOutside, begun: Begun) -> Challenge:
    """Keep what the national sign-on has begun."""
    challenge_id = new_challenge_id(transaction.id_bytes())
    issued = challenges.keep(
        transaction, challenge_id, Way.NAFATH, outside.claimed, note=begun.reference, number_to_show=begun.number
    )
    return _shown(issued, outside.claimed.mobile)


def standing(transaction: Transaction, actor: Actor, challenge_id: ChallengeId) -> Standing | LookOutside | Refusal:
    """Whether a challenge without a code is confirmed already. Refusals: FORBIDDEN, CHALLENGE_UNKNOWN."""
    at = _at_kiosk(actor)
    if isinstance(at, Refusal):
        return at
    found = challenges.find(transaction, at[0], challenge_id)
    if isinstance(found, Refusal):
        return Standing.EXPIRED if found.code is RefusalCode.CODE_EXPIRED else found
    match found.way:
        case Way.SMS_CODE:
            return Standing.PENDING
        case Way.OPERATOR:
            return operator.standing(found)
        case Way.NAFATH:
            return _look(found)


def withdraw(transaction: Transaction, actor: Actor, challenge_id: ChallengeId) -> Refusal | None:
    """Somebody chose another way, or left: no operator is to see them wait any longer.

    A code that was sent is not taken back: the wait before the next one is counted from it. Refusals: FORBIDDEN,
    CHALLENGE_UNKNOWN (also of one that is over).
    """
    at = _at_kiosk(actor)
    if isinstance(at, Refusal):
        return at
    found = challenges.find(transaction, at[0], challenge_id)
    if isinstance(found, Refusal):
        return None if found.code is RefusalCode.CODE_EXPIRED else found
    if found.way is not Way.SMS_CODE:
        challenges.use(transaction, found)
    return None


def sign_in(
    transaction: Transaction, actor: Actor, ask: CitizenSessionAsk, outside: Standing | None = None
) -> CitizenSession | LookOutside | Refusal:
    """Finish it with the code, or with what the national sign-on said; LookOutside asks for that.

    Refusals: FORBIDDEN, INVALID_REPRESENTATION, those of `IdentityProvider.finish`, IDENTITY_REJECTED.
    """
    at = _at_kiosk(actor)
    return at if isinstance(at, Refusal) else _finished(transaction, at[0], ask, outside)


def own_sign_in(transaction: Transaction, address: str, ask: CitizenSessionAsk) -> CitizenSession | Refusal:
    """Finish it with the code, at the computer of their own on which it was begun.

    Refusals: RATE_LIMITED, INVALID_REPRESENTATION, those of `IdentityProvider.finish`.
    """
    if (refusal := _tried(transaction, address)) is not None:
        return refusal
    finished = _finished(transaction, None, ask, None)
    assert not isinstance(finished, LookOutside)  # the national sign-on is asked by kiosks alone
    return finished


def proved_by_code(
    transaction: Transaction, address: str, challenge_id: str, code: str, *, of: GuestLinkId
) -> Proved | Refusal:
    """Who somebody is, by the code that was sent for a guest's link, and for no other.

    Refusals: RATE_LIMITED, those of `IdentityProvider.finish`.
    """
    if (refusal := _tried(transaction, address)) is not None:
        return refusal
    found = challenges.find(transaction, None, ChallengeId(challenge_id))
    if isinstance(found, Refusal):
        return found
    if found.note != of:
        return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
    return _OWN_WAYS[Way.SMS_CODE].finish(transaction, None, found.id, to_ascii(code).strip())


def _tried(transaction: Transaction, address: str) -> Refusal | None:
    """RATE_LIMITED where too many codes were typed at one address."""
    most = transaction.settings.identity.challenges_per_address * _TRIES_EACH
    return throttle.taken(transaction, Limit("own-sign-in", address, most))


def _finished(
    transaction: Transaction, kiosk_id: KioskId | None, ask: CitizenSessionAsk, outside: Standing | None
) -> CitizenSession | LookOutside | Refusal:
    challenge_id = ChallengeId(ask.challenge_id)
    found = challenges.find(transaction, kiosk_id, challenge_id)
    if isinstance(found, Refusal):
        return found
    if found.way is Way.SMS_CODE and found.note is not None:  # sent for a guest's link, and good for nothing more
        return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
    # before the code is used up: a slip in a number costs no second message
    stated = ask.representation
    represented = None if stated is None else party.parse_representation(stated, found.document)
    if isinstance(represented, Refusal):
        return represented
    if found.way is not Way.NAFATH:
        answer = "" if ask.code is None else to_ascii(ask.code).strip()
        proved = _OWN_WAYS[found.way].finish(transaction, kiosk_id, challenge_id, answer)
    elif outside is None:
        return _look(found)
    else:
        proved = _settled(transaction, found, outside)
    if isinstance(proved, Refusal):
        return proved
    person_id = people.remembered(transaction, proved.document, proved.mobile, Language(ask.language))
    adopt(transaction, person_id, proved.document, proved.mobile)
    opened = open_session(
        transaction,
        Holder(
            Role.CITIZEN,
            proved.way.value,
            person_id=person_id,
            kiosk_id=kiosk_id,
            assisted_by=proved.assisted_by,
            companions=ask.companions,
            represented=None if represented is None else represented.packed(),
        ),
    )
    if isinstance(opened, Refusal):
        return opened
    record(transaction, opened.actor, "sign_in", opened.actor.session_id)
    known = people.shown(transaction, person_id)
    assert known is not None  # remembered a moment ago
    citizen = Citizen(id=person_id, name=known.name, masked_id=proved.document.masked)
    return CitizenSession(token=opened.token, person=citizen, expires_at=opened.expires_at)


def give_name(transaction: Transaction, actor: Actor, ask: NameAsk) -> Citizen | Refusal:
    """Set the citizen's own name. Refusals: FORBIDDEN, INVALID_NAME."""
    if actor.person_id is None or actor.refused(Action.BOOK) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    name = parse_name(ask.name)
    if isinstance(name, Refusal):
        return name
    people.rename(transaction, actor.person_id, name)
    record(transaction, actor, "give_name", actor.person_id)
    known = people.shown(transaction, actor.person_id)
    assert known is not None  # whose session it is
    return Citizen(id=actor.person_id, name=name, masked_id=known.masked_id or "")


def _at_kiosk(actor: Actor) -> tuple[KioskId, SiteId] | Refusal:
    """Which kiosk asks, and in which hall it stands."""
    if (refusal := actor.refused(Action.START_CITIZEN_SESSION)) is not None:
        return refusal
    if actor.kiosk_id is None or actor.site_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    return actor.kiosk_id, actor.site_id


def _shown(issued: Issued, mobile: Mobile | None) -> Challenge:
    return Challenge(
        challenge_id=issued.challenge_id,
        masked_mobile="" if mobile is None else masked_mobile(mobile),
        expires_at=issued.expires_at,
        resend_after=issued.resend_after,
        number_to_show=issued.number_to_show,
    )


def _look(found: Found) -> LookOutside:
    assert found.note is not None  # the national sign-on's challenges are kept with it
    return LookOutside(found.note, NationalId(found.document.number))


def _settled(transaction: Transaction, found: Found, outside: Standing) -> Proved | Refusal:
    """What the national sign-on said, as a proof."""
    match outside:
        case Standing.PENDING:
            return Refusal(RefusalCode.TOO_EARLY)
        case Standing.EXPIRED:
            return Refusal(RefusalCode.CODE_EXPIRED)
        case Standing.REJECTED:
            challenges.use(transaction, found)
            return Refusal(RefusalCode.IDENTITY_REJECTED)
        case Standing.COMPLETED:
            known = people.with_document(transaction, found.document)
            if not challenges.use(transaction, found):
                return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
            if known is not None and known.disabled:
                return Refusal(RefusalCode.IDENTITY_REJECTED)
            return Proved(found.document, found.mobile, Way.NAFATH)
