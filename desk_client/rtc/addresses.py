"""The addresses of this machine, and whether a connection has lost its own: that is known before anything fails."""

import socket
from typing import Final

import psutil

LOOK_EVERY_S: Final = 0.25


def local_addresses() -> frozenset[str]:
    """All that a packet could leave from now, loopback included, zones left out."""
    return frozenset(
        address.address.partition("%")[0]
        for addresses in psutil.net_if_addrs().values()
        for address in addresses
        if address.family in (socket.AF_INET, socket.AF_INET6)
    )


class AddressWatch:
    """Tells of changes. Pure: the caller looks, and brings the time."""

    def __init__(self) -> None:
        self._known: frozenset[str] | None = None
        self._next_s = 0.0

    def due(self, now: float) -> bool:
        """Whether it is time to look again (monotonic seconds)."""
        if now < self._next_s:
            return False
        self._next_s = now + LOOK_EVERY_S
        return True

    def looked(self, addresses: frozenset[str]) -> bool:
        """Whether these are others than the last time; the first time they are not."""
        changed = self._known is not None and addresses != self._known
        self._known = addresses
        return changed

    def lost(self, address: str | None) -> bool:
        """Whether nothing can leave any more from an address that is in use; None, an unknown one, is not lost."""
        return address is not None and self._known is not None and address not in self._known
