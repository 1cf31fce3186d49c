"""Stretches of time and the little algebra that schedules need: union, difference, intersection."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A half-open stretch [starts_at, ends_at) between two aware moments."""

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is None or self.ends_at.tzinfo is None:
            raise ValueError("an interval lies between aware moments")
        if self.ends_at <= self.starts_at:
            raise ValueError(f"an interval ends after it starts: {self.starts_at} … {self.ends_at}")

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.ends_at - self.starts_at

    def overlaps(self, other: "Interval") -> bool:
        """Whether a moment lies in both."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same moments as few intervals in order; those that touch become one."""
    merged: list[Interval] = []
    for interval in sorted(intervals):
        if merged and interval.starts_at <= merged[-1].ends_at:
            merged[-1] = Interval(merged[-1].starts_at, max(merged[-1].ends_at, interval.ends_at))
        else:
            merged.append(interval)
    return tuple(merged)


def difference(intervals: Iterable[Interval], removed: Iterable[Interval]) -> tuple[Interval, ...]:
    """What is left of `intervals` when every moment of `removed` is taken out."""
    left: list[Interval] = []
    holes = union(removed)
    passed = 0
    for interval in union(intervals):
        while passed < len(holes) and holes[passed].ends_at <= interval.starts_at:
            passed += 1
        starts_at = interval.starts_at
        for hole in holes[passed:]:
            if hole.starts_at >= interval.ends_at:
                break
            if starts_at < hole.starts_at:
                left.append(Interval(starts_at, hole.starts_at))
            starts_at = hole.ends_at
        if starts_at < interval.ends_at:
            left.append(Interval(starts_at, interval.ends_at))
    return tuple(left)


def intersection(intervals: Iterable[Interval], others: Iterable[Interval]) -> tuple[Interval, ...]:
    """The moments that lie in both, as few intervals in order."""
    ones, twos = union(intervals), union(others)
    common: list[Interval] = []
    one = two = 0
    while one < len(ones) and two < len(twos):
        starts_at = max(ones[one].starts_at, twos[two].starts_at)
        ends_at = min(ones[one].ends_at, twos[two].ends_at)
        if starts_at < ends_at:
            common.append(Interval(starts_at, ends_at))
        if ones[one].ends_at < twos[two].ends_at:
            one += 1
        else:
            two += 1
    return tuple(common)


def clipped(intervals: Iterable[Interval], window: Interval) -> tuple[Interval, ...]:
    """The parts of `intervals` that lie within `window`."""
    return tuple(
        Interval(max(interval.starts_at, window.starts_at), min(interval.ends_at, window.ends_at))
        for interval in intervals
        if interval.overlaps(window)
    )
