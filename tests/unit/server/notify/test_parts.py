"""What a message costs is counted as the carrier counts it."""

import pytest

from desk_client.server.notify.parts import Alphabet, length_of, sms_parts


def test_arabic_is_seventy_letters_alone_and_sixty_seven_joined() -> None:
    assert [sms_parts("ب" * length) for length in (0, 1, 70, 71, 134, 135)] == [1, 1, 1, 2, 2, 3]


def test_plain_latin_is_160_letters_alone_and_153_joined() -> None:
    assert [sms_parts("a" * length) for length in (160, 161, 306, 307)] == [1, 2, 2, 3]
    assert length_of("Ünïts"[:1] + "ñÆΩ@\n").alphabet is Alphabet.GSM_7


@pytest.mark.parametrize("letter", ["ï", "ç", "`", "\u2066", "’", "٣", "\t"])
def test_one_letter_from_elsewhere_takes_the_whole_text_along(letter: str) -> None:
    assert length_of("a" * 70 + letter).alphabet is Alphabet.UCS_2
    assert sms_parts("a" * 70 + letter) == 2


def test_a_letter_of_the_extension_counts_twice_and_is_not_cut() -> None:
    assert length_of("€" * 80) == length_of("€" * 80).__class__(Alphabet.GSM_7, 160, 1)
    assert sms_parts("€" * 81) == 2
    # 152 septets and an escaped letter do not fit into 153: it goes to the next part as a whole
    assert sms_parts("a" * 152 + "€" + "a" * 151) == 2
    assert sms_parts("a" * 152 + "€" + "a" * 152) == 3


def test_a_letter_beyond_the_basic_plane_counts_twice_and_is_not_cut() -> None:
    assert sms_parts("😀" * 35) == 1
    assert sms_parts("😀" * 36) == 2
    # 66 units and a pair do not fit into 67
    assert sms_parts("ب" * 66 + "😀" + "ب" * 65) == 2
    assert sms_parts("ب" * 66 + "😀" + "ب" * 66) == 3
