"""What was last seen of the server: kept whole, small and for one kiosk alone, or as if it were not there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_client.client.outbox import provisions
from desk_client.client.outbox.provisions import Pantry
from tests.gallery import kiosk_samples as sample

CREDENTIAL = "this kiosk's own"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in which something is kept."""
    path = tmp_path / "kiosk" / "last-seen"
    Pantry(path, CREDENTIAL).put(sample.PROVISIONS)
    return path


def test_what_is_kept_is_there_for_the_next_process(path: Path) -> None:
    assert Pantry(path, CREDENTIAL).provisions == sample.PROVISIONS
    assert path.stat().st_mode & 0o077 == 0


def test_where_nothing_was_ever_kept_there_is_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert Pantry(tmp_path / "none", CREDENTIAL).provisions is None
    assert caplog.messages == []


def _hour_changed(content: bytes) -> bytes:
    return content.replace(b"08:00:00", b"09:00:00", 1)


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[:0],
        lambda content: content[:40],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1],
        lambda content: content + b" ",
        lambda content: content.partition(b"\n")[2],
        lambda content: bytes(len(content)),
        _hour_changed,
    ],
)
def test_what_is_torn_or_was_tampered_with_is_as_if_it_were_not_there(
    path: Path, harm: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    before = path.read_bytes()
    path.write_bytes(harm(before))
    assert path.read_bytes() != before
    pantry = Pantry(path, CREDENTIAL)
    assert pantry.provisions is None
    assert pantry.provisions is None
    assert caplog.messages == [
        "what was kept for the hours without a line is torn, or not this kiosk's; it is passed over"
    ], "it is told of once"
    pantry.put(sample.PROVISIONS)
    assert pantry.provisions == sample.PROVISIONS


def test_another_kiosk_or_another_server_has_nothing_of_it(path: Path) -> None:
    assert Pantry(path, "another").provisions is None


def test_what_another_release_left_is_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(type(sample.PROVISIONS), "model_dump_json", lambda _self: '{"kiosk": 1}')
    Pantry(path, CREDENTIAL).put(sample.PROVISIONS)
    assert Pantry(path, CREDENTIAL).provisions is None
    assert "is of another release" in caplog.text


def test_more_than_fits_is_not_kept_and_the_former_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provisions, "_MOST_BYTES", 100)
    with pytest.raises(OSError, match="more than is kept"):
        Pantry(path, CREDENTIAL).put(sample.PROVISIONS)
    monkeypatch.undo()
    assert Pantry(path, CREDENTIAL).provisions == sample.PROVISIONS
