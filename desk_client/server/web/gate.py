"""The gate between routes and services: finds out who asks, runs the service, and lets refusals out as problems."""

from collections.abc import Callable
from typing import Annotated, Protocol, TypeVar

from fastapi import Depends, Header
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.house import House, Service
from desk_client.server.operations.requests import note_role
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access.sessions import KnownSession, authenticate, touch
from desk_client.server.services.actor import Actor
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.web.problems import RefusedError

T = TypeVar("T")
ActorService = Callable[[Transaction, Actor], T | Refusal]


async def _bearer(  # async: FastAPI takes a plain function to another thread and back, on every request
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))],
) -> str | None:
    return None if credentials is None else credentials.credentials


Bearer = Annotated[str | None, Depends(_bearer)]
"""The request's token, if it has one."""

IdempotencyKey = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=64, pattern=r"^[!-~]+$")]
"""Chosen by the client, new for each thing that it wants done."""


class Writer(Protocol):
    """Runs writing services in somebody's name."""

    async def __call__(self, service: ActorService[T]) -> T:
        """What the service answers; a refusal is raised as `RefusedError`."""


class Gate:
    """Runs services for routes."""

    def __init__(self, house: House) -> None:
        """Of one house."""
        self.house = house

    async def open_write(self, service: Service[T | Refusal]) -> T:
        """A writing service that anybody may ask."""
        self._take_in()
        return _let_out(await self.house.write(service))

    async def open_read(self, service: Service[T | Refusal]) -> T:
        """A reading service that anybody may ask."""
        return _let_out(await self.house.read(service))

    async def write(
        self, token: str | None, service: ActorService[T], *, begins: bool = False, before_change: bool = False
    ) -> T:
        """A writing service for whoever holds the token; who that is, is found in the same transaction.

        What only `begins` something is the first to be turned away when too much waits. `before_change`: also for
        whoever still has to change a first password.
        """
        self._take_in(begins=begins)
        roles: list[str] = []

        def within(transaction: Transaction) -> T | Refusal:
            known = _known(transaction, token, before_change=before_change)
            if isinstance(known, Refusal):
                return known
            roles.append(known.actor.role.value)
            if known.stale:
                touch(transaction, known.actor.session_id)
            return service(transaction, known.actor)

        answer = await self.house.write(within)
        _note(roles)
        return _let_out(answer)

    def writer(self, token: str | None) -> Writer:
        """`write`, for whoever holds the token."""

        async def write(service: ActorService[T]) -> T:
            return await self.write(token, service)

        return write

    async def read(self, token: str | None, service: ActorService[T], *, before_change: bool = False) -> T:
        """A reading service for whoever holds the token; `before_change` as of `write`."""
        stale: list[KnownSession] = []
        roles: list[str] = []

        def within(transaction: Transaction) -> T | Refusal:
            known = _known(transaction, token, before_change=before_change)
            if isinstance(known, Refusal):
                return known
            roles.append(known.actor.role.value)
            if known.stale:
                stale.append(known)
            return service(transaction, known.actor)

        answer = await self.house.read(within)
        _note(roles)
        if stale:
            await self.house.write(lambda transaction: touch(transaction, stale[0].actor.session_id))
        return _let_out(answer)

    def _take_in(self, *, begins: bool = False) -> None:
        """Raise StoreUnavailableError rather than let a request wait for longer than anybody waits for its answer.

        Whoever asks again a moment later is served sooner than in a line without an end, in which all become too late.
        """
        most_s = self.house.settings.operations.turn_away_after.total_seconds()
        if self.house.store.delay_s > (most_s / 2 if begins else most_s):
            raise StoreUnavailableError(Fault.CROWDED)


def _note(roles: list[str]) -> None:
    """For the log: in the request's own task, for the work may have run elsewhere, and more than once."""
    if roles:
        note_role(roles[-1])


def _known(transaction: Transaction, token: str | None, *, before_change: bool) -> KnownSession | Refusal:
    if token is None:
        return Refusal(RefusalCode.UNAUTHENTICATED)
    return authenticate(transaction, hashed(token), before_change=before_change)


def _let_out(answer: T | Refusal) -> T:
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer
