"""The short code of a call."""

import re

from desk_client.domain.short_code import short_code

ONE = ("sha-256 AA:01", "sha-512 AA:02")
OTHER = ("sha-256 BB:01",)


def test_both_ends_see_the_same_code() -> None:
    assert short_code("rom_1", ONE, OTHER) == short_code("rom_1", OTHER, reversed(ONE))


def test_it_is_two_groups_of_four_digits_that_do_not_change_with_the_program() -> None:
    code = short_code("rom_1", ONE, OTHER)
    assert re.fullmatch(r"[0-9]{4} [0-9]{4}", code)
    assert code == "5003 5195"


def test_another_certificate_or_another_call_has_another_code() -> None:
    codes = {
        short_code("rom_1", ONE, OTHER),
        short_code("rom_2", ONE, OTHER),
        short_code("rom_1", ONE, ("sha-256 BB:02",)),
        short_code("rom_1", ("sha-256 AA:01",), (*OTHER, "sha-512 AA:02")),
        short_code("rom_1", ONE, ONE),
    }
    assert len(codes) == 5
