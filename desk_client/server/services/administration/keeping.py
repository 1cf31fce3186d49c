"""How long what is kept, seen and changed by an administrator."""

from datetime import timedelta

from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal
from desk_client.domain.retention import Kind
from desk_client.protocol.retention import Kept, Retention, RetentionPreview
from desk_client.server.services.actor import Actor
from desk_client.server.services.privacy import retention
from desk_client.server.services.transaction import Transaction

_HOUR = timedelta(hours=1)


def listed(transaction: Transaction, actor: Actor) -> Retention | Refusal:
    """Every kind. Refusal: FORBIDDEN."""
    refusal = actor.refused(Action.ADMINISTER)
    return _listed(transaction) if refusal is None else refusal


def preview(transaction: Transaction, actor: Actor, kind: Kind, days: int) -> RetentionPreview | Refusal:
    """How many records would go, were a kind kept for so many days. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    return RetentionPreview(due=retention.due(transaction, kind, days))


def keep(transaction: Transaction, actor: Actor, kind: Kind, days: int | None) -> Retention | Refusal:
    """Keep a kind for so many days from now on, or for None as long as it usually is. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    if days is None:
        retention.keep_as_usual(transaction, kind, actor)
    else:
        retention.keep(transaction, kind, days, actor)
    return _listed(transaction)


def _listed(transaction: Transaction) -> Retention:
    kept, own = retention.kept_for(transaction), retention.said(transaction)
    return Retention(
        kinds=tuple(
            Kept(kind=kind, hours=kept[kind] // _HOUR, own=kind.value in own, due=retention.due(transaction, kind))
            for kind in Kind
        )
    )
