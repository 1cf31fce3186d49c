"""What a server reads before it answers anybody."""

import logging
import time
from contextlib import suppress
from functools import partial
from typing import Final

from desk_client.server.house import House
from desk_client.server.services.finding.ahead import read_ahead, whom_to_read
from desk_client.server.storage.errors import StoreUnavailableError

_log = logging.getLogger(__name__)
_AT_ONCE: Final = 50
_WITHIN_S: Final = 5.0
"""Longer than that, nobody is kept waiting: what is missing then is read when it is asked for."""


def read_first(house: House, *, within_s: float = _WITHIN_S) -> None:
    """Remember what most will ask for, in the calling thread. A store that is away is left alone."""
    began = time.monotonic()
    with suppress(StoreUnavailableError):
        services = house.read_now(whom_to_read)
        for first in range(0, len(services), _AT_ONCE):
            if time.monotonic() - began >= within_s:
                _log.info("read ahead for %d of %d services; the rest as it is asked for", first, len(services))
                return
            house.read_now(partial(read_ahead, service_ids=services[first : first + _AT_ONCE]))
