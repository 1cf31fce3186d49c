"""Another time for an audience, or none: by touch, over a scripted server and a real one."""

from dataclasses import replace

import pytest

from desk_client.client.flows.kiosk import at
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.slots import MoveAsk
from desk_client.ui.messages import worded
from desk_client.ui.moments import wall_span
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import Ends

CANCELLED = sample.LATER.model_copy(update={"state": AppointmentState.CANCELLED, "version": 2})


def bring_to_list(client: KioskClient, gateway: ScriptedGateway) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.SOON, sample.LATER))
    client.visit.set(
        replace(
            sample.VISIT,
            page=Page.APPOINTMENTS,
            goal=Goal.ATTEND,
            slot=None,
            hold=None,
            appointments=(sample.SOON, sample.LATER),
        )
    )


async def test_only_what_can_still_be_changed_offers_it(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    await visitor.until(lambda: visitor.find(f"change_{sample.LATER.id}"))
    assert visitor.find(f"check_in_{sample.SOON.id}") is not None
    assert visitor.find(f"change_{sample.SOON.id}") is None, "it begins in less than two hours"


async def test_whoever_keeps_an_audience_loses_nothing(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    await visitor.touch(f"change_{sample.LATER.id}")
    await visitor.touch("cancel")
    await visitor.touch("keep")
    assert visitor.window.page_name == "change"
    await visitor.touch("back")
    assert visitor.window.page_name == "appointments"
    assert not [path for method, path, _ in gateway.asked if method == "POST"]


async def test_a_cancelled_audience_is_gone_from_the_list_and_that_is_said(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["POST", "/v1/appointments/a2/cancellation"] = CANCELLED
    await visitor.touch(f"change_{sample.LATER.id}")
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.SOON, CANCELLED))
    await visitor.touch("cancel")
    await visitor.touch("confirm_cancel")
    await visitor.until_page("appointments")
    await visitor.until(lambda: visitor.find("cancelled"))
    assert sample.LATER.office_title.ar in visitor.reads()
    await visitor.until(lambda: visitor.find(f"change_{sample.LATER.id}") is None)


@pytest.mark.parametrize("code", [RefusalCode.PRECONDITION_FAILED, RefusalCode.ILLEGAL_TRANSITION])
async def test_a_cancellation_whose_answer_was_lost_is_not_refused_the_second_time(
    code: RefusalCode, visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["POST", "/v1/appointments/a2/cancellation"] = Refusal(RefusalCode.TIMEOUT)
    await visitor.touch(f"change_{sample.LATER.id}")
    await visitor.touch("cancel")
    await visitor.touch("confirm_cancel")
    await visitor.until(lambda: visitor.find("try_again"))
    gateway.script["POST", "/v1/appointments/a2/cancellation"] = Refusal(code)
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.SOON, CANCELLED))
    await visitor.touch("try_again")
    await visitor.until(lambda: visitor.find("cancelled"))


async def test_what_an_office_changed_meanwhile_is_neither_cancelled_nor_moved(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    moved = sample.LATER.model_copy(update={"slot": sample.SLOT, "version": 2})
    bring_to_list(client, gateway)
    refusal = gateway.script["POST", "/v1/appointments/a2"] = Refusal(RefusalCode.PRECONDITION_FAILED)
    await visitor.touch(f"change_{sample.LATER.id}")
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.SOON, moved))
    await visitor.touch("cancel")
    await visitor.touch("confirm_cancel")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    assert visitor.window.page_name == "change"
    assert visitor.visit.appointment == moved, "and what it is now is shown"


async def test_a_time_that_was_taken_leads_to_another_and_the_old_one_is_kept(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    bring_to_list(client, gateway)
    gateway.script["GET", "/v1/offices"] = sample.AVAILABILITY
    refusal = gateway.script["POST", "/v1/appointments/a2/reschedule"] = Refusal(RefusalCode.SLOT_TAKEN)
    await visitor.touch(f"change_{sample.LATER.id}")
    await visitor.touch("another_time")
    await visitor.touch("next_free")
    await visitor.until_page("move")
    await visitor.touch("confirm_move")
    await visitor.until(lambda: worded(refusal).title in visitor.reads())
    assert visitor.find("confirm_move") is None
    await visitor.touch("another_time")
    await visitor.until_page("time")
    assert visitor.visit.appointment == sample.LATER
    await visitor.touch("next_free")
    await visitor.until_page("move")
    assert visitor.visit.hold is None, "nothing is held while the old time is one's own"
    asked = [body for _, path, body in gateway.asked if path.endswith("reschedule")]
    assert asked == [MoveAsk(starts_at=sample.AVAILABILITY.days[0].slots[0].starts_at)]


async def test_a_real_audience_is_moved_with_its_ticket(ends: Ends, open_window: Open) -> None:
    kiosk = await ends.booked_kiosk(far_ahead=True)
    booked = kiosk.visit.value.appointment
    assert booked is not None
    kiosk.visit.set(at(replace(kiosk.visit.value, goal=Goal.ATTEND), Page.APPOINTMENTS))
    async with open_window(kiosk) as visitor:
        await visitor.touch(f"change_{booked.id}")
        await visitor.touch("another_time")
        await visitor.touch("next_free")
        await visitor.until_page("move")
        chosen = visitor.visit.slot
        assert wall_span(booked.slot).spelled_day(Language.ARABIC) in visitor.reads()
        await visitor.touch("confirm_move")
        await visitor.until_page("ticket")
        moved = visitor.visit.appointment
        assert moved is not None
        assert (moved.id, moved.ticket_number, moved.slot) == (booked.id, booked.ticket_number, chosen)


async def test_a_real_audience_is_cancelled(ends: Ends, open_window: Open) -> None:
    kiosk = await ends.booked_kiosk(far_ahead=True)
    booked = kiosk.visit.value.appointment
    assert booked is not None
    kiosk.visit.set(at(replace(kiosk.visit.value, goal=Goal.ATTEND), Page.APPOINTMENTS))
    async with open_window(kiosk) as visitor:
        await visitor.touch(f"change_{booked.id}")
        await visitor.touch("cancel")
        await visitor.touch("confirm_cancel")
        await visitor.until(lambda: visitor.find("cancelled"))
        await visitor.until(lambda: not visitor.window.page.is_busy)
        states = {item.id: item.state for item in visitor.visit.appointments}
        assert states[booked.id] is AppointmentState.CANCELLED
