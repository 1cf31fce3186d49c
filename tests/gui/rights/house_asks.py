"""What each control of the administrator's workspace and of the hall's console asks, told as in `desk_asks`."""

from collections.abc import Mapping
from typing import Final

from tests.gui.rights.desk_asks import AGAIN, ANSWERS, HERE, Asks

_REGION: Final = "GET /v1/region"
_STAFF: Final = "/v1/staff/{staff_id}"
_CLOSING: Final = "/v1/places/{what}/{place_id}/closing"
_CALENDAR: Final = "/v1/offices/{office_id}/calendar"
_TEXT: Final = "/v1/messages/templates/{key}/{language}"
_PLACES: Final = tuple(f"/v1/{what}" for what in ("agencies", "offices", "services", "teams", "interpreters"))
_PLACE: Final = (
    *("/v1/agencies/{agency_id}", "/v1/offices/{office_id}", "/v1/services/{service_id}"),
    *("/v1/teams/{team_id}", "/v1/interpreters/{interpreter_id}"),
)
_CLOSES: Final = (f"GET {_CLOSING}", f"PUT {_CLOSING}")
_KEEPS: Final = ("PUT /v1/retention/{kind}", "DELETE /v1/retention/{kind}")

EVERY_SECTION: Final[Asks] = {
    "rail_people": ("GET /v1/staff",),
    "rail_schedules": ("GET /v1/offices", f"GET {_CALENDAR}"),
    "rail_holidays": ("GET /v1/holidays",),
    "rail_offices": (_REGION,),
    "rail_questions": (_REGION,),
    "rail_wordings": (_REGION,),
    "rail_halls": (_REGION,),
    "rail_texts": ("GET /v1/messages/templates",),
    "rail_dead_letters": ("GET /v1/messages/dead",),
    "rail_retention": ("GET /v1/retention",),
    "rail_backups": ("GET /v1/backups",),
    "rail_recording_rules": ("GET /v1/recording-rules",),
    "rail_trail": ("GET /v1/audit", "GET /v1/audit/check"),
    "rail_register": ("GET /v1/register",),
    "rail_persons": HERE,
    "admin_new": HERE,
    "admin_discard": HERE,
    "admin_again": AGAIN,
    "admin_confirm": ANSWERS,
    "admin_cancel": ANSWERS,
    "admin_written_down": ANSWERS,
    "field_": HERE,
    "weekday_": HERE,
}
"""The rail, and what the sections have in common. `admin_save` and `admin_undo` are each section's own."""

_SAVES_NOTHING: Final[Asks] = {"admin_save": HERE, "admin_undo": HERE}
"""A section in which nothing is typed that stays, and nothing is done that could be undone: never shown there."""

SECTIONS: Final[Mapping[str, Asks]] = {
    "people": {
        "people_table": HERE,
        "admin_save": ("POST /v1/staff", f"PUT {_STAFF}/post"),
        "admin_undo": (f"PUT {_STAFF}/post", f"PUT {_STAFF}/state"),
        "people_password": (f"PUT {_STAFF}/password",),
        "people_factor": (f"DELETE {_STAFF}/second-factor",),
        "people_rights": ("GET /v1/offices/{office_id}/delegates", "PUT /v1/offices/{office_id}/delegates/{staff_id}"),
        "people_state": (f"PUT {_STAFF}/state",),
        "right_": HERE,
    },
    "schedules": {
        "schedules_table": HERE,
        "schedule_office": (f"GET {_CALENDAR}",),
        "schedule_remove": (f"PUT {_CALENDAR}",),
        "admin_save": (f"PUT {_CALENDAR}", f"POST {_CALENDAR}/preview"),
        "admin_undo": (f"PUT {_CALENDAR}",),
    },
    "holidays": {
        "holidays_table": HERE,
        "holiday_remove": ("PUT /v1/holidays",),
        "admin_save": ("PUT /v1/holidays",),
        "admin_undo": ("PUT /v1/holidays",),
    },
    "offices": {
        "offices_table": HERE,
        "place_closing": _CLOSES,
        "admin_save": (*(f"POST {each}" for each in _PLACES), *(f"PUT {each}" for each in _PLACE)),
        "admin_undo": (*(f"PUT {each}" for each in _PLACE), *_CLOSES),
    },
    "questions": {
        "questions_": HERE,
        "walk_": HERE,
        "admin_save": ("PUT /v1/services/{service_id}/questions",),
        "admin_undo": ("PUT /v1/services/{service_id}/questions",),
        "questions_remove": ("PUT /v1/services/{service_id}/questions",),
        "questions_up": ("PUT /v1/services/{service_id}/questions",),
        "questions_down": ("PUT /v1/services/{service_id}/questions",),
    },
    "wordings": {
        "wordings_table": HERE,
        "wording_retire": ("PUT /v1/services/{service_id}/wordings",),
        "admin_save": ("PUT /v1/services/{service_id}/wordings",),
        "admin_undo": ("PUT /v1/services/{service_id}/wordings",),
    },
    "halls": {
        "halls_table": HERE,
        "halls_enrol": ("POST /v1/kiosks/{kiosk_id}/enrolment-code",),
        "halls_state": ("PUT /v1/kiosks/{kiosk_id}/state",),
        "halls_pin": ("PUT /v1/sites/{site_id}/kiosk-pin",),
        "halls_more": ("POST /v1/sites/{site_id}/kiosks",),
        "place_closing": _CLOSES,
        "admin_save": ("POST /v1/sites", "PUT /v1/sites/{site_id}"),
        "admin_undo": ("PUT /v1/sites/{site_id}", "PUT /v1/kiosks/{kiosk_id}/state", *_CLOSES),
    },
    "texts": {
        "texts_table": (f"POST {_TEXT}/preview",),
        "text_restore": (f"DELETE {_TEXT}",),
        "admin_save": (f"PUT {_TEXT}", f"POST {_TEXT}/preview"),
        "admin_undo": (f"PUT {_TEXT}", f"DELETE {_TEXT}"),
    },
    "dead_letters": {
        **_SAVES_NOTHING,
        "dead_letters_table": HERE,
        "dead_again": ("POST /v1/messages/dead/{message_id}/sending",),
        "dead_settle": ("POST /v1/messages/dead/{message_id}/settling",),
    },
    "retention": {
        "retention_table": HERE,
        "retention_usual": _KEEPS,
        "admin_save": ("POST /v1/retention/{kind}/preview", *_KEEPS),
        "admin_undo": _KEEPS,
    },
    "backups": {
        **_SAVES_NOTHING,
        "backups_table": HERE,
        "backups_now": ("POST /v1/backups",),
        "backups_try": ("POST /v1/backups/{backup_id}/trial",),
    },
    "recording_rules": {
        "recording_rules_table": HERE,
        "admin_save": ("PUT /v1/offices/{office_id}/recording",),
        "admin_undo": ("PUT /v1/offices/{office_id}/recording",),
    },
    "trail": {
        **_SAVES_NOTHING,
        "trail_": ("GET /v1/audit",),
        "trail_verify": ("POST /v1/audit/check",),
        "trail_take_out": ("GET /v1/books/{book}",),
    },
    "register": {
        **_SAVES_NOTHING,
        "register_": ("GET /v1/register",),
        "register_whose_": ("POST /v1/people/holder",),
        "register_breach": ("GET /v1/breach-report",),
        "register_take_out": ("GET /v1/books/{book}",),
        "breach_": HERE,
    },
    "persons": {
        **_SAVES_NOTHING,
        "holder_": HERE,
        "holder_find": ("POST /v1/people/holder",),
        "holder_save": ("GET /v1/people/{person_id}/data",),
        "holder_erase": ("POST /v1/people/{person_id}/erasure",),
        "erase_": HERE,
    },
}

_ORDER: Final = "POST /v1/kiosks/{kiosk_id}/orders"
_NUMBER: Final = "POST /v1/walk-ins/{walk_in_id}/steps"
_HOLD: Final = ("GET /v1/offices/{office_id}/availability", "POST /v1/holds")

CONSOLE: Final[Asks] = {
    "rail_hall": ("GET /v1/sites/{site_id}/hall",),
    "rail_incidents": ("GET /v1/incidents",),
    "rail_walk_ins": ("GET /v1/walk-ins", "POST /v1/walk-ins/block"),
    "rail_help": ("GET /v1/assistance",),
    "console_again": AGAIN,
    # the hall
    "hall_pin": ("PUT /v1/sites/{site_id}/kiosk-pin",),
    "hall_": ANSWERS,
    "hall_left_button": HERE,
    "kiosk_": (_ORDER,),
    "kiosk_still": (_ORDER, "POST /v1/kiosks/{kiosk_id}/orders/{order_id}/still"),
    "still_": HERE,
    "aside_back": HERE,
    "aside_help": ("POST /v1/kiosks/{kiosk_id}/deposits/{entry_id}/person",),
    "aside_dealt": ("POST /v1/kiosks/{kiosk_id}/deposits/{entry_id}/dealt",),
    # what goes wrong
    "record_": ("POST /v1/incidents",),
    "send_unsent": ("POST /v1/incidents",),
    "incident_answer": ("POST /v1/incidents/{number}/answer",),
    "incident_confirm": ("POST /v1/incidents",),
    "incident_end": ("POST /v1/incidents/{number}/end",),
    # those who come without an appointment
    "give_": ("POST /v1/walk-ins",),
    "call_next": ("POST /v1/walk-ins/next",),
    "priority": HERE,
    "to_": HERE,
    "print_number": HERE,
    **{f"{deed}_": (_NUMBER,) for deed in ("serve", "leave", "recall", "put_back", "finish", "settle")},
    # helping somebody to book
    "by_": HERE,
    "help_look_up": ("POST /v1/people/search",),
    "found_": ("GET /v1/appointments", "GET /v1/consents/processing"),
    "papers_": HERE,
    "papers_seen_": ("POST /v1/assistance/{challenge_id}",),
    "papers_done": ("POST /v1/people",),
    "help_papers": HERE,
    "help_book": ("GET /v1/offices",),
    "help_move_": _HOLD,
    "help_cancel_": ("POST /v1/appointments/{appointment_id}/cancellation",),
    "help_cancel_no": ANSWERS,
    "service_": _HOLD,
    "day_": HERE,
    "weeks_": HERE,
    "help_days": HERE,
    "help_slot_": HERE,
    "help_look_again": AGAIN,
    "help_take_time": ("POST /v1/holds",),
    "help_waitlist": ("POST /v1/waitlist",),
    "help_confirm": ("POST /v1/appointments", "POST /v1/appointments/{appointment_id}/reschedule"),
    "help_print": HERE,
    "help_next_person": HERE,
    "help_waiting_more": HERE,
    "help_": HERE,
}
