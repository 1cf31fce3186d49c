"""Whether an office records at all, and for how long it keeps that; off where nobody has said so."""

from datetime import timedelta

from sqlalchemy import select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import OfficeId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.retention import Kind
from desk_client.protocol.recordings import OfficeRecordingRule, RecordingRule, RecordingRules
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy import retention
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.recordings import recording_rule


def rule(transaction: Transaction, actor: Actor, office_id: OfficeId) -> RecordingRule | Refusal:
    """Whether an office records. Refusals: FORBIDDEN, NOT_FOUND."""
    refused = refused_for(transaction, actor, office_id)
    return rule_of(transaction, office_id) if refused is None else refused


def every_rule(transaction: Transaction, actor: Actor) -> RecordingRules | Refusal:
    """Of each office about which the actor has a say. Refusal: FORBIDDEN."""
    if (refused := actor.refused(Action.ALLOW_RECORDING)) is not None:
        return refused
    said = {row.office_id: row for row in transaction.connection.execute(select(recording_rule))}
    most = retention.kept_for(transaction)[Kind.RECORDINGS].days
    return RecordingRules(
        items=tuple(
            OfficeRecordingRule(
                office_id=office_id,
                allowed=office_id in said and said[office_id].allowed,
                kept_days=said[office_id].kept_days if office_id in said else None,
                most_days=most,
            )
            for office_id in sorted(rules(transaction).offices)
            if refused_for(transaction, actor, office_id) is None
        )
    )


def refused_for(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Refusal | None:
    """Why the actor has no say about that office; None where they have."""
    known = rules(transaction).offices.get(office_id)
    if known is None:
        return actor.refused(Action.ALLOW_RECORDING) or Refusal(RefusalCode.NOT_FOUND)
    whose = Ownership(office_ids=frozenset({office_id}), agency_id=known.agency_id)
    return actor.refused(Action.ALLOW_RECORDING, whose)


def rule_of(transaction: Transaction, office_id: OfficeId) -> RecordingRule:
    """Whether that office records, and how long that is kept."""
    row = transaction.connection.execute(
        select(recording_rule).where(recording_rule.c.office_id == office_id)
    ).one_or_none()
    most = retention.kept_for(transaction)[Kind.RECORDINGS].days
    return RecordingRule(
        allowed=row is not None and row.allowed, kept_days=None if row is None else row.kept_days, most_days=most
    )


def kept_for(transaction: Transaction, office_id: OfficeId) -> timedelta:
    """How long what that office records from now on is kept."""
    said = rule_of(transaction, office_id)
    return timedelta(days=min(said.most_days, said.kept_days or said.most_days))
