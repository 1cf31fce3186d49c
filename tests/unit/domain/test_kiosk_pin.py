"""Which digits are too easily guessed to be an operator's PIN."""

import pytest

from desk_client.domain.kiosk_pin import is_guessable


@pytest.mark.parametrize("digits", ["000000", "123456", "7890123", "654321", "135791", "112112", "77777777777"])
def test_what_is_tried_first_is_guessable(digits: str) -> None:
    assert is_guessable(digits)


@pytest.mark.parametrize("digits", ["482917", "112233", "123457", "908070", "000012"])
def test_other_digits_are_not(digits: str) -> None:
    assert not is_guessable(digits)
