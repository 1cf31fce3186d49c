"""The hour at which every benchmark of the server begins, whatever hour and day it is.

What a server has to do depends on both: at night no reminder goes out, in the evening the first free slots are
tomorrow's, on a feast there are none. Servers have a clock of their own making anyway; here its wall is put elsewhere.
"""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from desk_client.bootstrap.house import make_server, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server.house import House
from desk_client.server.run import Server
from desk_client.server.steady_clock import SteadyClock
from tests.integration.server.storm.mutants import make_hasty_server

BEGINS: Final = datetime(2026, 11, 22, 7, tzinfo=UTC)
"""A Sunday, ten in the morning in Riyadh: offices are open, messages go out, and no feast is near."""


@dataclass(frozen=True, slots=True)
class Hour:
    """Time as benchmarks have it; it may be taken to another process."""

    ahead_s: float
    """Of the machine's clock."""

    def clock(self) -> SteadyClock:
        """For one house."""
        return SteadyClock(wall=lambda: time.time() + self.ahead_s)

    def now(self) -> datetime:
        """The present moment there, in UTC."""
        return datetime.fromtimestamp(time.time() + self.ahead_s, UTC)

    def now_ms(self) -> int:
        """The same in milliseconds, as the store keeps it."""
        return int((time.time() + self.ahead_s) * 1000)

    def tomorrow(self) -> date:
        """The day after."""
        return self.now().date() + timedelta(days=1)

    def open_house(self, settings: ServerSettings) -> House:
        """As `bootstrap.house.open_house` does."""
        return open_house(settings, clock=self.clock())

    def make_server(self, settings: ServerSettings) -> Server:
        """As `bootstrap.house.make_server` does."""
        return make_server(settings, clock=self.clock())

    def make_hasty_server(self, settings: ServerSettings) -> Server:
        """As `mutants.make_hasty_server` does."""
        return make_hasty_server(settings, clock=self.clock())


HOUR: Final = Hour(BEGINS.timestamp() - time.time())
