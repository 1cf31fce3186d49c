"""Where a request comes from: the socket's other end, or what a trusted proxy says of it.

The web server itself replaces the address by `X-Forwarded-For`, and only where the socket's other end is a proxy that
the settings name (`behind_proxy`); nobody else is believed.
"""

import ipaddress
from functools import lru_cache
from typing import Annotated, Final

from fastapi import Depends, Request

_V6_SITE: Final = 64
"""A subscriber has at least so much of IPv6 to themself (RFC 6177): its single addresses are worth nothing."""


@lru_cache(4096)
def address_of(host: str | None) -> str:
    """The address as limits count it: IPv4 whole, IPv6 by its /64."""
    try:
        address = ipaddress.ip_address(host or "")
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _V6_SITE), strict=False))
    return str(address)


async def _caller(request: Request) -> str:
    return address_of(None if request.client is None else request.client.host)


Caller = Annotated[str, Depends(_caller)]
"""The caller's address, for limits; never logged."""
