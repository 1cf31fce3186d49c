"""Coming with a ticket: its number and code tell who it is, and the code by SMS lets them in."""

from typing import Any

from desk_client.domain.ticket_link import parse_ticket_link
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


def scanned(appointment: dict[str, Any]) -> dict[str, Any]:
    """What a camera reads from the ticket's QR code."""
    link = parse_ticket_link(f"https://majlis.example{appointment['calendar_url']}")
    assert link is not None
    return {"appointment_id": link.appointment_id, "seal": link.seal}


def test_whoever_shows_the_ticket_to_a_camera_types_neither_number_nor_code(town: Town) -> None:
    ticket = town.booked(town.citizen(town.kiosk()))["appointment"]
    kiosk = town.kiosk("sabya-1")
    told = len(town.sms(KNOWN[1]))
    challenge = kiosk.got("POST", "/tickets/scans", scanned(ticket))
    assert len(town.sms(KNOWN[1])) == told + 1
    assert KNOWN[1][1:] not in challenge["masked_mobile"]
    guess = {"challenge_id": challenge["challenge_id"]}
    assert kiosk.refused("POST", "/citizen/sessions", guess)["code"] == "code_wrong"
    session = kiosk.got("POST", "/citizen/sessions", {**guess, "code": town.code(KNOWN[1])})
    (mine,) = town.client(session["token"]).got("GET", "/appointments/mine")["appointments"]
    assert mine["id"] == ticket["id"]


def test_a_seal_that_is_another_ticket_s_or_nobody_s_sends_nothing(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    first, second = (scanned(town.booked(citizen, at)["appointment"]) for at in town.slots(citizen)[:2])
    told = len(town.sms(KNOWN[1]))
    kiosk = town.kiosk("sabya-1")
    for wrong in (first | {"seal": second["seal"]}, first | {"seal": "a" * 26}, first | {"appointment_id": "apt_none"}):
        assert kiosk.refused("POST", "/tickets/scans", wrong)["code"] == "ticket_unknown"
    assert citizen.refused("POST", "/tickets/scans", first)["code"] == "forbidden"
    assert len(town.sms(KNOWN[1])) == told


def test_the_ticket_of_an_appointment_that_was_cancelled_opens_nothing(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    ticket = town.booked(citizen, town.slots(citizen)[-1])["appointment"]
    citizen.got("POST", f"/appointments/{ticket['id']}/cancellation", If_Match=f'"{ticket["version"]}"')
    kiosk = town.kiosk("sabya-1")
    assert kiosk.refused("POST", "/tickets/scans", scanned(ticket))["code"] == "ticket_unknown"


def test_a_kiosk_that_shows_one_code_after_the_other_is_stopped(town: Town) -> None:
    kiosk = town.kiosk("sabya-1")
    made_up = {"appointment_id": "apt_none", "seal": "a" * 26}
    codes = [kiosk.refused("POST", "/tickets/scans", made_up)["code"] for _ in range(31)]
    assert set(codes[:30]) == {"ticket_unknown"}
    assert codes[30] == "rate_limited"
