"""What is plugged in, as the system tells it."""

from pathlib import Path

import pytest

from desk_client.rtc.sound import plugged


def test_it_is_another_thing_once_a_card_came_and_nothing_where_the_system_does_not_tell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cards = tmp_path / "cards"
    monkeypatch.setattr(plugged, "_ALSA_CARDS", cards)
    assert plugged.plugged_in() is None
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
    before = plugged.plugged_in()
    assert plugged.plugged_in() == before
    cards.write_text(cards.read_text() + " 1 [Headset        ]: USB-Audio - Headset\n")
    assert plugged.plugged_in() != before
