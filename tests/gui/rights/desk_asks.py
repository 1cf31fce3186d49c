"""What each control of the desk asks of the server, by its name, or how that begins (then the name ends in `_`)."""

from collections.abc import Mapping
from typing import Final

from desk_client.client.day import DeskPage

Asks = Mapping[str, tuple[str, ...]]

HERE: Final[tuple[str, ...]] = ()
"""It asks nothing: it turns, opens, chooses or words something at this desk."""
ANSWERS: Final[tuple[str, ...]] = ()
"""It answers a question: what it asks is what opened the question asks."""
AGAIN: Final[tuple[str, ...]] = ()
"""It asks again what was asked before, or what the page reads by itself."""

_AUDIENCE: Final = "/v1/appointments/{appointment_id}"
_PAPER: Final = f"{_AUDIENCE}/attachments/{{attachment_id}}"
_OFFICE: Final = "/v1/offices/{office_id}"
_BRIEF: Final = f"GET {_AUDIENCE}/brief"
_ROOM: Final = f"POST {_AUDIENCE}/room-token"
_NOTE: Final = f"POST {_AUDIENCE}/notes"
_DAYS: Final = f"GET {_OFFICE}/days"
_TIMES: Final = f"GET {_OFFICE}/availability"
_MOVE: Final = f"POST {_AUDIENCE}/reschedule"
_CANCEL: Final = f"POST {_AUDIENCE}/cancellation"
_BLOCK: Final = f"POST {_OFFICE}/blocks"
_LIST: Final = "GET /v1/requests"
_STEP: Final = "POST /v1/requests/{request_id}/steps"
_MINE: Final = f"{_AUDIENCE}/called-in/mine"
_ACCEPT: Final = (f"PUT {_MINE}", f"POST {_MINE}/room-token")

EVERYWHERE: Final[Asks] = {
    "language": HERE,
    "turn_settings": HERE,
    "turn_page": (_DAYS, "GET /v1/desk/agenda"),
    "turn_inbox": (_LIST,),
    "turn_recordings": ("GET /v1/recordings",),
    "sign_out": ("DELETE /v1/sessions/current",),
    "confirm_sign_out": ANSWERS,
    "confirm_close": ANSWERS,
    "stay": ANSWERS,
    "try_now": AGAIN,
    "try_again": AGAIN,
    "show_password": HERE,
    # somebody calls whoever sits here into their talk
    "accept_call": _ACCEPT,
    "decline_call": (f"PUT {_MINE}",),
    "read_call": (_BRIEF,),
    "join_to_take_over": _ACCEPT,
    "agree_and_join": _ACCEPT,
    "do_not_join": ANSWERS,
    "close_keys": HERE,
    "answer_later": HERE,
}
"""The line above every page, and what may lie over any."""

_PAPERS: Final[Asks] = {
    "close_document": HERE,
    "document_notice_action": AGAIN,
    "paper_canvas": HERE,
    "previous_page": HERE,
    "next_page": HERE,
    "zoom_": HERE,
    "fit_width": HERE,
    "turn_pages": HERE,
    "show_mark_": HERE,
    "drop_note": HERE,
    "highlight": (f"POST {_PAPER}/marks",),
    "pin_note": (f"POST {_PAPER}/marks",),
    "save_note": (f"POST {_PAPER}/marks",),
    "undo_mark": (f"DELETE {_PAPER}/marks/{{mark_id}}", f"POST {_PAPER}/marks/{{mark_id}}/restoration"),
    "remove_mark_": (f"DELETE {_PAPER}/marks/{{mark_id}}",),
    "restore_mark_": (f"POST {_PAPER}/marks/{{mark_id}}/restoration",),
}
"""A document that is read, wherever it lies open."""

_PICTURES: Final[Asks] = {
    "mute": HERE,
    "camera": HERE,
    "arrange": HERE,
    "toggle_": HERE,
    "speaker_sign": HERE,
    "talk_devices": HERE,
    "devices_done": HERE,
    "pick_": HERE,
    "microphone_": HERE,
    "camera_": HERE,
    "loudspeaker_": HERE,
    "blurs_background_": HERE,
    "test_sound": HERE,
    "keep_talking": ANSWERS,
}
"""Whoever is in a talk, their own or another's."""

_TODAY: Final[Asks] = {
    **_PAPERS,
    "agenda_item_": HERE,  # the brief is asked for by whoever may read it: `test_office`
    "open_arrival": (_BRIEF,),
    "refresh": ("GET /v1/desk/agenda",),
    "document_": (f"GET {_PAPER}", f"GET {_PAPER}/marks"),
    "case_": HERE,
    "transactions_": HERE,  # what opens outside of the desk, in a browser, asks nothing of this server
    "transactions_named_": (_BRIEF,),
    "outcome_transaction_": HERE,
    "outcome_transaction_named_": (_BRIEF,),
    "advice_more": HERE,
    "answered_more": HERE,
    "admit": (f"POST {_AUDIENCE}/admission",),
    "write_outcome": (f"PUT {_AUDIENCE}/outcome",),
    "take_back_outcome": (f"DELETE {_AUDIENCE}/outcome",),
    "amend_outcome": (f"POST {_AUDIENCE}/outcome/amendments",),
    "send_amendment": (f"POST {_AUDIENCE}/outcome/amendments",),
    "drop_amendment": HERE,
    "save_minutes": HERE,
    "print_minutes": HERE,
    "ask_skip": (f"POST {_AUDIENCE}/skip",),
    "ask_take_first": (f"PUT {_AUDIENCE}/turn",),
    "ask_send_back_now": (f"POST {_AUDIENCE}/send-back",),
    "ask_decline": (f"POST {_AUDIENCE}/decline",),
    "note_": (_NOTE,),
    "word_": ("POST /v1/desk/notes",),
    "take_break": ("PUT /v1/desk/break",),
    "end_break": ("DELETE /v1/desk/break",),
    "sign_browser_out": ("DELETE /v1/desk/browser",),
    "waiting_": ANSWERS,
    "step_": ANSWERS,
    "break_": HERE,
    "reason_": HERE,
}
TALKS: Final[Asks] = {**_TODAY, "admit": (_ROOM,)}
"""The day, with an audience open in which one talks: the main action goes back to the room."""

_CALENDAR: Final[Asks] = {
    "turn_": (_DAYS,),
    "switch_sheet": (_DAYS,),
    "week_grid": HERE,  # what is done in it is offered by the buttons below it
    "month_sheet": (_DAYS,),
    "calendar_again": (_DAYS,),
    "open_audience": (_BRIEF,),
    "another_of_day": HERE,
    "move": (_MOVE, _TIMES),
    "leave_move": HERE,
    "cancel_audience": (_CANCEL,),
    "block": (_BLOCK,),
    "unblock": (f"DELETE {_OFFICE}/blocks/{{busy_id}}",),
    "calendar_": ANSWERS,
    "other_calendars": ("GET /v1/desk/calendar-feed",),
    "take_in": (f"PUT {_OFFICE}/busy-times",),
    "forget_busy": (f"DELETE {_OFFICE}/busy-times",),
    "feed_": ("PUT /v1/desk/calendar-feed", "DELETE /v1/desk/calendar-feed"),
    "deputies": (f"GET {_OFFICE}/delegates", f"GET {_OFFICE}/calendar"),
    "deputies_": HERE,
    "right_": HERE,
    "rights_": (f"PUT {_OFFICE}/delegates/{{staff_id}}",),
    "duty_": (f"PUT {_OFFICE}/calendar",),
}

_MINUTES: Final[Asks] = {"minutes_": (f"PUT {_AUDIENCE}/minutes",), "toggle_minutes": (f"GET {_AUDIENCE}/minutes",)}

_BESIDE: Final[Asks] = {
    **_PAPERS,
    **_MINUTES,
    "toggle_chat": (f"GET {_AUDIENCE}/chat",),
    "chat_send": (f"POST {_AUDIENCE}/chat",),
    "show_screen": HERE,
    "screen_": HERE,
    "show_nothing": HERE,
    "talk_paper_": (f"GET {_PAPER}", f"GET {_PAPER}/marks"),
    "give_document": (f"POST {_AUDIENCE}/handed-documents",),
    "confirm_give": (f"POST {_AUDIENCE}/handed-documents",),
    "do_not_give": ANSWERS,
    "handing_action": AGAIN,
    "handing_put_away": HERE,
    "take_back_": (f"DELETE {_AUDIENCE}/handed-documents/{{attachment_id}}",),
}
"""What lies beside a talk that one's own office holds, whoever of it is in there."""

_CALL: Final[Asks] = {
    **_PICTURES,
    **_BESIDE,
    "caption_send": (_NOTE,),
    "hold": HERE,
    "retry_call": (_ROOM,),
    "record": (f"POST {_AUDIENCE}/recording", "PUT /v1/recordings/{recording_id}/state"),
    "confirm_record": (f"POST {_AUDIENCE}/recording",),
    "do_not_record": ANSWERS,
    "send_back": (f"POST {_AUDIENCE}/send-back",),
    "confirm_send_back": (f"POST {_AUDIENCE}/send-back",),
    "end_call": (f"POST {_AUDIENCE}/completion",),
    "confirm_end": (f"POST {_AUDIENCE}/completion",),
    "leave_for_a_while": HERE,
    "call_in_button": (f"GET {_AUDIENCE}/called-in/possible",),
    "confirm_call_in": (f"POST {_AUDIENCE}/called-in",),
    "do_not_call_in": ANSWERS,
    "end_third": (f"DELETE {_AUDIENCE}/called-in/{{party}}",),
    "end_fourth": (f"DELETE {_AUDIENCE}/called-in/{{party}}",),
    "confirm_take_out": (f"DELETE {_AUDIENCE}/called-in/{{party}}",),
    "hand_over_button": (f"GET {_AUDIENCE}/handover/possible",),
    "confirm_hand_over": (f"POST {_AUDIENCE}/handover",),
    "do_not_hand_over": ANSWERS,
    "hand_over_and_leave": (f"POST {_AUDIENCE}/handover/completion",),
    "confirm_leave_to": (f"POST {_AUDIENCE}/handover/completion",),
    "private_word": (f"PUT {_AUDIENCE}/aside",),
    "end_private_word": (f"PUT {_AUDIENCE}/aside",),
    "extend_": (f"POST {_AUDIENCE}/extension",),
    "no_more_time": HERE,
    "show_number": (f"POST {_AUDIENCE}/call-back/number",),
    "called_back": (f"PUT {_AUDIENCE}/call-back/result",),
    "not_reached": (f"PUT {_AUDIENCE}/call-back/result",),
}

_CALLED: Final[Asks] = {
    **_PICTURES,
    **_BESIDE,
    "retry_call": (f"POST {_MINE}/room-token",),
    "private_word": (f"PUT {_MINE}/aside",),
    "end_private_word": (f"PUT {_MINE}/aside",),
    "caption_send": (f"POST {_MINE}/captions",),
    "agree_recording": (f"PUT {_MINE}/recording",),
    "decline_recording": (f"PUT {_MINE}/recording",),
    "withdraw_recording": (f"PUT {_MINE}/recording",),
    "confirm_withdraw_recording": (f"PUT {_MINE}/recording",),
    "keep_recording": ANSWERS,
    "no_more_time": HERE,
    "leave_talk": HERE,
    "confirm_leave": HERE,
}

_OUTCOME: Final[Asks] = {
    **_MINUTES,
    "decision_": HERE,
    "use_": HERE,
    "add_": HERE,
    "remove_": HERE,
    "back": HERE,
    "leave_outcome": ANSWERS,
    "keep_writing": ANSWERS,
    "open_transaction": HERE,
    "save_outcome": (f"PUT {_AUDIENCE}/outcome",),
    "try_again": (f"PUT {_AUDIENCE}/outcome",),
}

_INBOX: Final[Asks] = {
    **_PAPERS,
    "shelf_": (_LIST,),
    "turn_earlier": (_LIST,),
    "turn_later": (_LIST,),
    "inbox_again": (_LIST,),
    "request_": ("GET /v1/requests/{request_id}/file",),
    "document_": ("GET /v1/requests/{request_id}/attachments/{attachment_id}",),
    "step_": (_STEP,),
    "step_route_request": (_STEP, "GET /v1/offices"),
    "step_give_slot": (_STEP, "GET /v1/offices", _TIMES),
    "earlier_times": (_TIMES,),
    "later_times": (_TIMES,),
    "step_leave": HERE,
    "step_cancel": ANSWERS,
    "inbox_": ANSWERS,
    "pick_": HERE,
}

_RECORDINGS: Final[Asks] = {
    "recording_": ("POST /v1/recordings/{recording_id}/plays",),
    "play": ("GET /v1/recordings/{recording_id}/blocks/{block}",),
    "seek": ("GET /v1/recordings/{recording_id}/blocks/{block}",),
    "remove_recording": ("DELETE /v1/recordings/{recording_id}",),
    "confirm_remove": ("DELETE /v1/recordings/{recording_id}",),
    "switch_recording": (f"GET {_OFFICE}/recording", f"PUT {_OFFICE}/recording"),
    "confirm_allow": (f"PUT {_OFFICE}/recording",),
    "leave_it": ANSWERS,
}

_OWN_PASSWORD: Final[Asks] = {"save_password": ("PUT /v1/staff/self/password",)}

_SETTINGS: Final[Asks] = {
    **_OWN_PASSWORD,
    "change_password": ("PUT /v1/staff/self/password",),
    "keep_password": HERE,
    "make_browser_link": ("POST /v1/desk/browser/links",),
    "copy_browser_link": HERE,
    "end_browser": ("DELETE /v1/desk/browser",),
    "confirm_end_browser": ("DELETE /v1/desk/browser",),
    "cancel_end_browser": ANSWERS,
    "pick_": HERE,
    "test_sound": HERE,
    "test_printer": HERE,
    "make_diagnostics": HERE,
    "save_diagnostics": HERE,
    "cancel_diagnostics": HERE,
    "leave_settings": HERE,
    # what this desk keeps of how one likes it
    **{
        f"{kept}_": HERE
        for kept in (
            *("microphone", "camera", "loudspeaker", "printer", "blurs_background", "language_choice"),
            *("text_size_choice", "theme_choice", "notifies", "reminds", "rings", "small_window"),
            *("starts_muted", "talks_by_space"),
        )
    },
}

_SIGN_IN: Final[Asks] = {"sign_in": ("POST /v1/staff/sessions",)}

PAGES: Final[Mapping[DeskPage, Asks]] = {
    DeskPage.SIGN_IN: _SIGN_IN,
    DeskPage.NEW_PASSWORD: _OWN_PASSWORD,
    DeskPage.TODAY: _TODAY,
    DeskPage.CALENDAR: _CALENDAR,
    DeskPage.INBOX: _INBOX,
    DeskPage.RECORDINGS: _RECORDINGS,
    DeskPage.CALL: _CALL,
    DeskPage.CALLED: _CALLED,
    DeskPage.OUTCOME: _OUTCOME,
    DeskPage.SETTINGS: _SETTINGS,
}
