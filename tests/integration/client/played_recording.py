"""What a recording holds that was handed in: fetched block by block and opened, as the desk that plays it does."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Self, TypeVar

import av
import numpy as np
import numpy.typing as npt
import pytest

from desk_client.client.actions import record
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal
from desk_client.rtc.composing.canvas import TILE_WIDTH
from desk_client.rtc.recording.pieces import Piece, PieceKind
from desk_client.rtc.recording.sealed_file import BlockReader
from desk_client.rtc.recording.spool import Spool
from desk_client.rtc.sound.meter import SAMPLE_RATE

T = TypeVar("T")
_WINDOW: Final = SAMPLE_RATE // 100
_HEARD: Final = 0.01
_FEWEST: Final = 10
_SHOWN: Final = 0.5
"""Of what was recorded: pictures of the two that lie close together are one in the file, and a still moment is none."""
_ELSEWHERE: Final = 40
"""Of 255: more than what two encodings of the same differ by."""


@dataclass
class Taken:
    """What was recorded at this end of the talk, as it came: for each tile of a talk of two, our own first."""

    pictures: list[bool] = field(default_factory=list)
    """Of each whether it was our own."""

    @classmethod
    def from_now_on(cls, monkeypatch: pytest.MonkeyPatch) -> Self:
        """Count beside the real writer what it takes; pieces come from several threads."""
        taken, put = cls(), Spool.put

        def counted(spool: Spool, piece: Piece) -> bool:
            is_taken = put(spool, piece)
            if is_taken and piece.kind is PieceKind.PICTURE:
                taken.pictures.append(piece.own)
            return is_taken

        monkeypatch.setattr(Spool, "put", counted)
        return taken

    def seen_moving_in(self, played: "Played") -> str:
        """Which tile hardly moves where its camera did; empty where both move as what was recorded of them."""
        for name, own, moved in (("own", True, played.moved[0]), ("theirs", False, played.moved[1])):
            came = self.pictures.count(own)
            if came < _FEWEST or moved < came * _SHOWN:
                return f"{name}: {moved} of {came} that were recorded, in {played.pictures} pictures"
        return ""


@dataclass(frozen=True)
class Played:
    """Of a talk of two: our own tile first.

    Attributes:
        moved: for each tile, in how many of the pictures something is elsewhere than in the one before.
        sound: all voices in one.
    """

    pictures: int
    moved: tuple[int, int]
    sound: npt.NDArray[np.float32]

    def share(self, tone_hz: float) -> float:
        """In how much of the time hardly anything is heard but that tone."""
        whole, left = self._levels(tone_hz)
        return float(((whole > _HEARD) & (left < whole / 4)).mean())

    def bursts(self, beside_hz: float) -> int:
        """How often something sounds up beside that constant tone."""
        _, left = self._levels(beside_hz)
        loud = left > max(4 * float(np.median(left)), 0.2 * float(left.max()))
        return int((loud[1:] & ~loud[:-1]).sum())

    def _levels(self, tone_hz: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Every ten milliseconds: how loud it is, and how loud without that tone."""
        at = 2 * np.pi * tone_hz * np.arange(_WINDOW) / SAMPLE_RATE
        plane = np.linalg.qr(np.stack((np.cos(at), np.sin(at)), axis=1))[0].astype(np.float32)
        windows = self.sound[: self.sound.size // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
        left = windows - windows @ plane @ plane.T
        return np.sqrt((windows**2).mean(axis=1)), np.sqrt((left**2).mean(axis=1))


async def played(desk: DeskClient, recording_id: str, look: Callable[[BlockReader], T]) -> T:
    """Open what is kept and have it looked at, in a thread."""
    play = await record.open_one(desk, recording_id)
    assert not isinstance(play, Refusal), play
    loop = asyncio.get_running_loop()

    def fetch(number: int) -> bytes:
        path = f"/v1/recordings/{recording_id}/blocks/{number}"
        content = asyncio.run_coroutine_threadsafe(desk.gateway.fetch_file(path, token=desk.token), loop).result(10)
        assert isinstance(content, bytes)
        return content

    reader = BlockReader(recording_id, bytes.fromhex(play.key), play.recording.size or 0, fetch)
    return await asyncio.to_thread(look, reader)


def seen_and_heard(reader: BlockReader) -> Played:
    """Decode all of it."""
    pictures, moved = 0, [0, 0]
    before: npt.NDArray[np.int16] | None = None
    sound: list[npt.NDArray[np.float32]] = []
    with av.open(reader, "r") as container:
        for frame in container.decode(video=0, audio=0):
            if isinstance(frame, av.AudioFrame):
                sound.append(frame.to_ndarray().reshape(-1).astype(np.float32))
            elif isinstance(frame, av.VideoFrame):
                luma = frame.to_ndarray()[: frame.height : 4, ::4].astype(np.int16)
                if before is not None:
                    for place in (0, 1):
                        part = slice(place * TILE_WIDTH // 4, (place + 1) * TILE_WIDTH // 4)
                        moved[place] += int(np.abs(luma[:, part] - before[:, part]).max() > _ELSEWHERE)
                before = luma
                pictures += 1
    return Played(pictures, (moved[0], moved[1]), np.concatenate(sound))
