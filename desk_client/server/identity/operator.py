"""Proof by the operator of the hall, who has seen the papers: for people without a mobile.

The person types their document's number at the kiosk; the operator sees that somebody waits there, and confirms it with
the number as it stands in the papers, which they could not know otherwise.
"""

import hmac

from sqlalchemy import select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import ChallengeId, KioskId, SiteId, StaffId, new_challenge_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentNumber
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.sessions import AssistanceAsk, Waiting, WaitingList
from desk_client.server.identity import challenges
from desk_client.server.identity.port import Claimed, Issued, Proved, Standing, Way
from desk_client.server.services import throttle
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.people import challenge
from desk_client.server.storage.tables.region import kiosk


class OperatorProvider:
    """An `IdentityProvider` by the operator of the hall."""

    def begin(self, transaction: Transaction, claimed: Claimed) -> Issued | Refusal:
        """Let the operator know; see `IdentityProvider.begin`."""
        if (refusal := throttle.taken(transaction, *challenges.limits(transaction, claimed))) is not None:
            return refusal
        return challenges.keep(transaction, new_challenge_id(transaction.id_bytes()), Way.OPERATOR, claimed)

    def finish(
        self, transaction: Transaction, kiosk_id: KioskId | None, challenge_id: ChallengeId, answer: str
    ) -> Proved | Refusal:
        """Whether it was confirmed; nothing has to be typed. TOO_EARLY while it was not."""
        del answer
        found = challenges.find(transaction, kiosk_id, challenge_id)
        if isinstance(found, Refusal):
            return found
        if found.note is None:
            return Refusal(RefusalCode.TOO_EARLY)
        if not challenges.use(transaction, found):
            return Refusal(RefusalCode.CHALLENGE_UNKNOWN)
        known = people.with_document(transaction, found.document)
        if known is not None and known.disabled:
            return Refusal(RefusalCode.IDENTITY_REJECTED)
        # a mobile that nobody has proved to be theirs is not kept
        return Proved(found.document, None, Way.OPERATOR, StaffId(found.note))


def standing(found: challenges.Found) -> Standing:
    """How far it has come."""
    return Standing.PENDING if found.note is None else Standing.COMPLETED


def waiting(transaction: Transaction, actor: Actor) -> WaitingList | Refusal:
    """Who waits for the operator in their own hall. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.ASSIST_SIGN_IN)) is not None:
        return refusal
    rows = transaction.connection.execute(
        select(challenge, kiosk.c.number)
        .join_from(challenge, kiosk)
        .where(
            challenge.c.provider == Way.OPERATOR.value,
            kiosk.c.site_id == actor.site_id,
            challenge.c.used_at.is_(None),
            challenge.c.transaction_sealed.is_(None),
            challenge.c.expires_at > transaction.now,
        )
        .order_by(challenge.c.created_at, challenge.c.id)
    )
    return WaitingList(
        waiting=tuple(
            Waiting(
                challenge_id=row.id,
                kiosk_number=row.number,
                document=found.document.kind,
                masked_id=found.document.masked,
                expires_at=row.expires_at,
            )
            for row in rows
            for found in (challenges.opened(transaction, row),)
        )
    )


def confirm(transaction: Transaction, actor: Actor, challenge_id: ChallengeId, ask: AssistanceAsk) -> Refusal | None:
    """Let in somebody whose papers the operator has seen.

    Refusals: FORBIDDEN, NOT_FOUND (of another hall, over, or confirmed already), INVALID_DOCUMENT where the papers name
    somebody else, RATE_LIMITED.
    """
    row = transaction.connection.execute(
        select(challenge, kiosk.c.site_id).join_from(challenge, kiosk).where(challenge.c.id == challenge_id)
    ).one_or_none()
    where = Ownership() if row is None else Ownership(site_id=SiteId(row.site_id))
    if (refusal := actor.refused(Action.ASSIST_SIGN_IN, where)) is not None:
        return refusal
    if row is None or row.provider != Way.OPERATOR.value or actor.staff_id is None:
        return Refusal(RefusalCode.NOT_FOUND)
    limit = Limit("papers", challenge_id, transaction.settings.identity.code_attempts)
    if (refusal := throttle.taken(transaction, limit)) is not None:
        return refusal
    found = challenges.opened(transaction, row)
    seen = to_ascii(ask.number).replace(" ", "").replace("-", "").upper()
    papers = Document(found.document.kind, DocumentNumber(seen), found.document.nationality)
    if not hmac.compare_digest(papers.key.encode(), found.document.key.encode()):
        return Refusal(RefusalCode.INVALID_DOCUMENT, field="number")
    if not challenges.write_note(transaction, found, actor.staff_id):
        return Refusal(RefusalCode.NOT_FOUND)
    record(transaction, actor, "assist_sign_in", challenge_id)
    return None
