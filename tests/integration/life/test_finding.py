"""What is known of given-away time: read ahead, and read anew where it has changed, however it is looked up."""

from datetime import date, timedelta

import pytest

from desk_client.bootstrap.house import make_server
from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import ServiceId
from desk_client.protocol.slots import FoundSlots, Month, SearchAsk
from desk_client.server.first_reading import read_first
from desk_client.server.services.booking import holding
from desk_client.server.services.finding import ahead, occupancy
from desk_client.server.services.finding.availability import month
from desk_client.server.services.finding.search import search
from desk_client.server.services.memory import Taken
from desk_client.server.storage import claimed
from tests.fakes.clock import StandingClock
from tests.integration.life.lab import Lab, slot
from tests.stores import BOTH

STORES = BOTH
DAYS = 14


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The resources whose claims are read while a test runs."""
    names: list[str] = []
    read = claimed.quanta

    def noted(connection: object, resources: list[str], within: range) -> dict[str, list[int]]:
        names.extend(resources)
        return read(connection, resources, within)  # type: ignore[arg-type]  # whatever connection there is

    monkeypatch.setattr(occupancy, "quanta", noted)
    return names


def _month(lab: Lab) -> Month:
    return lab.read(month, lab.kiosk(), lab.today, DAYS)


def _free(lab: Lab, office: str, day: date) -> int:
    return next(each.free[(day - lab.today).days] for each in _month(lab).services if each.office_id == office)


def test_after_a_write_only_what_it_touched_is_read_again(lab: Lab, read_anew: list[str]) -> None:
    _month(lab)
    assert {"office:mayor", "office:roads", "kiosk:hall-1", "kiosk:hall-2"} <= set(read_anew)
    read_anew.clear()
    _month(lab)
    assert read_anew == []
    held = lab.hold(lab.citizen(1), slot(0))
    tomorrow = lab.today + timedelta(days=1)
    assert _free(lab, "mayor", tomorrow) == 5
    assert sorted(read_anew) == ["kiosk:hall-1", "office:mayor"]
    read_anew.clear()
    assert lab.house.write_now(lambda each: holding.release_hold(each, lab.citizen(1), held.id)) is None  # type: ignore[arg-type]  # ids of the wire
    assert _free(lab, "mayor", tomorrow) == 6
    assert sorted(read_anew) == ["kiosk:hall-1", "office:mayor"]


@pytest.mark.parametrize("few", [0, 50], ids=["by resource", "by hold"])
def test_a_hold_counts_until_it_expires_however_it_is_looked_up(
    lab: Lab, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claimed, "_A_FEW", few)
    tomorrow = lab.today + timedelta(days=1)
    lab.book(lab.citizen(1), slot(0))
    held = lab.hold(lab.citizen(2), slot(1))
    lab.hold(lab.citizen(3), slot(1), "roads")
    assert [_free(lab, office, tomorrow) for office in ("mayor", "roads", "water")] == [4, 5, 6]
    lab.at(held.expires_at - timedelta(seconds=1))
    assert _free(lab, "mayor", tomorrow) == 4
    lab.at(held.expires_at)
    assert [_free(lab, office, tomorrow) for office in ("mayor", "roads", "water")] == [5, 6, 6], (
        "nobody has tidied yet"
    )
    lab.house.memory.taken.clear()
    assert [_free(lab, office, tomorrow) for office in ("mayor", "roads", "water")] == [5, 6, 6]
    lab.hold(lab.citizen(4), slot(1))
    assert _free(lab, "mayor", tomorrow) == 4


def test_a_search_names_every_site_that_has_a_seat(lab: Lab) -> None:
    """Where nobody knows which is nearer, in the order of the sites; one whose only kiosk is taken is left out."""
    lab.book(lab.citizen(1, "far"), slot(0), "roads")
    found = lab.read(search, lab.kiosk(), SearchAsk(service_ids=("mayor-desk",), most=50))
    assert isinstance(found, FoundSlots)
    at_sites = {
        number: [each.site_id for each in found.slots if each.slot.starts_at == slot(number)] for number in (0, 1)
    }
    assert at_sites == {0: ["hall"], 1: ["hall", "far"]}


def test_what_was_read_ahead_is_not_read_again(lab: Lab, read_anew: list[str]) -> None:
    lab.book(lab.citizen(1), slot(0))
    read_first(lab.house)
    assert {"office:mayor", "office:water", "kiosk:hall-3", "kiosk:far-1"} <= set(read_anew)
    assert lab.house.memory.taken["office:mayor"].bits != 0
    read_anew.clear()
    _month(lab)
    lab.read(search, lab.kiosk(), SearchAsk(service_ids=("mayor-desk", "roads-desk")))
    assert read_anew == []


def test_reading_ahead_ends_after_its_time(lab: Lab, read_anew: list[str]) -> None:
    read_first(lab.house, within_s=0)
    assert read_anew == []
    assert lab.house.memory.rulebook is not None


def test_a_service_that_went_meanwhile_is_passed_over(lab: Lab) -> None:
    lab.house.read_now(lambda transaction: ahead.read_ahead(transaction, [ServiceId("gone")]))


def test_a_server_that_answers_has_read_ahead(settings: ServerSettings) -> None:
    with make_server(settings, clock=StandingClock()) as server:
        taken = server.house.memory.taken
        assert isinstance(taken["office:mayor"], Taken)
        assert {"office:mayor", "office:roads", "kiosk:far-1"} <= set(taken)
