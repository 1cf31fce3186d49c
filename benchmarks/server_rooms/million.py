"""A month of all offices at one glance, and the first free slot, in a store that holds a million appointments.

Most of them are past; of the thirty days to come, seven slots in ten are taken, with all their claims. They are put
there by SQL alone. What is measured is the services' own time, in this process, with one reader.
"""

import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from datetime import time as daytime
from typing import Any, Final

import psycopg

from benchmarks.server_rooms.figures import Figures, figure, percentile
from benchmarks.server_rooms.town import OFFICES, PEOPLE, SERVER_CORE, SITES, TOWN, fresh_stores
from desk_client.bootstrap.house import close_house, open_house
from desk_client.bootstrap.stores import store_key
from desk_client.config.secrets import open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.ids import KioskId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.slots import FoundSlots, Month, SearchAsk
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
    """Cold and warm, on each of the stores."""
    found: Figures = {}
    with fresh_stores(*stores) as each:
        for store, settings, _ in each:
            found |= _measured(store, settings)
    return found


def _measured(store: str, settings: Spoken) -> Figures:
    began = time.perf_counter()
    opened(settings, lambda house: settle(house, TOWN))
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    fill(
        ServerSettings(**settings),
        int(datetime(tomorrow.year, tomorrow.month, tomorrow.day, 5, tzinfo=UTC).timestamp()) * 1000,
    )
    print(f"{store}: {APPOINTMENTS} appointments were put there in {time.perf_counter() - began:.0f} s")
    affinity = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {SERVER_CORE})
    house = open_house(ServerSettings(**settings))
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

    cold_month, answer = _timed(a_month)
    assert isinstance(answer, Month)
    free, whole = (sum(sum(getattr(each, name)) for each in answer.services) for name in ("free", "capacity"))
    print(f"{store}: {free} of {whole} slots are free ({100 - 100 * free / whole:.0f}% taken)")
    warm_month = [_timed(a_month)[0] for _ in range(_TRIES)]
    found: Figures = {
        f"{store}_taken": figure(100 - 100 * free / whole, "% of the month's slots", least=70),
        f"{store}_month_cold": figure(cold_month, "ms, the first after the start"),
        f"{store}_month_warm": figure(percentile(warm_month, 0.5), "ms, median", most=30),
        f"{store}_month_warm_p95": figure(percentile(warm_month, 0.95), "ms"),
    }
    for services in (1, 32):
        house.memory.taken.clear()  # the rulebook stays: any other request has brought it in
        cold, answered = _timed(searching(services))
        assert isinstance(answered, FoundSlots)
        assert answered.slots
        warm = [_timed(searching(services))[0] for _ in range(_TRIES)]
        name = f"{store}_search_{services}_services"
        most = 15 if services == 1 else None
        found[f"{name}_cold"] = figure(cold, "ms, nothing remembered")
        found[f"{name}_warm"] = figure(percentile(warm, 0.5), "ms, median, all sites", most=most)
    for name, each in found.items():
        print(f"  {name}: {each['value']} {each['unit']}")
    return found


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    began = time.perf_counter()
    answer = work()
    return 1000 * (time.perf_counter() - began), answer
