import pytest

from desk_client.domain.outcomes import RefusalCode
from desk_client.server.services.administration.accounts import weak


@pytest.mark.parametrize(
    "password",
    [
        "password123",
        "P@ssw0rd2026",
        "Welcome!!!1",
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "asdfghjkl1",
        "abcdefghij",
        "111111111111",
        "121212121212",
        "jazan20262026",
        "Majlis-1447",
        "Fatimah.office99",
        "eciffohamitaf1",
        "Admin@123456",
        "short",
        "٩٩٩٩٩٩٩٩٩٩٩",
    ],
)
def test_what_a_guesser_tries_first_is_refused(password: str) -> None:
    refusal = weak(password, "fatimah.office")
    assert refusal is not None
    assert refusal.code is RefusalCode.PASSWORD_WEAK


@pytest.mark.parametrize(
    "password",
    ["a-long-password", "correct staple 7 horse", "خمسة حمام فوق السطح", "gR4nite-lantern", "xk7q-m2vd-99tz"],
)
def test_what_is_somebodys_own_is_taken(password: str) -> None:
    assert weak(password, "fatimah.office") is None
