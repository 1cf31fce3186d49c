from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.distances import Coordinates, by_distance, distance_km
from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay
from desk_client.domain.search import Source, first_free

RIYADH = ZoneInfo("Asia/Riyadh")
MIDNIGHT = datetime(2026, 11, 22, tzinfo=RIYADH).astimezone(UTC)
HOUR = timedelta(hours=1)
HAIL = Coordinates(27.5219, 41.6907)


def source(office: str, site: str | None, *hours: int, distance: int = 0, rank: int = 0) -> Source:
    kind = AppointmentKind.VIDEO_OWN if site is None else AppointmentKind.VIDEO_KIOSK
    return Source(
        OfficeId(office),
        ServiceId("lands"),
        kind,
        None if site is None else SiteId(site),
        RIYADH,
        tuple(MIDNIGHT + hour * HOUR for hour in hours),
        distance,
        rank,
    )


def found(*sources: Source, count: int = 10, part: PartOfDay | None = None) -> list[tuple[int, str, str | None]]:
    return [
        ((each.starts_at - MIDNIGHT) // HOUR, each.source.office_id, each.source.site_id)
        for each in first_free(sources, count, part)
    ]


def test_the_earliest_comes_first_then_the_nearest_then_the_higher_office() -> None:
    assert found(
        source("mayor", "far", 9, 10, distance=1, rank=1),
        source("roads", "near", 9, 10, rank=2),
        source("mayor", "near", 9, 11, rank=1),
        source("emir", "far", 8, distance=1),
    ) == [
        (8, "emir", "far"),
        (9, "mayor", "near"),
        (9, "roads", "near"),
        (9, "mayor", "far"),
        (10, "roads", "near"),
        (10, "mayor", "far"),
        (11, "mayor", "near"),
    ]


def test_mornings_end_at_noon_of_the_wall_clock() -> None:
    ways = [source("mayor", "hail", 11, 12, 23, 24 + 9)]
    assert [hour for hour, _, _ in found(*ways, part=PartOfDay.MORNING)] == [11, 33]
    assert [hour for hour, _, _ in found(*ways, part=PartOfDay.AFTERNOON)] == [12, 23]


def test_of_one_official_at_one_time_only_the_nearest_site_where_that_is_wanted() -> None:
    ways = [
        source("mayor", "far", 9, 10, distance=1),
        source("mayor", "near", 9),
        source("mayor", None, 9),
        source("roads", "far", 9, distance=1, rank=1),
    ]
    nearest = first_free(ways, 10, nearest_only=True)
    assert [(each.starts_at, each.source.office_id, each.source.site_id) for each in nearest] == [
        (MIDNIGHT + 9 * HOUR, "mayor", "near"),
        (MIDNIGHT + 9 * HOUR, "mayor", None),
        (MIDNIGHT + 9 * HOUR, "roads", "far"),
        (MIDNIGHT + 10 * HOUR, "mayor", "far"),
    ]


def test_nothing_beyond_what_is_asked_for_is_computed() -> None:
    read: list[int] = []

    def endless(step: int) -> Iterator[datetime]:
        hour = 0
        while True:
            read.append(hour)
            yield MIDNIGHT + hour * HOUR
            hour += step

    ways = [
        Source(OfficeId(str(step)), ServiceId("lands"), AppointmentKind.VIDEO_OWN, None, RIYADH, endless(step))
        for step in (1, 2)
    ]
    assert len(first_free(ways, 5)) == 5
    assert max(read) <= 4
    assert first_free([], 5) == first_free(ways, 0) == ()


@given(
    st.lists(st.tuples(st.lists(st.integers(0, 50), max_size=8), st.integers(0, 2), st.integers(0, 2)), max_size=6),
    st.integers(0, 20),
)
def test_the_search_finds_what_sorting_everything_finds(ways: list[tuple[list[int], int, int]], count: int) -> None:
    sources = [
        source(str(place), "hail", *sorted(hours), distance=distance, rank=rank)
        for place, (hours, distance, rank) in enumerate(ways)
    ]
    everything = sorted(
        (hour, distance, rank, place) for place, (hours, distance, rank) in enumerate(ways) for hour in hours
    )
    assert found(*sources, count=count) == [(hour, str(place), "hail") for hour, _, _, place in everything[:count]]


@pytest.mark.parametrize(
    ("place", "kilometres"),
    [(HAIL, 0), (Coordinates(24.7136, 46.6753), 588), (Coordinates(-27.5219, -138.3093), 20015)],
)
def test_distances_are_great_circles(place: Coordinates, kilometres: float) -> None:
    assert distance_km(HAIL, place) == pytest.approx(kilometres, abs=2)
    assert distance_km(place, HAIL) == pytest.approx(distance_km(HAIL, place))


def test_sites_rank_by_distance_and_those_without_a_place_come_last() -> None:
    sites = {"unknown": None, "riyadh": Coordinates(24.7136, 46.6753), "hail": HAIL, "the same": HAIL}
    assert by_distance(sites, HAIL) == {"unknown": 2, "riyadh": 1, "hail": 0, "the same": 0}
    assert set(by_distance(sites, None).values()) == {0}


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0), (0, -180.1), (float("nan"), 0)])
def test_coordinates_lie_on_the_earth(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="there is no"):
        Coordinates(latitude, longitude)
