"""A new key for the vault: every sealed value is sealed again with it, in small transactions, while servers work.

Nothing remembers how far a rotation came but the values themselves, whose first bytes are their key's version: after a
crash the next run goes on with what is left. A value that somebody changes meanwhile is not written over; the next
round finds it. Old keys stay until they are forgotten on purpose, as backups of the store still hold values of them.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, literal, select, tuple_, update

from desk_client.server.security.vault import NEW_KEYS_WITHIN_S, SealBrokenError, Vault
from desk_client.server.security.vault_keys import VaultKeys
from desk_client.server.storage.port import Store
from desk_client.server.storage.sealed import SEALED, SealedColumn

_log = logging.getLogger(__name__)

BATCH: Final = 200
"""Values in one transaction: some 8 ms of the embedded store's only writer, 23 000 values a second in all."""
_MOST_ROUNDS: Final = 10
SERVERS_NOTICE_WITHIN_S: Final = 2 * NEW_KEYS_WITHIN_S


@dataclass(frozen=True, slots=True)
class Rotation:
    """How a rotation ended.

    Attributes:
        version: the key that everything is sealed with now.
        resealed: how many values this run sealed again; one that somebody changed in that moment counts twice.
        broken: values that no key opens: they were damaged before, and stay as they are.
    """

    version: int
    resealed: int
    broken: int


class KeyInUseError(Exception):
    """Values are still sealed with an old key: it cannot be forgotten. The message says how many."""


def rotate(
    store: Store,
    vault: Vault,
    keys: VaultKeys,
    *,
    columns: Sequence[SealedColumn] = SEALED,
    batch: int = BATCH,
    on_batch: Callable[[int], None] = lambda _done: None,
) -> Rotation:
    """Add a key and seal everything with it; where an earlier rotation did not come to its end, finish that one.

    `on_batch` hears after each transaction how many values were sealed again so far. For a thread that may wait.

    Raises:
        VaultKeysError: a key that should be there is not.
        StoreUnavailableError: the store does not work just now; run it again later.
    """
    vault.refresh()
    rotation = _finished(store, vault, columns, keys.versions()[-1], batch, on_batch)
    if not rotation.resealed:  # there was nothing to finish
        newest = keys.add()
        vault.refresh()
        rotation = _finished(store, vault, columns, newest, batch, on_batch)
    if rotation.broken:
        _log.error("%d sealed values can be opened with no key that is here", rotation.broken)
    return rotation


def forget_old(
    store: Store,
    vault: Vault,
    keys: VaultKeys,
    *,
    columns: Sequence[SealedColumn] = SEALED,
    wait: Callable[[float], None],
) -> tuple[int, ...]:
    """Forget every key but the newest, once no value needs them; the versions that were forgotten.

    `wait` lets so many seconds pass.

    Backups of the store from before the rotation need the forgotten keys: those of that day's key backup.

    Raises:
        KeyInUseError: values are sealed with an older key; nothing was forgotten.
    """
    versions = keys.versions()
    newest = versions[-1]
    # by then every running server seals with the newest key, and what it sealed with another one is committed
    wait(SERVERS_NOTICE_WITHIN_S)
    _round(store, vault, columns, newest, BATCH, lambda _count: None)
    left = _left(store, columns, newest)
    if left:
        raise KeyInUseError(f"{left} values are still sealed with an older key than {newest}")
    for version in versions[:-1]:
        keys.retire(version)
    return versions[:-1]


def _finished(
    store: Store,
    vault: Vault,
    columns: Sequence[SealedColumn],
    newest: int,
    batch: int,
    on_batch: Callable[[int], None],
) -> Rotation:
    """Seal everything with the newest key; rounds end when one finds nothing to do."""
    resealed, broken = 0, 0

    def count(done: int) -> None:
        on_batch(resealed + done)

    for _ in range(_MOST_ROUNDS):  # a server that has not noticed the key yet seals a few more with the old one
        done, broken = _round(store, vault, columns, newest, batch, count)
        resealed += done
        if not done:
            break
    return Rotation(newest, resealed, broken)


def _left(store: Store, columns: Sequence[SealedColumn], newest: int) -> int:
    """How many values another key than the newest sealed."""

    def count(connection: Connection) -> int:
        return sum(
            connection.scalar(select(func.count()).select_from(each.table).where(_older(each, newest))) or 0
            for each in columns
        )

    return store.read(count)


def _round(
    store: Store,
    vault: Vault,
    columns: Sequence[SealedColumn],
    newest: int,
    batch: int,
    on_batch: Callable[[int], None],
) -> tuple[int, int]:
    """Go through all columns once; how many values were sealed again, and how many could not be opened."""
    resealed, broken = 0, 0
    for column in columns:
        after: tuple[str, ...] | None = None
        while True:
            ended = store.write(_Batch(vault, column, newest, after, batch).run).result()
            resealed += ended.resealed
            broken += ended.broken
            if ended.resealed:
                on_batch(resealed)
            if ended.last is None:
                break
            after = ended.last
    return resealed, broken


@dataclass(frozen=True, slots=True)
class _Ended:
    resealed: int
    broken: int
    last: tuple[str, ...] | None  # the last row's key; None where nothing is left after it


@dataclass(frozen=True, slots=True)
class _Batch:
    """The values of one transaction: those after a row, in the order of keys. May run again: it keeps no state."""

    vault: Vault
    column: SealedColumn
    newest: int
    after: tuple[str, ...] | None
    size: int

    def run(self, connection: Connection) -> _Ended:
        table, sealed = self.column.table, self.column.table.c[self.column.column]
        key = tuple(table.primary_key.columns)
        wanted = select(*key, sealed).where(_older(self.column, self.newest))
        if self.after is not None:
            wanted = wanted.where(tuple_(*key) > tuple_(*map(literal, self.after)))
        rows = connection.execute(wanted.order_by(*key).limit(self.size)).all()
        changes: list[dict[str, object]] = []
        for *values, old in rows:
            row = "/".join(values)
            try:
                new = self.vault.seal(self.column.name, row, self.vault.open(self.column.name, row, old))
            except SealBrokenError:
                continue
            changes.append({f"key_{place}": value for place, value in enumerate(values)} | {"old": old, "new": new})
        if changes:
            same = and_(
                *(column == bindparam(f"key_{place}") for place, column in enumerate(key)),
                sealed == bindparam("old"),
            )
            # all of them as one statement: one by one they take twelve times as long, and servers wait for that
            connection.execute(update(table).where(same).values({sealed: bindparam("new")}), changes)
        last = tuple(rows[-1][:-1]) if len(rows) == self.size else None
        return _Ended(len(changes), len(rows) - len(changes), last)


def _older(column: SealedColumn, newest: int) -> ColumnElement[bool]:
    """Whether another, older key sealed a value: versions stand first and big endian, so bytes sort as they do."""
    return column.table.c[column.column] < newest.to_bytes(2)
