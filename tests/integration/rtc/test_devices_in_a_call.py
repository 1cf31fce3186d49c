"""Devices that fail do not end a call: the other end goes on seeing something that moves."""

import errno
from pathlib import Path

import av

from desk_client.rtc.port import (
    Device,
    DeviceFailed,
    DeviceFault,
    DeviceRestored,
    MediaStalled,
    PeerDisconnected,
    SetCamera,
)
from desk_client.rtc.studio import Hardware
from tests.fakes.call_end import CallEnd, negotiate
from tests.fakes.camera import FakeCamera, FakeCameraOpener, grey_picture
from tests.fakes.sound_card import FakeSoundCard


def test_a_camera_that_another_program_holds() -> None:
    hardware = Hardware(FakeCameraOpener([errno.EBUSY]), FakeSoundCard(DeviceFault.ABSENT), retry_s=0.2)
    with CallEnd(1, camera="auto", hardware=hardware) as one, CallEnd(2) as other:
        assert one.next_event(DeviceFailed) == DeviceFailed(Device.CAMERA, DeviceFault.BUSY)
        negotiate(other, one, 1)
        other.sees(one.source, 30)


def test_a_camera_that_is_unplugged_in_the_middle_of_a_call_and_comes_back() -> None:
    first, second = FakeCamera(luma=80), FakeCamera(luma=180)
    hardware = Hardware(FakeCameraOpener([first, errno.ENODEV, second]), FakeSoundCard(DeviceFault.ABSENT), retry_s=1)
    with CallEnd(1, camera="auto", hardware=hardware) as one, CallEnd(2) as other:
        negotiate(other, one, 1)
        other.looks(lambda picture: int(picture.luma().mean()) < 90, "the camera is seen")
        first.unplug(errno.ENODEV)
        assert one.next_event(DeviceFailed) == DeviceFailed(Device.CAMERA, DeviceFault.LOST)
        other.sees(one.source)
        one.next_event(DeviceRestored)
        other.looks(lambda picture: int(picture.luma().mean()) > 160, "the camera is seen again")
        assert not other.all_events(MediaStalled)
        assert not other.all_events(PeerDisconnected)


def test_a_clip_is_seen_at_its_own_size_and_the_dark_picture_at_another(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=20)
        stream.width, stream.height, stream.pix_fmt = 320, 240, "yuv420p"
        for index in range(10):
            container.mux(stream.encode(grey_picture(100 + 10 * index, 320, 240)))
        container.mux(stream.encode(None))
    with CallEnd(1, camera=path) as one, CallEnd(2) as other:
        negotiate(other, one, 1)
        other.measured(lambda stats: (stats.remote_width, stats.remote_height) == (320, 240), "the clip is seen")
        one.engine.post(SetCamera(on=False))
        other.measured(
            lambda stats: (stats.remote_width, stats.remote_height) == (640, 360), "the dark picture is seen"
        )
        assert not other.all_events(MediaStalled)
