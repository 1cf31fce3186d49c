"""A guest's camera is pulled out in the talk and plugged in again, in a real Chromium; and they speak while muted."""

from typing import Final

import pytest

from desk_client.client.desk import DeskClient
from desk_client.domain.call import Phase
from desk_client.domain.showing import Showing
from tests.browser import PhonePage, phone_page
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region, until
from tests.integration.client.test_called_in import PATIENCE_S
from tests.integration.client.test_guest import (
    admitted,
    arrive,
    booked_at_home,
    enters,
    invited,
    looks,
    moves,
    runner,
    shows,
)

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

TONE_HZ: Final = 500.0
NEAR_HZ: Final = 15.0
PLUGS: Final = f"""
(() => {{
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  window.out = [];
  window.opened = [];
  navigator.mediaDevices.getUserMedia = async (wanted) => {{
    if (window.out.some((kind) => wanted[kind])) throw new DOMException('It is not there', 'NotFoundError');
    const given = await real(wanted);
    for (const track of given.getAudioTracks()) track.stop();
    const sound = new AudioContext({{ sampleRate: 48000 }});
    await sound.resume();
    const [tone, loud, voice] = [sound.createOscillator(), sound.createGain(), sound.createMediaStreamDestination()];
    tone.frequency.value = {TONE_HZ};
    loud.gain.value = 0.5;
    tone.connect(loud).connect(voice);
    tone.start();
    const tracks = [...(wanted.audio ? voice.stream.getTracks() : []), ...given.getVideoTracks()];
    window.opened.push(...tracks);
    return new MediaStream(tracks);
  }};
  window.pull = (kind) => {{
    window.out.push(kind);
    for (const track of window.opened.filter((each) => each.kind === kind)) {{
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }}
    window.opened = window.opened.filter((each) => each.kind !== kind);
  }};
  window.plug = () => {{
    window.out = [];
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  }};
}})();
"""
"""A camera, and a microphone that hears one long tone: either may be pulled out and plugged in again."""
COUNTED: Final = """
window.connections = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...given) {
    super(...given);
    window.connections.push(this);
  }
};
"""
"""What the page connects by, to be broken."""
SAID: Final = "document.getElementById('call-state').textContent"


async def received(page: PhonePage, region: Region, desk: DeskClient) -> None:
    """From the link into the talk."""
    await page.allow("denied", "camera", "microphone")
    await page.go(await invited(region))
    await shows(page, "identity")
    await page.says(PLUGS + COUNTED)
    await arrive(page, region)
    await admitted(page, desk)
    await enters(page, desk)


def hears(desk: DeskClient) -> bool:
    """The guest's tone comes through."""
    stats = runner(desk).view.value.stats
    return stats is not None and abs((stats.remote_tone_hz or 0.0) - TONE_HZ) < NEAR_HZ


def shows_itself(desk: DeskClient) -> Showing:
    """What the desk was told that the guest shows."""
    return runner(desk).view.value.peer_shows


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_a_guest_is_heard_on_without_the_camera_and_seen_once_it_is_back(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await received(page, region, desk)
        await until(lambda: hears(desk) and runner(desk).view.value.code is not None, PATIENCE_S)
        code = runner(desk).view.value.code

        await page.says("pull('video')")
        await page.until(f"{SAID}.startsWith('توقفت الكاميرا، والصوت مستمر')")
        await until(lambda: shows_itself(desk) is Showing.OFF)
        await until(lambda: not moves(desk) and hears(desk), PATIENCE_S)
        assert await page.says("document.getElementById('camera').disabled")
        await looks(page, "camera-gone")
        await page.says("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))")  # something else came
        await page.says("plug()")
        await page.until(f"{SAID} === ''")
        await until(lambda: shows_itself(desk) is Showing.CAMERA and moves(desk), PATIENCE_S)
        assert (runner(desk).view.value.phase, runner(desk).view.value.code) == (Phase.TALKING, code), "one connection"

        await page.says("pull('audio')")
        await page.until(f"{SAID}.startsWith('توقف الميكروفون')")
        await until(lambda: not hears(desk) and moves(desk), PATIENCE_S)
        await page.says("plug()")
        await until(lambda: hears(desk), PATIENCE_S)
        assert runner(desk).view.value.code == code
        assert await page.says("violations") == []


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_a_camera_that_is_back_after_a_new_connection_is_seen_by_the_next(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await received(page, region, desk)
        await until(lambda: runner(desk).view.value.code is not None, PATIENCE_S)
        code = runner(desk).view.value.code
        await page.says("pull('video')")
        await until(lambda: shows_itself(desk) is Showing.OFF)
        await page.says("connections.at(-1).close()")
        await until(lambda: runner(desk).view.value.code not in {None, code} and hears(desk), PATIENCE_S)
        await page.says("plug()")
        await until(lambda: shows_itself(desk) is Showing.CAMERA and moves(desk) and hears(desk), PATIENCE_S)


@pytest.mark.timeout(240)  # a browser and a media engine
async def test_who_speaks_while_muted_is_told(ends: Ends, region: Region) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await received(page, region, desk)
        await until(lambda: hears(desk), PATIENCE_S)
        assert "مكتوم" not in await page.says(SAID)
        await page.press("microphone")
        await page.until(f"{SAID}.startsWith('صوتكم مكتوم')")
        await looks(page, "muted")
        await until(lambda: not hears(desk), PATIENCE_S)
        await page.until(f"{SAID} === ''")
        await page.press("microphone")
        await until(lambda: hears(desk), PATIENCE_S)
