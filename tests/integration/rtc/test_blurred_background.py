"""A blurred background in a real call: what the other end and one's own tile see, from the first picture on."""

import threading

import av
import numpy as np
import pytest

from desk_client.rtc.background_port import Background, BackgroundSeen, BlurBackground
from desk_client.rtc.picture.person import PersonFinder
from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.port import Device, DeviceFault, MediaChoice, MediaStalled, PeerDisconnected, Stream
from desk_client.rtc.studio import Hardware, Studio, StudioEvents
from tests.fakes.call_end import CallEnd, negotiate, soon
from tests.fakes.camera import FakeCamera, FakeCameraOpener
from tests.fakes.photograph import photograph
from tests.fakes.sound_card import FakeSoundCard

FLAG, FACE = np.s_[0:200, 0:120], np.s_[60:150, 240:330]


class PhotoCamera(FakeCamera):
    """Somebody sits quite still before it."""

    def picture(self) -> av.VideoFrame:
        return photograph()


def hardware(**others: object) -> Hardware:
    return Hardware(FakeCameraOpener([PhotoCamera()]), FakeSoundCard(DeviceFault.ABSENT), **others)  # type: ignore[arg-type]  # by their names


def detail(picture: Picture, where: tuple[slice, slice]) -> float:
    return float(np.abs(np.diff(picture.luma()[where].astype(np.int16), n=2, axis=1)).mean())


PLAIN = {
    place: float(np.abs(np.diff(photograph().to_ndarray(format="gray")[where].astype(np.int16), n=2, axis=1)).mean())
    for place, where in (("flag", FLAG), ("face", FACE))
}


def shows_the_room(picture: Picture) -> bool:
    return detail(picture, FLAG) > PLAIN["flag"] / 2


def shows_the_face(picture: Picture) -> bool:
    return detail(picture, FACE) > PLAIN["face"] / 2


def test_the_other_end_sees_who_speaks_and_not_the_room_until_it_is_switched_off() -> None:
    with CallEnd(1, camera="auto", hardware=hardware()) as one, CallEnd(2) as other:
        negotiate(other, one, 1)
        other.looks(shows_the_room, "the room is seen")
        one.engine.post(BlurBackground(on=True))
        one.tells(BackgroundSeen(Background.BLURRED))
        other.looks(lambda picture: shows_the_face(picture) and not shows_the_room(picture), "the room is blurred")
        one.engine.post(BlurBackground(on=False))
        one.tells(BackgroundSeen(Background.SHARP))
        other.forget()
        other.looks(shows_the_room, "the room is seen again")
        assert not other.all_events(MediaStalled)
        assert not other.all_events(PeerDisconnected)


def test_no_picture_is_sharp_where_it_was_wished_before_the_camera_was_opened() -> None:
    seen: list[tuple[bool, bool]] = []

    def painted(picture: Picture) -> None:
        seen.append((shows_the_room(picture), shows_the_face(picture)))

    may_load = threading.Event()

    def slowly() -> PersonFinder:
        from desk_client.rtc.picture.person import open_person_finder  # noqa: PLC0415 - only here

        assert may_load.wait(10)
        return open_person_finder()

    own = TileScaler(painted)
    own.resize(640, 360)
    end = CallEnd(1, camera="auto", hardware=hardware(open_finder=slowly))
    end.engine.attach(Stream.LOCAL, own)
    end.engine.post(BlurBackground(on=True))  # without effect before the engine's start
    end.engine.start(end.remote.event)
    try:
        end.engine.post(BlurBackground(on=True))
        end.open_media()
        soon(lambda: len(seen) > 5, "pictures come")
        assert not any(face for _, face in seen)
        may_load.set()
        soon(lambda: any(face for _, face in seen), "the person is found")
        end.forget()
        end.open_media()  # as after a device was plugged in
        end.tells(BackgroundSeen(Background.BLURRED))
        assert not any(room for room, _ in seen)
    finally:
        may_load.set()
        end.engine.stop()
        own.close()
        end.tile.close()


def test_the_last_picture_before_the_end_is_blurred_as_the_others() -> None:
    rooms: list[bool] = []

    def came(frame: av.VideoFrame) -> None:
        luma = frame.to_ndarray(format="gray")[FLAG].astype(np.int16)
        rooms.append(float(np.abs(np.diff(luma, n=2, axis=1)).mean()) > PLAIN["flag"] / 2)

    events = StudioEvents(came, lambda _device, _fault: None, lambda _shown: None, lambda _fault: None)
    choice = MediaChoice(1, 440.0, "auto", "synthetic", "none")
    studio = Studio(choice, hardware(), events, blurs=True)
    soon(lambda: len(rooms) > 10, "pictures come")
    studio.close()
    assert not any(rooms)


@pytest.mark.parametrize("fault", [ModuleNotFoundError("no library"), ValueError("no network")])
def test_what_cannot_be_loaded_leaves_the_call_and_blurs_all_of_it(fault: Exception) -> None:
    def fails() -> PersonFinder:
        raise fault

    told = Background.MISSING if isinstance(fault, ImportError) else Background.FAILED
    with CallEnd(1, camera="auto", hardware=hardware(open_finder=fails)) as one, CallEnd(2) as other:
        one.engine.post(BlurBackground(on=True))
        one.tells(BackgroundSeen(told))
        negotiate(other, one, 1)
        other.looks(lambda picture: not shows_the_face(picture), "nobody is seen sharply")
        other.forget()
        other.looks(lambda picture: not shows_the_face(picture), "and still not")
        assert not [each for each in other.remote.pictures if shows_the_room(each) or shows_the_face(each)]
        assert Device.CAMERA not in {getattr(event, "device", None) for event in one.remote.events}
