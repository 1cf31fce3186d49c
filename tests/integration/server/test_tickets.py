"""Coming with a ticket: its number and code tell who it is, and the code by SMS lets them in."""

from typing import Any

from tests.integration.server.people import KNOWN, Town


def shown(town: Town) -> dict[str, Any]:
    """What stands on the ticket of somebody who has just booked."""
    booked = town.booked(town.citizen(town.kiosk()))
    return {"ticket_number": booked["appointment"]["ticket_number"], "ticket_code": booked["ticket_code"]}


def test_whoever_holds_the_ticket_and_the_mobile_is_signed_in_without_typing_an_id(town: Town) -> None:
    ticket = shown(town)
    kiosk = town.kiosk("sabya-1")
    told = len(town.sms(KNOWN[1]))
    challenge = kiosk.got("POST", "/tickets/challenges", ticket)
    assert len(town.sms(KNOWN[1])) == told + 1
    assert KNOWN[1][-2:] in challenge["masked_mobile"]
    assert KNOWN[1][1:] not in challenge["masked_mobile"]
    session = kiosk.got(
        "POST", "/citizen/sessions", {"challenge_id": challenge["challenge_id"], "code": town.code(KNOWN[1])}
    )
    came = town.client(session["token"])
    (mine,) = came.got("GET", "/appointments/mine")["appointments"]
    assert mine["ticket_number"] == ticket["ticket_number"]
    assert came.got("GET", "/relays")  # a whole session: it may enter a room, as the ticket alone may not


def test_the_ticket_alone_lets_nobody_in(town: Town) -> None:
    ticket = shown(town)
    kiosk = town.kiosk("sabya-1")
    challenge = kiosk.got("POST", "/tickets/challenges", ticket)
    guess = {"challenge_id": challenge["challenge_id"], "code": ticket["ticket_code"]}
    assert kiosk.refused("POST", "/citizen/sessions", guess)["code"] == "code_wrong"


def test_a_wrong_code_on_the_ticket_sends_nothing(town: Town) -> None:
    ticket = shown(town)
    told = len(town.sms(KNOWN[1]))
    wrong = ticket | {"ticket_code": f"{(int(ticket['ticket_code']) + 1) % 10**6:06d}"}
    assert town.kiosk("sabya-1").refused("POST", "/tickets/challenges", wrong)["code"] == "ticket_unknown"
    assert len(town.sms(KNOWN[1])) == told
