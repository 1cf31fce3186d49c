"""What a signalling line tells whoever listens. Apart from the socket, since its library comes with that."""

from dataclasses import dataclass

from desk_client.domain.outcomes import RefusalCode
from desk_client.protocol.signalling import ServerFrame


@dataclass(frozen=True)
class LineUp:
    """Welcomed; ``resumed`` when every frame that was missed follows."""

    resumed: bool


@dataclass(frozen=True)
class LineDown:
    """The socket broke; the next attempt is under way."""


@dataclass(frozen=True)
class LineRefused:
    """The server will not have us: no further attempt is made.

    ``is_replaced`` where the same party came into the room anew elsewhere: another line of ours would be welcome.
    """

    code: RefusalCode
    is_replaced: bool = False


LineEvent = LineUp | LineDown | LineRefused | ServerFrame
