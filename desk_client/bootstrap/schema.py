"""The administrator's tasks on a store as a whole: bring its tables to a revision, and move it into PostgreSQL."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import SecretStr

from desk_client.bootstrap.house import open_vault
from desk_client.bootstrap.stores import open_schema, open_store
from desk_client.config.secrets import open_secrets
from desk_client.config.settings import ServerSettings
from desk_client.server.storage.copying import CopyReport, copy_store
from desk_client.server.storage.errors import MalformedUrlError
from desk_client.server.storage.migrate import Migration, current, downgraded, head, migrated

Confirm = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class NotConfirmed:
    """The administrator thought better of it."""


def migrate(settings: ServerSettings, revision: str | None, confirm: Confirm) -> Migration | NotConfirmed:
    """Bring the store up to this program's schema, or down to an older revision; no server may run meanwhile.

    Args:
        settings: which store.
        revision: where to; None: as far up as this program knows.
        confirm: asked before anything is taken back.

    Raises:
        StoreUnusableError: it cannot be done; the message is for the operator.
    """
    directory = settings.directory.created()
    secrets = open_secrets(directory.secrets, keep_in=settings.secrets)
    attributes = {"vault": open_vault(secrets)}
    with open_schema(settings, secrets) as connection:
        if revision is None or revision in {head(), current(connection)}:
            return migrated(connection, attributes)
        question = f"Going back to {revision} forgets what only newer revisions hold. Is there a backup?"
        return downgraded(connection, revision, attributes) if confirm(question) else NotConfirmed()


def copy_to_postgres(settings: ServerSettings, url: str | None) -> CopyReport:
    """Copy the store in the data directory into an empty PostgreSQL database, and compare the two.

    Args:
        settings: which data directory; a `database_url` in them is where to, unless `url` says otherwise.
        url: where to; see `open_postgres`.

    Raises:
        StoreUnusableError: it cannot be done, or something differs; the message is for the operator.
    """
    address = settings.database_url if url is None else SecretStr(url)
    if address is None:
        raise MalformedUrlError
    directory = settings.directory.created()
    secrets = open_secrets(directory.secrets, keep_in=settings.secrets)
    attributes = {"vault": open_vault(secrets)}
    source = open_store(settings.model_copy(update={"database_url": None}), secrets, attributes, alone=True)
    try:
        target = open_store(settings.model_copy(update={"database_url": address}), secrets, attributes, alone=True)
        try:
            return copy_store(source, target)
        finally:
            target.close()
    finally:
        source.close()
