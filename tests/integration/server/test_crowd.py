"""More comes than the store can take: what would wait for too long is turned away at once, new holds first."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest

from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.settings import ServerSettings
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Town, hold_ask, new_key
from tests.stores import BOTH

STORES = BOTH
PRESSED = OperationsSettings(turn_away_after=timedelta(seconds=2))
UNHURRIED = OperationsSettings(turn_away_after=timedelta(seconds=10))


@contextmanager
def stuck(town: Town) -> Iterator[threading.Event]:
    """Every writer is held up until the event is set, or the block ends."""
    release = threading.Event()
    writers = 4 if town.server.house.settings.database_url else 1
    held_up = threading.Barrier(writers + 1, timeout=10)

    def hold_up(_connection: object) -> None:
        held_up.wait()
        release.wait(30)

    busy = [town.server.house.store.write(hold_up) for _ in range(writers)]
    held_up.wait()
    try:
        yield release
    finally:
        release.set()
        for each in busy:
            each.result()


def test_a_line_that_is_too_long_turns_away_and_serves_who_stood_in_it(
    settings: ServerSettings, settle_town: Settle
) -> None:
    with settle_town(settings.model_copy(update={"operations": PRESSED})) as town, ThreadPoolExecutor(1) as pool:
        citizen, another = town.citizen(town.kiosk()), town.client()
        another.token = citizen.token
        first, second, third = town.slots(citizen)[:3]
        booked = town.booked(citizen, first)["appointment"]["id"]
        with stuck(town) as release:
            in_line = pool.submit(citizen.ask, "POST", "/holds", hold_ask(second), Idempotency_Key=new_key())
            while town.server.house.store.delay_s < PRESSED.turn_away_after.total_seconds():
                threading.Event().wait(0.01)
            turned_away = another.ask("POST", "/holds", hold_ask(third), Idempotency_Key=new_key())
            assert (turned_away.status_code, turned_away.headers["Retry-After"]) == (503, "1")
            assert turned_away.json()["code"] == "server_unavailable"
            assert another.ask("POST", f"/appointments/{booked}/check-in").status_code == 503
            assert another.ask("GET", f"/appointments/{booked}").status_code == 200, "reading goes on"
            release.set()
            assert in_line.result(10).status_code == 201, "whoever stood in line is served"
        assert another.ask("POST", "/holds", hold_ask(third), Idempotency_Key=new_key()).status_code == 201


def test_new_holds_are_turned_away_first(
    settings: ServerSettings, settle_town: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    with settle_town(settings.model_copy(update={"operations": UNHURRIED})) as town:
        citizen = town.citizen(town.kiosk())
        slots = reversed(town.slots(citizen))  # the last ones may still be cancelled

        def answers(delay_s: float) -> tuple[int, int]:
            """To a new hold, and to whoever books what they hold already."""
            held = citizen.got("POST", "/holds", hold_ask(next(slots)), Idempotency_Key=new_key())["id"]
            with monkeypatch.context() as pressed:
                pressed.setattr(type(town.server.house.store), "delay_s", property(lambda _: delay_s))
                book = {"hold_id": held, "subject": "طريق القرية"}
                booked = citizen.ask("POST", "/appointments", book, Idempotency_Key=new_key())
                hold = citizen.ask("POST", "/holds", hold_ask(next(slots)), Idempotency_Key=new_key())
            if booked.ok:
                citizen.got("POST", f"/appointments/{booked.json()['appointment']['id']}/cancellation")
            return hold.status_code, booked.status_code

        assert answers(5.0) == (201, 201)
        assert answers(5.1) == (503, 201)
        assert answers(10.1) == (503, 503)


def test_by_default_nobody_waits_for_more_than_a_second() -> None:
    assert OperationsSettings().turn_away_after == timedelta(seconds=1)
