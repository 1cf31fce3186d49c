"""Chooses the store: PostgreSQL where DESK_DATABASE_URL names one, else the encrypted file in the data directory."""

from contextlib import AbstractContextManager

from sqlalchemy import Connection

from desk_client.config.secrets import Secrets, kept
from desk_client.config.settings import ServerSettings
from desk_client.server.continuity import backup
from desk_client.server.continuity.journal import NoJournal, StatementJournal
from desk_client.server.continuity.streamed import StreamedJournal
from desk_client.server.storage.embedded import embedded_schema, open_embedded
from desk_client.server.storage.errors import MissingKeyError
from desk_client.server.storage.migrate import Attributes
from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import open_postgres, postgres_schema
from desk_client.server.storage.sqlcipher import KEY_BYTES


def open_store(
    settings: ServerSettings,
    secrets: Secrets,
    attributes: Attributes,
    journal: StatementJournal | StreamedJournal | None = None,
    *,
    alone: bool = False,
) -> Store:
    """Open the settings' store and bring its tables up to date; see `migrate.Attributes`.

    Without a `journal`, the settings' own is kept; `alone`: in PostgreSQL none, and nothing waits for one.

    Raises:
        StoreUnusableError: it cannot be used; the message is for the operator.
    """
    if journal is None and not alone:
        journal = open_journal(settings, secrets)
    if settings.database_url is None:
        key = store_key(settings, secrets)
        witness = journal if isinstance(journal, StatementJournal) else NoJournal()
        return open_embedded(
            settings.directory.store, key, readers=settings.readers, attributes=attributes, witness=witness
        )
    return open_postgres(
        settings.database_url.get_secret_value(),
        writers=settings.writers,
        readers=settings.readers,
        attributes=attributes,
        guard=journal.started if isinstance(journal, StreamedJournal) else None,
        alone=alone,
    )


def open_schema(settings: ServerSettings, secrets: Secrets) -> AbstractContextManager[Connection]:
    """The transaction in which the settings' store may change its tables, for whoever migrates by hand.

    Raises:
        StoreUnusableError: it cannot be used; the message is for the operator.
    """
    if settings.database_url is None:
        return embedded_schema(settings.directory.store, store_key(settings, secrets))
    return postgres_schema(settings.database_url.get_secret_value())


def open_journal(settings: ServerSettings, secrets: Secrets) -> StatementJournal | StreamedJournal | None:
    """The settings' journal; None where they name none. Raises JournalUnusableError: its folder is not there."""
    if settings.continuity.journal is None:
        return None
    if settings.database_url is None:
        return StatementJournal(settings.continuity.journal, journal_key(secrets))
    url = settings.database_url.get_secret_value()
    return StreamedJournal(url, settings.continuity.journal, journal_key(secrets))


def journal_key(secrets: Secrets) -> bytes:
    """What the journal is sealed with."""
    return backup.journal_key(backup_secret(secrets))


def backup_secret(secrets: Secrets) -> bytes:
    """What backups and journal are sealed with; drawn the first time, and part of the key backup from then on."""
    return kept(secrets, backup.SECRET, length=backup.SECRET_BYTES)


def store_key(settings: ServerSettings, secrets: Secrets) -> bytes:
    """The key of the file. A store that is there without its key is no reason to draw a new one."""
    if secrets.read("store") is None and settings.directory.store.exists():
        raise MissingKeyError(settings.directory.store)
    return kept(secrets, "store", length=KEY_BYTES)
