import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from desk_client.config.identity_settings import FloodSettings, NafathSettings, OidcSettings
from desk_client.server.web import flood
from desk_client.server.web.caller import address_of
from desk_client.server.web.flood import Flood
from desk_client.server.web.policy import PUBLIC, policy


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", ""),
        (None, ""),
    ],
)
def test_an_address_counts_as_its_subscriber(host: str | None, counted_as: str) -> None:
    assert address_of(host) == counted_as


class Caller:
    """Asks a flood-guarded app and keeps the statuses."""

    def __init__(self, **settings: int | None) -> None:
        self.now = 1000.0
        self.flood = Flood(
            PlainTextResponse("ok"), settings=FloodSettings.model_validate(settings), clock=lambda: self.now
        )

    async def ask(self, address: str = "192.0.2.7", token: str | None = None, kind: str = "http") -> object:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        async def receive() -> Message:
            raise AssertionError

        headers = [] if token is None else [(b"authorization", f"Bearer {token}".encode())]
        scope: Scope = {"type": kind, "client": (address, 1), "headers": headers, "method": "GET", "path": "/"}
        handed_receive: Receive = receive
        handed_send: Send = send
        await self.flood(scope, handed_receive, handed_send)
        return sent[0].get("status", sent[0]["type"])


async def test_a_window_ends_and_begins_anew() -> None:
    caller = Caller(per_address=2, per_actor=None)
    assert [await caller.ask() for _ in range(3)] == [200, 200, 429]
    assert await caller.ask("192.0.2.8") == 200
    caller.now += 60
    assert await caller.ask() == 200


async def test_our_own_machine_is_counted_by_token_only() -> None:
    caller = Caller(per_address=1, per_actor=2)
    assert [await caller.ask("127.0.0.1") for _ in range(3)] == [200] * 3
    assert [await caller.ask("127.0.0.1", "a") for _ in range(3)] == [200, 200, 429]
    assert await caller.ask("127.0.0.1", "b") == 200


async def test_a_socket_is_not_accepted_either() -> None:
    caller = Caller(per_address=1, per_actor=None)
    await caller.ask()
    assert await caller.ask(kind="websocket") == "websocket.close"


async def test_its_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flood, "_MOST_KEYS", 10)
    caller = Caller(per_address=5, per_actor=None)
    for number in range(100):
        await caller.ask(f"192.0.2.{number}")
    assert len(caller.flood._limiter.storage._windows) <= 10  # type: ignore[attr-defined]  # it is ours


def test_credentials_do_not_travel_in_the_clear() -> None:
    with pytest.raises(ValueError, match="must be https"):
        OidcSettings.model_validate({"issuer": "http://sso.example", "client_id": "a"})
    with pytest.raises(ValueError, match="must be https"):
        NafathSettings.model_validate({"url": "http://nafath.example", "app_id": "a", "app_key": "b"})


def test_a_policy_is_an_action_or_one_of_two_words() -> None:
    assert policy(PUBLIC)["x-action"] == "public"
    with pytest.raises(ValueError, match="no policy"):
        policy("whatever")
