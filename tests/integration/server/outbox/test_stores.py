"""What an outbox owes to its store: one row a key, one sender a message, whichever store it is."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.gateway import FileGateway
from desk_client.server.notify.http_sms import HttpSmsGateway
from desk_client.server.notify.outbox import (
    LEASE,
    MOST_ATTEMPTS,
    MessageKind,
    Terms,
    failed,
    lease,
    sent,
)
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.storage.tables.bookkeeping import outbox
from tests.fakes.carrier import Carrier
from tests.fakes.clock import StandingClock
from tests.integration.server.outbox.rows import put, received, rows, states
from tests.stores import BOTH

STORES = BOTH


def test_one_key_is_one_message(house: House, sender: Sender, tmp_path: Path) -> None:
    terms = Terms(TemplateKey.MOVED, dedupe_key="moved:apt_a:2")
    assert put(house, "one", terms) is not None
    assert put(house, "two", terms) is None
    with ThreadPoolExecutor(8) as pool:
        written = list(pool.map(lambda n: put(house, str(n), Terms(TemplateKey.MOVED, dedupe_key="b")), range(24)))
    assert sum(message_id is not None for message_id in written) == 1
    sender.round()
    assert len(received(tmp_path)) == 2


def test_dying_again_and_again_is_no_failed_attempt(house: House, sender: Sender, clock: StandingClock) -> None:
    put(house)
    for _ in range(MOST_ATTEMPTS + 1):
        assert house.write_now(lambda transaction: lease(transaction, MessageKind.SMS)) is not None
        clock.advance(LEASE[MessageKind.SMS])
    sender.round()
    assert states(house) == [("sent", 0)]


def test_who_lost_the_lease_cannot_put_a_sent_message_back(
    house: House, sender: Sender, clock: StandingClock, tmp_path: Path
) -> None:
    put(house)
    late = house.write_now(lambda transaction: lease(transaction, MessageKind.SMS))
    assert late is not None
    clock.advance(LEASE[MessageKind.SMS])
    other = house.write_now(lambda transaction: lease(transaction, MessageKind.SMS))
    assert other is not None
    house.write_now(lambda transaction: failed(transaction, late, "late", permanent=True))
    assert states(house) == [("pending", 0)]
    house.write_now(lambda transaction: sent(transaction, other))
    house.write_now(lambda transaction: failed(transaction, other, "late", permanent=False))
    assert states(house) == [("sent", 0)]
    sender.round()
    assert received(tmp_path) == []


def test_a_code_that_came_too_late_is_never_sent(
    house: House, sender: Sender, clock: StandingClock, gateway: FileGateway, tmp_path: Path
) -> None:
    code = Terms(TemplateKey.SIGN_IN_CODE, expires_at=clock.now() + timedelta(minutes=5))
    put(house, "one", code)
    clock.advance(timedelta(minutes=5))
    sender.round()
    put(house, "two", Terms(TemplateKey.SIGN_IN_CODE, expires_at=clock.now() + timedelta(seconds=1)))
    gateway.fail_next(1)
    sender.round()  # it failed, and the next attempt would come too late
    assert received(tmp_path) == []
    assert states(house) == [("expired", 0), ("expired", 1)]
    assert all(row.body_sealed is None and row.recipient_sealed is None for row in rows(house))


def test_several_senders_share_the_work_and_send_nothing_twice(settings: ServerSettings) -> None:
    with Carrier() as carrier, ExitStack() as stack:
        spoken = ServerSettings(**{**settings.model_dump(), "sms": "http", "sms_http": {"url": carrier.url}})
        # servers of their own on PostgreSQL; the embedded store belongs to one server
        houses = [open_house(spoken) for _ in range(3 if settings.database_url is not None else 1)]
        for house in houses:
            stack.callback(close_house, house)
        wanted = {str(put(houses[0], str(number))) for number in range(60)}
        senders = []
        for house in (houses * 3)[:3]:
            assert spoken.sms_http is not None
            gateway = stack.enter_context(closing(HttpSmsGateway(spoken.sms_http)))
            senders.append(Sender(replace(house, sms=gateway), MessageKind.SMS))
        begin = threading.Barrier(len(senders))

        def work(sender: Sender) -> None:
            begin.wait()
            while sender.round() == timedelta():
                pass

        with ThreadPoolExecutor(len(senders)) as pool:
            list(pool.map(work, senders))
        while senders[0].round() == timedelta():  # a row that another held when all had gone
            pass
        assert set(carrier.taken) == wanted
        assert (len(carrier.asked), carrier.repeated) == (60, 0)
        left = houses[0].read_now(
            lambda transaction: transaction.connection.execute(
                select(func.count()).select_from(outbox).where(outbox.c.state != "sent")
            ).scalar_one()
        )
        assert left == 0
