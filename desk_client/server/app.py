"""Puts the web application together from a house; jobs and signalling live as long as it does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket

from desk_client.protocol.base import build_models
from desk_client.protocol.signalling import PATH
from desk_client.server.first_reading import read_first
from desk_client.server.house import House
from desk_client.server.jobs import sending
from desk_client.server.jobs.backing_up import BackupKeeper
from desk_client.server.jobs.checking import AuditChecker
from desk_client.server.jobs.housekeeping import keep_house
from desk_client.server.jobs.inviting import invite_guests
from desk_client.server.jobs.no_shows import settle_missed
from desk_client.server.jobs.offering import REST, Offering
from desk_client.server.jobs.queueing import follow_queues
from desk_client.server.jobs.reminding import remind_due
from desk_client.server.jobs.retaining import Retaining
from desk_client.server.jobs.sealing import Sealer
from desk_client.server.jobs.sending import Sender
from desk_client.server.jobs.worker import Worker
from desk_client.server.notify.outbox import MessageKind
from desk_client.server.operations.readiness import Readiness
from desk_client.server.operations.requests import Requests
from desk_client.server.services.access import browsers
from desk_client.server.services.asking.replies import PAGE as REPLY_PAGE
from desk_client.server.services.life import guests, links
from desk_client.server.signalling.hub import Hub
from desk_client.server.signalling.rooms import Rooms
from desk_client.server.signalling.socket import SignallingSocket
from desk_client.server.signalling.watch import Watch
from desk_client.server.web import (
    accounts,
    appointments,
    attachments,
    booking,
    calendars,
    called_in,
    chat,
    delegates,
    deposits,
    description,
    desk,
    halls,
    handovers,
    helping,
    kiosk_lock,
    marks,
    messages,
    minutes,
    notes,
    office_calendars,
    oversight,
    pages,
    probes,
    problems,
    public,
    queue,
    recordings,
    region,
    replies,
    requests,
    retention,
    satisfaction,
    shelf,
    sign_in,
    slips,
    staff,
    upload_links,
    waiting_room,
    waitlist,
    walk_ins,
)
from desk_client.server.web import (
    browsers as browser_routes,
)
from desk_client.server.web import (
    guests as guest_routes,
)
from desk_client.server.web.answers import Versioned
from desk_client.server.web.endpoints import endpoints
from desk_client.server.web.file_counter import Counter
from desk_client.server.web.flood import Flood
from desk_client.server.web.frontier import ForeignOrigin, SafeHeaders, own_origin
from desk_client.server.web.gate import Gate
from desk_client.server.web.limits import BodyLimit
from desk_client.server.web.methods import Methods
from desk_client.server.web.privacy import book_routes, own_routes
from desk_client.server.web.short_way import ShortWay, commands

_TALKS: Final = "geolocation=(), payment=(), display-capture=()"
"""What a page may not do that talks."""


def create_app(house: House, backups: BackupKeeper | None = None) -> FastAPI:
    """The application of one house. Its lifespan starts and ends jobs and signalling; the house stays its maker's.

    `app.state.readiness` is for whoever ends the server.
    """
    build_models()
    rooms = Rooms(house)
    hub = Hub(house, rooms)
    watch = Watch(house, hub)
    # every commit wakes them, and one that nobody has a gateway for would look through all that waits for the other
    kinds = [kind for kind in MessageKind if kind is not MessageKind.EMAIL or house.email is not None]
    senders = [Worker(f"{kind.value}-sender", Sender(house, kind).round, rest=sending.REST) for kind in kinds]
    reminder = Worker("reminders", lambda: remind_due(house))
    keeper = Worker("housekeeping", lambda: keep_house(house))
    retaining = Retaining(house)
    sealer = Sealer(house)
    checker = AuditChecker(house)
    guards = [Worker("retention", retaining.round), Worker("audit-sealer", sealer.round), *_asked_for(checker, backups)]
    hall = _hall(house)
    workers = (*senders, reminder, keeper, *hall, *guards)
    readiness = Readiness(house, lambda: all(worker.is_alive for worker in workers))
    watch_house(house, backups)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await rooms.start()
        await hub.start()
        await watch.start()
        for waker in (*senders, hall[0]):
            house.store.on_commit(waker.wake)
        for worker in workers:
            worker.start()
        await run_in_threadpool(read_first, house)
        try:
            yield
        finally:
            retaining.end()
            checker.stop()
            if backups is not None:
                backups.stop()
            for worker in (keeper, reminder, *hall, *senders, *guards):
                worker.stop()
            await watch.stop()
            await rooms.stop()
            await hub.stop()
            await run_in_threadpool(sealer.finish)

    app = FastAPI(
        title="Majlis",
        version=_version(),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # to an address made of whatever the request calls this host
        default_response_class=Versioned,
        generate_unique_id_function=description.operation_id,
        # ours are `operations`; these would look for a provider on each request, and could record what citizens wrote
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.readiness = readiness
    _guard(app, house)
    description.install(app)
    gate = Gate(house)
    counter = Counter(gate)
    for router in (
        probes.routes(house, readiness),
        pages.shared_files(),
        pages.page(links.PAGE, "upload"),  # the system's own dialog takes photos
        pages.page(REPLY_PAGE, "reply"),
        pages.page(guests.PAGE, "guest", may_not=_TALKS),
        pages.page(browsers.PAGE, "official", may_not=_TALKS),
        slips.routes(gate),
        booking.routes(gate),  # first: a request is compared with one route after the other, and most are of these
        public.routes(gate),
        sign_in.routes(gate),
        sign_in.assistance_routes(gate),
        staff.routes(gate),
        accounts.routes(gate),
        kiosk_lock.routes(gate),
        halls.routes(gate),
        deposits.routes(gate),
        appointments.routes(gate),
        attachments.routes(gate, counter),
        upload_links.routes(gate, counter),
        guest_routes.routes(gate),
        browser_routes.routes(gate),
        desk.routes(gate),
        called_in.routes(gate),
        handovers.routes(gate),
        notes.routes(gate),
        chat.routes(gate),
        minutes.routes(gate),
        recordings.routes(gate),
        marks.routes(gate),
        waiting_room.routes(gate),
        satisfaction.routes(gate),
        requests.routes(gate),
        replies.routes(gate),
        waitlist.routes(gate),
        queue.routes(gate),
        helping.routes(gate),
        walk_ins.routes(gate),
        calendars.routes(gate),
        office_calendars.routes(gate),
        messages.routes(gate),
        region.routes(gate),
        delegates.routes(gate),
        retention.routes(gate),
        shelf.routes(gate, backups),
        oversight.routes(gate, checker),
        own_routes(gate),
        book_routes(gate),
    ):
        router.add_to(app)

    @app.websocket(PATH)
    async def signalling(socket: WebSocket) -> None:
        with house.metrics.sockets.track_inprogress():
            await SignallingSocket(house, hub, rooms, socket).serve()

    return app


def _guard(app: FastAPI, house: House) -> None:
    """What stands before every route; the last one added stands first."""
    app.add_middleware(Methods, endpoints=lambda: endpoints(app))
    app.add_middleware(
        BodyLimit,
        larger=(
            attachments.larger_body(house.settings.attachments.most_bytes),
            office_calendars.LARGER_BODY,
            recordings.LARGER_BODY,
        ),
    )
    app.add_middleware(ShortWay, commands=lambda: commands(app))
    problems.install(app)
    app.add_middleware(Flood, settings=house.settings.flood)
    app.add_middleware(ForeignOrigin, allowed=(*house.settings.allowed_origins, *own_origin(house.settings.public_url)))
    # an answer of any of the others has safe headers
    app.add_middleware(SafeHeaders, over_tls=house.settings.is_reached_by_tls)
    app.add_middleware(Requests, measure=house.metrics.asked, trusts_proxy=bool(house.settings.behind_proxy))


def watch_house(house: House, backups: BackupKeeper | None) -> None:
    """Numbers that are asked for when somebody reads the measures."""
    watch = house.metrics.watch
    watch("majlis_store_waiting", "Transactions that no writer has begun", lambda: float(house.store.waiting))
    watch("majlis_store_delay_seconds", "How long the first of these has waited", lambda: house.store.delay_s)
    if (journal := house.journal) is not None:
        watch("majlis_journal_ok", "Whether changes are journalled", lambda: float(journal.fault is None))
    if backups is not None:
        watch("majlis_backup_timestamp_seconds", "The newest backup's moment; 0: none known", backups.newest_s)


def _asked_for(checker: AuditChecker, backups: BackupKeeper | None) -> list[Worker]:
    """Those whom an administrator wakes."""
    workers = []
    for name, keeper in (("audit-checker", checker), ("backups", backups)):
        if keeper is not None:
            workers.append(Worker(name, keeper.round))
            keeper.heard_by(workers[-1].wake)
    return workers


def _hall(house: House) -> list[Worker]:
    """Those who look after people that wait; the first is woken by commits, since any may set time free."""
    return [
        Worker("waitlist", Offering(house).round, rest=REST),
        Worker("no-shows", lambda: settle_missed(house)),
        Worker("queue", lambda: follow_queues(house)),
        Worker("guests", lambda: invite_guests(house)),
    ]


def _version() -> str:
    try:
        return version("desk-client")
    except PackageNotFoundError:  # run from a source tree that was not installed
        return "0"
