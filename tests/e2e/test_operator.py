"""A kiosk in service, worked from its operator's desk: the supervisor, its windows and the server are the real ones."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeVar

import psutil
import pytest

from desk_client.bootstrap.demo.pilots import Pilot
from desk_client.bootstrap.demo.processes import Program
from desk_client.client.actions import operate, receive
from desk_client.client.console import HallKiosk, Order
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.domain.kiosk_health import Activity, Health
from desk_client.domain.kiosk_orders import OrderFailure, OrderKind, OrderState
from desk_client.domain.outcomes import Refusal
from tests.e2e.hall import Hall, hall
from tests.gallery.desk_screens import conference

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the hall's screens are X servers"),
    pytest.mark.timeout(300),
]
T = TypeVar("T")
_POLL_S: Final = 0.25
KIOSK: Final = "fayfa-1"
MESSAGE: Final = "نرجو التوجه إلى الكشك رقم ٢"


async def until(look: Callable[[], T | None], client: DeskClient, within_s: float = 45.0) -> T:
    """Read the hall until ``look`` finds what it looks for."""
    deadline_s = time.monotonic() + within_s
    while True:
        assert await operate.read_hall(client) is None
        found = look()
        if found is not None:
            return found
        assert time.monotonic() < deadline_s, client.console.hall.value
        await asyncio.sleep(_POLL_S)


class Operator:
    """The hall's operator with the desk's own client, and no window."""

    def __init__(self, place: Hall) -> None:
        self.client = DeskClient(Gateway(place.environment["DESK_CLIENT_SERVER_URL"]), conference)
        self._account = next(each for each in place.sample.operators if each.username == "operator.fayfa")

    async def sign_in(self) -> None:
        assert await receive.sign_in(self.client, self._account.username, self._account.password) is None

    @property
    def kiosk(self) -> HallKiosk:
        found = self.client.console.hall.value.kiosk(KIOSK)
        assert found is not None
        return found

    async def sees(self, activity: Activity) -> HallKiosk:
        return await until(lambda: self.kiosk if self.kiosk.activity is activity else None, self.client)

    async def ask(self, kind: OrderKind, *, text: str = "", ends_visit: bool = False) -> Order:
        """Ask it, and wait for its end."""
        asked = await operate.ask_kiosk(self.client, KIOSK, kind, text=text, ends_visit=ends_visit)
        assert not isinstance(asked, Refusal), asked

        def ended() -> Order | None:
            (order,) = [each for each in self.kiosk.orders if each.id == asked.id]
            return order if order.state in {OrderState.DONE, OrderState.FAILED} else None

        return await until(ended, self.client)


async def shows(pilot: Pilot, name: str) -> bool:
    return bool((await pilot.ask("find", name=name))["ok"])


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Hall, Program, Pilot, Operator]]:
    """A hall whose kiosk is in service, and its operator, who has seen that it is free."""
    async with hall() as place:
        supervisor, window, _ = await place.start_kiosk()
        operator = Operator(place)
        try:
            await operator.sign_in()
            await operator.sees(Activity.IDLE)
            yield place, supervisor, window, operator
        finally:
            await operator.client.close()


async def test_a_kiosk_is_watched_told_closed_opened_and_restarted_from_the_desk() -> None:
    async with served() as (place, _, first, operator):
        window = first
        assert operator.kiosk.health is Health.FINE
        assert operator.kiosk.program

        # somebody comes, and is told something
        await window.tap("book")
        await window.page("national_id")
        await operator.sees(Activity.IN_USE)
        assert (await operator.ask(OrderKind.MESSAGE, text=MESSAGE)).state is OrderState.DONE
        await window.tap("staff_message_button")
        assert not await shows(window, "staff_message")

        # no picture is taken of who types their ID
        refused = await operator.ask(OrderKind.STILL)
        assert (refused.state, refused.failure) == (OrderState.FAILED, OrderFailure.PRIVATE)
        assert not await shows(window, "still_notice")

        # it closes, and their visit goes on
        assert (await operator.ask(OrderKind.LOCK)).state is OrderState.DONE
        await window.until("find", name="staff_message")
        assert operator.kiosk.locked
        assert operator.kiosk.activity is Activity.IN_USE
        await window.page("national_id")

        # until the operator ends it: whoever comes next finds it closed
        assert (await operator.ask(OrderKind.LOCK, ends_visit=True)).state is OrderState.DONE
        window = await place.pilots.of("kiosk", after=window)
        await window.until("find", name="closed_screen")
        await operator.sees(Activity.LOCKED)

        # it is restarted by whoever cannot see it, and is closed still
        assert (await operator.ask(OrderKind.RESTART)).state is OrderState.DONE
        window = await place.pilots.of("kiosk", after=window)
        await window.until("find", name="closed_screen")

        assert (await operator.ask(OrderKind.UNLOCK)).state is OrderState.DONE
        await window.until("find", name="book")
        assert not await shows(window, "closed_screen")
        await operator.sees(Activity.IDLE)


async def test_its_devices_are_looked_at_a_picture_is_taken_and_it_stays_light() -> None:
    async with served() as (place, supervisor, first, operator):
        # its devices are looked at, after which a fresh window stands there
        assert (await operator.ask(OrderKind.TEST)).state is OrderState.DONE
        window = await place.pilots.of("kiosk", after=first)

        # one picture, which is told before, and is shown once
        asking = asyncio.create_task(operator.ask(OrderKind.STILL))
        await window.until("find", name="still_notice")
        taken = await asking
        assert taken.state is OrderState.DONE
        jpeg = await operate.take_still(operator.client, KIOSK, taken.id)
        assert isinstance(jpeg, bytes)
        assert jpeg.startswith(b"\xff\xd8")
        assert isinstance(await operate.take_still(operator.client, KIOSK, taken.id), Refusal)
        assert not list(place.kiosk_s.rglob("*.jp*g"))

        # while nobody is there, all this costs next to nothing
        window = await place.pilots.of("kiosk", after=window)
        process = psutil.Process(supervisor.process.pid)
        before, began_s = sum(process.cpu_times()[:2]), time.monotonic()
        await asyncio.sleep(20)
        share = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - began_s)
        assert share < 0.01, f"the supervisor took {share:.2%} of a core"


async def test_a_visitor_says_no_and_no_picture_is_taken() -> None:
    async with served() as (_, _, window, operator):
        asking = asyncio.create_task(operator.ask(OrderKind.STILL))
        await window.tap("still_notice_button")
        refused = await asking
        assert (refused.state, refused.failure) == (OrderState.FAILED, OrderFailure.DECLINED)
        assert isinstance(await operate.take_still(operator.client, KIOSK, refused.id), Refusal)
