"""`desk-client server --check`: everything that a start would need, looked at without starting or changing anything."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psycopg
from cryptography import x509
from sqlcipher3 import dbapi2

from desk_client.bootstrap.doctor import Finding, printed
from desk_client.bootstrap.stores import backup_secret
from desk_client.config.secrets import Secrets, open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import backup
from desk_client.server.continuity.port import JournalUnusableError
from desk_client.server.continuity.streaming import refuse_unready
from desk_client.server.security.tls import TransportUnusableError, local_ca, server_context
from desk_client.server.security.vault_keys import VaultKeys
from desk_client.server.storage.errors import StoreUnusableError
from desk_client.server.storage.migrate import head
from desk_client.server.storage.postgres_door import LEAST_VERSION, Door
from desk_client.server.storage.sqlcipher import connected

_RENEW_WITHIN: Final = timedelta(days=30)
_CLOCKS_APART: Final = timedelta(seconds=5)
_ANSWERS_WITHIN_S: Final = 3.0
_SYNCHRONISED: Final = Path("/run/systemd/timesync/synchronized")
_NEWEST: Final = "SELECT MAX(at) FROM audit"
_REVISION: Final = "SELECT version_num FROM alembic_version"


def run_check(settings: ServerSettings) -> int:
    """Print the findings; 1 when something is missing without which the server would not start or not be safe."""
    secrets = open_secrets(settings.directory.secrets, keep_in=settings.secrets)
    findings = [
        Finding("settings", found=True, said="each is well formed"),
        _directory("data", settings.data_dir),
        _keys(settings, secrets),
        *_transport(settings),
        _address(settings),
        *_store(settings, secrets),
        *_disks(settings),
        *_continuity(settings, secrets),
        *_neighbours(settings),
    ]
    return printed(findings)


def _directory(what: str, path: Path, *, needed: bool = True) -> Finding:
    there = path if path.exists() else next(parent for parent in path.absolute().parents if parent.exists())
    usable = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    said = str(path) if path.exists() else f"{path}: will be made"
    return Finding(f"directory {what}", usable, said if usable else f"{there} cannot be written", needed)


def _keys(settings: ServerSettings, secrets: Secrets) -> Finding:
    has_store = settings.directory.store.exists()
    if secrets.read("vault-versions") is None:
        if has_store or settings.database_url is not None:
            said = "none here: right for a first start, wrong for a store that is in use (restore-keys)"
            return Finding("keys", not has_store, said)
        return Finding("keys", found=True, said="none yet: drawn at the first start")
    try:
        versions = VaultKeys(secrets).keys()
    except (StoreUnusableError, ValueError) as error:
        return Finding("keys", found=False, said=str(error))
    if has_store and settings.database_url is None and secrets.read("store") is None:
        return Finding("keys", found=False, said="the store's key is missing: restore it (restore-keys)")
    return Finding("keys", found=True, said=f"{len(secrets.names())} secrets, personal data under {max(versions)}")


def _transport(settings: ServerSettings) -> Iterator[Finding]:
    try:
        context = server_context(settings, datetime.now(UTC))
    except TransportUnusableError as error:
        yield Finding("transport", found=False, said=str(error))
        return
    if context is None:
        said = "plain, behind a proxy" if settings.behind_proxy else f"plain, to this machine alone ({settings.host})"
        yield Finding("transport", found=True, said=said)
        return
    yield Finding("transport", found=True, said="TLS")
    certificate = settings.tls.certificate
    path = local_ca(settings).server_certificate_file if certificate is None else certificate
    ends = x509.load_pem_x509_certificates(path.read_bytes())[0].not_valid_after_utc
    left = ends - datetime.now(UTC)
    said = f"until {ends:%Y-%m-%d}"
    yield Finding("certificate", left > timedelta(), said if left > timedelta() else f"ended on {ends:%Y-%m-%d}")
    if timedelta() < left < _RENEW_WITHIN:
        yield Finding("renewal", found=False, said=f"{left.days} days are left", needed=False)


def _address(settings: ServerSettings) -> Finding:
    try:
        family, kind, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        said = f"{settings.host}:{settings.port}: {error.strerror}; right where the server runs already"
        return Finding("address", found=False, said=said, needed=False)
    return Finding("address", found=True, said=f"{settings.host}:{settings.port} is free")


def _store(settings: ServerSettings, secrets: Secrets) -> Iterator[Finding]:
    if settings.database_url is not None:
        yield from _postgres(settings.database_url.get_secret_value(), journal=settings.continuity.journal is not None)
        return
    path, key = settings.directory.store, secrets.read("store")
    if not path.exists():
        yield Finding("store", found=True, said="none yet: made at the first start")
        return
    if key is None:
        yield Finding("store", found=False, said=f"{path}: its key is missing")
        return
    try:
        with closing(connected(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON")
            yield _schema(str(connection.execute(_REVISION).fetchone()[0]))
            newest = connection.execute(_NEWEST).fetchone()[0]
    except dbapi2.Error as error:
        yield Finding("store", found=False, said=f"{path} cannot be read: {error}")
        return
    yield _not_before(newest)
    set_by_ntp = _SYNCHRONISED.exists()
    said = "set by NTP" if set_by_ntp else "nobody says that it is set by NTP"
    yield Finding("clock", set_by_ntp, said, needed=False)


def _postgres(url: str, *, journal: bool) -> Iterator[Finding]:
    try:
        door = Door(url)
        with closing(door.bell_connection()) as connection:
            number = connection.info.server_version // 10_000
            yield Finding("store", number >= LEAST_VERSION, f"{door.where}, version {number}")
            began = time.time()
            row = connection.execute("SELECT EXTRACT(EPOCH FROM clock_timestamp())::float8").fetchone()
            apart = timedelta(seconds=abs((float(row[0]) if row else 0.0) - (began + time.time()) / 2))
            yield Finding("clock", apart <= _CLOCKS_APART, f"{apart.total_seconds():.1f} s from the database's")
            if journal:
                yield _streams(connection)
            has_tables = connection.execute("SELECT to_regclass('alembic_version')").fetchone()
            if has_tables is None or has_tables[0] is None:
                yield Finding("schema", found=True, said="none yet: made at the first start")
                return
            found = connection.execute(_REVISION).fetchone()
            yield _schema(str(found[0]) if found else "none")
            newest = connection.execute(_NEWEST).fetchone()
            yield _not_before(newest[0] if newest else None)
    except StoreUnusableError as error:
        yield Finding("store", found=False, said=str(error))
    except psycopg.Error as error:
        refusal = Door(url).refusal(error)
        yield Finding("store", found=False, said=str(refusal or type(error).__name__))


def _streams(connection: psycopg.Connection) -> Finding:
    """PostgreSQL is set up for the journal."""
    try:
        refuse_unready(connection)
    except JournalUnusableError as error:
        return Finding("journal's stream", found=False, said=str(error))
    return Finding("journal's stream", found=True, said="PostgreSQL streams, and waits for the journal")


def _schema(found: str) -> Finding:
    if found == head():
        return Finding("schema", found=True, said=found)
    if found < head():
        return Finding("schema", found=True, said=f"{found}: will be brought to {head()}; take a backup before")
    return Finding("schema", found=False, said=f"{found} is of a newer program")


def _not_before(newest_ms: int | None) -> Finding:
    """The clock has not gone behind what the store has seen."""
    behind = timedelta() if newest_ms is None else timedelta(milliseconds=newest_ms) - timedelta(seconds=time.time())
    if behind > _CLOCKS_APART:
        return Finding("clock and store", found=False, said=f"the store's newest entry is {behind} ahead of the clock")
    return Finding("clock and store", found=True, said="nothing in the store is of the future")


def _disks(settings: ServerSettings) -> Iterator[Finding]:
    places = {"data": settings.data_dir, "backups": settings.continuity.backups, "journal": settings.continuity.journal}
    for what, path in places.items():
        if path is None:
            continue
        there = next(each for each in (path.absolute(), *path.absolute().parents) if each.exists())
        free = shutil.disk_usage(there).free
        yield Finding(f"room {what}", free >= settings.operations.least_free_bytes, f"{free / 2**30:.1f} GiB free")


def _continuity(settings: ServerSettings, secrets: Secrets) -> Iterator[Finding]:
    rule = settings.continuity
    if rule.backups is None:
        yield Finding("backups", found=False, said="none: continuity.backups names no directory", needed=False)
    else:
        yield _directory("backups", rule.backups)
        known = secrets.read(backup.SECRET) is not None
        newest = next(iter(backup.backups(rule.backups, backup_secret(secrets))), None) if known else None
        said = "none yet" if newest is None else f"the newest is of {newest.taken_at:%Y-%m-%d %H:%M} UTC"
        is_late = newest is not None and datetime.now(UTC) - newest.taken_at > 2 * rule.every
        yield Finding("backups", newest is not None and not is_late, said, needed=False)
    if rule.journal is not None:
        found, said = rule.journal.is_dir(), f"{rule.journal} is not there: mount its disk, or make it"
        yield _directory("journal", rule.journal) if found else Finding("directory journal", found, said)
        same = _device(rule.journal) == _device(settings.data_dir)
        yield Finding("second disk", not same, "the journal is on the store's own" if same else "yes", needed=False)


def _device(path: Path) -> int:
    return next(each for each in (path.absolute(), *path.absolute().parents) if each.exists()).stat().st_dev


def _neighbours(settings: ServerSettings) -> Iterator[Finding]:
    """Others that the server talks to. It starts without them; messages and files then wait."""
    if settings.sms == "http" and settings.sms_http is not None:
        parts = urlsplit(settings.sms_http.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        yield _reached("SMS carrier", lambda: _dial((parts.hostname or "", port)))
    if settings.smtp is not None:
        where = (settings.smtp.host, settings.smtp.port)
        yield _reached("mail server", lambda: _dial(where))
    if settings.attachments.scanning == "required":
        rule = settings.attachments
        host = rule.clamd_host
        yield _reached("scanner", lambda: _dial(rule.clamd_socket if host is None else (host, rule.clamd_port)))


def _reached(what: str, dial: Callable[[], None]) -> Finding:
    try:
        dial()
    except OSError as error:
        return Finding(what, found=False, said=error.strerror or type(error).__name__, needed=False)
    return Finding(what, found=True, said="answers", needed=False)


def _dial(where: Path | tuple[str, int]) -> None:
    if isinstance(where, Path):
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_ANSWERS_WITHIN_S)
            probe.connect(str(where))
    else:
        socket.create_connection(where, timeout=_ANSWERS_WITHIN_S).close()
