"""Who a person is: the national ID and the name, checked and masked (domain rules "National ID / Iqama", "Mobile").

Only normalised ASCII text comes here; Arabic-Indic digits are turned into ASCII ones at the edge.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from desk_client.domain.outcomes import Refusal, RefusalCode

NationalId = NewType("NationalId", str)
"""Ten ASCII digits that passed `parse_national_id`."""

DocumentNumber = NewType("DocumentNumber", str)
"""The number of any document that names a person, upper case ASCII letters and digits."""

Mobile = NewType("Mobile", str)
"""A Saudi mobile in E.164: +9665 and eight digits."""

Email = NewType("Email", str)
"""An e-mail address that passed `parse_email`."""

PersonName = NewType("PersonName", str)
"""A name as a person wrote it, with single spaces."""


class DocumentKind(StrEnum):
    """What a person is known by. The value is the wire code."""

    NATIONAL_ID = "national_id"
    """A citizen's ID or a resident's Iqama: ten digits."""
    PASSPORT = "passport"
    BORDER_NUMBER = "border_number"
    """What a visitor was given at the border: ten digits, the first 3 or 4."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a person is known by; only visitors' documents need a nationality (ISO 3166-1 alpha-2)."""

    kind: DocumentKind
    number: DocumentNumber
    nationality: str | None = None

    @property
    def key(self) -> str:
        """The same text for the same document, and for no other."""
        return f"{self.kind.value}:{self.nationality or ''}:{self.number}"

    @property
    def masked(self) -> str:
        """The form for lists: 10••••••08."""
        shown = 2 if len(self.number) > 5 else 1  # noqa: PLR2004 - a short passport number would be all but told
        return f"{self.number[:shown]}{_DOT * (len(self.number) - 2 * shown)}{self.number[-shown:]}"


_TEN_DIGITS: Final = re.compile(r"[12][0-9]{9}", re.ASCII)
_BORDER_NUMBER: Final = re.compile(r"[34][0-9]{9}", re.ASCII)
_PASSPORT: Final = re.compile(r"[A-Z0-9]{5,20}", re.ASCII)
_NATIONALITY: Final = re.compile(r"[A-Z]{2}", re.ASCII)
_SAUDI_MOBILE: Final = re.compile(r"\+9665[0-9]{8}", re.ASCII)
_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL: Final = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+", re.ASCII)
_EMAIL_LENGTH: Final = 254
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


def parse_document(kind: DocumentKind, number: str, nationality: str | None) -> Document | Refusal:
    """A document as it was typed: INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY.

    Letters become upper case, spaces and hyphens go. A passport's number means something only with its nationality.
    """
    plain = number.replace(" ", "").replace("-", "").upper()
    if kind is DocumentKind.NATIONAL_ID:
        national_id = parse_national_id(plain)
        return national_id if isinstance(national_id, Refusal) else Document(kind, DocumentNumber(national_id))
    form = _PASSPORT if kind is DocumentKind.PASSPORT else _BORDER_NUMBER
    if form.fullmatch(plain) is None:
        return Refusal(RefusalCode.INVALID_DOCUMENT, field="number")
    if nationality is None or _NATIONALITY.fullmatch(nationality.upper()) is None:
        return Refusal(RefusalCode.INVALID_NATIONALITY, field="nationality")
    return Document(kind, DocumentNumber(plain), nationality.upper())


def parse_mobile(text: str) -> Mobile | Refusal:
    """A Saudi mobile that is already in E.164; any other form is brought there at the edge."""
    if _SAUDI_MOBILE.fullmatch(text) is None:
        return Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    return Mobile(text)


def parse_email(text: str) -> Email | Refusal:
    """An e-mail address as people have them (RFC 5321, section 4.1.2, without quotes and comments). INVALID_EMAIL."""
    local, _, domain = text.strip().rpartition("@")
    address = f"{local}@{domain.lower()}"
    if len(address) > _EMAIL_LENGTH or _EMAIL.fullmatch(address) is None:
        return Refusal(RefusalCode.INVALID_EMAIL, field="email")
    return Email(address)


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
    # an Arabic name may carry its vowel signs, which are marks and not letters (U+064B…U+0652), an Urdu one a
    # non-joiner (U+200C)
    return character.isalpha() or "\u064b" <= character <= "\u0652" or character == "\u200c"
