"""The nearest halls: how far, open or closed, the way for one's phone; and what is known when the line is down."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_client.client.kiosk import KioskClient, PointDay, WhyClosed
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.point_words import distance_words, hours_words
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.scripted_gateway import AWAY, ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor

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
    await visitor.until(lambda: "تعذّر الوصول إلى الخدمة" in visitor.reads())
    assert "٨:٣٢ ص" in visitor.reads(), "when it was so"
    assert visitor.find("point_p1") is not None


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
        (24 * 5, "Closed today"),
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
