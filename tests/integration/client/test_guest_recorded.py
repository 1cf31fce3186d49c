"""A guest's talk is recorded: asked for and agreed to in a real Chromium, made by the desk's engine, and taken back."""

from collections.abc import Callable
from typing import Final

import pytest

from benchmarks.media_rooms.recorded_talk import PEER_HZ, middle_ms, onsets_of, worst_ms
from desk_client.client.actions import receive, record
from desk_client.client.desk import DeskClient
from desk_client.client.recording_states import RecordingEnd, RecordingState
from desk_client.domain.consents import Purpose
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.base import Texts
from desk_client.server.services.privacy import consent_texts
from tests.browser import PhonePage, phone_page
from tests.fakes.flash_and_beep import BRIGHT, DARK, EVERY_S, LASTS_S
from tests.integration.client.conftest import FOR_BROWSERS, TONES, Ends, Region, until
from tests.integration.client.played_recording import Taken, played, seen_and_heard
from tests.integration.client.test_guest import (
    admitted,
    booked_at_home,
    code,
    enters,
    invited,
    let_in,
    looks,
    runner,
    talks,
    typed,
)
from tests.integration.client.test_recording import allow, chunks, handed_in, kept_blocks, of_desk, reason

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

FLASHING: Final = f"""
navigator.mediaDevices.getUserMedia = async () => {{
  const sound = new AudioContext({{ sampleRate: 48000 }});
  await sound.resume();
  const [tone, loud, voice] = [sound.createOscillator(), sound.createGain(), sound.createMediaStreamDestination()];
  tone.frequency.value = {PEER_HZ};
  loud.gain.value = 0;
  tone.connect(loud).connect(voice);
  tone.start();
  const canvas = Object.assign(document.createElement('canvas'), {{ width: 640, height: 360 }});
  const paint = canvas.getContext('2d');
  let next = Math.ceil(sound.currentTime) + 1;
  setInterval(() => {{
    for (; next < sound.currentTime + 2; next += {EVERY_S}) {{
      loud.gain.setValueAtTime(0.5, next);
      loud.gain.setValueAtTime(0, next + {LASTS_S});
    }}
    const level = sound.currentTime % {EVERY_S} < {LASTS_S} ? {BRIGHT} : {DARK};
    paint.fillStyle = `rgb(${{level}} ${{level}} ${{level}})`;
    paint.fillRect(0, 0, 640, 360);
    paint.fillStyle = 'white';
    paint.fillRect(20 + (sound.currentTime * 100) % 200, 20, 40, 40);
  }}, 5);
  return new MediaStream([...canvas.captureStream(30).getTracks(), ...voice.stream.getTracks()]);
}};
"""
"""A camera and a microphone that flash and beep at the same moments of one clock."""
UNPROCESSED: Final = """
if (navigator.mediaDevices) {
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const asWanted = ({ audio, ...rest }) => ({ ...rest, audio: audio && { ...audio, ...plain } });
  navigator.mediaDevices.getUserMedia = (wanted) => open(asWanted(wanted));
}
"""
"""A microphone is carried as it sounds: Chromium takes its own regular beeps for noise, and leaves few of them."""
WITHOUT: Final = r"""
const accept = RTCPeerConnection.prototype.setRemoteDescription;
RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
  const gone = [...sdp.matchAll(/a=rtpmap:(\d+) CODEC\//g)].map(([, number]) => number);
  for (const [, number, of] of sdp.matchAll(/a=fmtp:(\d+) apt=(\d+)/g)) if (gone.includes(of)) gone.push(number);
  const isOf = (line) => gone.includes((/^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line) || [])[1]);
  const left = (line) => line.split(' ').filter((each, place) => place < 3 || !gone.includes(each)).join(' ');
  const lines = sdp.split('\r\n').filter((line) => !isOf(line));
  const kept = lines.map((line) => (/^m=video/.test(line) ? left(line) : line));
  return accept.call(this, { type, sdp: kept.join('\r\n') });
};
"""
"""As a browser that does not know that codec."""
DIALOG: Final = "document.getElementById('record').open"
SURE: Final = "document.getElementById('record-sure').open"
FOCUSED: Final = "document.activeElement.id"


async def enter(page: PhonePage, region: Region, desk: DeskClient) -> None:
    """From the link into the talk, in an office that records."""
    await allow(desk)
    await let_in(page, region, desk)
    await enters(page, desk)


async def reads(page: PhonePage, name: str, words: str) -> None:
    await page.until(f"document.getElementById('{name}').textContent.includes('{words}')")


async def asked(page: PhonePage, desk: DeskClient) -> None:
    assert await record.ask(desk) is None
    await page.until(DIALOG)


async def runs(page: PhonePage, desk: DeskClient) -> None:
    """Something of it is on the disk, and the page says so."""
    await until(lambda: of_desk(desk) is RecordingState.RUNNING)
    await reads(page, "recording-mark", "يجري التسجيل")
    await until(lambda: chunks(desk) >= 3, 30)


async def kept_id(desk: DeskClient) -> str:
    listed = await record.kept(desk)
    assert not isinstance(listed, Refusal)
    assert listed.recordings[0].recording.state is RecordingState.KEPT
    return listed.recordings[0].recording.id


@pytest.mark.timeout(300)  # a browser, two media engines, and what they recorded
async def test_a_guest_is_asked_recorded_and_takes_it_back(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = Taken.from_now_on(monkeypatch)
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await enter(page, region, desk)
        await page.begins_with(UNPROCESSED)
        await the_question(page, desk)  # the page is loaded anew meanwhile

        await page.press("record-yes")
        await page.until(f"!{DIALOG}")
        await runs(page, desk)
        await reads(page, "recording-said", "تُسجَّل المقابلة من الآن")
        await looks(page, "recorded")
        await held(page, desk)
        assert await record.end(desk) is None
        await reads(page, "recording-said", "انتهى التسجيل، وتستمر المقابلة")
        assert not await page.says("document.getElementById('recording-stop').checkVisibility()")
        await handed_in(desk)
        both = await played(desk, await kept_id(desk), seen_and_heard)
        assert taken.seen_moving_in(both) == ""
        assert both.share(TONES[Party.OFFICIAL]) > 0.2
        assert both.bursts(TONES[Party.OFFICIAL]) >= 2, "the browser's microphone beeps"

        before = kept_blocks(region)
        assert before > 0
        await asked(page, desk)
        await page.press("record-yes")
        await runs(page, desk)
        await taken_back(page, desk)
        assert kept_blocks(region) == 0, "a no is for all that was recorded of this talk"
        await talks(page, desk)
        refused = await record.ask(desk)
        assert refused is not None
        assert refused.code is RefusalCode.CONSENT_REQUIRED
        assert await page.says("violations") == []


async def the_question(page: PhonePage, desk: DeskClient) -> None:
    """Word for word, by keyboard and for screen readers, and gone when nobody asks any more."""
    await page.says("document.getElementById('chat-text').focus()")
    await page.says("document.getElementById('chat-text').value = 'ما زلت أك'")
    await asked(page, desk)
    shown = await page.says("document.getElementById('record-text').textContent")
    assert shown == consent_texts.present(Purpose.RECORDING).text.ar
    assert await page.says(FOCUSED) == "record-title", "on no button: the next key of whoever writes answers nothing"
    described = "document.getElementById('record').getAttribute('aria-describedby').split(' ')"
    assert await page.says(f"{described}.every((id) => document.getElementById(id).textContent.length > 20)")
    size = "getBoundingClientRect().toJSON()"
    yes, no = [await page.says(f"document.getElementById('record-{each}').{size}") for each in ("yes", "no")]
    assert (yes["width"], yes["height"], yes["y"]) == (no["width"], no["height"], no["y"])
    await looks(page, "asked")
    focused = []
    for _ in range(3):
        await page.key("Tab")
        focused.append(await page.says(FOCUSED))
    assert focused == ["record-yes", "record-no", "record-language"]
    await page.key("Escape")
    await page.key("Escape")
    await page.until(DIALOG)
    await page.press("record-language")
    await reads(page, "record-text", "I agree that this talk is recorded")
    await looks(page, "asked-english")
    await page.press("record-language")
    assert of_desk(desk) is RecordingState.ASKED

    await page.reload()
    await page.until(DIALOG)
    await talks(page, desk)
    assert await record.end(desk) is None
    await page.until(f"!{DIALOG}")
    await reads(page, "recording-said", "سُحب طلب التسجيل ولم يُسجَّل شيء")
    assert not desk.has_spooled
    await asked(page, desk)


async def held(page: PhonePage, desk: DeskClient) -> None:
    """While the talk is on hold nothing is recorded, and a reload does not hide that it goes on."""
    desk.conference.hold(on=True)
    await until(lambda: of_desk(desk) is RecordingState.PAUSED)
    await reads(page, "recording-mark", "متوقف مؤقتًا")
    await looks(page, "recording-paused")
    desk.conference.hold(on=False)
    before = runner(desk).view.value.code
    await page.reload()
    await reads(page, "recording-mark", "يجري التسجيل")
    await talks(page, desk, but_not=before)
    many = chunks(desk) + 4
    await until(lambda: chunks(desk) >= many, 30)


async def taken_back(page: PhonePage, desk: DeskClient) -> None:
    """Once they are sure of it, nothing is left: no block, no key, no folder; and the talk goes on."""
    await page.press("recording-stop")
    await page.until(SURE)
    await looks(page, "take-back")
    await page.press("record-keep")
    await page.until(f"!{SURE}")
    assert of_desk(desk) is RecordingState.RUNNING
    await page.press("recording-stop")
    await page.press("record-stop")
    await until(lambda: of_desk(desk) is RecordingState.DESTROYED and desk.recordings.making is None)
    await until(lambda: not desk.has_spooled, 20)
    assert reason(desk.recordings.seen.value) is RecordingEnd.WITHDRAWN
    await reads(page, "recording-said", "وحُذف كل ما سُجِّل، وتستمر المقابلة")
    assert await page.says("document.getElementById('recording-mark').textContent") == ""
    await looks(page, "taken-back")


@pytest.mark.timeout(300)  # as above
@pytest.mark.parametrize(("codec", "other"), [("H264", "VP8"), ("VP8", "H264")])
async def test_lips_and_voice_of_a_guest_are_together_in_the_file(
    ends: Ends,
    region: Region,
    record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
    codec: str,
    other: str,
) -> None:
    taken = Taken.from_now_on(monkeypatch)
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar") as page:
        await allow(desk)
        await page.allow("granted", "camera", "microphone")
        await page.go(await invited(region))
        await page.says(FLASHING)
        await page.says(WITHOUT.replace("CODEC", other))
        await page.press("send-code")
        await typed(page, await code(region, 1))
        await page.press("open-devices")
        await page.press("devices-done")
        await admitted(page, desk)
        await enters(page, desk)
        await asked(page, desk)
        await page.press("record-yes")
        await runs(page, desk)
        await until(lambda: chunks(desk) >= 14, 40)
        stats = runner(desk).view.value.stats
        assert stats is not None
        assert stats.codec == codec
        assert await receive.complete(desk) is None
        await page.until(f"!{DIALOG} && document.getElementById('outcome').checkVisibility()")
    await handed_in(desk)
    recording_id = await kept_id(desk)
    both = await played(desk, recording_id, seen_and_heard)
    assert taken.seen_moving_in(both) == ""
    assert both.share(TONES[Party.OFFICIAL]) > 0.2
    onsets = await played(desk, recording_id, onsets_of)
    later_ms = onsets.apart_ms("peer_light", "peer_sound")
    told = f"{len(later_ms)} times, voice later by {middle_ms(later_ms):+.1f} ms, worst {worst_ms(later_ms):.1f} ms"
    record_property("voice later than picture", told)
    assert len(later_ms) >= 8, told
    assert -45 < middle_ms(later_ms) < 125, f"ITU-R BT.1359-1: {told}"


async def answers_fail(page: PhonePage, *, on: bool) -> None:
    """The line is away for what the page asks, and comes back."""
    await page.says("window.asks ??= window.fetch")
    await page.says("window.fetch = " + ("() => Promise.reject(new TypeError('away'))" if on else "window.asks"))


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_what_was_pressed_is_not_lost_and_is_for_the_words_that_were_read(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await enter(page, region, desk)
        await asked(page, desk)
        newer = consent_texts.Wording("2027-01", Texts(ar="نص جديد للموافقة", en="New words of consent"))
        monkeypatch.setattr(consent_texts, "WORDINGS", {**consent_texts.WORDINGS, Purpose.RECORDING: (newer,)})
        await page.press("record-yes")
        await reads(page, "record-said", "تغيّر نص الموافقة")
        await reads(page, "record-text", "نص جديد للموافقة")
        assert await page.says(DIALOG)
        assert of_desk(desk) is RecordingState.ASKED
        await looks(page, "words-changed")

        await answers_fail(page, on=True)
        await page.press("record-yes")
        await reads(page, "record-said", "لم تصل موافقتكم بعد")
        await looks(page, "answer-waits")
        await page.reload()
        await until(lambda: of_desk(desk) is RecordingState.RUNNING, 30)
        await page.until(f"!{DIALOG}")
        await runs(page, desk)

        await answers_fail(page, on=True)
        await page.press("recording-stop")
        await page.press("record-stop")
        await reads(page, "recording-said", "لم يصل طلبكم بإيقاف التسجيل بعد")
        assert await page.says("document.getElementById('recording-stop').disabled")
        await looks(page, "stop-waits")
        await answers_fail(page, on=False)
        await reads(page, "recording-said", "وحُذف كل ما سُجِّل")
        await until(lambda: of_desk(desk) is RecordingState.DESTROYED and not desk.has_spooled, 20)
        assert kept_blocks(region) == 0
        assert await page.says("violations") == []


@pytest.mark.timeout(240)  # as above
async def test_a_no_is_as_easy_and_an_older_page_answers_nothing(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("en-GB", has_camera=True) as page:
        await allow(desk)
        await page.allow("granted", "camera", "microphone")
        await page.go(await invited(region))
        await page.press("send-code")
        await typed(page, await code(region, 1))
        await page.press("open-devices")
        await page.press("devices-done")
        await admitted(page, desk)
        await enters(page, desk)
        asks = "(...it) => (String(it[0]).includes('/recording') ? new Promise(() => {}) : window.asks(...it))"
        await page.says(f"window.asks = window.fetch; window.fetch = {asks}")  # as a page that knows of no recordings
        assert await record.ask(desk) is None
        assert of_desk(desk) is RecordingState.ASKED
        assert await record.end(desk) is None
        await until(lambda: of_desk(desk) is RecordingState.DECLINED)
        assert desk.recordings.making is None
        assert not desk.has_spooled
        await page.reload()
        await reads(page, "recording-said", "The question was taken back. Nothing was recorded")
        await talks(page, desk)
        await asked(page, desk)
        await page.press("record-no")
        await reads(page, "recording-said", "The talk is not recorded.")
        await until(lambda: of_desk(desk) is RecordingState.DECLINED)
        assert reason(desk.recordings.seen.value) is RecordingEnd.WITHDRAWN
        assert not desk.has_spooled
        assert not await page.says(DIALOG)
        assert await page.says("violations") == []
