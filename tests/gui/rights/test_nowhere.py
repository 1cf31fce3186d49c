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

_BY_PHONE: Final = frozenset({Action.FIND_PERSON, Action.SUBMIT_REQUEST, Action.BOOK_FOR, Action.JOIN_WAITLIST})
"""To book for somebody who calls is a walk of its own, through who they are, what about and when: the operator's
console has it, and whoever else answers a telephone sends them there. It is more than a button."""
_BY_THE_HOUSE: Final = frozenset({Action.MARK_NO_SHOW, Action.MARK_UNSERVED})
"""The house does both by itself: ten minutes after a slot to which nobody came, and where a fault of ours is on record.
A button would be there for the minutes in between, and a press could only be wrong; an office that cannot receive
declines or cancels, and says why."""
_BY_THE_TALK: Final = frozenset({Action.PAUSE, Action.TRANSFER})
"""Whoever waits is sent back and admitted again, with their place kept, and a talk is held or handed over in the talk
itself: both are offered, and say the same to the visitor."""
_BY_THE_OPERATOR: Final = frozenset({Action.RECORD_INCIDENT})
"""Something is broken in a hall: who stands there records it, at the console. An office calls them."""
_FIGURES: Final = frozenset({Action.SEE_SATISFACTION})
"""Of many people together, by whole months: a report for a meeting, which wants a page and a paper of its own."""
_TALK: Final = frozenset({Action.COMPLETE, Action.EXTEND, Action.CALL_BACK})
"""The talk is shown to the official alone, whom the office's manager supports; they may do it where another program of
theirs asks."""
_OVERSIGHT: Final = frozenset({Action.SEE_APPOINTMENT, Action.SEE_AGENDA, Action.SEE_OUTCOME}) | _FIGURES
"""Who oversees reads requests and how late they are, which are their work; others' audiences are read upon a question,
by REST and into the register, and not from a list at hand."""
NOWHERE: Final[Mapping[Role, frozenset[Action]]] = {
    Role.ADMINISTRATOR: _BY_THE_OPERATOR | _FIGURES,
    Role.AGENCY_LEADER: _OVERSIGHT,
    Role.EMIRATE_LEADERSHIP: _OVERSIGHT,
    # a coordinator gives a slot for a request; what is booked then is the office's, and moved and cancelled there
    Role.COORDINATOR: _BY_PHONE
    | {Action.CANCEL, Action.RESCHEDULE, Action.SEE_APPOINTMENT, Action.SEE_QUEUE, Action.ATTACH},
    Role.OFFICIAL: _BY_THE_HOUSE | _BY_THE_TALK | _BY_THE_OPERATOR | _FIGURES,
    Role.DELEGATE: _BY_THE_HOUSE | _BY_THE_TALK | _BY_THE_OPERATOR | _BY_PHONE | _TALK,
    # at a kiosk people check in, ask and hand in by themselves, with the operator beside them
    Role.OPERATOR: frozenset({Action.CHECK_IN, Action.MARK_UNSERVED, Action.SUBMIT_REQUEST, Action.ATTACH})
    # and its screens show who waits, and which number is called
    | {Action.SEE_QUEUE, Action.SEE_CALLED_NUMBERS},
}
"""By REST alone, each with the reason why. Whoever gives one of these a control takes it out here."""


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
