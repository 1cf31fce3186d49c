"""A slip's seal: what was sealed is read again, and not one bit may be another."""

from datetime import UTC, datetime
from typing import Final

import pytest

from desk_client.domain.decision import DecisionCode
from desk_client.domain.ids import new_appointment_id
from desk_client.server.security.slips import LONGEST, Slip, Slips

SLIPS: Final = Slips(bytes(range(32)))
SLIP: Final = Slip(
    new_appointment_id(bytes(16)), DecisionCode.FURTHER_STUDY, datetime(2026, 11, 22, 6, 5, 4, 321_000, tzinfo=UTC)
)


@pytest.mark.parametrize("code", DecisionCode)
def test_what_was_sealed_is_read_again(code: DecisionCode) -> None:
    slip = Slip(SLIP.appointment_id, code, SLIP.recorded_at)
    text = SLIPS.seal(slip)
    assert SLIPS.read(text) == slip
    assert len(text) <= LONGEST
    assert text.replace("-", "a").replace("_", "a").isalnum()


def test_no_letter_may_be_another_and_none_may_be_missing_or_more() -> None:
    text = SLIPS.seal(SLIP)
    for at, letter in enumerate(text):
        assert SLIPS.read(f"{text[:at]}{'B' if letter == 'A' else 'A'}{text[at + 1 :]}") is None, at
    for wrong in (text[:-1], text[1:], f"{text}A", f"{text}=", "", "x", "ا", "A" * (LONGEST + 1)):
        assert SLIPS.read(wrong) is None


def test_another_key_seals_nothing_of_ours() -> None:
    assert SLIPS.read(Slips(bytes(32)).seal(SLIP)) is None
