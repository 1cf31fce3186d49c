"""What each role may do and is offered nowhere: known, and no more than that."""

from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from desk_client.client.day import DeskPage
from desk_client.domain.access import STAFF_ROLES, Action, Role, permissions
from tests.gui.rights import desk_asks, house_asks
from tests.gui.rights.desk_asks import Asks
from tests.gui.rights.people import signed_in
from tests.gui.rights.policies import policies

_IN_THE_DAY: Final = frozenset(
    {
        *(Action.SEE_APPOINTMENT, Action.SEE_QUEUE, Action.SEE_OUTCOME, Action.SEE_NOTES),
        *(Action.FOLLOW_RECORDING, Action.ASK_CALL_BACK),
    }
)
BY_ITSELF: Final[Mapping[Role, frozenset[Action]]] = {Role.OFFICIAL: _IN_THE_DAY, Role.DELEGATE: _IN_THE_DAY}
"""What their pages read or do without being asked to; the list of offices is read by whichever page needs it."""

_BOOKING: Final = frozenset(
    {Action.FIND_PERSON, Action.SUBMIT_REQUEST, Action.BOOK_FOR, Action.JOIN_WAITLIST, Action.CANCEL}
)
_AUDIENCE: Final = frozenset(
    {Action.CANCEL, Action.TRANSFER, Action.PAUSE, Action.MARK_NO_SHOW, Action.MARK_UNSERVED, Action.RECORD_INCIDENT}
)
_TALK: Final = frozenset(
    {
        *(Action.COMPLETE, Action.EXTEND, Action.CALL_BACK),
    }
)
_OVERSIGHT: Final = frozenset({Action.SEE_APPOINTMENT, Action.SEE_AGENDA, Action.SEE_OUTCOME, Action.SEE_SATISFACTION})
NOWHERE: Final[Mapping[Role, frozenset[Action]]] = {
    Role.ADMINISTRATOR: frozenset({Action.RECORD_INCIDENT, Action.SEE_SATISFACTION}),
    Role.AGENCY_LEADER: _OVERSIGHT,
    Role.EMIRATE_LEADERSHIP: _OVERSIGHT,
    Role.COORDINATOR: _BOOKING | {Action.SEE_APPOINTMENT, Action.RESCHEDULE, Action.SEE_QUEUE, Action.ATTACH},
    Role.OFFICIAL: _AUDIENCE | {Action.SEE_SATISFACTION},
    Role.DELEGATE: _AUDIENCE | _BOOKING | _TALK,
    Role.OPERATOR: frozenset(
        {
            *(Action.CHECK_IN, Action.MARK_UNSERVED, Action.SUBMIT_REQUEST, Action.ATTACH),
            *(Action.SEE_QUEUE, Action.SEE_CALLED_NUMBERS),
        }
    ),
}
"""By REST alone. Whoever gives one of these a control takes it out here."""


def tables_of(role: Role) -> Iterator[Asks]:
    """What stands on every page that the role comes to."""
    yield desk_asks.EVERYWHERE
    pages = {*signed_in(role.value).pages, DeskPage.SETTINGS}
    if DeskPage.TODAY in pages:
        pages |= {DeskPage.RECORDINGS, DeskPage.CALLED, DeskPage.OUTCOME}
    if role is Role.OFFICIAL:
        pages.add(DeskPage.CALL)
        yield desk_asks.TALKS
    for page in pages:
        if page is DeskPage.ADMINISTRATION:
            yield house_asks.EVERY_SECTION
            yield from house_asks.SECTIONS.values()
        else:
            yield house_asks.CONSOLE if page is DeskPage.CONSOLE else desk_asks.PAGES[page]


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_what_a_role_is_offered_nowhere_is_known(role: Role) -> None:
    asked = {policies()[route] for table in tables_of(role) for routes in table.values() for route in routes}
    theirs = {policy for policy in asked if not policy.roles or role in policy.roles}
    offered = {action for policy in theirs for action in (policy.action, policy.for_another)}
    nowhere = {action for action in permissions(role) if action.value not in offered}
    assert nowhere - BY_ITSELF.get(role, frozenset()) - {Action.SEE_OFFICES} == NOWHERE.get(role, frozenset())
