"""Backups: a folder each, with the store as one encrypted file and a manifest that says what must be in it.

The file is a SQLCipher store whichever store it was taken from. Its key is derived from the installation's secret
"backup" and a salt of its own; that secret goes into the backup of keys and into no backup of the store. A backup is
there only after it was restored into a scratch file and every table compared.
"""

import hashlib
import hmac
import json
import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from desk_client.config.files import write_private
from desk_client.server.continuity.files import BackupError, Content, content, copied
from desk_client.server.continuity.port import LINEAGE, NUMBER

SECRET: Final = "backup"  # noqa: S105 - its name among the secrets
SECRET_BYTES: Final = 32
_FORMAT: Final = 1
_STORE: Final = "store.db"
_MANIFEST: Final = "manifest.json"
_PREFIX: Final = "majlis-"
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_SALT_BYTES: Final = 16

TakeFile = Callable[[Path, bytes], Content]
"""Copies one state of a store into a new SQLCipher file under this key, and tells what the source held."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One that is whole.

    Attributes:
        folder: where it is.
        taken_at: when it was begun, in UTC.
        program: the version that took it.
        kind: of which store it was taken: embedded or postgres.
        content: what is in it.
        salt: which its key was derived with.
    """

    folder: Path
    taken_at: datetime
    program: str
    kind: str
    content: Content
    salt: bytes

    @property
    def file(self) -> Path:
        """The store."""
        return self.folder / _STORE

    @property
    def number(self) -> int:
        """Of the last commit in it that was journalled; 0 without a journal."""
        return self.content.numbers.get(NUMBER, 0)

    @property
    def lineage(self) -> int | None:
        """Of the journal that goes on from it; None without one."""
        return self.content.numbers.get(LINEAGE)

    @property
    def size(self) -> int:
        """Of its store, in bytes."""
        return self.file.stat().st_size

    def key(self, secret: bytes) -> bytes:
        """Its store's."""
        return derived(secret, f"store {self.salt.hex()}")


def derived(secret: bytes, purpose: str) -> bytes:
    """A key for one purpose, from the installation's secret "backup" (HMAC-SHA-256, RFC 2104)."""
    return hmac.digest(secret, f"majlis {purpose}".encode(), hashlib.sha256)


def journal_key(secret: bytes) -> bytes:
    """What the journal is sealed with."""
    return derived(secret, "journal")


def take(destination: Path, secret: bytes, kind: str, program: str, now: datetime, take_file: TakeFile) -> Backup:
    """Take a backup into a new folder in `destination`, restore it on trial, and compare.

    Raises:
        BackupError: it could not be taken, or what it holds is not what the store held. Nothing is left of it.
        OSError: the destination cannot be written.
    """
    destination.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = destination / f".making-{secrets.token_hex(6)}"
    draft.mkdir(mode=0o700)
    try:
        salt = secrets.token_bytes(_SALT_BYTES)
        backup = Backup(draft, now, program, kind, Content({}, None, {}), salt)
        held = take_file(backup.file, backup.key(secret))
        backup = Backup(draft, now, program, kind, held, salt)
        tried(backup, secret)
        _flushed(backup.file)
        write_private(draft / _MANIFEST, _manifest(backup, secret))
        folder = destination / f"{_PREFIX}{now.astimezone(UTC).strftime(_STAMP)}"
        draft.rename(folder)
        _flushed(destination)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Backup(folder, now, program, kind, held, salt)


def tried(backup: Backup, secret: bytes) -> None:
    """Restore it into a scratch file beside it, which is removed, and compare every table with what the manifest says.

    Raises:
        BackupError: it is damaged.
        OSError: there is no room for the trial.
    """
    scratch, key = backup.folder / "scratch.db", secrets.token_bytes(32)
    try:
        restored(backup, secret, scratch, key)
    finally:
        scratch.unlink(missing_ok=True)


def restored(backup: Backup, secret: bytes, target: Path, key: bytes) -> None:
    """Write a backup's store to a new file under `key`, and compare it with what the manifest says.

    Raises:
        BackupError: the backup is damaged. The file is not to be used then.
        OSError: the file cannot be written.
    """
    copied(backup.file, backup.key(secret), target, key)
    differing = content(target, key).differing(backup.content)
    if differing:
        raise BackupError(f"{backup.folder}: {', '.join(differing)} are not what the manifest says")


def backups(directory: Path, secret: bytes) -> list[Backup]:
    """The backups in a directory, newest first; folders that are none of this secret's are passed over."""
    found = []
    for folder in directory.glob(f"{_PREFIX}*"):
        try:
            found.append(opened(folder, secret))
        except (BackupError, OSError):
            continue
    return sorted(found, key=lambda backup: backup.taken_at, reverse=True)


def opened(folder: Path, secret: bytes) -> Backup:
    """The backup in a folder.

    Raises:
        BackupError: there is none, its manifest was changed, or it is of another installation's keys.
    """
    try:
        manifest = json.loads((folder / _MANIFEST).read_bytes())
        said = manifest["backup"]
        if manifest["format"] != _FORMAT:
            raise BackupError(f"{folder} was written by a newer version of this program")
        if not hmac.compare_digest(bytes.fromhex(manifest["mac"]), _mac(said, secret)):
            raise BackupError(f"{folder}: the manifest was changed, or the keys are of another installation")
        held = Content(
            {name: (rows, digest) for name, (rows, digest) in said["tables"].items()},
            said["revision"],
            said["numbers"],
            said.get("snapshot", ""),
        )
        taken_at = datetime.fromisoformat(said["taken_at"])
        return Backup(folder, taken_at, said["program"], said["kind"], held, bytes.fromhex(said["salt"]))
    except FileNotFoundError:
        raise BackupError(f"there is no backup in {folder}") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BackupError(f"{folder}: the manifest cannot be read") from None


def _manifest(backup: Backup, secret: bytes) -> bytes:
    said: dict[str, Any] = {  # JSON
        "taken_at": backup.taken_at.isoformat(),
        "program": backup.program,
        "kind": backup.kind,
        "salt": backup.salt.hex(),
        **asdict(backup.content),
    }
    return json.dumps({"format": _FORMAT, "backup": said, "mac": _mac(said, secret).hex()}, indent=1).encode()


def _mac(said: Mapping[str, Any], secret: bytes) -> bytes:
    text = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    return hmac.digest(derived(secret, "manifest"), text, hashlib.sha256)


def _flushed(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
