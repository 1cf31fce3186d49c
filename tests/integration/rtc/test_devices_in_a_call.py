"""Devices that fail do not end a call: the other end goes on seeing something that moves."""

import errno
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np

from desk_client.rtc.picture.scaler import Picture
from desk_client.rtc.port import (
    ChooseDevice,
    Device,
    DeviceFailed,
    DeviceFault,
    DeviceInUse,
    DeviceRestored,
    Measured,
    MediaStalled,
    PeerDisconnected,
    SetCamera,
)
from desk_client.rtc.sound.card import FRAME
from desk_client.rtc.sound.processing import PassThrough
from desk_client.rtc.studio import Hardware
from tests.fakes.call_end import CallEnd, negotiate, soon
from tests.fakes.camera import CameraShelf, FakeCamera, FakeCameraOpener, grey_picture
from tests.fakes.sound_card import FakeSoundCard, plugged

QUIET_DBFS = -40.0


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


def test_another_microphone_and_loudspeaker_are_chosen_unplugged_and_plugged_in_again_in_a_call() -> None:
    card = FakeSoundCard()
    card.plug(*plugged("inside", "headset"))
    hardware = Hardware(FakeCameraOpener([errno.ENOENT]), card, retry_s=0.3, make_processor=PassThrough)
    with CallEnd(1, sound="auto", hardware=hardware) as one, CallEnd(2) as other:
        negotiate(other, one, 1)
        soon(lambda: card.is_in_use, "both are in use")

        def both_use(name: str) -> None:
            said = {DeviceInUse(device, name) for device in (Device.MICROPHONE, Device.SPEAKER)}

            def is_so() -> bool:
                card.listen(FRAME)
                card.hear(np.where(np.arange(FRAME) % 60 < 30, 9000, -9000).astype(np.int16))
                return said <= {event for event in one.remote.events if isinstance(event, DeviceInUse)}

            soon(is_so, f"{name} is in use")

        both_use("inside")
        for device in (Device.MICROPHONE, Device.SPEAKER):
            one.engine.post(ChooseDevice(device, "headset"))
        both_use("headset")
        one.forget()
        card.plug(*plugged("inside"))
        both_use("inside")
        card.plug(*plugged("inside", "headset"))
        both_use("headset")
        other.forget()

        def is_heard() -> bool:
            card.hear(np.where(np.arange(FRAME) % 60 < 30, 9000, -9000).astype(np.int16))
            return any(
                event.stats.remote_audio_dbfs is not None and event.stats.remote_audio_dbfs > QUIET_DBFS
                for event in other.all_events(Measured)
            )

        soon(is_heard, "the headset is heard at the other end")
        assert not [event for event in one.all_events(DeviceFailed) if event.device is not Device.CAMERA]
        assert not other.all_events(PeerDisconnected)
        assert not other.all_events(MediaStalled)


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


def test_another_camera_is_chosen_unplugged_and_plugged_in_again_without_an_end_of_the_call() -> None:
    shelf = CameraShelf(front=80, document=180)
    hardware = Hardware(shelf, FakeSoundCard(DeviceFault.ABSENT), retry_s=0.5, list_cameras=shelf.names)

    def is_lit(luma: int) -> Callable[[Picture], bool]:
        return lambda picture: abs(int(picture.luma().mean()) - luma) < 12

    with CallEnd(1, camera="auto", hardware=hardware) as one, CallEnd(2) as other:
        one.tells(DeviceInUse(Device.CAMERA, "front"))
        negotiate(other, one, 1)
        other.looks(is_lit(80), "the first camera is seen")
        one.engine.post(ChooseDevice(Device.CAMERA, "document"))
        one.tells(DeviceInUse(Device.CAMERA, "document"))
        other.looks(is_lit(180), "the chosen one is seen")
        one.forget()
        shelf.plug_out("document")
        one.tells(DeviceInUse(Device.CAMERA, "front"))
        other.looks(is_lit(80), "the other one is seen in its place")
        shelf.plug_in("document")
        one.tells(DeviceInUse(Device.CAMERA, "document"))
        other.looks(is_lit(180), "the chosen one is seen again, by itself")
        assert not one.all_events(DeviceFailed)
        assert not other.all_events(MediaStalled)
        assert not other.all_events(PeerDisconnected)
