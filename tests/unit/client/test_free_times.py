"""The free times that triage looks through: whole days, no more at once than one reads, and none left out."""

from datetime import timedelta

from desk_client.client.actions import triage_inbox
from desk_client.client.desk import DeskClient
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.party import Party
from desk_client.protocol.slots import Availability, Day
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import desk_inbox
from tests.gallery.desk_calendar import SUNDAY, at, slot
from tests.integration.client.conftest import conference

_A_DAY = timedelta(days=1)
KIOSK = AppointmentKind.VIDEO_KIOSK


async def test_what_does_not_fit_on_a_page_begins_the_next() -> None:
    """25 a day: two days are shown, and the third is where the times go on."""
    gateway = ScriptedGateway()
    days = tuple(
        Day(date=SUNDAY + n * _A_DAY, capacity=25, slots=tuple(slot(at(n, 8, 20 * k % 60)) for k in range(25)))
        for n in range(14)
    )
    gateway.script["GET", "/v1/offices/lands/availability"] = Availability(zone="Asia/Riyadh", days=days)
    client = DeskClient(gateway, lambda: conference(Party.OFFICIAL))
    client.inbox.set(desk_inbox.view(opened=0))
    assert await triage_inbox.read_times(client, "survey", KIOSK, (SUNDAY,)) is None
    times = client.inbox.value.times
    assert times is not None
    assert times.slots == days[0].slots + days[1].slots
    assert times.next == SUNDAY + 2 * _A_DAY
    assert await triage_inbox.turn_times(client, is_forward=True) is None
    assert (times := client.inbox.value.times) is not None
    assert times.trail == (SUNDAY, SUNDAY + 2 * _A_DAY)
    await client.close()


def test_nobody_is_visited_by_a_request_that_names_no_address() -> None:
    every = desk_inbox.offices()[0].services[0].model_copy(update={"kinds": tuple(AppointmentKind)})
    assert triage_inbox.kinds_given(every) == (KIOSK, AppointmentKind.VIDEO_OWN, AppointmentKind.IN_PERSON)
    alone = every.model_copy(update={"kinds": (AppointmentKind.HOME_VISIT,)})
    assert triage_inbox.kinds_given(alone) == (AppointmentKind.HOME_VISIT,)
