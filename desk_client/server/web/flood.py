"""How many requests a caller may make in a minute, whatever they ask for: keeps one of them from using up the server.

Counted in memory, by the `limits` library: this guards one process's time, costs no write, and may be forgotten. What
guards secrets and money is counted in the store (`services.throttle`).
"""

import hashlib
import time
from collections.abc import Callable
from typing import Final

from limits import RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from desk_client.config.identity_settings import FloodSettings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.web.caller import address_of
from desk_client.server.web.problems import problem_response

_LOOPBACK: Final = frozenset({"127.0.0.1", "::/64"})
_MOST_KEYS: Final = 100_000
_MINUTE_S: Final = 60.0


class Flood:
    """ASGI middleware. Belongs to one event loop."""

    def __init__(self, app: ASGIApp, *, settings: FloodSettings, clock: Callable[[], float] = time.monotonic) -> None:
        """Stand before `app`."""
        self._app = app
        self._limiter = FixedWindowRateLimiter(_Counts(clock))
        self._by_address = _per_minute(settings.per_address)
        self._by_actor = _per_minute(settings.per_actor)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer RATE_LIMITED; a socket is not accepted."""
        if scope["type"] not in {"http", "websocket"} or not self._too_many(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await problem_response(Refusal(RefusalCode.RATE_LIMITED, retry_after_s=int(_MINUTE_S)))(
                scope, receive, send
            )
        else:
            await send({"type": "websocket.close", "code": 1013})

    def _too_many(self, scope: Scope) -> bool:
        client = scope.get("client")
        address = address_of(client[0] if client else None)
        if (
            self._by_address is not None
            and address not in _LOOPBACK
            and not self._limiter.hit(self._by_address, "address", address)
        ):
            return True
        token = next((value for name, value in scope["headers"] if name == b"authorization"), None)
        if self._by_actor is None or token is None:
            return False
        return not self._limiter.hit(self._by_actor, "actor", hashlib.sha256(token).hexdigest())


def _per_minute(most: int | None) -> RateLimitItemPerMinute | None:
    return None if most is None else RateLimitItemPerMinute(most)


class _Counts(Storage):
    """Windows in a dictionary; the library's own memory storage starts a thread for each clearing."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._windows: dict[str, tuple[int, float]] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        """Nothing here fails."""
        return KeyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count up and tell the count; a window that is over begins anew."""
        now = self._clock()
        count, ends_at = self._windows.get(key, (0, 0.0))
        if ends_at <= now:
            if len(self._windows) >= _MOST_KEYS:
                self._clear_away(now)
            count, ends_at = 0, now + expiry
        self._windows[key] = (count + amount, ends_at)
        return count + amount

    def get(self, key: str) -> int:
        """The count of the window that runs; 0 where none does."""
        count, ends_at = self._windows.get(key, (0, 0.0))
        return count if ends_at > self._clock() else 0

    def get_expiry(self, key: str) -> float:
        """When the window ends, by the same clock."""
        return self._windows.get(key, (0, self._clock()))[1]

    def check(self) -> bool:
        """Memory is there."""
        return True

    def reset(self) -> int | None:
        """Forget everything."""
        gone = len(self._windows)
        self._windows.clear()
        return gone

    def clear(self, key: str) -> None:
        """Forget one key."""
        self._windows.pop(key, None)

    def _clear_away(self, now: float) -> None:
        """Forget what is over; where all of it still runs, forget it all rather than grow without end."""
        running = {key: window for key, window in self._windows.items() if window[1] > now}
        self._windows = running if len(running) < _MOST_KEYS else {}
