"""What the table of access says of each endpoint, role and place; and bodies with which to ask."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, Final

from desk_client.domain.access import NOBODYS, TABLE, Action, Ownership, Role, Standing, may
from desk_client.server.web.endpoints import Endpoint
from tests.fakes.asgi import Heard
from tests.integration.access.two_regions import OWN, Things
from tests.integration.life.lab import slot


class Access(Enum):
    """How somebody is met."""

    LET_IN = "yes"
    FORBIDDEN = "403"
    NOT_FOUND = "404"


_OF_THE_HALL: Final = ("appointment_id", "hold_id", "request_id", "wait_id", "offer_id", "link_id", "recording_id")


_THINGS: Final = (
    *_OF_THE_HALL,
    "number",
    "walk_in_id",
    "kiosk_id",
    "office_id",
    "challenge_id",
    "staff_id",
    "person_id",
    "message_id",
    "site_id",
    "order_id",
)


_ONE_DOCUMENT: Final = frozenset({"/v1/holidays"})
"""Nobody's own: only those whose say reaches everywhere find them."""


def is_bound(endpoint: Endpoint) -> bool:
    """Whether it is about one thing, which is somebody's or nobody's."""
    return endpoint.path in _ONE_DOCUMENT or any(f"{{{name}}}" in endpoint.path for name in _THINGS)


def owner_of(endpoint: Endpoint, action: Action, things: Things) -> Ownership:
    """Whose the thing is that the path names."""
    whole = things.ownership
    path = endpoint.path
    if any(f"{{{name}}}" in path for name in _OF_THE_HALL):
        return whole
    if "{number}" in path:
        return replace(whole, person_id=None, appointment_id=None)
    if any(name in path for name in ("{kiosk_id}", "{site_id}", "{order_id}", "{walk_in_id}")):
        return Ownership(site_id=whole.site_id, governorate_id=whole.governorate_id)
    if "{office_id}" in path and action is not Action.SEE_OFFICES:
        return Ownership(office_ids=whole.office_ids, agency_id=whole.agency_id)
    if "{challenge_id}" in path and action is Action.ASSIST_SIGN_IN:
        return Ownership(site_id=whole.site_id)
    return NOBODYS


def expected(endpoint: Endpoint, role: Role, standing: Standing, things: Things) -> Access:
    """By the table alone; a list is there for whoever may take the action on something."""
    action = endpoint.action_of(role)
    if action is None:
        return Access.LET_IN
    if action not in TABLE[role] or (endpoint.only and role not in endpoint.only):
        return Access.FORBIDDEN
    if (endpoint.method, endpoint.path) == ("GET", "/v1/kiosks/self/help"):
        return Access.NOT_FOUND  # no kiosk of the matrix has called for help
    if not is_bound(endpoint):
        return Access.LET_IN
    if not may(standing, action, owner_of(endpoint, action, things)):
        return Access.NOT_FOUND
    # a kiosk's challenges are its own, a message that was given up is nobody's, and no picture was taken: there is none
    # nor was anything set aside at a kiosk, and nobody whose account is changed is an office's manager
    nowhere = ("/still", "/dealt", "/person", "/delegates/{staff_id}")
    is_nowhere = "{message_id}" in endpoint.path or endpoint.path.endswith(nowhere)
    others_challenge = "{challenge_id}" in endpoint.path and things.place != OWN
    if (action is Action.START_CITIZEN_SESSION and others_challenge) or is_nowhere:
        return Access.NOT_FOUND
    return Access.LET_IN


def met(endpoint: Endpoint, heard: Heard) -> Access | str:
    """How they were met; a text where it was in no way that tells."""
    if heard.status >= 500 and heard.code not in {"scanner_unavailable", "identity_unavailable"}:
        return f"broken: {heard.status}"
    if heard.status == 403 and heard.code == "forbidden":
        return Access.FORBIDDEN
    # what a POST speaks of in its body may not be there, whoever asks
    if heard.status == 404 and (is_bound(endpoint) or endpoint.method != "POST"):
        return Access.NOT_FOUND
    if heard.code in {"unauthenticated", "session_expired", "forbidden"} or heard.code == "invalid_request":
        return f"{heard.status} {heard.code}: {heard.body.decode()}"
    return Access.LET_IN


_STARTS: Final = slot(5, day=3).isoformat()
_PASSWORD: Final = {"username": "nobody", "password": "not-the-password"}
_TEXTS: Final = {"ar": "م", "en": "m"}
_OFFICE: Final = {
    "agency_id": OWN.agency,
    "title": _TEXTS,
    "honorific": _TEXTS,
    "holder": _TEXTS,
    "rung": "department_head",
}
_Body = Callable[[Role], Mapping[str, Any]]


def _for_whom(role: Role) -> dict[str, Any]:
    return {} if role is Role.CITIZEN else {"person_id": f"per_{OWN.person}", "site_id": OWN.site}


def _incident(role: Role) -> dict[str, Any]:
    office = {} if role is Role.OPERATOR else {"office_id": OWN.office}
    return {"kind": "power", "site_id": OWN.site, **office}


BODIES: Final[Mapping[str, _Body]] = {
    "POST /v1/kiosks/enrolment": lambda _: {"code": "ABCDEFGH"},
    "POST /v1/citizen/challenges": lambda _: {"national_id": "1000000008", "mobile": "0500000001"},
    "POST /v1/citizen/sessions": lambda _: {"challenge_id": "chl_none", "code": "000000"},
    "POST /v1/citizen/own/challenges": lambda _: {"national_id": "1000000008", "mobile": "0500000001"},
    "POST /v1/citizen/own/sessions": lambda _: {"challenge_id": "chl_none", "code": "000000"},
    "PUT /v1/citizen/email": lambda _: {"email": "maryam@mail.example"},
    "PUT /v1/staff/self/email": lambda _: {"email": "office@mail.example"},
    "PUT /v1/citizen/name": lambda _: {"name": "عبدالله المثال"},
    "POST /v1/assistance/{challenge_id}": lambda _: {"number": "1000000008", "papers_seen": True},
    "POST /v1/staff/sessions": lambda _: _PASSWORD,
    "POST /v1/staff/second-factor": lambda _: _PASSWORD,
    "POST /v1/staff/second-factor/confirmation": lambda _: {**_PASSWORD, "code": "000000"},
    "PUT /v1/staff/self/password": lambda _: {"old": "not-the-password", "new": "a-much-longer-password-7"},
    "POST /v1/staff": lambda _: {"username": "new.one", "role": "administrator", "name": _TEXTS},
    "PUT /v1/staff/{staff_id}/post": lambda _: {"role": "administrator", "name": _TEXTS},
    "PUT /v1/staff/{staff_id}/state": lambda _: {"disabled": True},
    "PUT /v1/staff/{staff_id}/password": lambda _: {"password": "a-much-longer-password-7"},
    "PUT /v1/staff/{staff_id}/sign-on": lambda _: {"subject": None},
    "PUT /v1/kiosks/{kiosk_id}/state": lambda _: {"disabled": True},
    "PUT /v1/sites/{site_id}/kiosk-pin": lambda _: {"pin": "482917"},
    "POST /v1/kiosks/self/unlock": lambda _: {"pin": "482917"},
    "POST /v1/walk-ins": lambda _: {"reason": "inquiry"},
    "POST /v1/walk-ins/next": lambda _: {},
    "POST /v1/walk-ins/{walk_in_id}/steps": lambda _: {"step": "leave_queue"},
    "POST /v1/people": lambda _: {"number": "1000000008", "name": "عبدالله المثال", "papers_seen": True},
    "PUT /v1/kiosks/self/report": lambda _: {"activity": "idle", "program": "1.2.0", "uptime_s": 5},
    "PUT /v1/kiosks/self/orders/{order_id}": lambda _: {"state": "done"},
    "POST /v1/kiosks/{kiosk_id}/orders": lambda _: {"kind": "restart"},
    "POST /v1/people/search": lambda _: {"by": "document", "text": "1000000008"},
    "PUT /v1/people/{person_id}/state": lambda _: {"disabled": True},
    "POST /v1/people/holder": lambda _: {"number": "1000000008"},
    "POST /v1/people/{person_id}/erasure": lambda _: {"grounds": "person_asked", "holder": {"number": "1000000008"}},
    "POST /v1/slots/search": lambda _: {"service_ids": [f"{OWN.office}-desk"], "site_id": OWN.site},
    "POST /v1/holds": lambda role: {
        "office_id": OWN.office,
        "service_id": f"{OWN.office}-desk",
        "starts_at": _STARTS,
        **_for_whom(role),
    },
    "POST /v1/appointments": lambda _: {"hold_id": "apt_none"},
    "POST /v1/appointments/{appointment_id}/reschedule": lambda _: {"starts_at": _STARTS},
    "POST /v1/appointments/{appointment_id}/transfer": lambda _: {"office_id": "roads"},
    "POST /v1/appointments/{appointment_id}/call-summaries": lambda _: {
        "room_token": "made-up",
        "figures": {"duration_s": 1, "talk_s": 1},
    },
    "PUT /v1/appointments/{appointment_id}/outcome": lambda _: {
        "decision": {"code": "granted", "text": "تم", "responsible_unit": "الطرق"}
    },
    "POST /v1/appointments/{appointment_id}/outcome/amendments": lambda _: {"text": "يُضاف", "reason": "طُلب"},
    "PUT /v1/appointments/{appointment_id}/satisfaction": lambda _: {"score": 5, "reasons": ["quick"]},
    "POST /v1/appointments/{appointment_id}/notes": lambda _: {"kind": "waiting", "text": "عشر دقائق"},
    "POST /v1/appointments/{appointment_id}/extension": lambda _: {"minutes": 5},
    "POST /v1/appointments/{appointment_id}/called-in": lambda _: {"staff_id": "stf_none", "capacity": "delegate"},
    "PUT /v1/appointments/{appointment_id}/aside": lambda _: {"on": True},
    "PUT /v1/appointments/{appointment_id}/called-in/mine/aside": lambda _: {"on": True},
    "POST /v1/appointments/{appointment_id}/handover": lambda _: {"staff_id": "stf_none", "note": ""},
    "POST /v1/appointments/{appointment_id}/called-in/mine/captions": lambda _: {"text": "نسمعكم"},
    "PUT /v1/appointments/{appointment_id}/called-in/mine": lambda _: {"accepts": True},
    "PUT /v1/appointments/{appointment_id}/minutes": lambda _: {"text": "حضر المواطن", "version": 0},
    "POST /v1/appointments/{appointment_id}/chat": lambda _: {"text": "رقم المعاملة"},
    "PUT /v1/offices/{office_id}/recording": lambda _: {"allowed": True},
    "PUT /v1/appointments/{appointment_id}/recording/answer": lambda _: {"agrees": True, "text_version": "2026-12"},
    "PUT /v1/appointments/{appointment_id}/called-in/mine/recording": lambda _: {
        "agrees": True,
        "text_version": "2026-12",
    },
    "PUT /v1/recordings/{recording_id}/state": lambda _: {"state": "paused"},
    "PUT /v1/recordings/{recording_id}/blocks/{block}": lambda _: {"stands": "for sealed bytes"},
    "POST /v1/recordings/{recording_id}/whole": lambda _: {"size": 1, "duration_ms": 1},
    "POST /v1/desk/notes": lambda _: {"text": "عشر دقائق"},
    "PUT /v1/desk/break": lambda _: {"minutes": 10},
    "PUT /v1/appointments/{appointment_id}/turn": lambda _: {"reason": "elderly"},
    "POST /v1/appointments/{appointment_id}/decline": lambda _: {
        "unit": "الطرق",
        "reason": "خارج الاختصاص",
        "next_step": "راجعوا البلدية",
    },
    "POST /v1/appointments/{appointment_id}/attachments/{attachment_id}/marks": lambda _: {
        "kind": "note",
        "page": 1,
        "x": 0.5,
        "y": 0.5,
        "text": "هنا",
    },
    "PUT /v1/appointments/{appointment_id}/call-back/result": lambda _: {"result": "called_back"},
    "POST /v1/requests": lambda role: {"text": "الطريق", "service_id": f"{OWN.office}-desk", **_for_whom(role)},
    "POST /v1/requests/{request_id}/steps": lambda _: {"taken": {"step": "answer", "text": "تم"}},
    "POST /v1/requests/{request_id}/reply": lambda _: {"text": "نعم"},
    "POST /v1/replies": lambda _: {"text": "نعم"},
    "POST /v1/waitlist": lambda role: {"service_id": f"{OWN.office}-desk", **_for_whom(role)},
    "POST /v1/waitlist/offers/acceptance": lambda _: {"code": "000000"},
    "POST /v1/waitlist/offers/shown": lambda _: {"code": "000000"},
    "POST /v1/waitlist/offers/refusal": lambda _: {"code": "000000"},
    "POST /v1/guest/challenges": lambda _: {"language": "ar"},
    "POST /v1/guest/sessions": lambda _: {"challenge_id": "chl_none", "code": "000000"},
    "POST /v1/tickets/challenges": lambda _: {"ticket_number": "1", "ticket_code": "000000"},
    "POST /v1/tickets/scans": lambda _: {"appointment_id": "apt_none", "seal": "a"},
    "POST /v1/tickets/sessions": lambda _: {"ticket_number": "1", "ticket_code": "000000"},
    "POST /v1/incidents": _incident,
    "PUT /v1/kiosks/self/deposits/{entry_id}": lambda _: {
        "sequence": 1,
        "happened_at": _STARTS,
        "key_id": "none",
        "sealed": "bm90aGluZw==",
    },
    "PUT /v1/kiosks/self/help": lambda _: {"failed": ["camera"]},
    "PUT /v1/offices/{office_id}/calendar": lambda _: {"weekly": [], "services": []},
    "POST /v1/offices/{office_id}/calendar/preview": lambda _: {
        "calendar": {"weekly": [], "services": []},
        "first": "2026-11-23",
    },
    "PUT /v1/offices/{office_id}/delegates/{staff_id}": lambda _: {"rights": ["receive"]},
    "PUT /v1/holidays": lambda _: {"days": []},
    "POST /v1/offices/{office_id}/blocks": lambda _: {"starts_at": _STARTS, "ends_at": slot(6, day=3).isoformat()},
    "PUT /v1/offices/{office_id}/busy-times": lambda _: {"file": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"},
    "PUT /v1/desk/calendar-feed": lambda _: {"shows_names": True},
    "PUT /v1/messages/templates/{key}/{language}": lambda _: {"body": "{code}"},
    "POST /v1/messages/templates/{key}/{language}/preview": lambda _: {"body": "{code}"},
    "PUT /v1/places/{what}/{place_id}/closing": lambda _: {"first": None},
    "POST /v1/agencies": lambda _: {"name": _TEXTS},
    "PUT /v1/agencies/{agency_id}": lambda _: {"name": _TEXTS},
    "POST /v1/offices": lambda _: _OFFICE,
    "PUT /v1/offices/{office_id}": lambda _: _OFFICE,
    "POST /v1/services": lambda _: {"name": _TEXTS, "office_id": OWN.office, "kinds": ["video_kiosk"]},
    "PUT /v1/services/{service_id}": lambda _: {"name": _TEXTS},
    "PUT /v1/services/{service_id}/questions": lambda _: {"questions": []},
    "PUT /v1/services/{service_id}/wordings": lambda _: {"wordings": []},
    "POST /v1/teams": lambda _: {"name": _TEXTS, "office_id": OWN.office},
    "PUT /v1/teams/{team_id}": lambda _: {"name": _TEXTS},
    "POST /v1/interpreters": lambda _: {"name": _TEXTS, "language": "sign"},
    "PUT /v1/interpreters/{interpreter_id}": lambda _: {"name": _TEXTS},
    "POST /v1/sites": lambda _: {"name": _TEXTS, "governorate": _TEXTS},
    "PUT /v1/sites/{site_id}": lambda _: {"name": _TEXTS, "governorate": _TEXTS},
    "PUT /v1/retention/{kind}": lambda _: {"days": 30},
    "POST /v1/retention/{kind}/preview": lambda _: {"days": 30},
    "PUT /v1/citizen/consents/{purpose}": lambda _: {"text_version": "0"},
}
QUERIES: Final[Mapping[str, str]] = {
    "GET /v1/appointments": "person_id={person_id}",
    "GET /v1/consents/processing": "person_id={person_id}",
    "GET /v1/offices/{office_id}/availability": "service_id={service_id}&first=2026-11-23",
    "GET /v1/availability": "first=2026-11-23",
    "GET /v1/offices/{office_id}/days": "first=2026-11-23",
    "GET /v1/places/{what}/{place_id}/closing": "first=2026-11-23",
    "GET /v1/satisfaction": "first=2026-10-01",
    "GET /v1/people/{person_id}/data": "grounds=person_asked",
    "GET /v1/books/{book}": "grounds=inspection",
    "GET /v1/breach-report": "since=2026-11-22T00:00:00Z",
}
