"""The first reading of a recording: who is in it, how their clocks go, and what was left out. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from desk_client.rtc.composing.peer_clock import OwnClock, PeerClock
from desk_client.rtc.recording.pieces import Piece, PieceKind, report_of

CARD_S: Final = 1.5
"""How long the sign that something was left out stands in its place."""
OWN: Final = "own"
MOST_PEERS: Final = 3


@dataclass
class Pause:
    """What was left out, in seconds of our own time."""

    from_s: float
    until_s: float


@dataclass
class Survey:
    """What the second reading needs to know.

    Attributes:
        tiles: of this end, and of each peer by name, in the order in which they came.
    """

    tiles: list[str] = field(default_factory=lambda: [OWN])
    pauses: list[Pause] = field(default_factory=list)
    first_s: float | None = None
    last_s: float = 0.0
    _sound: OwnClock = field(default_factory=OwnClock)
    _clocks: dict[int, PeerClock] = field(default_factory=dict)
    _peers: dict[int, str] = field(default_factory=dict)

    def captured_s(self, piece: Piece) -> float:
        """When a picture or sound was captured, in our own time."""
        if not piece.own:
            return self._clocks[piece.connection].captured_s(piece)
        return self._sound.captured_s(piece) if piece.kind is PieceKind.SOUND else piece.at_us / 1e6

    def tile_of(self, piece: Piece) -> str:
        """Whose it is."""
        return OWN if piece.own else self._peers.get(piece.connection, "peer ")

    def placed_s(self, at_s: float) -> float | None:
        """Where in the file that moment is; None where it was left out."""
        shift = self.first_s or 0.0
        for pause in self.pauses:
            if at_s < pause.from_s:
                break
            if at_s < pause.until_s:
                return None
            shift += pause.until_s - pause.from_s - CARD_S
        return max(0.0, at_s - shift)

    def cards_s(self) -> list[float]:
        """Where in the file the signs stand."""
        found, shift = [], self.first_s or 0.0
        for pause in self.pauses:
            found.append(max(0.0, pause.from_s - shift))
            shift += pause.until_s - pause.from_s - CARD_S
        return found

    def read(self, pieces: Iterable[Piece]) -> None:
        """Take all of them in, once."""
        paused_s: float | None = None
        for piece in pieces:
            at_s = piece.at_us / 1e6
            match piece.kind:
                case PieceKind.BEGUN:
                    self._begun(piece)
                case PieceKind.REPORT:
                    self._clock(piece).reported(piece, report_of(piece))
                case PieceKind.PAUSED:
                    paused_s = at_s
                case PieceKind.RESUMED if paused_s is not None:
                    self.pauses.append(Pause(paused_s, at_s))
                    paused_s = None
                case PieceKind.PICTURE | PieceKind.SOUND:
                    self.first_s = at_s if self.first_s is None else min(self.first_s, at_s)
                    self.last_s = max(self.last_s, at_s)
                    if not piece.own:
                        self._clock(piece).came(piece)
                    elif piece.kind is PieceKind.SOUND:
                        self._sound.heard(piece)
                case _:
                    pass

    def _begun(self, piece: Piece) -> None:
        tile = f"peer {piece.payload.decode(errors='replace')}"
        self._peers[piece.connection] = tile
        if tile not in self.tiles and len(self.tiles) <= MOST_PEERS:
            self.tiles.append(tile)

    def _clock(self, piece: Piece) -> PeerClock:
        return self._clocks.setdefault(piece.connection, PeerClock())
