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
    left = list(union(intervals))
    for hole in removed:
        left = [piece for interval in left for piece in _without(interval, hole)]
    return tuple(left)


def clipped(intervals: Iterable[Interval], window: Interval) -> tuple[Interval, ...]:
    """The parts of `intervals` that lie within `window`."""
    return tuple(
        Interval(max(interval.starts_at, window.starts_at), min(interval.ends_at, window.ends_at))
        for interval in intervals
        if interval.overlaps(window)
    )


def _without(interval: Interval, hole: Interval) -> Iterable[Interval]:
    if not interval.overlaps(hole):
        yield interval
        return
    if interval.starts_at < hole.starts_at:
        yield Interval(interval.starts_at, hole.starts_at)
    if hole.ends_at < interval.ends_at:
        yield Interval(hole.ends_at, interval.ends_at)
