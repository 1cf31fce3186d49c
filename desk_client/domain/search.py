"""The first free slots across officials, sites and days.

Each way to be received (an official, a service, a kind, a site) is a source of moments in order. The sources are merged
as they are read: nothing beyond what is asked for is computed, so the search costs the same however far ahead it may
look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from zoneinfo import ZoneInfo

from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay, part_of


@dataclass(frozen=True, slots=True)
class Source:
    """One way to be received, and when that is free.

    Attributes:
        office_id: by whom.
        service_id: about what.
        kind: how.
        site_id: where, for a kind with a site.
        zone: of the office, whose wall clock says what is a morning.
        starts: free starts in order; read as far as needed, and once.
        distance_rank: how near the site is (`distances.by_distance`); 0 for a kind without a site.
        office_rank: the office's place in the list of offices.
    """

    office_id: OfficeId
    service_id: ServiceId
    kind: AppointmentKind
    site_id: SiteId | None
    zone: ZoneInfo
    starts: Iterable[datetime]
    distance_rank: int = 0
    office_rank: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A free slot and the way to be received in it."""

    starts_at: datetime
    source: Source


def first_free(
    sources: Iterable[Source], count: int, part: PartOfDay | None = None, *, nearest_only: bool = False
) -> tuple[Found, ...]:
    """The first `count` free slots: by start, then the nearest site, then the office's rank, then as given.

    Args:
        sources: all the ways to be received that suit the person.
        count: how many to find at most.
        part: only mornings, or only afternoons; None for both.
        nearest_only: of one official at one time, for one service and kind, only the nearest site that is free.
    """
    known = tuple(sources)
    streams = [_stream(source, place, part) for place, source in enumerate(known)]
    found = (Found(starts_at, known[place]) for starts_at, _, _, place in merge(*streams))
    return tuple(islice(_nearest(found) if nearest_only else found, count))


def _stream(source: Source, place: int, part: PartOfDay | None) -> Iterator[tuple[datetime, int, int, int]]:
    for starts_at in source.starts:
        if part is None or part_of(starts_at, source.zone) is part:
            yield starts_at, source.distance_rank, source.office_rank, place


def _nearest(found: Iterable[Found]) -> Iterator[Found]:
    moment: datetime | None = None
    seen: set[tuple[OfficeId, ServiceId, AppointmentKind]] = set()
    for each in found:
        if each.starts_at != moment:
            moment, seen = each.starts_at, set()
        way = (each.source.office_id, each.source.service_id, each.source.kind)
        if way not in seen:
            seen.add(way)
            yield each
