"""The first free slots across officials, sites and days.

Each way to be received (an official, a service, a kind) is a source of moments in order. The sources are merged as they
are read, and sites are only looked at for the moments that come up: nothing beyond what is asked for is computed, so
the search costs the same however far ahead it may look. Parts of the day and days that do not suit the person are taken
out of the sources beforehand (`slot_grid.in_part`, `slot_grid.on_day`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import groupby, islice

from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind


@dataclass(frozen=True, slots=True)
class SiteAt:
    """A site that has a seat, and how near it is (`distances.by_distance`)."""

    site_id: SiteId
    distance_rank: int


@dataclass(frozen=True, slots=True)
class Source:
    """One way to be received, and when that is free.

    Attributes:
        office_id: by whom.
        service_id: about what.
        kind: how.
        starts: free starts, each later than the one before; read as far as needed, and once.
        office_rank: the office's place in the list of offices.
        sites: for a kind with a site: those that have a seat for a slot that begins at this moment; of those equally
            near, the first comes first. It is asked only about moments of `starts`; where it names none, nobody can be
            received then. None for a kind without a site.
    """

    office_id: OfficeId
    service_id: ServiceId
    kind: AppointmentKind
    starts: Iterable[datetime]
    office_rank: int = 0
    sites: Callable[[datetime], Iterable[SiteAt]] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A free slot and the way to be received in it; `site_id` for a kind with a site."""

    starts_at: datetime
    source: Source
    site_id: SiteId | None = None


def first_free(sources: Iterable[Source], count: int, *, nearest_only: bool = False) -> tuple[Found, ...]:
    """The first `count` free slots: by start, then the nearest site, then the office's rank, then as given.

    A kind without a site comes before any site: nobody has to go anywhere for it.

    Args:
        sources: all the ways to be received that suit the person.
        count: how many to find at most.
        nearest_only: of one official at one time, only the nearest site that has a seat.
    """
    known = tuple(sources)
    streams = [_stream(source, place) for place, source in enumerate(known)]
    return tuple(islice(_all(known, merge(*streams), nearest_only=nearest_only), count))


def _stream(source: Source, place: int) -> Iterator[tuple[datetime, int]]:
    for starts_at in source.starts:
        yield starts_at, place


def _all(sources: tuple[Source, ...], merged: Iterable[tuple[datetime, int]], *, nearest_only: bool) -> Iterator[Found]:
    for starts_at, free in groupby(merged, key=lambda each: each[0]):
        ways: list[tuple[int, int, int, SiteId | None]] = []
        for _, place in free:
            source = sources[place]
            if source.sites is None:
                ways.append((_AT_HAND, source.office_rank, place, None))
                continue
            sites = sorted(source.sites(starts_at), key=lambda each: each.distance_rank)
            ways += [
                (site.distance_rank, source.office_rank, place, site.site_id)
                for site in (sites[:1] if nearest_only else sites)
            ]
        for _, _, place, site_id in sorted(ways, key=lambda way: way[:3]):
            yield Found(starts_at, sources[place], site_id)


_AT_HAND = -1
"""Nearer than the nearest site."""
