"""The document camera shows what is before it, and says why where it cannot; it is closed when nobody looks."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from desk_client.client.documents.camera import DocumentCamera
from desk_client.client.pictures import TileScaler
from desk_client.rtc.port import DeviceFault, MediaChoice


def media(camera: Path | None) -> MediaChoice:
    return MediaChoice(
        source=1,
        tone_hz=440,
        camera=camera or "synthetic",
        microphone="synthetic",
        speaker="none",
        width=320,
        height=180,
    )


def until(holds: Callable[[], object]) -> None:
    """Wait for another thread."""
    waiting, until_s = threading.Event(), time.monotonic() + 10
    while not holds():
        assert time.monotonic() < until_s
        waiting.wait(0.01)


def test_a_shot_is_the_whole_picture_and_none_is_left() -> None:
    seen: list[object] = []
    scaler = TileScaler(seen.append)
    scaler.resize(64, 36)
    camera = DocumentCamera(media(None), lambda _fault: None)
    assert camera.shot() is None
    camera.attach(None, scaler)
    until(lambda: camera.shot() is not None and seen)
    shot = camera.shot()
    assert shot is not None
    assert shot.shape[2] == 3
    camera.detach(None, scaler)
    scaler.close()
    assert camera.shot() is None
    until(lambda: not any(thread.name == "rtc-camera" for thread in threading.enumerate()))


def test_without_a_camera_there_is_no_picture_of_anything_else() -> None:
    faults: list[DeviceFault | None] = []
    scaler = TileScaler(lambda _picture: None)
    camera = DocumentCamera(media(Path("/nowhere/camera.mkv")), faults.append)
    camera.attach(None, scaler)
    until(lambda: faults)
    assert faults == [DeviceFault.ABSENT]
    assert camera.shot() is None, "what stands in for a camera is no document"
    camera.detach(None, scaler)
    scaler.close()
