"""What an official leaves to their office's manager, on both stores: it holds at once, and ends with its days."""

from datetime import date, timedelta

from desk_client.domain.access import Role
from desk_client.domain.delegation import DelegateRight
from desk_client.domain.ids import OfficeId, SessionId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.accounts import StaffPostAsk
from desk_client.protocol.base import Texts
from desk_client.protocol.delegates import Delegate, DelegateAsk
from desk_client.server.services.access.sessions import actor_of
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import accounts, delegates
from desk_client.server.services.life import audiences, changes
from tests.integration.life.lab import Lab, slot

MAYOR, MANAGER = OfficeId("mayor"), StaffId("stf_mayor-manager")
SEES, BOOKS = DelegateRight.SEE_CALENDAR, DelegateRight.MANAGE_BOOKINGS


def leave(lab: Lab, *rights: DelegateRight, who: str = "mayor", version: int = 0, **days: date) -> Delegate:
    (left,) = lab.write(
        delegates.put, lab.staff(who), MAYOR, MANAGER, DelegateAsk(rights=rights, **days), version
    ).items
    return left


def signed_in(lab: Lab, number: int = 1) -> Actor:
    """The manager, as their session says who they are."""
    actor = lab.staff("mayor-manager")
    session_id = SessionId(f"ses_again_{number}")
    lab.token(Actor(session_id, actor.role, staff_id=actor.staff_id))
    known = lab.house.read_now(lambda transaction: actor_of(transaction, session_id))
    assert known is not None
    return known


def test_a_manager_may_only_what_was_left_to_them_and_their_session_ends(lab: Lab) -> None:
    booked = lab.book(lab.citizen(1), slot(0))
    manager = signed_in(lab)
    assert manager.delegated is None
    assert lab.read(audiences.agenda, manager, slot(0).date())

    leave(lab, SEES)

    gone = lab.house.read_now(lambda transaction: actor_of(transaction, manager.session_id))
    assert gone is None, "whoever is signed in learns of it at once"
    manager = signed_in(lab, 2)
    assert lab.read(audiences.agenda, manager, slot(0).date())
    assert lab.refused(changes.cancel, manager, booked.id, None).code is RefusalCode.FORBIDDEN
    leave(lab, BOOKS, who="admin", version=1)
    lab.write(changes.cancel, signed_in(lab, 3), booked.id, None)
    assert lab.audited(MANAGER) == ["delegate", "delegate"]
    assert lab.audited(booked.id)[-1] == "cancel"


def test_rights_end_with_their_last_day_and_are_taken_away_at_once(lab: Lab) -> None:
    today = lab.clock.now().date()
    leave(lab, BOOKS, first=today, last=today + timedelta(days=1))
    manager = signed_in(lab)
    assert lab.read(audiences.agenda, manager, today)
    lab.clock.advance(timedelta(days=2))
    late = signed_in(lab, 2)
    assert lab.refused(audiences.agenda, late, today).code is RefusalCode.FORBIDDEN
    leave(lab, version=1)
    assert lab.audited(MANAGER)[-1] == "revoke_delegate"


def test_only_the_office_itself_and_administrators_leave_rights(lab: Lab) -> None:
    ask = DelegateAsk(rights=(SEES,))
    put = delegates.put
    assert lab.refused(put, lab.staff("mayor-manager"), MAYOR, MANAGER, ask, 0).code is RefusalCode.FORBIDDEN
    assert lab.refused(put, lab.staff("roads-head"), MAYOR, MANAGER, ask, 0).code is RefusalCode.NOT_FOUND
    other = lab.refused(put, lab.staff("roads-head"), OfficeId("roads"), MANAGER, ask, 0)
    assert other == Refusal(RefusalCode.NOT_FOUND, field="staff_id"), "nobody's manager but their own office's"
    assert lab.refused(put, lab.staff("mayor"), MAYOR, MANAGER, ask, None).code is RefusalCode.PRECONDITION_REQUIRED
    leave(lab, SEES)
    assert lab.refused(put, lab.staff("mayor"), MAYOR, MANAGER, ask, 0).code is RefusalCode.PRECONDITION_FAILED
    wrong = DelegateAsk(rights=(SEES,), first=date(2026, 12, 2), last=date(2026, 12, 1))
    assert lab.refused(put, lab.staff("mayor"), MAYOR, MANAGER, wrong, 1).code is RefusalCode.INVALID_REQUEST


def test_who_moves_to_another_office_takes_no_rights_along(lab: Lab) -> None:
    leave(lab, SEES)
    moved = StaffPostAsk(role=Role.DELEGATE, name=Texts(ar="م", en="M"), office_id="roads")
    lab.write(accounts.set_post, lab.staff("admin"), MANAGER, moved)
    assert signed_in(lab).delegated is None
    (there,) = lab.read(delegates.listed, lab.staff("roads-head"), OfficeId("roads")).items
    assert there.version == 2
