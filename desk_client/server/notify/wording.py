"""Which words a message has now: the administrator's where there are some, else our own; and sending them off."""

from dataclasses import replace

from desk_client.domain.consents import Purpose
from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.notify import outbox
from desk_client.server.notify.defaults import DEFAULTS, subject_of
from desk_client.server.notify.letter import Invitation, Letter
from desk_client.server.notify.notices import Notice
from desk_client.server.notify.outbox import Terms
from desk_client.server.notify.templates import SHAPES, faults_of, filled
from desk_client.server.services.privacy.consents import declines
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction


def tell(transaction: Transaction, recipient: Mobile, notice: Notice, terms: Terms) -> MessageId | None:
    """Send a notice by SMS once the transaction is committed; None where its dedupe key was used before.

    Somebody who wants no messages is spared those that they did not ask for: it is noted, and not sent.
    `terms.purpose` is the notice's own key.
    """
    spared = SHAPES[terms.purpose].declinable and terms.person_id is not None
    if spared and terms.person_id is not None and declines(transaction, terms.person_id, Purpose.SMS):
        terms = replace(terms, hush=True)
    return outbox.enqueue_sms(transaction, recipient, worded(transaction, notice, terms), terms)


def write(
    transaction: Transaction, recipient: str, notice: Notice, terms: Terms, *, invitation: Invitation | None = None
) -> MessageId | None:
    """Send a notice by e-mail, as `tell` does by SMS; an invitation goes with it where there is one."""
    letter = Letter(subject_of(notice.key, terms.language), worded(transaction, notice, terms), invitation)
    return outbox.enqueue_email(transaction, recipient, letter, terms)


def worded(transaction: Transaction, notice: Notice, terms: Terms) -> str:
    """The notice in the language of the terms."""
    own = rules(transaction).wording.get((notice.key.value, terms.language.value))
    if own is None or faults_of(notice.key, own):  # worded for an older version of this program
        own = DEFAULTS[terms.language][notice.key]
    return filled(own, notice.values(terms.language))
