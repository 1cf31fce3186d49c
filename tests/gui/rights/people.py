"""Who may sit at a desk: each role of staff, and an office's manager to whom this or that was left."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Final

from desk_client.client.day import Day, Outcome
from desk_client.domain.access import STAFF_ROLES, Role
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.delegation import EVERY_RIGHT, DelegateRight
from tests.gallery import desk_day
from tests.gallery.outcome_samples import transaction

Rights = tuple[DelegateRight, ...]
_LEFT: Final[Mapping[str, frozenset[DelegateRight]]] = {
    "nothing": frozenset(),
    **{right.value: frozenset({right}) for right in DelegateRight},
    "everything": EVERY_RIGHT,
}
_MANAGERS: Final = {f"delegate: {name}": (Role.DELEGATE, tuple(sorted(left))) for name, left in _LEFT.items()}
PEOPLE: Final[Mapping[str, tuple[Role, Rights | None]]] = MappingProxyType(
    {**{role.value: (role, None) for role in sorted(STAFF_ROLES)}, **_MANAGERS}
)
"""By what a failure calls them. Without rights of their own (None): all that the role may."""
OF_AN_OFFICE: Final = tuple(name for name, (role, _) in PEOPLE.items() if role in {Role.OFFICIAL, Role.DELEGATE})


def seen_by(day: Day, name: str, *, must_change: bool = False) -> Day:
    """The day as one of them has it."""
    assert day.session is not None
    role, rights = PEOPLE[name]
    site_id = "jazan" if role is Role.OPERATOR else None
    person = day.session.person.model_copy(update={"role": role, "rights": rights, "site_id": site_id})
    update = {"person": person, "must_change_password": must_change}
    return replace(day, session=day.session.model_copy(update=update))


def signed_in(name: str, *, must_change: bool = False) -> Day:
    """A day without anything in it, on its first page."""
    day = seen_by(Day(session=desk_day.session()), name, must_change=must_change)
    return replace(day, page=day.pages[0])


def in_each_state(day: Day) -> Iterator[Day]:
    """The audience that is open, in every state, one written and one that can be taken back."""
    brief = day.brief
    assert brief is not None
    decision = Decision(DecisionCode.GRANTED, "تمت الموافقة", "المكتب", transaction_number="44/12039")
    for state in AppointmentState:
        there = replace(day, brief=brief.model_copy(update={"item": brief.item.model_copy(update={"state": state})}))
        yield there
        if state in {AppointmentState.OUTCOME_RECORDED, AppointmentState.CONFIRMED}:
            for left in (timedelta(minutes=4), timedelta(minutes=-4)):
                until = datetime.now(UTC) + left
                recorded_at = until - timedelta(minutes=5)
                outcome = Outcome(
                    decision=decision,
                    recorded_at=recorded_at,
                    confirmed_at=None,
                    undo_until=until,
                    transaction=transaction(recorded_at, decision.transaction_number),
                )
                yield replace(there, outcome=outcome)
