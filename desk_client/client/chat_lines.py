"""What is written beside a talk, as both ends show it."""

from collections.abc import Iterable

from desk_client.domain.chat import MAX_CHAT_LENGTH, ChatAuthor
from desk_client.protocol.chat import ChatLine

__all__ = ["MAX_CHAT_LENGTH", "ChatAuthor", "ChatLine", "Unread"]


class Unread:
    """Which lines of others somebody has not had before their eyes yet."""

    def __init__(self, own: ChatAuthor) -> None:
        """Nothing was read before; ``own`` lines need no reading."""
        self._own = own
        self._seen: set[str] = set()
        self._told: set[str] = set()

    def read(self, lines: Iterable[ChatLine]) -> None:
        """These are before the reader's eyes, or were there when they came in."""
        self._seen.update(line.id for line in lines)

    def of(self, lines: Iterable[ChatLine]) -> tuple[ChatLine, ...]:
        """Those that are still to be read, oldest first."""
        return tuple(line for line in lines if line.author is not self._own and line.id not in self._seen)

    def fresh(self, lines: Iterable[ChatLine]) -> tuple[ChatLine, ...]:
        """Those of them that nobody was told of yet; they count as told from now on."""
        found = tuple(line for line in self.of(lines) if line.id not in self._told)
        self._told.update(line.id for line in found)
        return found
