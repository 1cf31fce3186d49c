"""Everything that one running server is made of, put together once and handed to routes, sockets and jobs."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.attachments.vetting import Vetting, takes_nothing
from desk_client.server.continuity.port import Journal
from desk_client.server.identity.organisation import OrganisationSignOn
from desk_client.server.identity.port import NationalSignOn
from desk_client.server.notify.gateway import EmailGateway, SmsGateway
from desk_client.server.operations.metrics import Metrics
from desk_client.server.security.call_keys import Attestor
from desk_client.server.security.deposit_box import DepositBox
from desk_client.server.security.passwords import Passwords
from desk_client.server.security.randomness import Randomness
from desk_client.server.security.room_tokens import RoomTokens
from desk_client.server.security.slips import Slips
from desk_client.server.security.vault import Vault
from desk_client.server.services.memory import Memory
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.storage.port import Store

T = TypeVar("T")
Service = Callable[[Transaction], T]


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """The parts of a server. Who makes a house also closes its store and its passwords."""

    settings: ServerSettings
    store: Store
    sms: SmsGateway
    passwords: Passwords
    room_tokens: RoomTokens
    attestor: Attestor
    slips: Slips
    pepper: bytes = field(repr=False)
    vault: Vault = field(repr=False)
    audit_key: bytes = field(repr=False)
    deposits: DepositBox = field(repr=False)
    clock: Clock = field(default_factory=SystemClock)
    random: Callable[[int], bytes] = field(default_factory=Randomness)
    memory: Memory = field(default_factory=Memory, repr=False)
    national: NationalSignOn | None = None
    organisation: OrganisationSignOn | None = None
    email: EmailGateway | None = None
    vetting: Vetting = field(default_factory=takes_nothing)
    journal: Journal | None = None
    metrics: Metrics = field(default_factory=Metrics, repr=False)

    def write_now(self, service: Service[T]) -> T:
        """Run a service in a writing transaction and wait for the commit; not for the event loop's thread."""
        answer = self.store.write(lambda connection: self._written(connection, service)).result()
        if self.memory.rulebook_missed:
            self._learn_rules()
        return answer

    def read_now(self, service: Service[T]) -> T:
        """Run a service that only reads, in the calling thread; its notes are in the books before this returns."""
        noted: list[Transaction] = []

        def read(connection: Connection) -> T:
            transaction = self._transaction(connection, writes=False)
            answer = service(transaction)
            noted[:] = [transaction] if transaction.put_off else []  # a store may read twice; only its last run counts
            return answer

        answer = self.store.read(read)
        for transaction in noted:
            self.store.write(transaction.settle_in).result()
        return answer

    async def write(self, service: Service[T]) -> T:
        """Run a service in a writing transaction; done after the commit."""
        began = time.perf_counter()
        try:
            answer = await asyncio.wrap_future(self.store.write(lambda connection: self._written(connection, service)))
        finally:
            self.metrics.wrote(time.perf_counter() - began)
        if self.memory.rulebook_missed:
            await run_in_threadpool(self._learn_rules)
        return answer

    async def read(self, service: Service[T]) -> T:
        """Run a service that only reads, in a worker thread."""
        return await run_in_threadpool(self.read_now, service)

    def _learn_rules(self) -> None:
        """Read the rulebook for those to come: while only writes came in, each would read it for itself."""
        self.memory.rulebook_missed = False
        with suppress(StoreUnavailableError):  # then whoever comes next tries
            self.read_now(rules)

    def _written(self, connection: Connection, service: Service[T]) -> T:
        transaction = self._transaction(connection, writes=True)
        answer = service(transaction)
        transaction.settle_in(connection)
        return answer

    def _transaction(self, connection: Connection, *, writes: bool) -> Transaction:
        # the clock is read when the work runs, not when it is handed in; in whole milliseconds, as the store keeps them
        now = self.clock.now()
        now -= timedelta(microseconds=now.microsecond % 1000)
        return Transaction(
            connection, now, self.random, self.pepper, self.settings, self.vault, self.memory, writes=writes
        )
