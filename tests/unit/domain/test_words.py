"""What somebody pastes may hold more than they see."""

import pytest

from desk_client.domain.words import is_readable, readable

FAMILY = "👨\u200d👩\u200d👧"
URDU = "نہیں\u200cہے"


@pytest.mark.parametrize("text", ["حفرة في الطريق", f"عائلتي {FAMILY}", URDU, "قُرب المسجد، رقم ٧", "two\nlines", ""])
def test_what_people_write_is_readable(text: str) -> None:
    assert is_readable(text)


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f", "\u0000", "\u001b", "\u0085", "\ue000", "\ufffe"])
def test_what_no_reader_sees_goes_and_the_words_stay(hidden: str) -> None:
    text = f"حفرة{hidden} في الطريق"
    assert not is_readable(text)
    assert is_readable(readable(text))
    assert readable(text).split()[-1] == "الطريق"


@pytest.mark.parametrize("text", [f" عائلتي\t{FAMILY} \u2028 {URDU} ", "  "])
def test_space_of_any_kind_is_one_space(text: str) -> None:
    assert readable(text) == " ".join(text.split())


def test_nothing_but_what_is_not_seen_is_nothing() -> None:
    assert readable("\u202e \u2066\u0000 ") == ""
