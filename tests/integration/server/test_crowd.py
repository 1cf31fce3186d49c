"""More comes than the store can take: what would wait for too long is turned away at once, new holds first."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from desk_client.config.operations_settings import OperationsSettings
from desk_client.config.settings import ServerSettings
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Client, Town, hold_ask, new_key
from tests.stores import BOTH

STORES = BOTH
_SOON = timedelta(seconds=0.6)


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


def until_it_has_waited(town: Town, seconds: float) -> None:
    while town.server.house.store.delay_s < seconds:
        threading.Event().wait(0.01)


def test_a_line_that_is_too_long_turns_away_and_serves_who_stood_in_it(
    settings: ServerSettings, settle_town: Settle
) -> None:
    rule = settings.operations.model_copy(update={"turn_away_after": _SOON})
    with settle_town(settings.model_copy(update={"operations": rule})) as town, ThreadPoolExecutor(2) as pool:
        citizen = town.citizen(town.kiosk())
        another = town.client(citizen.token)
        first, second, third = town.slots(citizen)[:3]
        booked = town.booked(citizen, first)["appointment"]["id"]

        def hold(client: Client, starts_at: str, key: str) -> Future[int]:
            ask = hold_ask(starts_at)
            return pool.submit(lambda: client.ask("POST", "/holds", ask, Idempotency_Key=key).status_code)

        with stuck(town) as release:
            key = new_key()
            in_line = hold(citizen, second, key)
            until_it_has_waited(town, _SOON.total_seconds() / 2)
            turned_away = another.ask("POST", "/holds", hold_ask(third), Idempotency_Key=new_key())
            assert (turned_away.status_code, turned_away.headers["Retry-After"]) == (503, "1")
            assert turned_away.json()["code"] == "server_unavailable"
            ended = pool.submit(lambda: another.ask("POST", f"/appointments/{booked}/cancellation").status_code)
            until_it_has_waited(town, _SOON.total_seconds())
            late = town.client(citizen.token)
            assert late.ask("POST", f"/appointments/{booked}/check-in").status_code == 503
            assert late.ask("GET", f"/appointments/{booked}").status_code == 200, "reading goes on"
            release.set()
            assert in_line.result(10) == 201, "whoever stood in line is served"
            assert ended.result(10) != 503, "what ends something is taken in for longer than what begins it"
        assert another.ask("POST", "/holds", hold_ask(third), Idempotency_Key=new_key()).status_code == 201


def test_by_default_nobody_waits_for_more_than_a_second() -> None:
    assert OperationsSettings().turn_away_after == timedelta(seconds=1)
