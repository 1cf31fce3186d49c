"""Phone numbers as people type them (domain rule "Mobile")."""

import phonenumbers

_REGION = "SA"


def saudi_mobile(text: str) -> str | None:
    """The E.164 form (+9665XXXXXXXX) of a Saudi mobile written in any usual way with ASCII digits; None otherwise.

    Accepts 05…, 5…, 9665…, 009665… and +9665…, with spaces, hyphens and brackets.
    """
    compact = text.strip()
    if compact.startswith("966"):
        compact = f"+{compact}"
    try:
        number = phonenumbers.parse(compact, _REGION)
    except phonenumbers.NumberParseException:
        return None
    is_mobile = phonenumbers.number_type(number) is phonenumbers.PhoneNumberType.MOBILE
    if phonenumbers.region_code_for_number(number) != _REGION or not is_mobile:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
