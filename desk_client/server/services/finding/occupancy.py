"""Which time is given away, of many resources at once: remembered, and trusted as long as its version stands.

The claims are the truth; each change of them counts up the version of its resource in the same transaction (`claims`).
Whoever looks compares versions, within one consistent reading, and reads anew only what has changed since.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from desk_client.domain.slot_grid import NOTHING, Bitmap, bitmap
from desk_client.server.services.memory import Taken
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.claimed import held, quanta, versions

_AHEAD: Final = 70 * 288
"""How far ahead is read at once: seventy days of quanta."""
_MOST_REMEMBERED: Final = 20_000


def taken_bits(transaction: Transaction, resources: Iterable[str], within: range) -> dict[str, Bitmap]:
    """What each resource has given away of these quanta; bit 0 is the first of them."""
    wanted = sorted(set(resources))
    current = versions(transaction.connection, wanted)
    found: dict[str, Taken] = {}
    missing: list[str] = []
    for resource in wanted:
        known = transaction.memory.taken.get(resource)
        if known is not None and _holds_good(known, current.get(resource, 0), within, transaction.now):
            found[resource] = known
        else:
            missing.append(resource)
    if missing:
        found |= _read(transaction, missing, current, within)
    mask = (1 << len(within)) - 1
    return {
        resource: Bitmap((known.bits >> (within.start - known.within.start)) & mask)
        for resource, known in found.items()
    }


def _holds_good(known: Taken, version: int, within: range, now: datetime) -> bool:
    return (
        known.version == version
        and known.within.start <= within.start
        and within.stop <= known.within.stop
        and (known.good_until is None or now < known.good_until)
    )


def _read(
    transaction: Transaction, resources: Sequence[str], current: dict[str, int], within: range
) -> dict[str, Taken]:
    span = range(within.start, max(within.stop, within.start + _AHEAD))
    taken = quanta(transaction.connection, resources, span)
    over: dict[str, list[int]] = {}
    good_until: dict[str, datetime] = {}
    for resource, quantum, expires_at in held(transaction.connection, resources, span):
        if expires_at <= transaction.now:
            over.setdefault(resource, []).append(quantum)
        else:
            good_until[resource] = min(expires_at, good_until.get(resource, expires_at))
    read: dict[str, Taken] = {}
    for resource in resources:
        bits = bitmap(taken[resource], span) if resource in taken else NOTHING
        if resource in over:
            bits = Bitmap(bits & ~bitmap(over[resource], span))
        read[resource] = Taken(current.get(resource, 0), span, bits, good_until.get(resource))
    if not transaction.writes:  # what a writing transaction sees may yet be undone
        with transaction.memory.lock:
            if len(transaction.memory.taken) + len(read) > _MOST_REMEMBERED:
                transaction.memory.taken.clear()
            transaction.memory.taken.update(read)
    return read
