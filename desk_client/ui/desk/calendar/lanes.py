"""What lies side by side on a day: each thing gets a lane, so that none covers another."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Lane:
    """The `number`-th, from the line's beginning, of `of` lanes."""

    number: int
    of: int


def lanes(things: Sequence[tuple[Hashable, datetime, datetime]]) -> Mapping[Hashable, Lane]:
    """A lane for each thing, given as its name, its beginning and its end.

    Those that overlap, also by way of others, share the width; whoever begins first lies first.
    """
    found: dict[Hashable, Lane] = {}
    group: list[tuple[Hashable, int]] = []
    free_from: list[datetime] = []

    def close() -> None:
        found.update({name: Lane(number, len(free_from)) for name, number in group})
        group.clear()
        free_from.clear()

    for name, starts_at, ends_at in sorted(things, key=lambda thing: (thing[1], thing[2])):
        if free_from and starts_at >= max(free_from):
            close()
        number = next((at for at, free in enumerate(free_from) if free <= starts_at), len(free_from))
        if number == len(free_from):
            free_from.append(ends_at)
        else:
            free_from[number] = ends_at
        group.append((name, number))
    close()
    return found
