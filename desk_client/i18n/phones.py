"""Telephone numbers as people write them, brought to E.164 (domain rule "Mobile"), and as they are read.

The library is loaded with the first number: a kiosk that nobody uses has no need of it.
"""

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Mobile, parse_mobile
from desk_client.i18n.digits import to_ascii

_SAUDI = "+966"


def mobile_of(text: str) -> Mobile | Refusal:
    """A Saudi mobile from 05XXXXXXXX, 5XXXXXXXX, 9665…, +9665… or 009665…, with spaces and in any digits."""
    import phonenumbers  # noqa: PLC0415 - loaded when needed

    try:
        number = phonenumbers.parse(to_ascii(text), "SA")
    except phonenumbers.NumberParseException:
        return Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    if number.extension is not None:
        return Refusal(RefusalCode.INVALID_MOBILE, field="mobile")
    return parse_mobile(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def telephone_of(text: str) -> str | None:
    """A number of a Saudi line of any kind in E.164, from however it is written; None where it is none."""
    import phonenumbers  # noqa: PLC0415 - loaded when needed

    try:
        number = phonenumbers.parse(to_ascii(text), "SA")
    except phonenumbers.NumberParseException:
        return None
    is_saudi = phonenumbers.is_valid_number_for_region(number, "SA") and number.extension is None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if is_saudi else None


def spelled_telephone(number: str) -> str:
    """A number in E.164 as it is dialled here, in groups: +966173001234 becomes 017 300 1234."""
    import phonenumbers  # noqa: PLC0415 - loaded when needed

    parsed = phonenumbers.parse(number)
    home = phonenumbers.region_code_for_country_code(parsed.country_code or 0) == "SA"
    form = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)


def local_mobile(mobile: str) -> str:
    """A Saudi mobile in E.164 as people here say it: +966501234567 becomes 0501234567; a foreign one stays as it is."""
    return f"0{mobile.removeprefix(_SAUDI)}" if mobile.startswith(_SAUDI) else mobile
