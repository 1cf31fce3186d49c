"""Messages leave once, after the commit; a carrier that fails is asked again, ever more slowly, and then no more."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.house import House
from desk_client.server.jobs.sending import send_due
from desk_client.server.notify.gateway import ConsoleGateway, Delivered, FileGateway, Undelivered
from desk_client.server.notify.outbox import LEASE, MOST_ATTEMPTS, enqueue_sms, lease, pause_after
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import outbox
from tests.fakes.clock import StandingClock

MOBILE = Mobile("+966500000001")


@pytest.fixture
def gateway(tmp_path: Path) -> FileGateway:
    return FileGateway(tmp_path / "sms.log")


@pytest.fixture
def house(settings: ServerSettings, clock: StandingClock, gateway: FileGateway) -> Iterator[House]:
    """A house whose jobs run when the test says so."""
    house = open_house(settings, clock=clock, sms=gateway)
    yield house
    close_house(house)


def states(house: House) -> list[tuple[str, int, str]]:
    rows = house.read_now(
        lambda transaction: transaction.connection.execute(
            select(outbox.c.state, outbox.c.attempts, outbox.c.body).order_by(outbox.c.created_at)
        ).all()
    )
    return [(row.state, row.attempts, row.body) for row in rows]


def sent(tmp_path: Path) -> list[str]:
    log = tmp_path / "sms.log"
    return [json.loads(line)["text"] for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def test_a_message_is_sent_once_and_its_text_forgotten(house: House, tmp_path: Path) -> None:
    house.write_now(lambda transaction: enqueue_sms(transaction, MOBILE, "رمز"))
    assert send_due(house) > timedelta()
    send_due(house)
    assert sent(tmp_path) == ["رمز"]
    assert states(house) == [("sent", 1, "")]
    assert (tmp_path / "sms.log").stat().st_mode & 0o777 == 0o600


def test_a_message_of_a_transaction_that_failed_was_never_there(house: House, tmp_path: Path) -> None:
    def fail(transaction: Transaction) -> None:
        enqueue_sms(transaction, MOBILE, "رمز")
        raise LookupError

    with pytest.raises(LookupError):
        house.write_now(fail)
    send_due(house)
    assert sent(tmp_path) == []


def test_a_failing_carrier_is_asked_again_after_growing_pauses(
    house: House, clock: StandingClock, gateway: FileGateway, tmp_path: Path
) -> None:
    gateway.fail_next(2)
    house.write_now(lambda transaction: enqueue_sms(transaction, MOBILE, "رمز"))
    assert send_due(house) == pause_after(1) == timedelta(seconds=2)
    assert states(house) == [("pending", 1, "رمز")]
    clock.advance(timedelta(seconds=2))
    assert send_due(house) == pause_after(2) == timedelta(seconds=4)
    clock.advance(timedelta(seconds=4))
    send_due(house)
    assert sent(tmp_path) == ["رمز"]


def test_after_the_last_attempt_a_message_is_dead(house: House, clock: StandingClock, gateway: FileGateway) -> None:
    gateway.fail_next(MOST_ATTEMPTS)
    house.write_now(lambda transaction: enqueue_sms(transaction, MOBILE, "رمز"))
    for attempt in range(1, MOST_ATTEMPTS + 1):
        send_due(house)
        clock.advance(pause_after(attempt))
    assert states(house) == [("dead", MOST_ATTEMPTS, "")]


def test_a_sender_that_died_lets_another_try_after_the_lease(
    house: House, clock: StandingClock, tmp_path: Path
) -> None:
    house.write_now(lambda transaction: enqueue_sms(transaction, MOBILE, "رمز"))
    assert len(house.write_now(lambda transaction: lease(transaction, 10))) == 1
    send_due(house)
    assert sent(tmp_path) == []
    clock.advance(LEASE)
    send_due(house)
    assert sent(tmp_path) == ["رمز"]


def test_gateways_print_or_write_and_fail_when_told_or_when_they_cannot(tmp_path: Path) -> None:
    stream = io.StringIO()
    console = ConsoleGateway(stream)
    assert console.send(MessageId("msg_a"), MOBILE, "مرحباً") == Delivered()
    assert "مرحباً" in stream.getvalue()
    console.fail_next(1)
    assert isinstance(console.send(MessageId("msg_a"), MOBILE, "مرحباً"), Undelivered)
    nowhere = FileGateway(tmp_path / "missing" / "sms.log").send(MessageId("msg_a"), MOBILE, "مرحباً")
    assert isinstance(nowhere, Undelivered)
    assert MOBILE not in nowhere.reason
