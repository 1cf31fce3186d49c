"""Our end of a call, as a process of its own: the engine through its public port, a clip as its camera.

Pictures are looked at as they are handed to a tile, before it scales them. See `ends`.
"""

import json
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

import av
import numpy as np

from benchmarks.media_rooms.clip import Clip
from benchmarks.media_rooms.ends import Setting
from desk_client.rtc.engine import Engine
from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    CreateOffer,
    Event,
    LocalDescription,
    Measured,
    MediaChoice,
    MediaFlowing,
    MediaStalled,
    OpenMedia,
    Stream,
)
from desk_client.rtc.sound.processing import PassThrough, WebRtcProcessor
from desk_client.rtc.studio import Hardware

_MOST_WAITING: Final = 60


class ClipCamera:
    """Plays a clip from memory at its pace, over and over, and remembers when it gave which picture."""

    def __init__(self, clip: Clip) -> None:
        self._clip = clip
        self._frames = [av.VideoFrame.from_ndarray(clip.planes(number), "yuv420p") for number in range(clip.pictures)]
        self.sent: list[tuple[int, float]] = []
        self.began = threading.Event()

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """See `CameraDevice`."""
        next_s = time.monotonic()
        count = 0
        while True:
            next_s += 1 / self._clip.fps
            time.sleep(max(0.0, next_s - time.monotonic()))
            number = count % self._clip.pictures
            self.sent.append((number, time.monotonic()))
            self.began.set()
            yield self._frames[number]
            count += 1

    def close(self) -> None:
        """Nothing to let go of."""


class Looker(TileScaler):
    """In a tile's place: notes when each frame is handed over, and reads its stamp in a thread of its own."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._arrived = threading.Condition()
        self._waiting: deque[tuple[av.VideoFrame, float] | None] = deque(maxlen=_MOST_WAITING)
        self.seen: list[tuple[int | None, int | None, float, int, int]] = []
        self.kept: list[tuple[int, float, str, int, int, int]] = []
        super().__init__(self._ignore)
        self._looking = threading.Thread(target=self._look, name="looker", daemon=True)
        self._looking.start()

    def offer(self, frame: av.VideoFrame) -> None:
        """See `TileScaler`; at once."""
        at_s = time.monotonic()
        with self._arrived:
            self._waiting.append((frame, at_s))
            self._arrived.notify()

    def close(self) -> None:
        """See `TileScaler`."""
        super().close()
        with self._arrived:
            self._waiting.append(None)
            self._arrived.notify()
        self._looking.join()

    @staticmethod
    def _ignore(_picture: Picture) -> None:
        """Nothing is scaled here."""

    def _look(self) -> None:
        while True:
            with self._arrived:
                self._arrived.wait_for(lambda: bool(self._waiting))
                arrived = self._waiting.popleft()
            if arrived is None:
                return
            frame, at_s = arrived
            plane = frame.planes[0]
            rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
            found = stamp.read(rows[:, : frame.width])
            source, number = (None, None) if found is None else (found.source, found.counter)
            self.seen.append((source, number, at_s, frame.width, frame.height))
            if number is not None and self._setting.keep_every and len(self.seen) % self._setting.keep_every == 0:
                file = Path(self._setting.kept) / f"ours-{len(self.seen)}.luma"
                file.write_bytes(rows.tobytes())
                self.kept.append((number, at_s, str(file), frame.width, frame.height, plane.line_size))


def _tell(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _run(setting: Setting) -> None:
    clip = setting.clip
    camera = ClipCamera(clip)
    looker = Looker(setting)
    measured: list[Measured] = []

    def on_event(event: Event) -> None:
        match event:
            case LocalDescription(negotiation, kind, sdp):
                _tell(did="described", negotiation=negotiation, kind=kind, sdp=sdp)
            case MediaFlowing():
                _tell(did="flowing")
            case MediaStalled():
                _tell(did="stalled")
            case Measured():
                measured.append(event)
            case _:
                sys.stderr.write(f"{event}\n")

    devices = setting.devices
    make_processor = PassThrough if devices and not devices.processed else WebRtcProcessor
    engine = Engine(Hardware(open_camera=lambda _choice: camera, make_processor=make_processor))
    engine.attach(Stream.REMOTE, looker)
    engine.start(on_event)
    choice = MediaChoice(
        clip.source,
        440.0,
        clip.path,
        "auto" if devices else "synthetic",
        "auto" if devices else "none",
        clip.width,
        clip.height,
        clip.fps,
        setting.most_bps,
    )
    engine.post(OpenMedia(choice))
    camera.began.wait()  # as a browser's page, which is ready once its stream is there
    _tell(did="ready")
    for line in sys.stdin:
        match json.loads(line):
            case {"do": "offer", "negotiation": negotiation}:
                engine.post(CreateOffer(negotiation, ()))
            case {"do": "answer", "negotiation": negotiation, "sdp": sdp}:
                engine.post(AcceptOffer(negotiation, sdp, ()))
            case {"do": "accept", "negotiation": negotiation, "sdp": sdp}:
                engine.post(AcceptAnswer(negotiation, sdp))
            case {"do": "candidate", "negotiation": negotiation, "candidate": text, "mid": mid, "index": index}:
                engine.post(AddCandidate(negotiation, text, mid, index))
            case {"do": "report"}:
                notes = {
                    "codec": measured[-1].stats.codec if measured else None,
                    "stats": [asdict(each.stats) for each in measured],
                }
                _tell(did="reported", sent=camera.sent, seen=looker.seen, kept=looker.kept, notes=notes)
            case _:
                break
    engine.stop()
    looker.close()


if __name__ == "__main__":
    _run(Setting.loaded(sys.argv[1]))
