"""Backups and the way back from them, as the administrator and the server's own job ask for them."""

import os
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing import context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desk_client.bootstrap.stores import backup_secret, journal_key, open_store, store_key
from desk_client.config.secrets import Secrets, open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import backup, files, moment
from desk_client.server.continuity.backup import Backup
from desk_client.server.continuity.files import BackupError, Content
from desk_client.server.continuity.port import LINEAGE, NUMBER
from desk_client.server.continuity.replay import Replayed, replayed, without_journal
from desk_client.server.continuity.rows import rows_replayed
from desk_client.server.security.vault_keys import VaultKeys
from desk_client.server.storage.copying import copy_store
from desk_client.server.storage.embedded import open_embedded
from desk_client.server.storage.sqlcipher import KEY_BYTES, is_in_use

_NICE: Final = 10


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: from which backup, with what of the journal, and where the store before it went."""

    backup: Backup
    journal: Replayed | None
    put_aside: Path | None


def take_backup(settings: ServerSettings, destination: Path) -> Backup:
    """Take a backup of the settings' store, which may be in use, and try it by restoring it.

    Raises:
        BackupError: it cannot be taken, or does not hold what the store held.
        StoreUnusableError: the store cannot be used.
        OSError: the destination cannot be written.
    """
    secrets = _secrets(settings)
    kind = "embedded" if settings.database_url is None else "postgres"

    def take_file(target: Path, key: bytes) -> Content:
        if settings.database_url is None:
            return files.copied(settings.directory.store, store_key(settings, secrets), target, key)
        return _from_postgres(settings, secrets, target, key)

    return backup.take(destination, backup_secret(secrets), kind, version("desk-client"), datetime.now(UTC), take_file)


def _from_postgres(settings: ServerSettings, secrets: Secrets, target: Path, key: bytes) -> Content:
    """One state of the database, row by row; `copy_store` compares both before the copy is kept."""
    attributes = {"vault": VaultKeys(secrets).vault()}
    with (
        closing(open_store(settings, secrets, attributes, alone=True)) as source,
        closing(open_embedded(target, key, attributes=attributes)) as copy,
    ):
        standing = moment.standing(source, settings.continuity.journal)
        snapshot = moment.begun_after(standing, lambda begun: copy_store(source, copy, begun))
    held = files.settled(target, key)
    goes_on = held.numbers.get(LINEAGE) == standing.lineage
    numbers = {**held.numbers, NUMBER: standing.number if goes_on else 0}
    return replace(held, numbers=numbers, snapshot=snapshot)


class BackupProcess:
    """Takes backups in a process of its own, of lower priority, so that bookings do not feel it."""

    def __init__(self, settings: ServerSettings) -> None:
        """Of the settings' store."""
        self._settings = settings
        self._child: context.SpawnProcess | None = None
        self._guard = threading.Lock()
        self._stopped = False

    def take(self, destination: Path) -> None:
        """Take one, and wait; see `Taker`."""
        self._done_by(_take_apart, destination)

    def try_out(self, folder: Path) -> None:
        """Restore one on trial, and wait; see `Taker`."""
        self._done_by(_try_apart, folder)

    def _done_by(self, work: Callable[[ServerSettings, Path], None], path: Path) -> None:
        spawn = context.SpawnContext()
        hearing, telling = spawn.Pipe(duplex=False)
        child = spawn.Process(target=_apart, args=(work, self._settings, path, telling), name="backup", daemon=True)
        with self._guard:
            if self._stopped:
                raise BackupError("the server is ending")
            child.start()
            self._child = child
        telling.close()
        with hearing:
            try:
                fault = hearing.recv()
            except EOFError:
                fault = "the process that takes backups has died"
        child.join()
        if fault is not None:
            raise BackupError("the server is ending" if self._stopped else fault)

    def stop(self) -> None:
        """Give up the one that is being taken; see `Taker`."""
        with self._guard:
            self._stopped = True
            if self._child is not None and self._child.is_alive():
                self._child.terminate()


def _take_apart(settings: ServerSettings, destination: Path) -> None:
    take_backup(settings, destination)


def _try_apart(settings: ServerSettings, folder: Path) -> None:
    backup.tried(backup.opened(folder, backup_secret(_secrets(settings))), backup_secret(_secrets(settings)))


def _apart(
    work: Callable[[ServerSettings, Path], None], settings: ServerSettings, path: Path, telling: Connection
) -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
    try:
        work(settings, path)
        telling.send(None)
    except Exception as error:  # noqa: BLE001 - the parent raises it again, in its own words
        telling.send(str(error) or type(error).__name__)


def find_backup(settings: ServerSettings, source: Path) -> Backup:
    """The backup in a folder, or the newest of those in it.

    Raises:
        BackupError: there is none of this installation's keys.
    """
    secrets = _secrets(settings)
    if secrets.read(backup.SECRET) is None:
        raise BackupError("the key of backups is not here: restore the keys first (restore-keys)")
    secret = backup_secret(secrets)
    if (source / "manifest.json").exists():
        return backup.opened(source, secret)
    found = backup.backups(source, secret)
    if not found:
        raise BackupError(f"there is no backup of these keys in {source}")
    return found[0]


def restore(settings: ServerSettings, source: Path, journal: Path | None, *, force: bool) -> Restored:
    """Put a backup in the settings' store's place, and carry out again what the journal holds beyond it.

    A store that is there is put aside, never overwritten, and only with `force`; a database has to be empty.

    Raises:
        BackupError: it cannot be done; nothing was changed.
        StoreUnusableError: the target cannot be used.
        OSError: a file cannot be read or written.
    """
    chosen = find_backup(settings, source)
    settings.directory.created()
    secrets = _secrets(settings)
    with TemporaryDirectory(prefix=".restoring-", dir=settings.data_dir) as folder:
        draft = Path(folder) / "store.db"
        # a database is filled from a file under a key that nobody keeps
        key = _key_for(settings, secrets)
        backup.restored(chosen, backup_secret(secrets), draft, key)
        done = None if journal is None else _caught_up(chosen, draft, key, journal, journal_key(secrets))
        if done is None or done.beyond or chosen.kind == "postgres" or settings.database_url is not None:
            without_journal(draft, key)  # what comes now would not follow on it
        if settings.database_url is None:
            return Restored(chosen, done, _put_in_place(settings, key, draft, force=force))
        attributes = {"vault": VaultKeys(secrets).vault()}
        with (
            closing(open_embedded(draft, key, attributes=attributes)) as copy,
            closing(open_store(settings, secrets, attributes, alone=True)) as target,
        ):
            copy_store(copy, target)
        return Restored(chosen, done, None)


def _caught_up(chosen: Backup, draft: Path, key: bytes, journal: Path, seal: bytes) -> Replayed:
    if chosen.kind == "postgres":
        return rows_replayed(draft, key, journal, seal, chosen.content)
    return replayed(draft, key, journal, seal)


def _key_for(settings: ServerSettings, secrets: Secrets) -> bytes:
    return store_key(settings, secrets) if settings.database_url is None else os.urandom(KEY_BYTES)


def _put_in_place(settings: ServerSettings, key: bytes, draft: Path, *, force: bool) -> Path | None:
    store = settings.directory.store
    aside = None
    if store.exists():
        if is_in_use(store, key):
            raise BackupError(f"{store} is in use: stop the server first")
        if not force:
            raise BackupError(f"there is a store at {store} already: with --force it is put aside")
        aside = store.with_name(f"{store.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
        for suffix in ("-wal", "-shm", ""):
            part = store.with_name(store.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
    draft.replace(store)
    _flush(store.parent)
    return aside


def _flush(directory: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _secrets(settings: ServerSettings) -> Secrets:
    return open_secrets(settings.directory.secrets, keep_in=settings.secrets)


def told(restored: Restored) -> str:
    """What to tell the administrator."""
    content = restored.backup.content
    lines = [
        f"{restored.backup.folder.name}: {content.rows} rows of schema {content.revision}, as the manifest says",
    ]
    if restored.journal is not None:
        done = restored.journal
        lines.append(f"journal: {done.after - done.before} commits carried out again (up to {done.after})")
        if done.beyond:
            lines.append(f"journal: {done.beyond} commits stand behind a gap and are LOST")
    elif restored.backup.lineage is not None:
        lines.append("no journal was named: what came after the backup is lost")
    if restored.put_aside is not None:
        lines.append(f"the store before is {restored.put_aside}")
    return "\n".join(lines)
