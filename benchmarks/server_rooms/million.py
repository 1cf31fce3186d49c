"""A month of all offices at one glance, and the first free slot, in a store that holds a million appointments.

Most of them are past; of the thirty days to come, seven slots in ten are taken, with all their claims. They are put
there by SQL alone. What is measured is the services' own time, in this process, with one reader.
"""

import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from datetime import time as daytime
from typing import Any, Final

import psycopg

from benchmarks.server_rooms.figures import Figures, figure, percentile
from benchmarks.server_rooms.hour import HOUR
from benchmarks.server_rooms.meanwhile import A_SECOND, coming_in
from benchmarks.server_rooms.town import OFFICES, PEOPLE, SERVER_CORE, SITES, TOWN, fresh_stores
from desk_client.bootstrap.house import close_house
from desk_client.bootstrap.stores import store_key
from desk_client.config.secrets import open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.slots import FoundSlots, Month, SearchAsk
from desk_client.server.first_reading import read_first
from desk_client.server.house import House
from desk_client.server.services.actor import Actor
from desk_client.server.services.finding.availability import month
from desk_client.server.services.finding.search import search
from desk_client.server.storage.sqlcipher import connected
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.process import Spoken, opened

APPOINTMENTS: Final = 1_000_000
DAYS: Final = 30
OPENS: Final = daytime(5)  # eight in Riyadh, in UTC
_SLOTS_A_DAY: Final = 21
_DAY_MS: Final = 86_400_000
_SLOT_MS: Final = 1_200_000
_TAKEN: Final = "(o.i * 7 + s.i * 3 + d.i * 11) % 10 < 7"
_TRIES: Final = 30
_BETWEEN_S: Final = 0.2
A_MONTH_MS: Final = 30.0
A_SEARCH_MS: Final = 15.0
FORGOTTEN_MS: Final = 140.0
"""A tenth of what it took once."""
FIRST_READING_MS: Final = 5000.0
"""Then a server that starts answers, whatever is still missing."""
_ASKER: Final = Actor(SessionId("ses_bench"), Role.KIOSK, kiosk_id=KioskId("kiosk-0-0"), site_id=SiteId("site-0"))

_COLUMNS: Final = """
id, case_id, person_id, office_id, attending_id, service_id, site_id, governorate_id, kind, state, version, starts_at,
ends_at, zone, seat, claims, priority, companions, ticket_number, booked_at"""


def _series(name: str, most: int) -> str:
    return f"{name}(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM {name} WHERE i < {most - 1})"  # noqa: S608 - numbers of ours


def _statements(eight_ms: int) -> list[str]:
    """Fill an empty store; `eight_ms` is when the first office opens tomorrow."""
    future = OFFICES * _SLOTS_A_DAY * DAYS * 7 // 10
    grid = f"WITH RECURSIVE {_series('o', OFFICES)}, {_series('s', _SLOTS_A_DAY)}, {_series('d', DAYS)}"
    place = f"d.i * {_SLOTS_A_DAY * OFFICES} + s.i * {OFFICES} + o.i"
    person = f"'per_' || (({place}) % {PEOPLE})"
    starts_at = f"({eight_ms} + d.i * {_DAY_MS} + s.i * {_SLOT_MS})"
    kiosk = f"'kiosk:kiosk-' || (o.i % {SITES}) || '-' || (o.i / {SITES})"
    quantum = f"{starts_at} / 300000 + q.i"
    past = f"({eight_ms} - (1 + n.i / 2100) * {_DAY_MS} + (n.i / 100 % 21) * {_SLOT_MS})"
    rest = "'governorate', 'video_kiosk'"
    gone = (
        f"'apt_p' || n.i, 'cas_p' || n.i, 'per_' || (n.i % {PEOPLE}), 'office-' || (n.i % {OFFICES}), "
        f"'office-' || (n.i % {OFFICES}), 'service-' || (n.i % {OFFICES}), 'site-' || (n.i % {SITES}), {rest}, "
        f"'confirmed', 5, {past}, {past} + 900000, 'Asia/Riyadh', 'kiosk:kiosk-0-0', 12, 0, 0, 'P' || n.i, {past}"
    )
    ahead = (
        f"'apt_f' || ({place}), 'cas_f' || ({place}), {person}, 'office-' || o.i, 'office-' || o.i, "
        f"'service-' || o.i, 'site-' || (o.i % {SITES}), {rest}, 'booked', 2, {starts_at}, {starts_at} + 900000, "
        f"'Asia/Riyadh', {kiosk}, 12, 0, 0, 'F' || ({place}), {eight_ms}"
    )
    into = f"INSERT INTO appointment ({_COLUMNS})"
    statements = [
        f"{into} WITH RECURSIVE {_series('n', APPOINTMENTS - future)} SELECT {gone} FROM n",  # noqa: S608 - names and numbers of ours
        f"{into} {grid} SELECT {ahead} FROM d, s, o WHERE {_TAKEN}",  # noqa: S608 - the same
    ]
    claimed = f"{grid}, {_series('q', 4)}"
    statements += [
        f"INSERT INTO claim (resource, quantum, owner) {claimed} "  # noqa: S608 - the same
        f"SELECT {resource}, {quantum}, 'apt_f' || ({place}) FROM d, s, o, q WHERE {_TAKEN}"
        for resource in ("'office:office-' || o.i", kiosk, f"'person:' || {person}")
    ]
    statements.append("INSERT INTO occupancy (resource, version) SELECT DISTINCT resource, 1 FROM claim")
    return statements


def fill(settings: ServerSettings, eight_ms: int) -> None:
    """Put a million appointments into a store that no server has open."""
    if settings.database_url is not None:
        with psycopg.connect(settings.database_url.get_secret_value(), autocommit=True) as connection:
            for statement in _statements(eight_ms):
                connection.execute(statement.encode())
            connection.execute("VACUUM ANALYZE")
        return
    key = store_key(settings, open_secrets(settings.directory.secrets, keep_in=settings.secrets))
    with closing(connected(settings.directory.store, key)) as file:
        file.execute("PRAGMA cache_size = -200000")
        file.execute("BEGIN IMMEDIATE")
        for statement in _statements(eight_ms):
            file.execute(statement)
        file.execute("COMMIT")


def measured(stores: tuple[str, ...] = ("embedded", "postgres")) -> Figures:
    """After a start, warm, with nothing remembered, and while bookings come in; on each of the stores."""
    found: Figures = {}
    with fresh_stores(*stores) as each:
        for store, settings, _ in each:
            found |= _measured(store, settings)
    return found


def _measured(store: str, settings: Spoken) -> Figures:
    began = time.perf_counter()
    opened(settings, lambda house: settle(house, TOWN), HOUR.clock())
    tomorrow = HOUR.tomorrow()
    fill(
        ServerSettings(**settings),
        int(datetime(tomorrow.year, tomorrow.month, tomorrow.day, 5, tzinfo=UTC).timestamp()) * 1000,
    )
    print(f"{store}: {APPOINTMENTS} appointments were put there in {time.perf_counter() - began:.0f} s")
    affinity = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {SERVER_CORE})
    house = HOUR.open_house(ServerSettings(**settings))
    try:
        return _figures(store, house, tomorrow)
    finally:
        close_house(house)
        os.sched_setaffinity(0, affinity)


def _figures(store: str, house: House, tomorrow: date) -> Figures:
    def a_month() -> Month | Refusal:
        return house.read_now(lambda transaction: month(transaction, _ASKER, tomorrow, DAYS))

    def searching(services: int) -> Callable[[], FoundSlots | Refusal]:
        ask = SearchAsk(service_ids=tuple(service.id for service in TOWN.services[:services]))
        return lambda: house.read_now(lambda transaction: search(transaction, _ASKER, ask))

    reading, _ = _timed(lambda: read_first(house))
    first_month, answer = _timed(a_month)
    assert isinstance(answer, Month)
    free, whole = (sum(sum(getattr(each, name)) for each in answer.services) for name in ("free", "capacity"))
    print(f"{store}: {free} of {whole} slots are free ({100 - 100 * free / whole:.0f}% taken)")
    found: Figures = {
        f"{store}_taken": figure(100 - 100 * free / whole, "% of the month's slots", least=70),
        f"{store}_reading_ahead": figure(reading, "ms, before anybody is answered", most=FIRST_READING_MS),
        f"{store}_month_first": figure(first_month, "ms, the first after the start", most=A_MONTH_MS),
        **_warm(f"{store}_month", a_month, A_MONTH_MS),
    }
    for services in (1, 32):
        found |= _warm(f"{store}_search_{services}_services", searching(services), A_SEARCH_MS)
    found[f"{store}_month_forgotten"] = figure(_forgotten(house, a_month), "ms, nothing remembered", most=FORGOTTEN_MS)
    searched = _forgotten(house, searching(1))
    found[f"{store}_search_forgotten"] = figure(searched, "ms, nothing remembered", most=FORGOTTEN_MS)
    a_month()
    with coming_in(house, tomorrow) as bookings:
        found |= _warm(f"{store}_month_meanwhile", a_month, A_MONTH_MS, pause_s=_BETWEEN_S)
        found |= _warm(f"{store}_search_meanwhile", searching(1), A_SEARCH_MS, pause_s=_BETWEEN_S)
    found[f"{store}_meanwhile"] = figure(bookings.a_second, "bookings/s while these were asked", least=0.9 * A_SECOND)
    for name, each in found.items():
        print(f"  {name}: {each['value']} {each['unit']}")
    return found


def _warm(name: str, work: Callable[[], object], most: float, *, pause_s: float = 0.0) -> Figures:
    """The median, the slow ones, and what of it was this process's own work: the rest is waiting, or others' work."""
    walls, works = [], []
    for _ in range(_TRIES):
        time.sleep(pause_s)
        busy = time.thread_time()
        walls.append(_timed(work)[0])
        works.append(1000 * (time.thread_time() - busy))
    return {
        f"{name}_warm": figure(percentile(walls, 0.5), "ms, median", most=most),
        f"{name}_warm_p95": figure(percentile(walls, 0.95), "ms", most=2 * most),
        f"{name}_warm_work": figure(percentile(works, 0.5), "ms of the server's core, median", most=most),
    }


def _forgotten(house: House, work: Callable[[], object]) -> float:
    """In ms. The rulebook stays: any other request has brought it in."""
    house.memory.taken.clear()
    return _timed(work)[0]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    answer = work()
    return 1000 * (time.perf_counter() - began), answer
