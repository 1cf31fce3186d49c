from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.distances import Coordinates, by_distance, distance_km
from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.search import SiteAt, Source, first_free

RIYADH = ZoneInfo("Asia/Riyadh")
MIDNIGHT = datetime(2026, 11, 22, tzinfo=RIYADH).astimezone(UTC)
HOUR = timedelta(hours=1)
HAIL = Coordinates(27.5219, 41.6907)


def source(office: str, *hours: int, rank: int = 0, sites: dict[str, tuple[int, ...]] | None = None) -> Source:
    """Free at these hours; at each site only where its own hours say so. The first site is the nearest."""

    def sites_at(starts_at: datetime) -> list[SiteAt]:
        free = enumerate((sites or {}).items())
        return [SiteAt(SiteId(site), at) for at, (site, seats) in free if (starts_at - MIDNIGHT) // HOUR in seats]

    return Source(
        OfficeId(office),
        ServiceId("lands"),
        AppointmentKind.VIDEO_OWN if sites is None else AppointmentKind.VIDEO_KIOSK,
        tuple(MIDNIGHT + hour * HOUR for hour in hours),
        rank,
        None if sites is None else sites_at,
    )


def found(*sources: Source, count: int = 10, nearest_only: bool = False) -> list[tuple[int, str, str | None]]:
    return [
        ((each.starts_at - MIDNIGHT) // HOUR, each.source.office_id, each.site_id)
        for each in first_free(sources, count, nearest_only=nearest_only)
    ]


def test_the_earliest_comes_first_then_the_nearest_then_the_higher_office() -> None:
    assert found(
        source("roads", 9, rank=2, sites={"near": (9,), "far": (9,)}),
        source("mayor", 9, 10, 11, rank=1, sites={"near": (9, 11), "far": (9, 10)}),
        source("emir", 8, 10, sites={"near": (), "far": (8,)}),
    ) == [
        (8, "emir", "far"),
        (9, "mayor", "near"),
        (9, "roads", "near"),
        (9, "mayor", "far"),
        (9, "roads", "far"),
        (10, "mayor", "far"),
        (11, "mayor", "near"),
    ]


def test_where_nobody_has_to_go_anywhere_comes_before_every_site() -> None:
    ways = [source("emir", 9, sites={"near": (9,)}), source("mayor", 9, rank=1)]
    assert found(*ways) == [(9, "mayor", None), (9, "emir", "near")]


def test_of_one_official_at_one_time_only_the_nearest_site_where_that_is_wanted() -> None:
    ways = [
        source("mayor", 9, 10, sites={"near": (9,), "far": (9, 10)}),
        source("roads", 9, rank=1, sites={"near": (), "far": (9,)}),
    ]
    assert found(*ways, nearest_only=True) == [(9, "mayor", "near"), (9, "roads", "far"), (10, "mayor", "far")]


def test_nothing_beyond_what_is_asked_for_is_computed() -> None:
    read: list[int] = []

    def endless(step: int) -> Iterator[datetime]:
        hour = 0
        while True:
            read.append(hour)
            yield MIDNIGHT + hour * HOUR
            hour += step

    ways = [
        Source(OfficeId(str(step)), ServiceId("lands"), AppointmentKind.VIDEO_OWN, endless(step)) for step in (1, 2)
    ]
    assert len(first_free(ways, 5)) == 5
    assert max(read) <= 4
    assert first_free([], 5) == first_free(ways, 0) == ()


hours_of_sites = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.frozensets(st.integers(0, 9)), max_size=3)


@given(
    st.lists(st.tuples(st.frozensets(st.integers(0, 9)), st.integers(0, 2), hours_of_sites), max_size=5),
    st.integers(0, 30),
)
def test_the_search_finds_what_sorting_everything_finds(
    ways: list[tuple[frozenset[int], int, dict[str, frozenset[int]]]], count: int
) -> None:
    sources = [
        source(str(place), *sorted(hours), rank=rank, sites={name: tuple(seats) for name, seats in sites.items()})
        for place, (hours, rank, sites) in enumerate(ways)
    ]
    everything = sorted(
        (hour, distance, rank, place, site)
        for place, (hours, rank, sites) in enumerate(ways)
        for hour in hours
        for distance, (site, seats) in enumerate(sites.items())
        if hour in seats
    )
    assert found(*sources, count=count) == [(hour, str(place), site) for hour, _, _, place, site in everything[:count]]


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
