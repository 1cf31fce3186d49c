"""Messages leave once, after the commit; a carrier that fails is asked again, ever more slowly, and then no more."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.house import House
from desk_client.server.jobs.sending import Sender
from desk_client.server.notify.gateway import ConsoleGateway, Delivered, FileGateway, Undelivered
from desk_client.server.notify.outbox import (
    LEASE,
    MOST_ATTEMPTS,
    MessageKind,
    Terms,
    enqueue_sms,
    lease,
    pause_after,
)
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import outbox
from tests.fakes.carrier import Carrier, Manner
from tests.fakes.clock import StandingClock
from tests.integration.server.outbox.rows import MOBILE, TICKET, put, received, rows, states

NIGHT = datetime(2026, 11, 22, 19, 30, tzinfo=UTC)
"""22:30 in Riyadh."""


def test_a_message_is_sent_once_and_its_text_forgotten(house: House, sender: Sender, tmp_path: Path) -> None:
    put(house)
    (waiting,) = rows(house)
    for secret in ("رمز".encode(), MOBILE.encode()):
        assert secret not in waiting.recipient_sealed + waiting.body_sealed
    assert sender.round() > timedelta()
    sender.round()
    assert received(tmp_path) == ["رمز"]
    (gone,) = rows(house)
    assert (gone.state, gone.recipient_sealed, gone.body_sealed) == ("sent", None, None)
    assert (tmp_path / "sms.log").stat().st_mode & 0o777 == 0o600


def test_a_message_of_a_transaction_that_failed_was_never_there(house: House, sender: Sender, tmp_path: Path) -> None:
    def fail(transaction: Transaction) -> None:
        enqueue_sms(transaction, MOBILE, "رمز", TICKET)
        enqueue_sms(transaction, MOBILE, "رمز", Terms(TemplateKey.MOVED, dedupe_key="a"))
        raise LookupError

    with pytest.raises(LookupError):
        house.write_now(fail)
    sender.round()
    assert received(tmp_path) == []
    assert rows(house) == []


def test_a_failing_carrier_is_asked_again_after_growing_pauses(
    house: House, sender: Sender, clock: StandingClock, gateway: FileGateway, tmp_path: Path
) -> None:
    gateway.fail_next(2)
    put(house)
    for attempt in (1, 2):
        pause = sender.round()
        assert pause_after(attempt, 0) <= pause <= pause_after(attempt, 255)
        assert states(house) == [("pending", attempt)]
        clock.advance(pause - timedelta(milliseconds=1))
        sender.round()
        assert received(tmp_path) == []
        clock.advance(timedelta(milliseconds=1))
    sender.round()
    assert received(tmp_path) == ["رمز"]


def test_pauses_double_and_end_at_half_an_hour_and_differ() -> None:
    middle = [pause_after(attempt, 127).total_seconds() for attempt in (1, 2, 3, 11, 12, MOST_ATTEMPTS)]
    assert middle == pytest.approx([2, 4, 8, 1800, 1800, 1800], rel=0.01)
    assert pause_after(3, 0) == timedelta(seconds=6)
    assert pause_after(3, 255) == timedelta(seconds=10)


def test_after_the_last_attempt_a_message_is_dead_and_keeps_its_text(
    house: House, sender: Sender, clock: StandingClock, gateway: FileGateway, tmp_path: Path
) -> None:
    gateway.fail_next(MOST_ATTEMPTS)
    put(house)
    for _ in range(MOST_ATTEMPTS):
        sender.round()
        clock.advance(timedelta(minutes=40))
    assert states(house) == [("dead", MOST_ATTEMPTS)]
    assert rows(house)[0].body_sealed is not None
    sender.round()
    assert received(tmp_path) == []


def test_a_sender_that_died_lets_another_try_after_the_lease(
    house: House, sender: Sender, clock: StandingClock, tmp_path: Path
) -> None:
    put(house)
    assert house.write_now(lambda transaction: lease(transaction, MessageKind.SMS)) is not None
    clock.advance(LEASE[MessageKind.SMS] - timedelta(milliseconds=1))
    sender.round()
    assert received(tmp_path) == []
    clock.advance(timedelta(milliseconds=1))
    sender.round()
    assert received(tmp_path) == ["رمز"]


def test_a_code_goes_before_all_that_only_informs(house: House, sender: Sender, tmp_path: Path) -> None:
    for number in range(3):
        put(house, f"ticket {number}")
    put(house, "code", Terms(TemplateKey.SIGN_IN_CODE))
    sender.round()
    assert received(tmp_path)[0] == "code"
    assert len(received(tmp_path)) == 4


@pytest.mark.parametrize(
    ("purpose", "at", "waits_until"),
    [
        (TemplateKey.TICKET, NIGHT, None),
        (TemplateKey.SIGN_IN_CODE, NIGHT, None),
        (TemplateKey.OUTCOME_READY, NIGHT, datetime(2026, 11, 23, 5, tzinfo=UTC)),
        (TemplateKey.OUTCOME_READY, NIGHT + timedelta(hours=4), datetime(2026, 11, 23, 5, tzinfo=UTC)),
        (TemplateKey.OUTCOME_READY, datetime(2026, 11, 22, 18, tzinfo=UTC), datetime(2026, 11, 23, 5, tzinfo=UTC)),
        (TemplateKey.OUTCOME_READY, datetime(2026, 11, 22, 17, 59, tzinfo=UTC), None),
        (TemplateKey.OUTCOME_READY, datetime(2026, 11, 22, 5, tzinfo=UTC), None),
    ],
)
def test_what_can_wait_does_not_wake_anybody(
    house: House,
    sender: Sender,
    clock: StandingClock,
    tmp_path: Path,
    purpose: TemplateKey,
    at: datetime,
    waits_until: datetime | None,
) -> None:
    clock.advance(at - clock.now())
    put(house, terms=Terms(purpose))
    sender.round()
    assert (received(tmp_path) == []) == (waits_until is not None)
    if waits_until is not None:
        clock.advance(waits_until - clock.now() - timedelta(milliseconds=1))
        sender.round()
        assert received(tmp_path) == []
        clock.advance(timedelta(minutes=5))
        sender.round()
        assert received(tmp_path) == ["رمز"]


def test_a_message_that_cannot_be_opened_does_not_hold_the_others_up(
    house: House, sender: Sender, tmp_path: Path
) -> None:
    put(house, "one")
    (row,) = rows(house)
    house.write_now(
        lambda transaction: (
            transaction.connection.execute(update(outbox).values(body_sealed=row.body_sealed[::-1])).rowcount
        )
    )
    put(house, "two")
    sender.round()
    assert received(tmp_path) == ["two"]
    assert {row.state: row.fault for row in rows(house)} == {"dead": "it cannot be read: SealBrokenError", "sent": None}


@pytest.mark.expected_errors("the gateway failed: ZeroDivisionError")
def test_a_gateway_s_bug_is_a_failed_attempt_and_tells_nothing(house: House) -> None:
    class Broken(FileGateway):
        def send(self, message_id: MessageId, recipient: Mobile, text: str) -> Delivered | Undelivered:
            raise ZeroDivisionError(recipient + text + message_id)

    put(house)
    Sender(replace(house, sms=Broken(Path("nowhere"))), MessageKind.SMS).round()
    (row,) = rows(house)
    assert (row.state, row.attempts, row.fault) == ("pending", 1, "the gateway failed: ZeroDivisionError")


def test_a_store_that_fails_after_the_carrier_took_it_makes_no_repetition(
    house: House, sender: Sender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(house)
    working = House.write_now
    said: list[str] = []

    def failing(this: House, service: Callable[[Transaction], Any]) -> Any:
        if received(tmp_path) and not said:
            said.append("down")
            raise OSError("the store is away")
        return working(this, service)

    monkeypatch.setattr(House, "write_now", failing)
    with pytest.raises(OSError, match="away"):
        sender.round()
    sender.round()
    assert received(tmp_path) == ["رمز"]
    assert states(house) == [("sent", 0)]


def test_a_carrier_s_never_is_dead_at_once_and_its_not_now_is_not(settings: ServerSettings) -> None:
    with Carrier() as carrier:
        spoken = ServerSettings(**{**settings.model_dump(), "sms": "http", "sms_http": {"url": carrier.url}})
        house = open_house(spoken)
        carrier.manners.extend([Manner.REFUSE, Manner.BUSY])
        put(house, "one")
        put(house, "two")
        Sender(house, MessageKind.SMS).round()
        found = {(row.state, row.attempts, row.fault) for row in rows(house)}
        close_house(house)
    assert found == {("dead", 1, "the carrier answered 422"), ("pending", 1, "the carrier answered 503")}


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
