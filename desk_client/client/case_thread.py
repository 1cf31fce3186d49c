"""A case as one thread: what somebody asked for, what was held and decided, and what came to nothing."""

from dataclasses import dataclass
from datetime import datetime

from desk_client.domain.decision import ActionItem
from desk_client.protocol.appointments import (
    Advice,
    Brief,
    NamedTransaction,
    Naming,
    Outcome,
    PastAudience,
    PastRequest,
    UnheldAudience,
)

__all__ = [
    "Advice",
    "Happening",
    "NamedTransaction",
    "Naming",
    "PastAudience",
    "PastRequest",
    "Task",
    "UnheldAudience",
]

What = PastAudience | PastRequest | UnheldAudience


@dataclass(frozen=True)
class Happening:
    """One thing that happened, and when."""

    at: datetime
    what: What


@dataclass(frozen=True)
class Task:
    """A task that follows from an earlier outcome."""

    item: ActionItem
    since: datetime


def thread_of(brief: Brief) -> tuple[Happening, ...]:
    """All that came before, and what still lies ahead, the newest first."""
    happened = (
        *(Happening(each.held_at, each) for each in brief.history),
        *(Happening(each.starts_at, each) for each in brief.unheld),
        *(Happening(each.submitted_at, each) for each in brief.requests),
    )
    return tuple(sorted(happened, key=lambda each: each.at, reverse=True))


def answered(brief: Brief) -> tuple[Happening, ...]:
    """What others answered already: answers, rejections and outcomes, the newest first, this case's own in front."""
    given = (
        *(Happening(each.held_at, each) for each in brief.history if each.decision is not None),
        *(
            Happening(each.changed_at, each)
            for each in brief.requests
            if each.answer is not None or each.declined is not None
        ),
    )
    newest_first = sorted(given, key=lambda each: each.at, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: not each.what.same_case))


def transactions(brief: Brief) -> tuple[NamedTransaction, ...]:
    """The files in the emirate's own system that outcomes name, the newest first; of an older server, by number."""
    if brief.transactions:
        return brief.transactions
    numbers = (each.decision.transaction_number for each in brief.history if each.decision is not None)
    return tuple(NamedTransaction(number=number) for number in dict.fromkeys(numbers) if number)


def transaction_of(outcome: Outcome) -> NamedTransaction | None:
    """The file that an outcome names; None where it names none."""
    number = outcome.decision.transaction_number
    return outcome.transaction or (NamedTransaction(number=number) if number else None)


def tasks(brief: Brief) -> tuple[Task, ...]:
    """The tasks that outcomes named, who is due first, first."""
    found = [
        Task(item, each.held_at)
        for each in brief.history
        if each.decision is not None
        for item in each.decision.actions
    ]
    return tuple(sorted(found, key=lambda task: task.item.due))
