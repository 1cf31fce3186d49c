"""Where a transaction (معاملة) is found in the emirate's own system: an address with a place for its number.

We name a transaction and do not own it: the address is opened outside, in the official's own browser.
"""

import re
from enum import StrEnum
from typing import Final

LONGEST_LINK: Final = 500
PLACE: Final = "{number}"
"""Where in the address the number stands, percent-encoded."""

_ALLOWED: Final = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;={}]|%[0-9A-Fa-f]{2})*")
"""The characters of an address (RFC 3986, section 2); braces are looked at by themselves."""
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?)*")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_SCHEME: Final = "https://"
_LONGEST_HOST: Final = 253
_HIGHEST_PORT: Final = 65535
_UNRESERVED: Final = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""What stands for itself in any part of an address (RFC 3986, section 2.3)."""


class LinkFault(StrEnum):
    """Why an address cannot be set. The value is the wire code."""

    TOO_LONG = "too_long"
    CHARACTERS = "characters"
    """A space, a letter that is not ASCII, a backslash, a stray percent sign."""
    NOT_HTTPS = "not_https"
    HOST = "host"
    """There is none, it is no name, or its port is no port."""
    USER_INFO = "user_info"
    """A user or password stands before the host."""
    NUMBER = "number"
    """The place of the number is missing, stands twice, or stands where it would choose the host."""


def fault_in_link(link: str) -> LinkFault | None:
    """Why this cannot be an agency's address; None where it can."""
    if len(link) > LONGEST_LINK:
        return LinkFault.TOO_LONG
    if _ALLOWED.fullmatch(link) is None:
        return LinkFault.CHARACTERS
    if not link.casefold().startswith(_SCHEME):
        return LinkFault.NOT_HTTPS
    rest = link[len(_SCHEME) :]
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return _fault_in_place(rest, authority) or _fault_in_authority(authority)


def address_of(link: str | None, number: str) -> str | None:
    """The address of one transaction; None where nothing leads there: no address is set, or one that cannot be."""
    if not link or not number or fault_in_link(link) is not None:
        return None
    return link.replace(PLACE, _encoded(number))


def same_transaction(number: str) -> str:
    """What two numbers of the same transaction have in common, however their letters are written."""
    return number.strip().casefold()


def _encoded(number: str) -> str:
    """Percent-encoded whole: a stroke in a number is no step in the address."""
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in number.encode())


def _fault_in_place(rest: str, authority: str) -> LinkFault | None:
    before, place, after = rest.partition(PLACE)
    is_once = bool(place) and not any(brace in before + after for brace in "{}")
    # in the authority, a number could lead to any other host
    return None if is_once and PLACE not in authority else LinkFault.NUMBER


def _fault_in_authority(authority: str) -> LinkFault | None:
    if "@" in authority:
        return LinkFault.USER_INFO
    host, colon, port = authority.partition(":")
    is_host = len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) is not None
    is_port = not colon or (_PORT.fullmatch(port) is not None and 0 < int(port) <= _HIGHEST_PORT)
    return None if is_host and is_port else LinkFault.HOST
