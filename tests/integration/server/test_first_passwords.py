"""A password that somebody else has set opens nothing but the way to another; on both stores."""

import json

import pytest
from websockets.sync.client import connect

from tests.integration.server.people import PASSWORD, Client, Town
from tests.integration.server.staffed import OWN_PASSWORD, administrator, door, settled, staff_id
from tests.stores import BOTH

STORES = BOTH
CODE = "password_change_required"


@pytest.fixture
def root(town: Town) -> Client:
    return administrator(town)


def new_one(root: Client) -> str:
    """Somebody hired with a password that the administrator knows; their id."""
    name = {"ar": "موظف", "en": "Official"}
    ask = {"username": "new.one", "role": "official", "office_id": "emir", "name": name, "password": PASSWORD}
    made: str = root.got("POST", "/staff", ask)["id"]
    return made


def test_until_it_is_changed_everything_else_is_refused(town: Town, root: Client) -> None:
    staff = new_one(root)
    assert next(each for each in root.got("GET", "/staff")["staff"] if each["id"] == staff)["has_first_password"]
    session = town.client().got("POST", "/staff/sessions", door("new.one"))
    assert session["must_change_password"] is True
    desk = town.client(session["token"])
    for method, path, body in (
        ("GET", "/desk/agenda", None),
        ("GET", "/offices", None),
        ("PUT", "/desk/break", {"minutes": 10}),
        ("PUT", "/staff/self/email", {"email": "new@mail.example"}),
        ("GET", "/staff", None),
    ):
        refused = desk.refused(method, path, body)
        assert (refused["status"], refused["code"]) == (403, CODE), path
    assert desk.got("GET", "/staff/self")["has_first_password"] is True
    for weak in ("short", "12345678", PASSWORD):  # the given one is no other
        asked = {"old": PASSWORD, "new": weak}
        assert desk.refused("PUT", "/staff/self/password", asked)["code"] == "password_weak", weak
    assert desk.refused("GET", "/desk/agenda")["code"] == CODE
    desk.got("PUT", "/staff/self/password", {"old": PASSWORD, "new": OWN_PASSWORD})
    assert desk.got("GET", "/desk/agenda")["items"] == []
    again = town.client().got("POST", "/staff/sessions", {"username": "new.one", "password": OWN_PASSWORD})
    assert again["must_change_password"] is False


def test_nor_does_the_line_that_tells_of_the_office_open(town: Town, root: Client) -> None:
    new_one(root)
    token = town.client().got("POST", "/staff/sessions", door("new.one"))["token"]
    with connect(f"{town.server.url.replace('http', 'ws', 1)}/v1/signalling") as socket:
        socket.send(json.dumps({"type": "hello", "protocol": 1, "token": token}))
        answer = json.loads(socket.recv(timeout=10))
    assert answer.get("code") == CODE, answer


def test_one_who_may_not_go_on_may_go_away(town: Town, root: Client) -> None:
    new_one(root)
    desk = town.client(town.client().got("POST", "/staff/sessions", door("new.one"))["token"])
    desk.got("DELETE", "/sessions/current")
    assert desk.refused("GET", "/staff/self")["code"] == "session_expired"


def test_a_reset_makes_it_a_first_one_again(town: Town, root: Client) -> None:
    staff = new_one(root)
    desk = settled(town, "new.one")
    assert desk.got("GET", "/staff/self")["has_first_password"] is False
    root.got("PUT", f"/staff/{staff}/password", {"password": "another-given-one-7"})
    assert desk.refused("GET", "/staff/self")["code"] == "session_expired"
    ask = {"username": "new.one", "password": "another-given-one-7"}
    assert town.client().got("POST", "/staff/sessions", ask)["must_change_password"] is True


def test_an_administrator_who_gives_themself_one_has_chosen_it(town: Town, root: Client) -> None:
    own = staff_id(root, "root")
    root.got("PUT", f"/staff/{own}/password", {"password": "chosen-by-myself-7"})
    ask = {"username": "root", "password": "chosen-by-myself-7"}
    assert town.client().got("POST", "/staff/sessions", ask)["must_change_password"] is False
