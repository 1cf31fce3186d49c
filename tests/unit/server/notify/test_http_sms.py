"""A carrier behind HTTP is asked as it wishes, and its answers are told apart: taken, not now, never."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError

from desk_client.config.message_settings import SmsHttpSettings
from desk_client.domain.ids import MessageId
from desk_client.domain.people import Mobile
from desk_client.server.notify.gateway import Delivered, Undelivered
from desk_client.server.notify.http_sms import HttpSmsGateway
from tests.fakes.carrier import Carrier, Manner

MOBILE = Mobile("+966500000001")
TEXT = "رمز {to} «{id}» & more"
ID = MessageId("msg_a")


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    with Carrier() as carrier:
        yield carrier


def sent(carrier: Carrier, manner: Manner | None = None, **settings: Any) -> Delivered | Undelivered:
    if manner is not None:
        carrier.manners.append(manner)
    gateway = HttpSmsGateway(SmsHttpSettings(url=carrier.url, **settings))
    try:
        return gateway.send(ID, MOBILE, TEXT)
    finally:
        gateway.close()


def test_a_message_is_put_as_json_with_its_id(carrier: Carrier) -> None:
    assert sent(carrier) == Delivered()
    (asked,) = carrier.asked
    assert (asked.method, asked.path) == ("POST", "/messages")
    assert asked.fields == {"id": "msg_a", "to": "+966500000001", "text": TEXT}
    assert asked.headers["Idempotency-Key"] == "msg_a"


def test_the_body_and_the_headers_are_the_carrier_s_affair(carrier: Carrier) -> None:
    body = {
        "id": "{id}",
        "recipients": [{"number": "{to_digits}"}],
        "text": "{text}",
        "unicode": True,
        "tag": "{id}/{id}",
    }
    answer = sent(carrier, method="PUT", body=body, headers={"Authorization": SecretStr("Bearer s3cret")})
    assert answer == Delivered()
    (asked,) = carrier.asked
    assert asked.method == "PUT"
    assert asked.headers["Authorization"] == "Bearer s3cret"
    assert asked.fields == {
        "id": "msg_a",
        "recipients": [{"number": "966500000001"}],
        "text": TEXT,
        "unicode": True,
        "tag": "msg_a/msg_a",
    }


def test_a_form_serves_as_well(carrier: Carrier) -> None:
    assert sent(carrier, body_as="form") == Delivered()
    assert carrier.asked[0].fields == {"id": "msg_a", "to": "+966500000001", "text": TEXT}


@pytest.mark.parametrize(
    ("manner", "permanent"),
    [
        (Manner.REFUSE, True),
        (Manner.BUSY, False),
        (Manner.KEY_REFUSED, False),
        (Manner.DROP, False),
        (Manner.ACCEPT_AND_DROP, False),
    ],
)
def test_never_and_not_now_are_told_apart(carrier: Carrier, manner: Manner, permanent: bool) -> None:
    answer = sent(carrier, manner)
    assert isinstance(answer, Undelivered)
    assert answer.permanent is permanent
    for secret in ("+966500000001", "966500000001", "رمز", "127.0.0.1"):
        assert secret not in answer.reason


@pytest.mark.parametrize("manner", [Manner.HANG, Manner.DRIP])
def test_a_carrier_that_does_not_finish_is_left_in_time(carrier: Carrier, manner: Manner) -> None:
    began = time.monotonic()
    answer = sent(carrier, manner, timeout=timedelta(milliseconds=300), answer_at=("result",), accepted=("ok",))
    assert isinstance(answer, Undelivered)
    assert not answer.permanent
    assert time.monotonic() - began < 3


def test_nobody_listens() -> None:
    with Carrier() as gone:
        url = gone.url
    answer = HttpSmsGateway(SmsHttpSettings(url=url)).send(ID, MOBILE, TEXT)
    assert isinstance(answer, Undelivered)
    assert not answer.permanent


def test_a_repetition_is_known_by_its_id_and_counts_as_taken(carrier: Carrier) -> None:
    assert isinstance(sent(carrier, Manner.ACCEPT_AND_DROP), Undelivered)
    assert sent(carrier) == Delivered()
    assert (list(carrier.taken), carrier.repeated) == (["msg_a"], 1)


def test_an_answer_may_say_in_its_document_that_it_failed(carrier: Carrier) -> None:
    told: dict[str, Any] = {"answer_at": ("result", "code"), "accepted": ("ok",)}
    assert sent(carrier, **told) == Delivered()
    later = sent(carrier, Manner.SAY_FAILED, **told)
    assert isinstance(later, Undelivered)
    assert not later.permanent
    never = sent(carrier, Manner.SAY_FAILED, **told, refused=("blocked",))
    assert isinstance(never, Undelivered)
    assert never.permanent


def test_plain_http_is_for_the_loopback_alone_and_secrets_are_not_shown() -> None:
    with pytest.raises(ValidationError, match="must be https"):
        SmsHttpSettings(url="http://carrier.example/send")
    with pytest.raises(ValidationError, match="accepted"):
        SmsHttpSettings(url="https://carrier.example/send", answer_at=("code",))
    settings = SmsHttpSettings(url="https://carrier.example/send", headers={"X-Key": SecretStr("s3cret")})
    assert "s3cret" not in repr(settings)
