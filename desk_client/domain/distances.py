"""How far sites are from where somebody stands, and in which order that puts them."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final, TypeVar

EARTH_RADIUS_KM: Final = 6371.0088
"""The mean radius R1 of the reference ellipsoid (GRS 80)."""

_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point on the earth, in degrees (WGS 84); north and east are positive."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-_MOST_LATITUDE <= self.latitude <= _MOST_LATITUDE):
            raise ValueError(f"there is no latitude {self.latitude}")
        if not (-_MOST_LONGITUDE <= self.longitude <= _MOST_LONGITUDE):
            raise ValueError(f"there is no longitude {self.longitude}")


def distance_km(one: Coordinates, other: Coordinates) -> float:
    """The great-circle distance in kilometres (haversine formula; within half a percent of the true one)."""
    latitude, other_latitude = radians(one.latitude), radians(other.latitude)
    north, east = other_latitude - latitude, radians(other.longitude - one.longitude)
    haversine = sin(north / 2) ** 2 + cos(latitude) * cos(other_latitude) * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(haversine)))


def by_distance(places: Mapping[Key, Coordinates | None], here: Coordinates | None) -> dict[Key, int]:
    """Each place's rank by its distance from here: 0 for the nearest; equally far ones share a rank.

    A place whose coordinates nobody entered comes after all others. Where nobody knows where "here" is, all places are
    equally near.
    """
    if here is None:
        return dict.fromkeys(places, 0)
    far = {place: None if at is None else distance_km(here, at) for place, at in places.items()}
    ranks = {
        distance: rank for rank, distance in enumerate(sorted({each for each in far.values() if each is not None}))
    }
    return {place: len(ranks) if distance is None else ranks[distance] for place, distance in far.items()}
