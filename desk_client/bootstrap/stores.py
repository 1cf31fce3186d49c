"""Chooses the store: PostgreSQL where DESK_DATABASE_URL names one, else the encrypted file in the data directory."""

from contextlib import AbstractContextManager

from sqlalchemy import Connection

from desk_client.config.secrets import Secrets, kept
from desk_client.config.settings import ServerSettings
from desk_client.server.storage.embedded import KEY_BYTES, embedded_schema, open_embedded
from desk_client.server.storage.errors import MissingKeyError
from desk_client.server.storage.migrate import Attributes
from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import open_postgres, postgres_schema


def open_store(settings: ServerSettings, secrets: Secrets, attributes: Attributes) -> Store:
    """Open the settings' store and bring its tables up to date; see `migrate.Attributes`.

    Raises:
        StoreUnusableError: it cannot be used; the message is for the operator.
    """
    if settings.database_url is None:
        key = _store_key(settings, secrets)
        return open_embedded(settings.directory.store, key, readers=settings.readers, attributes=attributes)
    return open_postgres(
        settings.database_url.get_secret_value(),
        writers=settings.writers,
        readers=settings.readers,
        attributes=attributes,
    )


def open_schema(settings: ServerSettings, secrets: Secrets) -> AbstractContextManager[Connection]:
    """The transaction in which the settings' store may change its tables, for whoever migrates by hand.

    Raises:
        StoreUnusableError: it cannot be used; the message is for the operator.
    """
    if settings.database_url is None:
        return embedded_schema(settings.directory.store, _store_key(settings, secrets))
    return postgres_schema(settings.database_url.get_secret_value())


def _store_key(settings: ServerSettings, secrets: Secrets) -> bytes:
    """The key of the file. A store that is there without its key is no reason to draw a new one."""
    if secrets.read("store") is None and settings.directory.store.exists():
        raise MissingKeyError(settings.directory.store)
    return kept(secrets, "store", length=KEY_BYTES)
