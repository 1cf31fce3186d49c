"""The administrator's tasks on keys: their backup, its restoring, and a new key for the vault."""

import getpass
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.files import write_private
from desk_client.config.secrets import open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.jobs.key_rotation import SERVERS_NOTICE_WITHIN_S, forget_old, rotate
from desk_client.server.security.call_keys import CallKeys
from desk_client.server.security.key_backup import KeyBackupError, KeyBundle, opened_bundle, sealed_bundle
from desk_client.server.security.tls import local_ca
from desk_client.server.security.vault_keys import VaultKeys

_TOLD_EVERY: Final = 10_000


def backup_keys(settings: ServerSettings, file: Path) -> str:
    """Write every key of this installation to a new file, under a passphrase that is asked for; what to tell.

    Raises:
        KeyBackupError: no keys, a file that is there already, or a passphrase that is too short or typed differently.
        OSError: the file cannot be written.
    """
    if file.exists():
        raise KeyBackupError(f"{file} is there already: name a new file")
    secrets = open_secrets(settings.directory.secrets, keep_in=settings.secrets)
    kept = {name: value for name in sorted(secrets.names()) if (value := secrets.read(name)) is not None}
    if not kept:
        raise KeyBackupError(f"there are no keys in {settings.directory.root}")
    files = {path.name: path.read_bytes() for path in local_ca(settings).files if path.exists()}
    write_private(file, sealed_bundle(KeyBundle(kept, files), _passphrase(twice=True)))
    return (
        f"{len(kept)} keys and {len(files)} files of the local authority are in {file}; keep the passphrase elsewhere"
    )


def restore_keys(settings: ServerSettings, file: Path, *, force: bool) -> str:
    """Put the keys of a backup in this installation's place for them; what to tell.

    Keys that are here and are others are overwritten only with `force`: what they sealed could never be opened again.

    Raises:
        KeyBackupError: the file or passphrase is not right, or there are other keys here. Nothing was changed.
        OSError: a file cannot be read or written.
    """
    bundle = opened_bundle(file.read_bytes(), _passphrase(twice=False))
    directory = settings.directory.created()
    secrets = open_secrets(directory.secrets, keep_in=settings.secrets)
    places = {path.name: path for path in local_ca(settings).files}
    others = [name for name, value in bundle.secrets.items() if secrets.read(name) not in (None, value)]
    others += [
        name
        for name, value in bundle.files.items()
        if name in places and places[name].exists() and places[name].read_bytes() != value
    ]
    if others and not force:
        raise KeyBackupError(
            f"there are other keys here ({', '.join(sorted(others))}): with --force they are overwritten, and what "
            "they sealed is lost"
        )
    for name, value in bundle.secrets.items():
        secrets.write(name, value)
    for name, value in bundle.files.items():
        if name in places:
            write_private(places[name], value)
    return f"{len(bundle.secrets)} keys and {len(bundle.files)} files are back in {directory.root}"


def rotate_key(settings: ServerSettings, *, forget: bool) -> str:
    """Seal all personal data with a new key, while servers work; with `forget` drop the older keys. What to tell.

    Raises:
        KeyInUseError: values that an older key sealed are left.
        StoreUnusableError: store or keys cannot be used.
    """
    house = open_house(settings)
    try:
        keys = VaultKeys(open_secrets(settings.directory.secrets, keep_in=settings.secrets))
        if forget:
            _say(f"waiting {SERVERS_NOTICE_WITHIN_S:.0f} s, until every running server has noticed the newest key")
            gone = forget_old(house.store, house.vault, keys, wait=time.sleep)
            return f"forgotten: {', '.join(map(str, gone)) or 'none'}; make a backup of the keys now"
        rotation = rotate(house.store, house.vault, keys, on_batch=_progress)
    finally:
        close_house(house)
    told = f"key {rotation.version}: {rotation.resealed} values sealed again; make a backup of the keys now"
    if rotation.broken:
        told += f". {rotation.broken} values can be opened with no key: see the log"
    return told


def rotate_call_key(settings: ServerSettings) -> str:
    """Draw a key with which servers vouch for the ends of a call from their next start; what to tell.

    Raises:
        OSError: the directory cannot be used.
    """
    secrets = open_secrets(settings.directory.created().secrets, keep_in=settings.secrets)
    key_id, kept = CallKeys(secrets).add(datetime.now(UTC), settings.audiences.room_token_lifetime)
    return (
        f"key {key_id} is used from the server's next start; {kept} older ones are still named to those who enter a "
        "room; make a backup of the keys now"
    )


def _passphrase(*, twice: bool) -> str:
    """What is typed without an echo, or the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    typed = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Again: ") != typed:
        raise KeyBackupError("the passphrase was typed differently the second time")
    return typed


def _progress(done: int) -> None:
    if done % _TOLD_EVERY == 0:
        _say(f"{done} values")


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - a command line prints
