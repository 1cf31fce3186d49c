"""The nearest halls: how far, open or closed, the way for one's phone; and what is known when the line is down."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desk_client.client.kiosk import KioskClient, PointDay, WhyClosed
from desk_client.client.outbox.box import Outbox
from desk_client.client.outbox.depository import Depository
from desk_client.client.outbox.provisions import Pantry
from desk_client.client.printer import Printer
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.point_words import distance_words, hours_words
from desk_client.ui.kiosk.qr_sign import QrSign
from desk_client.ui.theme.appearance import Appearance
from tests.cups import QUEUE, Cups
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference

POINTS = ("GET", "/v1/service-points")
HERE, LATER, HOLIDAY, UNKNOWN = sample.POINTS.points


@pytest.fixture
def gateway(gateway: ScriptedGateway) -> ScriptedGateway:
    gateway.script[POINTS] = sample.POINTS
    return gateway


async def test_every_hall_is_shown_in_its_order_with_hours_and_distance(visitor: Visitor) -> None:
    await visitor.touch("service_points")
    await visitor.until(lambda: visitor.find("point_p4"))
    said = visitor.reads()
    order = [said.index(point.name.ar) for point in sample.POINTS.points]
    assert order == sorted(order)
    assert "أنتم هنا" in said
    assert "على بعد ٣٨ كم" in said
    assert "017 300 0002" in said
    assert "مفتوحة الآن حتى" in said
    assert "مغلقة اليوم: إجازة رسمية" in said
    await visitor.touch("back")
    await visitor.until_page("home")


async def test_what_was_read_ahead_is_shown_with_its_age_when_the_line_is_down(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    await visitor.until(lambda: client.points.value is not None)
    gateway.script[POINTS] = AWAY
    await visitor.touch("service_points")
    await visitor.until(lambda: visitor.find("age"))
    assert "كما كانت يوم" in visitor.reads()
    assert "٨:٣٢ ص" in visitor.reads(), "when it was so"
    assert visitor.find("point_p1") is not None
    visitor.window.page.look.set_language(Language.ENGLISH)
    await visitor.until(lambda: "As it was on" in visitor.reads())  # in the language that is spoken now
    gateway.script[POINTS] = sample.POINTS
    visitor.window.page.revived()
    await visitor.until(lambda: visitor.find("age") is None)


async def test_a_kiosk_that_begins_without_a_line_knows_the_halls_as_it_saw_them_last(
    client: KioskClient, gateway: ScriptedGateway, open_window: Open, tmp_path: Path
) -> None:
    del gateway.script[POINTS], gateway.script["GET", "/v1/version"], gateway.script["GET", "/v1/kiosks/self"]
    pantry = Pantry(tmp_path / "last-seen", client.credential)
    pantry.put(sample.PROVISIONS.model_copy(update={"kiosk": sample.THREE_SERVICES.kiosk}))
    client.depository = Depository(Outbox(tmp_path / "outbox"), pantry)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        await visitor.touch("service_points")
        await visitor.until(lambda: visitor.find("point_p4") and visitor.find("age"))
        assert "٨:٣٢ ص" in visitor.reads()
        newer = sample.POINTS.model_copy(update={"as_of": sample.NOW, "points": sample.POINTS.points[:2]})
        client.points.set(newer)
        await visitor.touch("back")
        await visitor.touch("service_points")
        await visitor.until(lambda: visitor.find("age"))
        assert client.points.value == newer, "what was read since is newer"


@pytest.fixture
async def finding(gateway: ScriptedGateway, scheduler: Cups, open_window: Open) -> AsyncIterator[Visitor]:
    """Somebody who looks for a hall, at a kiosk with a printer."""
    del scheduler
    printer = Printer(QUEUE, settles_within_s=0.5, printed_within_s=3)
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN), printer)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        await visitor.touch("service_points")
        await visitor.until(lambda: visitor.find("point_p4"))
        yield visitor
    await client.close()


def panel_of(visitor: Visitor, point_id: str) -> str:
    """What stands in a hall's panel."""
    panel = visitor.find(f"point_{point_id}")
    assert panel is not None
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


async def test_a_touch_prints_a_hall_and_its_panel_says_so(finding: Visitor, scheduler: Cups) -> None:
    assert finding.find("no_printer") is None
    await finding.touch("print_p2")
    await finding.until(lambda: "أخذ الورقة" in panel_of(finding, "p2"))
    assert scheduler.printed.startswith(b"%PDF-")
    assert "أخذ الورقة" not in panel_of(finding, "p1")
    finding.window.page.look.set_language(Language.ENGLISH)
    await finding.until(lambda: "take the paper" in panel_of(finding, "p2"))  # it outlives the panels
    finding.window.client.points.set(sample.POINTS.model_copy(update={"points": (HERE, HOLIDAY)}))
    await finding.until(lambda: finding.find("point_p2") is None)
    assert "take the paper" in finding.reads(), "that hall is there no more, the paper is"


async def test_without_paper_it_says_so_and_the_code_remains(finding: Visitor, scheduler: Cups) -> None:
    scheduler.behaves("has no paper")
    await finding.touch("print_p2")
    await finding.until(lambda: "نفد الورق" in panel_of(finding, "p2"))
    assert "يمكن لهاتفكم" in panel_of(finding, "p2")
    panel = finding.find("point_p2")
    assert panel is not None
    assert panel.findChild(QrSign) is not None
    assert finding.find("print_p2") is not None, "which is how one tries again"


async def test_a_kiosk_that_prints_nothing_says_so_and_the_code_remains(visitor: Visitor) -> None:
    await visitor.touch("service_points")
    await visitor.until(lambda: visitor.find("point_p2"))
    assert visitor.find("print_p2") is None
    assert "لا تتوفر الطباعة في هذا الكشك" in visitor.reads()
    panel = visitor.find("point_p2")
    assert panel is not None
    assert panel.findChild(QrSign) is not None


async def test_without_anything_read_before_it_says_why_and_can_be_tried_again(
    visitor: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    await visitor.until(lambda: client.points.value is not None)
    client.points.set(None)
    gateway.script[POINTS] = AWAY
    await visitor.touch("service_points")
    await visitor.until(lambda: visitor.find("try_again"))
    gateway.script[POINTS] = sample.POINTS
    await visitor.touch("try_again")
    await visitor.until(lambda: visitor.find("point_p2"))


MORNING = datetime(2026, 3, 15, 6, 12, tzinfo=UTC)


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize(
    ("hours_later", "expected"),
    [
        (0, "Open now, until 2:30 PM"),
        (-2, "Opens today: 8:00 AM – 2:30 PM"),
        (6, "Closed for today · opens tomorrow: 8:00 AM – 2:30 PM"),
        (24, "Open now, until 2:30 PM"),
        (24 * 5, "Opening hours are not known; please ask there"),
    ],
)
def test_open_is_said_of_this_very_moment(look: Appearance, hours_later: int, expected: str) -> None:
    look.set_language(Language.ENGLISH)
    assert hours_words(HERE, MORNING + timedelta(hours=hours_later), Language.ENGLISH)[0] == expected


def test_a_closed_day_says_why_and_when_it_opens(look: Appearance) -> None:
    look.set_language(Language.ENGLISH)
    assert hours_words(HOLIDAY, MORNING, Language.ENGLISH)[0] == (
        "Closed today: a holiday · opens tomorrow: 8:00 AM – 2:30 PM"
    )
    weekend = PointDay(day=MORNING.date(), spans=(), closed=WhyClosed.NO_HOURS)
    monday = PointDay(day=MORNING.date() + timedelta(days=2), spans=LATER.days[0].spans, closed=None)
    point = HERE.model_copy(update={"days": (weekend, monday)})
    assert hours_words(point, MORNING, Language.ENGLISH)[0] == "Closed today · opens Tuesday: 4:00 PM – 8:00 PM"
    assert hours_words(UNKNOWN, MORNING, Language.ENGLISH)[0] == "Opening hours are not known; please ask there"


def test_a_distance_is_as_exact_as_it_is_of_use(look: Appearance) -> None:
    look.set_language(Language.ENGLISH)
    assert distance_words(LATER, Language.ENGLISH).startswith("38 km")
    assert distance_words(LATER.model_copy(update={"distance_km": 3.44}), Language.ENGLISH).startswith("3.4 km")
    assert distance_words(UNKNOWN, Language.ENGLISH) == ""
