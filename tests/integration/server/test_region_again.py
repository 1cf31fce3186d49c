"""A region's file that is loaded again leaves what an administrator set on a screen since, and says so."""

from desk_client.domain.ids import OfficeId, ServiceId
from desk_client.server import admin
from desk_client.server.region.load import load
from desk_client.server.region.model import read_region
from desk_client.server.services.rulebook import rules
from tests.integration.server.people import JAZAN, Client, Town
from tests.integration.server.staffed import administrator

SERVICE = ServiceId("mayor-remarks")
NAME = {"ar": "فريق الشمال", "en": "Northern team"}
WORDING = {"code": "granted", "name_ar": "أ", "name_en": "a", "text_ar": "ب", "text_en": "b"}


def put(root: Client, path: str, body: object, version: int) -> None:
    root.got("PUT", path, body, If_Match=f'"{version}"')


def test_what_was_set_on_a_screen_stays_until_the_file_is_to_go_before(town: Town) -> None:
    root, house = administrator(town), town.server.house
    assert admin.load_region(house, JAZAN).left == ()
    region = root.got("GET", "/region")
    before = {each["id"]: each["version"] for one in region["offices"] for each in one["services"]}
    put(root, f"/services/{SERVICE}/questions", {"questions": []}, before[SERVICE])
    put(root, f"/services/{SERVICE}/wordings", {"wordings": [WORDING]}, before[SERVICE] + 1)
    teams = {each["id"]: each["version"] for one in region["offices"] for each in one["teams"]}
    put(root, "/teams/survey", {"name": NAME}, teams["survey"])
    signers = {each["id"]: each["version"] for each in region["interpreters"]}
    put(root, "/interpreters/sign-1", {"name": NAME}, signers["sign-1"])
    root.got(
        "PUT", "/places/team/home-service-1/closing", {"first": "2030-01-01"}, If_Match=f'"{teams["home-service-1"]}"'
    )

    loaded = admin.load_region(house, JAZAN)
    assert loaded.left == (f"questions of {SERVICE}", f"wordings of {SERVICE}", "team survey", "interpreter sign-1")
    kept = house.read_now(rules).services[SERVICE]
    assert (kept.questions, len(kept.wordings)) == ((), 1)
    again = root.got("GET", "/region")
    by_id = {each["id"]: each for one in again["offices"] for each in one["teams"]}
    assert by_id["survey"]["name"] == NAME
    assert by_id["home-service-1"]["closed_from"] == "2030-01-01", "no file opens what was ended"
    assert house.read_now(rules).services[ServiceId("emir-grievance")].wordings, "the file's own are there"

    loaded = admin.load_region(house, JAZAN, over_screens=True)
    assert loaded.left == ()
    back = house.read_now(rules).services[SERVICE]
    assert (len(back.questions), back.wordings) == (2, ())
    last = root.got("GET", "/region")
    assert {each["own"] for each in last["interpreters"]} == {False}


def test_a_file_brings_where_transactions_are_found_and_leaves_what_it_does_not_speak_of(town: Town) -> None:
    root, house = administrator(town), town.server.house
    silent = read_region(JAZAN.read_text(encoding="utf-8"))

    def link() -> str | None:
        return house.read_now(rules).offices[OfficeId("emir")].transaction_link

    def loaded(said: str) -> str | None:
        agencies = [
            each.model_copy(update={"transaction_link": said}) if each.id == "emirate" else each
            for each in silent.agencies
        ]
        region = silent.model_copy(update={"agencies": tuple(agencies)})
        house.write_now(lambda transaction: load(transaction, region, password_hash=None))
        return link()

    seen = next(each for each in root.got("GET", "/region")["agencies"] if each["id"] == "emirate")
    asked = {"name": seen["name"], "transaction_link": "https://portal.example/{number}"}
    put(root, "/agencies/emirate", asked, seen["version"])
    admin.load_region(house, JAZAN)
    assert link() == "https://portal.example/{number}"
    assert loaded("https://other.example/{number}") == "https://other.example/{number}"
    assert loaded("") is None
