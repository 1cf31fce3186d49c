"""Who a person is: the national ID and the name, checked and masked (domain rules "National ID / Iqama", "Mobile").

Only normalised ASCII text comes here; Arabic-Indic digits are turned into ASCII ones at the edge.
"""

import re
from typing import Final, NewType

from desk_client.domain.outcomes import Refusal, RefusalCode

NationalId = NewType("NationalId", str)
"""Ten ASCII digits that passed `parse_national_id`."""

Mobile = NewType("Mobile", str)
"""A Saudi mobile in E.164: +9665 and eight digits."""

PersonName = NewType("PersonName", str)
"""A name as a person wrote it, with single spaces."""

_TEN_DIGITS: Final = re.compile(r"[12][0-9]{9}", re.ASCII)
_SAUDI_MOBILE: Final = re.compile(r"\+9665[0-9]{8}", re.ASCII)
_NAME_LENGTHS: Final = range(3, 81)
_DOT: Final = "•"


def _luhn_sum(digits: str) -> int:
    """The Luhn sum (ISO/IEC 7812-1, annex B): every second digit from the right is doubled, its digits summed."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - a doubled digit above nine has two digits
    return total


def parse_national_id(text: str) -> NationalId | Refusal:
    """A national ID or Iqama number: ten digits, the first 1 or 2, Luhn sum divisible by ten."""
    if _TEN_DIGITS.fullmatch(text) is None or _luhn_sum(text) % 10:
        return Refusal(RefusalCode.INVALID_NATIONAL_ID, field="national_id")
    return NationalId(text)


def masked_national_id(national_id: NationalId) -> str:
    """The form for lists: 10••••••08."""
    return f"{national_id[:2]}{_DOT * 6}{national_id[-2:]}"


def parse_mobile(text: str) -> Mobile | Refusal:
    """A Saudi mobile that is already in E.164; any other form is brought there at the edge."""
    if _SAUDI_MOBILE.fullmatch(text) is None:
        return Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    return Mobile(text)


def masked_mobile(mobile: Mobile) -> str:
    """The national form with all but its first two and last two digits hidden: 05••••••78."""
    return f"05{_DOT * 6}{mobile[-2:]}"


def parse_name(text: str) -> PersonName | Refusal:
    """A person's name: 3 to 80 characters, letters with spaces, hyphens, apostrophes and points between them."""
    name = " ".join(text.split())
    letters = [character for character in name if character not in " -'.’"]
    if len(name) not in _NAME_LENGTHS or not letters or not all(_belongs_to_a_name(letter) for letter in letters):
        return Refusal(RefusalCode.INVALID_NAME, field="name")
    return PersonName(name)


def _belongs_to_a_name(character: str) -> bool:
    # an Arabic name may carry its vowel signs, which are marks and not letters (U+064B…U+0652), and the tatweel
    return character.isalpha() or "\u064b" <= character <= "\u0652"
