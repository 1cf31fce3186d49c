"""The halls over HTTP: the nearest first, open or closed as the week and the holidays have it; and what a kiosk has."""

from datetime import date, timedelta
from typing import Any

import pytest

from desk_client.server.region.model import RegionFaultyError, read_region
from tests.fakes.clock import StandingClock
from tests.integration.server.people import JAZAN, Town
from tests.integration.server.staffed import administrator


@pytest.fixture
def points(town: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = town.kiosk("fayfa-1").got("GET", "/service-points")["points"]
    return found


def test_one_s_own_hall_comes_first_and_the_others_by_distance(points: list[dict[str, Any]]) -> None:
    assert len(points) == 16
    assert (points[0]["id"], points[0]["is_here"], points[0]["distance_km"]) == ("fayfa", True, 0.0)
    distances = [point["distance_km"] for point in points]
    assert distances == sorted(distances)
    assert points[1]["distance_km"] > 1
    assert points[-1]["id"] == "farasan", "an island"
    assert points[1]["address"]["ar"].startswith("مقر")
    assert points[-1]["phone"] == "+966173000009", "however the region's file writes it"
    assert [agency["en"] for agency in points[0]["agencies"]] == [
        "Emirate of Jazan Region",
        "Municipality of Jazan Region",
    ]


def test_weekend_and_holiday_are_closed_and_say_why(town: Town, clock: StandingClock) -> None:
    today = clock.now().date()
    holiday = today + timedelta(days=1)
    name = {"ar": "إجازة", "en": "A day off"}
    admin = administrator(town)
    whole = admin.ask("GET", "/holidays")
    days = {"days": [{"day": holiday.isoformat(), "name": name}]}
    changed = admin.ask("PUT", "/holidays", days, **{"If-Match": whole.headers["ETag"]})
    assert changed.status_code == 200, changed.text
    told = town.kiosk("fayfa-1").got("GET", "/service-points")
    assert told["zone"] == "Asia/Riyadh"
    week = {day["day"]: day for day in told["points"][0]["days"]}
    assert next(iter(week)) == today.isoformat()
    assert len(week) == 8
    assert week[today.isoformat()]["spans"] == [{"opens": "08:00:00", "closes": "14:30:00"}]
    assert (week[holiday.isoformat()]["closed"], week[holiday.isoformat()]["spans"]) == ("holiday", [])
    weekend = [day for day in week.values() if date.fromisoformat(day["day"]).weekday() in {4, 5}]
    assert [day["closed"] for day in weekend] == ["no_hours", "no_hours"]


def test_a_kiosk_is_told_which_cards_to_show(town: Town) -> None:
    unattended = town.kiosk("samtah-1").got("GET", "/kiosks/self")["services"]
    assert unattended == ["book", "attend", "service_points"]
    assert town.kiosk("fayfa-1").got("GET", "/kiosks/self")["services"] == [*unattended, "operator"]
    with_operator = town.kiosk("farasan-1").got("GET", "/kiosks/self")["services"]
    assert with_operator == ["book", "attend", "service_points", "operator"]


def test_questions_and_groups_travel_with_the_offices(town: Town) -> None:
    offices = town.kiosk().got("GET", "/offices")["offices"]
    services = {service["id"]: service for office in offices for service in office["services"]}
    assert services["deputy-follow-up"]["group"] == services["citizen-services-inquiry"]["group"]
    assert services["emir-audience"]["group"] is None
    first, second = services["mayor-remarks"]["questions"]
    assert (first["kind"], [answer["id"] for answer in first["answers"]]) == ("yes_no", ["yes", "no"])
    assert first["answers"][1]["not_here"]["unit"]["ar"].startswith("مركز البلاغات 940")
    assert second["answers"][1]["service_id"] == "building-permits-new"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("question: matter", "question: reported", "they lead in a circle: mayor-remarks/reported"),
        ("question: matter", "question: nothing", "there is no question 'nothing'"),
        ("service: building-permits-new }", "service: nothing }", "there is no service 'nothing'"),
        ('id: "yes"', "id: perhaps", "has the answers 'yes' and 'no'"),
        (
            "service: building-permits-new }",
            "service: building-permits-new, question: reported }",
            "leads to more than one place",
        ),
    ],
)
def test_questions_that_lead_nobody_anywhere_are_not_loaded(before: str, after: str, fault: str) -> None:
    content = JAZAN.read_text(encoding="utf-8")
    assert before in content
    with pytest.raises(RegionFaultyError) as error:
        read_region(content.replace(before, after, 1))
    assert any(fault in line for line in error.value.faults), error.value.faults


def test_what_is_no_telephone_is_not_loaded() -> None:
    content = JAZAN.read_text(encoding="utf-8").replace('"017 300 0001"', '"017 300"', 1)
    with pytest.raises(RegionFaultyError) as error:
        read_region(content)
    assert any("is not the number of a Saudi telephone" in line for line in error.value.faults), error.value.faults
