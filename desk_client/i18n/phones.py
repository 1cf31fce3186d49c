"""Mobile numbers as people write them, brought to E.164 (domain rule "Mobile").

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


def local_mobile(mobile: str) -> str:
    """A Saudi mobile in E.164 as people here say it: +966501234567 becomes 0501234567; a foreign one stays as it is."""
    return f"0{mobile.removeprefix(_SAUDI)}" if mobile.startswith(_SAUDI) else mobile
