"""The keys by which the server vouches for the ends of a call."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk_client.config.secrets import FileSecrets
from desk_client.server.security.call_keys import CallKeys, CallKeysError

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
LIFE = timedelta(hours=4)


@pytest.fixture
def secrets(tmp_path: Path) -> FileSecrets:
    return FileSecrets(tmp_path)


def ids(secrets: FileSecrets, at: datetime) -> list[str]:
    return [key.id for key in CallKeys(secrets).attestor(at, LIFE).keys]


def test_the_first_key_is_drawn_once(secrets: FileSecrets) -> None:
    (first,) = CallKeys(secrets).attestor(NOW, LIFE).keys
    assert len(base64.b64decode(first.public_key)) == 32
    assert ids(secrets, NOW + timedelta(days=900)) == [first.id]
    assert secrets.names() == {"call-keys", "call-key-1"}


def test_an_older_key_is_named_as_long_as_a_room_token_lives_after_its_successor_came(secrets: FileSecrets) -> None:
    (first,) = ids(secrets, NOW)
    second, beside = CallKeys(secrets).add(NOW, LIFE)
    assert beside == 1
    assert ids(secrets, NOW) == [second, first]
    assert ids(secrets, NOW + LIFE - timedelta(seconds=1)) == [second, first]
    assert ids(secrets, NOW + LIFE) == [second]


def test_a_key_that_nothing_can_need_any_more_is_dropped_with_the_next_change(secrets: FileSecrets) -> None:
    for day in range(3):
        CallKeys(secrets).add(NOW + timedelta(days=day), LIFE)
    assert secrets.names() == {"call-keys", "call-key-3", "call-key-4"}
    assert len(ids(secrets, NOW + timedelta(days=2))) == 2


def test_a_key_that_is_listed_and_lost_is_told(secrets: FileSecrets) -> None:
    ids(secrets, NOW)
    secrets.forget("call-key-1")
    with pytest.raises(CallKeysError, match="call-key-1"):
        ids(secrets, NOW)
