"""The device check before the waiting room: it passes by itself, and where it does not there is always a way on."""

import errno
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from desk_client.client.conference import Conference
from desk_client.client.device_check.findings import CheckView
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.incidents import Incident, IncidentKind
from desk_client.protocol.kiosks import HelpAsk
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound.card import FRAME
from desk_client.rtc.studio import Hardware
from desk_client.ui.kiosk.check_line import CheckLine
from desk_client.ui.kiosk.pages.check import CheckPage
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from tests.fakes.camera import FakeCamera, FakeCameraOpener
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.fakes.sound_card import FakeSoundCard
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference

CHECKED_IN = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
HELP = "/v1/kiosks/self/help"
CALLED = Incident(
    number=1,
    kind=IncidentKind.KIOSK,
    site_id="s1",
    office_id=None,
    starts_at=sample.NOW,
    ends_at=None,
    kiosk_id="k7",
    confirmed=False,
)
CAMERA, MICROPHONE, LOUDSPEAKER, NETWORK = KioskPart


def text(visitor: Visitor, name: str) -> str:
    label = visitor.find(name)
    return label.text() if isinstance(label, QLabel) else ""


def says(visitor: Visitor, part: KioskPart, state: str) -> bool:
    return text(visitor, f"check_{part}_state") == state


async def check_in(visitor: Visitor) -> None:
    visitor.window.client.visit.set(
        replace(sample.VISIT, page=Page.APPOINTMENTS, appointments=(sample.SOON,), goal=Goal.ATTEND)
    )
    await visitor.touch(f"check_in_{sample.SOON.id}")


@pytest.fixture
def reachable(gateway: ScriptedGateway) -> ScriptedGateway:
    """A server that lets people check in."""
    gateway.script["POST", "/v1/appointments/"] = CHECKED_IN
    gateway.script["POST", f"/v1/appointments/{sample.SOON.id}/room-token"] = AWAY
    gateway.script["PUT", HELP] = CALLED
    gateway.script["GET", HELP] = sample.help_call(HelpStage.CALLED, 0)
    return gateway


@pytest.fixture
async def client(gateway: ScriptedGateway) -> AsyncIterator[KioskClient]:
    """A kiosk with drawn devices, which are opened for real."""
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN))
    yield client
    await client.close()


@pytest.fixture
async def stuck(visitor: Visitor, client: KioskClient) -> Visitor:
    """Somebody whose camera and loudspeaker do not serve."""
    client.visit.set(replace(sample.VISIT, page=Page.CHECK, appointment=CHECKED_IN))
    client.check.set(replace(sample.CHECK_OPERATOR_TOLD, operator_told=False))
    return visitor


class Devices:
    """Devices that a test holds in its hand, and a kiosk that has them."""

    def __init__(self, gateway: ScriptedGateway) -> None:
        self.card = FakeSoundCard()
        self.camera = FakeCameraOpener([FakeCamera(120)])
        self.hears = True
        self.speaks = True
        media = MediaChoice(1, 440.0, "auto", "auto", "auto", 320, 180, 15)
        hardware = Hardware(self.camera, self.card, retry_s=60)  # a device comes back when it is asked for
        self.client = KioskClient(
            gateway, "credential", lambda: Conference(lambda: Engine(hardware), media, Party.CITIZEN)
        )
        self._voice = 0

    def live(self) -> None:
        """As the devices' threads would: 10 ms of sound from the loudspeaker through the hall to the microphone."""
        if self.card.fault is not None or not self.card.is_in_use:
            return
        sound = self.card.listen(FRAME)
        self._voice = -self._voice if self._voice else 3_000  # a buzz, which no suppressor takes for stillness
        heard = sound // 2 if self.hears else sound * 0
        self.card.hear(heard + self._voice if self.speaks and not sound.any() else heard)

    def until(self, holds: Callable[[], object]) -> Callable[[], object]:
        def lives_until() -> object:
            self.live()
            return holds()

        return lives_until


@pytest.fixture
async def devices(reachable: ScriptedGateway) -> AsyncIterator[Devices]:
    devices = Devices(reachable)
    yield devices
    await devices.client.close()


async def test_a_real_engine_with_drawn_devices_passes_by_itself_and_keeps_its_media(
    visitor: Visitor, client: KioskClient, reachable: ScriptedGateway
) -> None:
    await check_in(visitor)
    await visitor.until_page("check")
    await visitor.until(lambda: client.check.value and client.check.value.is_done)
    assert visitor.find("call_operator") is None
    assert visitor.find(f"check_{LOUDSPEAKER}") is None
    engine = client.conference.open_media()
    await visitor.until_page("waiting")
    assert client.checking is not None
    assert client.checking.is_stopped
    assert client.conference.open_media() is engine
    assert ("GET", "/v1/version", None) in reachable.asked


async def test_whoever_is_in_a_hurry_goes_on_before_it_has_ended(
    visitor: Visitor, client: KioskClient, reachable: ScriptedGateway
) -> None:
    del reachable.script["GET", "/v1/version"]  # the server is away: it would not go on by itself
    await check_in(visitor)
    await visitor.touch("go_on_to_waiting")
    await visitor.until_page("waiting")
    assert client.checking is not None
    assert client.checking.is_stopped


async def test_whoever_is_let_in_meanwhile_goes_straight_to_the_talk(
    visitor: Visitor, client: KioskClient, reachable: ScriptedGateway
) -> None:
    del reachable.script["GET", "/v1/version"]
    await check_in(visitor)
    await visitor.until_page("check")
    talked = sample.TALKED.model_copy(update={"id": CHECKED_IN.id})
    reachable.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(talked,))
    client.hints.set(client.hints.value + 1)
    await visitor.until_page("call")


async def test_camera_microphone_and_loudspeaker_of_a_real_engine_are_found_to_serve(
    devices: Devices, open_window: Open
) -> None:
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        await visitor.until_page("check")
        await visitor.until(devices.until(lambda: visitor.window.page_name == "waiting"))
        found = devices.client.check.value
        assert found is not None
        assert found.is_done
        assert [line.part for line in found.lines] == list(KioskPart)
        assert devices.camera.opened == 1


async def test_without_a_camera_the_talk_goes_on_without_a_picture(devices: Devices, open_window: Open) -> None:
    devices.camera.turns = [errno.EBUSY]
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        await visitor.until(devices.until(lambda: says(visitor, MICROPHONE, "جيد") and says(visitor, NETWORK, "جيد")))
        assert says(visitor, CAMERA, "لا يعمل")
        assert visitor.find("check_again") is not None
        go_on = visitor.find("go_on_to_waiting")
        assert go_on is not None
        assert go_on.accessibleName() == "المتابعة دون صورة"
        await visitor.touch("go_on_to_waiting")
        await visitor.until_page("waiting")


async def test_a_camera_that_is_given_free_is_found_when_one_tries_again(devices: Devices, open_window: Open) -> None:
    devices.camera.turns = [errno.EBUSY, FakeCamera(120)]
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        await visitor.until(devices.until(lambda: visitor.find("check_again")))
        await visitor.touch("check_again")
        await visitor.until(devices.until(lambda: visitor.window.page_name == "waiting"))
        assert devices.camera.opened == 2


async def test_with_no_device_at_all_nobody_is_locked_out(devices: Devices, open_window: Open) -> None:
    devices.camera.turns = [errno.ENOENT]
    devices.card.fault = DeviceFault.ABSENT
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        without = (CAMERA, MICROPHONE, LOUDSPEAKER)
        await visitor.until(lambda: all(says(visitor, part, "لا يعمل") for part in without))
        await visitor.touch("go_on_to_waiting")
        await visitor.until_page("waiting")


async def test_a_camera_that_is_pulled_out_meanwhile_is_told(devices: Devices, open_window: Open) -> None:
    camera = FakeCamera(120)
    devices.camera.turns = [camera, errno.ENOENT]
    devices.speaks = False  # or it would have gone on by then
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        await visitor.until(devices.until(lambda: says(visitor, CAMERA, "جيد")))
        camera.unplug(errno.ENODEV)
        await visitor.until(devices.until(lambda: says(visitor, CAMERA, "لا يعمل")))


@pytest.mark.parametrize(("touched", "state"), [("hears", "جيد"), ("hears_nothing", "لا يعمل")])
async def test_a_loudspeaker_that_the_microphone_does_not_hear_is_asked_about(
    devices: Devices, open_window: Open, touched: str, state: str
) -> None:
    devices.hears = devices.speaks = False
    async with open_window(devices.client, now=lambda: sample.NOW) as visitor:
        await check_in(visitor)
        await visitor.until(devices.until(lambda: visitor.find(touched)))
        await visitor.touch(touched)
        await visitor.until(lambda: says(visitor, LOUDSPEAKER, state))


async def test_a_server_that_goes_away_while_one_is_checked_is_told_and_its_return_too(
    visitor: Visitor, reachable: ScriptedGateway
) -> None:
    version = reachable.script.pop(("GET", "/v1/version"))
    await check_in(visitor)
    await visitor.until(lambda: says(visitor, NETWORK, "لا يعمل"))
    reachable.script["GET", "/v1/version"] = version
    await visitor.until_page("waiting")


async def test_the_operator_is_called_with_what_fails_and_the_person_is_told_so(
    stuck: Visitor, client: KioskClient, reachable: ScriptedGateway
) -> None:
    client.check.set(replace(sample.CHECK_ALL_FAILED))
    await stuck.touch("call_operator")
    await stuck.until(lambda: ("PUT", HELP, HelpAsk(failed=tuple(KioskPart))) in reachable.asked)
    client.check.set(replace(sample.CHECK_ALL_FAILED, operator_told=True))
    assert stuck.find("operator_told") is not None
    assert "مشغّل هذه القاعة" in stuck.reads()
    assert stuck.find("call_operator") is None
    assert stuck.find("go_on_to_waiting") is not None


async def test_that_the_operator_was_told_is_shown_by_itself(visitor: Visitor, reachable: ScriptedGateway) -> None:
    del reachable.script["GET", "/v1/version"]
    await check_in(visitor)
    await visitor.touch("call_operator")
    await visitor.until(lambda: visitor.find("operator_told"))


async def test_an_operator_who_cannot_be_called_now_can_be_called_again(
    stuck: Visitor, reachable: ScriptedGateway
) -> None:
    reachable.script["PUT", HELP] = AWAY
    await stuck.touch("call_operator")
    await stuck.until(lambda: stuck.find("notice"))
    reachable.script["PUT", HELP] = CALLED
    await stuck.touch("try_again")
    await stuck.until(lambda: [(method, path) for method, path, _ in reachable.asked].count(("PUT", HELP)) == 2)
    await stuck.until(lambda: stuck.find("notice") is None and stuck.find("call_operator"))


async def test_a_call_that_is_refused_is_worded(stuck: Visitor, reachable: ScriptedGateway) -> None:
    reachable.script["PUT", HELP] = Refusal(RefusalCode.SESSION_EXPIRED)
    await stuck.touch("call_operator")
    await stuck.until(lambda: stuck.find("notice"))


async def test_figures_are_for_staff_who_know_where_to_look(stuck: Visitor) -> None:
    line = stuck.find(f"check_{NETWORK}")
    assert isinstance(line, CheckLine)
    assert "24" in line.toolTip()
    assert "24" in line.accessibleDescription()
    assert "24" not in stuck.reads()


@pytest.mark.parametrize("view", [sample.CHECK_NO_CAMERA, sample.CHECK_ALL_FAILED])
async def test_what_stands_in_for_a_camera_is_not_shown_as_ones_own_face(
    visitor: Visitor, client: KioskClient, view: CheckView
) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.CHECK, appointment=CHECKED_IN))
    page = visitor.window.page
    assert isinstance(page, CheckPage)
    client.check.set(sample.CHECK_GOOD)
    assert page.tile.accessibleDescription() == ""
    client.check.set(view)
    assert page.tile.accessibleDescription() == "لا تظهر صورتكم"


async def test_the_language_is_changed_in_the_middle_of_it(stuck: Visitor) -> None:
    await stuck.touch("speak_en")
    assert "Something does not work yet" in stuck.reads()
    assert "Does not work" in stuck.reads()


async def test_a_question_comes_into_view_however_large_the_text_is(
    look: Appearance, visitor: Visitor, client: KioskClient
) -> None:
    look.set_look(replace(look.look, text_size=TextSize.LARGEST))
    client.visit.set(replace(sample.VISIT, page=Page.CHECK, appointment=CHECKED_IN))
    client.check.set(sample.CHECK_RUNNING)
    await visitor.until(lambda: visitor.find(f"check_{LOUDSPEAKER}"))
    client.check.set(sample.CHECK_ASKED)

    def is_seen() -> bool:
        answer = visitor.find("hears")
        return answer is not None and answer.visibleRegion().boundingRect() == answer.rect()

    await visitor.until(is_seen)
