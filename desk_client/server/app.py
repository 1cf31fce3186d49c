"""Puts the web application together from a house; jobs and signalling live as long as it does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket

from desk_client.protocol.signalling import PATH
from desk_client.server.house import House
from desk_client.server.jobs.housekeeping import keep_house
from desk_client.server.jobs.reminding import remind_due
from desk_client.server.jobs.retaining import Retaining
from desk_client.server.jobs.sealing import Sealer
from desk_client.server.jobs.sending import Sender
from desk_client.server.jobs.worker import Worker
from desk_client.server.notify.outbox import MessageKind
from desk_client.server.signalling.hub import Hub
from desk_client.server.signalling.rooms import Rooms
from desk_client.server.signalling.socket import SignallingSocket
from desk_client.server.signalling.watch import Watch
from desk_client.server.web import accounts, appointments, booking, description, desk, problems, public, sign_in, staff
from desk_client.server.web.flood import Flood
from desk_client.server.web.frontier import ForeignOrigin, SafeHeaders
from desk_client.server.web.gate import Gate
from desk_client.server.web.limits import BodyLimit
from desk_client.server.web.privacy import book_routes, own_routes


def create_app(house: House) -> FastAPI:
    """The application of one house. Its lifespan starts and ends jobs and signalling; the house stays its maker's."""
    rooms = Rooms(house)
    hub = Hub(house, rooms)
    watch = Watch(house, hub)
    senders = [Worker(f"{kind.value}-sender", Sender(house, kind).round) for kind in MessageKind]
    reminder = Worker("reminders", lambda: remind_due(house))
    keeper = Worker("housekeeping", lambda: keep_house(house))
    retaining = Retaining(house)
    sealer = Sealer(house)
    guards = [Worker("retention", retaining.round), Worker("audit-sealer", sealer.round)]

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await rooms.start()
        await hub.start()
        await watch.start()
        for sender in senders:
            house.store.on_commit(sender.wake)
        for worker in (*senders, reminder, keeper, *guards):
            worker.start()
        try:
            yield
        finally:
            retaining.end()
            for worker in (keeper, reminder, *senders, *guards):
                worker.stop()
            await watch.stop()
            await rooms.stop()
            await hub.stop()
            await run_in_threadpool(sealer.finish)

    app = FastAPI(title="Majlis", version=_version(), lifespan=lifespan, docs_url=None, redoc_url=None)
    app.add_middleware(BodyLimit)
    problems.install(app)
    app.add_middleware(Flood, settings=house.settings.flood)
    # the last one added stands first: an answer of any of the others has safe headers
    app.add_middleware(ForeignOrigin, allowed=house.settings.allowed_origins)
    app.add_middleware(SafeHeaders, over_tls=house.settings.is_reached_by_tls)
    description.install(app)
    gate = Gate(house)
    app.include_router(public.probes(gate))
    for router in (
        public.routes(gate),
        sign_in.routes(gate),
        sign_in.assistance_routes(gate),
        staff.routes(gate),
        accounts.routes(gate),
        booking.routes(gate),
        appointments.routes(gate),
        desk.routes(gate),
        own_routes(gate),
        book_routes(gate),
    ):
        app.include_router(router, prefix="/v1")

    @app.websocket(PATH)
    async def signalling(socket: WebSocket) -> None:
        await SignallingSocket(house, hub, rooms, socket).serve()

    return app


def _version() -> str:
    try:
        return version("desk-client")
    except PackageNotFoundError:  # run from a source tree that was not installed
        return "0"
