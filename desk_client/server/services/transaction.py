"""What a service is given: an open transaction, the present moment, randomness, and the rules of this installation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import RANDOM_BYTES
from desk_client.server.security.vault import Vault


@dataclass(frozen=True, slots=True)
class Transaction:
    """One unit of work.

    Attributes:
        connection: begins and ends outside of the services.
        now: the same moment for all that happens in it, in UTC.
        random: gives as many random bytes as asked for.
        pepper: the server's secret for hashes of what could be guessed.
        settings: lifetimes and limits.
        vault: seals personal data, opens it, and finds it by its blind index.
    """

    connection: Connection
    now: datetime
    random: Callable[[int], bytes]
    pepper: bytes
    settings: ServerSettings
    vault: Vault

    def id_bytes(self) -> bytes:
        """Randomness for one new id."""
        return self.random(RANDOM_BYTES)
