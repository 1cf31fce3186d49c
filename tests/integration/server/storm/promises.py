"""What was promised to whom, and from when until when: no two may hold the same at one moment, whatever came of it.

The store shows only how it all ended. This looks at the answers alone: somebody who was told that a slot is theirs has
it from that answer on until they ask for something that gives it back.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.integration.server.storm.history import Asked, Deed, History
from tests.integration.server.storm.stored import QUANTUM_MS, Stored, ms_of
from tests.integration.server.storm.verdict import Fault, Finding

_EVER: Final = 1 << 62
_HOLD_NS: Final = 290 * 1_000_000_000
"""For so long a hold is certain, by any clock that is not ten seconds wrong."""


@dataclass(frozen=True, slots=True)
class _Promise:
    """A slot that was certainly somebody's for a while: of which service, from where, and when."""

    service_id: str
    person: int
    starts_at: str
    begins: int
    ends: int


def promised_twice(history: History, stored: Stored) -> Iterator[Finding]:
    """Wherever more was promised at one moment than there is."""
    seats: dict[str, int] = defaultdict(int)
    for service in stored.services.values():
        seats[service["office_id"]] = max(seats[service["office_id"]], service["capacity"])
    changes: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    room: dict[str, int] = {}
    for promise in _promises(history):
        if promise.begins >= promise.ends:
            continue
        service = stored.services[promise.service_id]
        office, site = f"office {service['office_id']}", f"site {promise.person % len(stored.kiosks)}"
        room |= {office: seats[service["office_id"]], site: next(iter(stored.kiosks.values()))}
        weights = {office: 1 if service["capacity"] > 1 else room[office], site: 1, f"person {promise.person}": 1}
        first = ms_of(promise.starts_at) // QUANTUM_MS
        for quantum in range(first, first + (service["slot_minutes"] + service["buffer_minutes"]) // 5):
            for name, weight in weights.items():
                changes[name, quantum] += [(promise.begins, weight), (promise.ends, -weight)]
    for (name, quantum), all_changes in changes.items():
        taken = most = 0
        for _, weight in sorted(all_changes):  # at the same moment, what ends goes first
            taken += weight
            most = max(most, taken)
        if most > room.get(name, 1):
            yield Finding(Fault.PROMISED_TWICE, f"{name} at {quantum}: {most}")


def _promises(history: History) -> Iterator[_Promise]:
    by_person: dict[int, list[Asked]] = defaultdict(list)
    for asked in sorted(history, key=lambda each: each.invoked):
        by_person[asked.wish.person].append(asked)
    for asks in by_person.values():
        seen: set[str] = set()
        for asked in sorted(asks, key=lambda each: each.answered):
            if asked.wish.deed is Deed.HOLD and asked.answer.is_yes and asked.answer.body["id"] not in seen:
                seen.add(asked.answer.body["id"])
                yield from _of_one(asked, asks)


def _of_one(hold: Asked, asks: list[Asked]) -> Iterator[_Promise]:
    """The stretches of time for which a hold, and the booking that it became, was certainly theirs."""
    held_id, person, service_id = hold.answer.body["id"], hold.wish.person, hold.wish.target
    slot, since, until = hold.wish.starts_at, hold.answered, hold.invoked + _HOLD_NS
    for asked in asks:
        wish, answer = asked.wish, asked.answer
        if wish.deed is Deed.HOLD and until != _EVER and asked.invoked > hold.invoked and wish.key != hold.wish.key:
            until = min(until, asked.invoked)  # another hold is exchanged for this one
        if wish.target != held_id:
            continue
        refused = not (answer.is_yes or answer.is_lost)
        match wish.deed:
            case Deed.BOOK if answer.is_yes and asked.answered < until:
                until = _EVER
            case Deed.RELEASE | Deed.CANCEL if not refused:
                until = min(until, asked.invoked)
            case Deed.MOVE if not refused:
                yield _Promise(service_id, person, slot, since, min(until, asked.invoked))
                if not answer.is_yes:
                    return  # wherever it is by now
                slot, since = wish.starts_at, asked.answered
    yield _Promise(service_id, person, slot, since, until)
