"""Calls between two real engines: real codecs, real ICE, DTLS and SRTP, real UDP over loopback."""

import re
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.port import (
    AcceptOffer,
    CloseMedia,
    ClosePeer,
    CreateOffer,
    LocalDescription,
    MediaStalled,
    PeerConnected,
    PeerDisconnected,
    SetCamera,
    SetMicrophone,
    Stream,
)
from tests.fakes.call_end import CallEnd, negotiate, soon


@pytest.fixture
def ends() -> Iterator[tuple[CallEnd, CallEnd]]:
    with CallEnd(1) as citizen, CallEnd(2) as official:
        yield citizen, official


def test_both_ends_see_the_other_s_moving_picture(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    for end, other in ((citizen, official), (official, citizen)):
        stamps = end.sees(other.source, 30)
        assert all(later.counter >= earlier.counter for earlier, later in pairwise(stamps))
        assert not [each for each in end.remote.stamps if each.source == end.source]


def test_pictures_are_not_late(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    citizen.sees(official.source, 30)
    now_ms = int(time.monotonic() * 1000)
    assert (now_ms - citizen.remote.stamps[-1].clock_ms) % 2**32 < 250


def test_both_ends_hear_the_other_s_tone(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    for end, other in ((citizen, official), (official, citizen)):
        stats = end.measured(lambda stats: stats.remote_tone_hz is not None, "a tone is heard")
        assert stats.remote_tone_hz == pytest.approx(other.tone_hz, abs=2)
        assert stats.remote_audio_dbfs == pytest.approx(-20, abs=3)


def test_a_switched_off_microphone_is_heard_as_silence_and_comes_back(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    official.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")
    citizen.engine.post(SetMicrophone(on=False))
    official.forget()
    silent = official.measured(lambda stats: (stats.remote_audio_dbfs or 0) < -80, "silence is heard")
    assert silent.remote_tone_hz is None
    citizen.engine.post(SetMicrophone(on=True))
    official.forget()
    official.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard again")


def test_a_switched_off_camera_sends_a_dark_picture_and_the_call_goes_on(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    official.sees(citizen.source)
    citizen.engine.post(SetCamera(on=False))
    official.looks(lambda picture: int(picture.luma().max()) < 60, "the picture is dark")
    official.forget()
    official.remote.until(lambda: len(official.remote.pictures) == 3, "dark pictures keep coming")
    assert not official.all_events(MediaStalled)
    citizen.engine.post(SetCamera(on=True))
    official.sees(citizen.source)


def test_vp8_serves_where_the_peer_has_no_h264(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends

    def without_h264(sdp: str) -> str:
        numbers = re.findall(r"a=rtpmap:(\d+) H264", sdp)
        assert numbers
        for number in numbers:
            sdp = re.sub(rf"a=(rtpmap|fmtp|rtcp-fb):{number} .*\r\n", "", sdp)
            sdp = re.sub(rf"(m=video .*?) {number}\b", r"\1", sdp)
        return sdp

    negotiate(official, citizen, 1, without_h264)
    official.sees(citizen.source)
    citizen.sees(official.source)
    assert official.measured(lambda stats: stats.codec is not None, "the codec is known").codec == "VP8"


def test_a_newer_negotiation_replaces_the_connection(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    citizen.sees(official.source)
    negotiate(citizen, official, 2)
    for end, other in ((citizen, official), (official, citizen)):
        assert end.next_event(PeerConnected).negotiation == 2
        end.sees(other.source)
        assert not end.all_events(PeerDisconnected)
        end.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard on the new connection")
    soon(lambda: count_of("rtc-encoder") == 2, "the old connections ended")


def test_the_call_goes_on_while_a_newer_negotiation_is_on_its_way(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    citizen.engine.post(CreateOffer(2, ()))
    citizen.next_event(LocalDescription)
    for end, other in ((citizen, official), (official, citizen)):
        end.forget()
        end.sees(other.source, 20)
        end.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")
        assert not end.all_events(PeerDisconnected)
    negotiate(official, citizen, 3)
    soon(lambda: count_of("rtc-encoder") == 2, "the connections before it ended")


def test_a_negotiation_that_is_not_newer_is_left_out(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 5)
    official.forget()
    for stale in (4, 5):
        official.engine.post(CreateOffer(stale, ()))
        official.engine.post(AcceptOffer(stale, "v=0", ()))
    official.sees(citizen.source)
    assert not official.all_events(LocalDescription)


def test_numbers_begin_anew_after_the_call(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 5)
    for end in ends:
        end.engine.post(ClosePeer())
    negotiate(official, citizen, 1)
    official.sees(citizen.source)


def test_a_peer_that_leaves_is_noticed_at_once(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    left_at = time.monotonic()
    citizen.engine.post(ClosePeer())
    assert official.next_event(PeerDisconnected).negotiation == 1
    assert time.monotonic() - left_at < 1
    assert not citizen.all_events(PeerDisconnected)


def test_statistics_tell_what_is_known_and_nothing_else(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    alone = citizen.measured(lambda stats: stats.fps_captured is not None, "statistics without a call")
    assert not alone.connected
    assert alone.frames_captured > 0
    assert alone.local_audio_dbfs == pytest.approx(-20, abs=2)
    unknown = (alone.rtt_ms, alone.loss, alone.bitrate_in_bps, alone.frames_decoded, alone.fps_decoded, alone.codec)
    assert unknown == (None,) * 6
    assert (alone.remote_width, alone.remote_audio_dbfs, alone.remote_tone_hz) == (None,) * 3
    negotiate(official, citizen, 1)
    stats = citizen.measured(lambda stats: stats.rtt_ms is not None and stats.loss is not None, "a round trip")
    assert stats.connected
    assert stats.loss == 0
    assert stats.rtt_ms is not None
    assert 0 <= stats.rtt_ms < 100
    assert stats.codec == "H264"
    assert (stats.remote_width, stats.remote_height) == (640, 360)
    assert (stats.bitrate_in_bps or 0) > 50_000
    assert (stats.bitrate_out_bps or 0) > 50_000
    assert (stats.fps_decoded or 0) > 20


def test_one_s_own_picture_is_shown_without_a_call() -> None:
    seen = threading.Event()

    def painted(_picture: Picture) -> None:
        seen.set()

    with CallEnd(1) as end:
        tile = TileScaler(painted)
        tile.resize(160, 90)
        end.engine.attach(Stream.LOCAL, tile)
        assert seen.wait(5)
        end.engine.detach(Stream.LOCAL, tile)
        tile.close()


def test_the_engine_stops_within_two_seconds_in_the_middle_of_a_call(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    began = time.monotonic()
    citizen.engine.stop()
    assert time.monotonic() - began < 2
    official.next_event(PeerDisconnected)
    soon(lambda: count_of("rtc-engine") == 1, "one thread ended")
    count = len(citizen.remote.events)
    citizen.engine.post(CreateOffer(9, ()))
    citizen.engine.stop()
    assert len(citizen.remote.events) == count


def test_one_certificate_proves_an_end_in_a_call_and_another_in_the_next(
    ends: tuple[CallEnd, CallEnd],
) -> None:
    citizen, official = ends

    def fingerprints(negotiation: int) -> list[str]:
        official.forget()
        official.engine.post(CreateOffer(negotiation, ()))
        return re.findall(r"a=fingerprint:sha-256 (\S+)", official.next_event(LocalDescription).sdp)

    negotiate(official, citizen, 1)
    first, again = fingerprints(2), fingerprints(3)
    assert first == again
    official.engine.post(ClosePeer())
    assert set(fingerprints(1)).isdisjoint(first)


def test_media_close_and_open_again(ends: tuple[CallEnd, CallEnd]) -> None:
    citizen, official = ends
    negotiate(official, citizen, 1)
    citizen.engine.post(CloseMedia())
    official.next_event(PeerDisconnected)
    soon(lambda: count_of("rtc-camera") == 1, "its camera ended")
    soon(lambda: Stream.LOCAL not in citizen.engine._screens._last, "its last picture was forgotten")
    shown = threading.Event()
    tile = TileScaler(lambda _picture: shown.set())
    try:
        tile.resize(160, 90)
        citizen.engine.attach(Stream.LOCAL, tile)
        assert not shown.wait(0.2)
        citizen.open_media()
        assert shown.wait(5)
    finally:
        tile.close()
    negotiate(official, citizen, 2)
    official.sees(citizen.source)


def count_of(name: str) -> int:
    return len([each for each in threading.enumerate() if each.name == name])
