"""What others may see of an ID and of a mobile number (domain.md, "National ID")."""

from desk_client.i18n.bidi import isolated
from desk_client.i18n.digits import only_digits

_BULLET = "•"
_ID_KEPT = 2
_MOBILE_KEPT_TAIL = 4
_SAUDI_PREFIX = "966"
_SAUDI_LENGTH = 12


def masked_id(national_id: str) -> str:
    """Return an ID with its middle hidden, isolated: 10••••••08."""
    hidden = max(0, len(national_id) - 2 * _ID_KEPT)
    return isolated(f"{national_id[:_ID_KEPT]}{_BULLET * hidden}{national_id[-_ID_KEPT:]}")


def local_mobile(mobile: str) -> str:
    """Return a mobile as people here say it: +966501234567 becomes 0501234567; a foreign one keeps its plus."""
    digits = only_digits(mobile)
    if digits.startswith(_SAUDI_PREFIX) and len(digits) == _SAUDI_LENGTH:
        return f"0{digits[len(_SAUDI_PREFIX) :]}"
    return f"+{digits}" if mobile.startswith("+") else digits


def masked_mobile(mobile: str) -> str:
    """Return a mobile, E.164 or local, with its middle hidden, isolated: 05••••4567."""
    local = local_mobile(mobile)
    hidden = max(0, len(local) - _ID_KEPT - _MOBILE_KEPT_TAIL)
    return isolated(f"{local[:_ID_KEPT]}{_BULLET * hidden}{local[-_MOBILE_KEPT_TAIL:]}")


def shown_mobile(mobile: str) -> str:
    """Return a mobile in groups, isolated: 050 123 4567. A foreign number is shown as it is."""
    local = local_mobile(mobile)
    if local.startswith("+"):
        return isolated(local)
    return isolated(" ".join(part for part in (local[:3], local[3:6], local[6:]) if part))
