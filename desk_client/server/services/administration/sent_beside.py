"""Who is sent beside the official: teams that visit people at home, and interpreters; made and named.

They end from a day on, and come back, as places close and open (`closing.closing`).
"""

from sqlalchemy import select

from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.regions import InterpreterAsk, NewInterpreterAsk, NewTeamAsk, PlaceKind, Region, TeamAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.places import added, changed, texts
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import office


def add_team(transaction: Transaction, actor: Actor, ask: NewTeamAsk) -> Region | Refusal:
    """A new visiting team of an office.

    Refusals: FORBIDDEN, NOT_FOUND (field `office_id`), ALREADY_EXISTS (field `name`).
    """
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    still_open = select(office.c.id).where(office.c.id == ask.office_id, office.c.closed_from.is_(None))
    if transaction.connection.execute(still_open).first() is None:
        return Refusal(RefusalCode.NOT_FOUND, field="office_id")
    values = {"office_id": ask.office_id, **texts("name", ask.name), "own": True}
    return added(transaction, actor, PlaceKind.TEAM, ask.name, values)


def change_team(
    transaction: Transaction, actor: Actor, team_id: str, ask: TeamAsk, version: int | None
) -> Region | Refusal:
    """Another name. Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED."""
    values = {**texts("name", ask.name), "own": True}
    return changed(transaction, actor, PlaceKind.TEAM, team_id, version, values)


def add_interpreter(transaction: Transaction, actor: Actor, ask: NewInterpreterAsk) -> Region | Refusal:
    """A new interpreter, for every office. Refusals: FORBIDDEN, ALREADY_EXISTS (field `name`)."""
    values = {"language": ask.language, **texts("name", ask.name), "own": True}
    return added(transaction, actor, PlaceKind.INTERPRETER, ask.name, values)


def change_interpreter(
    transaction: Transaction, actor: Actor, interpreter_id: str, ask: InterpreterAsk, version: int | None
) -> Region | Refusal:
    """Another name. Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED."""
    values = {**texts("name", ask.name), "own": True}
    return changed(transaction, actor, PlaceKind.INTERPRETER, interpreter_id, version, values)
