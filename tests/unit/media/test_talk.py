"""Descriptions as they are thinned on their way."""

from benchmarks.media_rooms.talk import with_codec_alone

OFFER = """\
v=0
a=group:BUNDLE 0 1
m=audio 9 UDP/TLS/RTP/SAVPF 96
a=rtpmap:96 opus/48000/2
m=video 9 UDP/TLS/RTP/SAVPF 97 98 99 100
a=mid:1
a=rtpmap:97 VP8/90000
a=rtcp-fb:97 nack
a=rtpmap:98 rtx/90000
a=fmtp:98 apt=97
a=rtpmap:99 H264/90000
a=fmtp:99 packetization-mode=1
a=rtpmap:100 rtx/90000
a=fmtp:100 apt=99
a=sendrecv
""".replace("\n", "\r\n")


def test_one_codec_is_left_with_what_repeats_its_packets() -> None:
    lines = with_codec_alone(OFFER, "H264").split("\r\n")
    assert "m=video 9 UDP/TLS/RTP/SAVPF 99 100" in lines
    assert [line for line in lines if ":97" in line or ":98" in line or "VP8" in line] == []
    assert [line for line in OFFER.split("\r\n") if line not in lines] == [
        "m=video 9 UDP/TLS/RTP/SAVPF 97 98 99 100",
        "a=rtpmap:97 VP8/90000",
        "a=rtcp-fb:97 nack",
        "a=rtpmap:98 rtx/90000",
        "a=fmtp:98 apt=97",
    ]


def test_sound_and_the_rest_stay_as_they_are() -> None:
    assert with_codec_alone(OFFER, "VP8").split("m=video")[0] == OFFER.split("m=video")[0]
