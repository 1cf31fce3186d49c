"""The words of the audit trail for what people do each day: with audiences, in talks, with requests, in halls."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desk_client.domain.called_in import Capacity
from desk_client.domain.kiosk_orders import OrderKind
from desk_client.domain.retention import Kind
from desk_client.ui.admin.retention_words import kind_words
from desk_client.ui.capacities import capacity_words
from desk_client.ui.operator.hall_words import order_words


def daily_acts() -> Mapping[str, str]:
    """By its code in the trail."""
    return {**_audiences(), **_talks(), **_requests(), **_halls(), **_of_kinds()}


def _audiences() -> dict[str, str]:
    """What is done with an audience, from its booking to its outcome."""
    return {
        "reschedule": QCoreApplication.translate("Trail", "Moved an audience"),
        "remind": QCoreApplication.translate("Trail", "Reminded of an audience"),
        "check_in": QCoreApplication.translate("Trail", "Checked in for an audience"),
        "wait": QCoreApplication.translate("Trail", "Began to wait"),
        "admit": QCoreApplication.translate("Trail", "Admitted"),
        "send_back": QCoreApplication.translate("Trail", "Sent back to waiting"),
        "transfer": QCoreApplication.translate("Trail", "Transferred to another office"),
        "hand_over": QCoreApplication.translate("Trail", "Handed a talk over"),
        "decline": QCoreApplication.translate("Trail", "Declined to receive"),
        "pause": QCoreApplication.translate("Trail", "Made a break in a talk"),
        "resume": QCoreApplication.translate("Trail", "Went on after a break"),
        "complete": QCoreApplication.translate("Trail", "Ended a talk"),
        "record_outcome": QCoreApplication.translate("Trail", "Recorded an outcome"),
        "take_back_outcome": QCoreApplication.translate("Trail", "Took an outcome back"),
        "amend_outcome": QCoreApplication.translate("Trail", "Amended an outcome"),
        "confirm_outcome": QCoreApplication.translate("Trail", "Confirmed an outcome"),
        "cancel": QCoreApplication.translate("Trail", "Cancelled an audience"),
        "mark_no_show": QCoreApplication.translate("Trail", "Marked as not come"),
        "mark_unserved": QCoreApplication.translate("Trail", "Marked as not held, by a fault of ours"),
        "lift_no_show": QCoreApplication.translate("Trail", "Made good that somebody was marked as not come"),
        "open_ticket": QCoreApplication.translate("Trail", "Opened a booking by its ticket"),
        "answer_survey": QCoreApplication.translate("Trail", "Answered how satisfied they were"),
        "skip": QCoreApplication.translate("Trail", "Let the next in line wait"),
        "reorder_elderly": QCoreApplication.translate("Trail", "Received somebody first: elderly"),
        "reorder_unwell": QCoreApplication.translate("Trail", "Received somebody first: unwell"),
        "reorder_from_afar": QCoreApplication.translate("Trail", "Received somebody first: from afar"),
        "reorder_urgent": QCoreApplication.translate("Trail", "Received somebody first: urgent"),
        "reorder_our_fault": QCoreApplication.translate("Trail", "Received somebody first: a fault of ours"),
        "begin_break": QCoreApplication.translate("Trail", "Began a break of the office"),
        "end_break": QCoreApplication.translate("Trail", "Ended a break of the office"),
        "tell_queue_moved": QCoreApplication.translate("Trail", "Told somebody that their turn has moved"),
        "offer_slot": QCoreApplication.translate("Trail", "Offered a time to somebody on the waiting list"),
        "accept_offer": QCoreApplication.translate("Trail", "Accepted a time that was offered"),
        "decline_offer": QCoreApplication.translate("Trail", "Declined a time that was offered"),
        "expire_offer": QCoreApplication.translate("Trail", "A time that was offered was not taken"),
        "join_waitlist": QCoreApplication.translate("Trail", "Joined the waiting list"),
        "leave_waitlist": QCoreApplication.translate("Trail", "Left the waiting list"),
        "wake_wish": QCoreApplication.translate("Trail", "Brought a place on the waiting list back"),
        "send_guest_link": QCoreApplication.translate("Trail", "Sent a link to a guest"),
        "guest_sign_in": QCoreApplication.translate("Trail", "Came in as a guest"),
        "block_time": QCoreApplication.translate("Trail", "Blocked time in the calendar"),
        "unblock_time": QCoreApplication.translate("Trail", "Freed time in the calendar"),
        "import_busy_times": QCoreApplication.translate("Trail", "Took in times from another calendar"),
        "remove_busy_times": QCoreApplication.translate("Trail", "Removed times of another calendar"),
        "make_calendar_feed": QCoreApplication.translate("Trail", "Made a calendar link"),
        "make_calendar_feed_with_names": QCoreApplication.translate("Trail", "Made a calendar link that shows names"),
        "end_calendar_feed": QCoreApplication.translate("Trail", "Ended a calendar link"),
    }


def _talks() -> dict[str, str]:
    """What is done in a talk and beside it."""
    return {
        "extend:5": QCoreApplication.translate("Trail", "Extended a talk by 5 minutes"),
        "extend:10": QCoreApplication.translate("Trail", "Extended a talk by 10 minutes"),
        "extend:15": QCoreApplication.translate("Trail", "Extended a talk by 15 minutes"),
        "accept_call": QCoreApplication.translate("Trail", "Joined a talk into which they were called"),
        "decline_call": QCoreApplication.translate("Trail", "Did not join a talk into which they were called"),
        "take_out": QCoreApplication.translate("Trail", "Took somebody out of a talk"),
        "offer_handover": QCoreApplication.translate("Trail", "Asked another office to take a talk over"),
        "begin_aside": QCoreApplication.translate("Trail", "Began a private word among officials"),
        "end_aside": QCoreApplication.translate("Trail", "Ended a private word among officials"),
        "take_minutes": QCoreApplication.translate("Trail", "Wrote the minutes"),
        "write_note": QCoreApplication.translate("Trail", "Wrote to somebody who waits"),
        "write_chat": QCoreApplication.translate("Trail", "Wrote in a talk"),
        "sum_up_call": QCoreApplication.translate("Trail", "Told how the line of a talk was"),
        "ask_call_back": QCoreApplication.translate("Trail", "Asked to be called back"),
        "call_back:called_back": QCoreApplication.translate("Trail", "Called somebody back"),
        "call_back:not_reached": QCoreApplication.translate("Trail", "Called back, and reached nobody"),
        "ask_recording": QCoreApplication.translate("Trail", "Asked whether a talk may be recorded"),
        "agree_to_recording": QCoreApplication.translate("Trail", "Agreed to a recording"),
        "decline_recording": QCoreApplication.translate("Trail", "Did not agree to a recording"),
        "play_recording": QCoreApplication.translate("Trail", "Played a talk's recording"),
        "recording:asked": QCoreApplication.translate("Trail", "A recording was asked for"),
        "recording:declined": QCoreApplication.translate("Trail", "A recording did not come about"),
        "recording:agreed": QCoreApplication.translate("Trail", "Everybody agreed to a recording"),
        "recording:running": QCoreApplication.translate("Trail", "A recording ran"),
        "recording:paused": QCoreApplication.translate("Trail", "A recording was paused"),
        "recording:ended": QCoreApplication.translate("Trail", "A recording ended"),
        "recording:kept": QCoreApplication.translate("Trail", "A recording was handed in whole"),
        "recording:destroyed": QCoreApplication.translate("Trail", "A recording was destroyed"),
        "destroy_recording:stopped": QCoreApplication.translate("Trail", "Destroyed a recording: it was stopped"),
        "destroy_recording:talk_over": QCoreApplication.translate("Trail", "Destroyed a recording: the talk was over"),
        "destroy_recording:disk_full": QCoreApplication.translate("Trail", "Destroyed a recording: no more room"),
        "destroy_recording:failed": QCoreApplication.translate("Trail", "Destroyed a recording: it failed"),
        "destroy_recording:withdrawn": QCoreApplication.translate(
            "Trail", "Destroyed a recording: the visitor withdrew their consent"
        ),
        "destroy_recording:colleague": QCoreApplication.translate(
            "Trail", "Destroyed a recording: somebody in the talk did not agree"
        ),
        "destroy_recording:handed_over": QCoreApplication.translate(
            "Trail", "Destroyed a recording: the talk was handed over"
        ),
        "destroy_recording:erased": QCoreApplication.translate(
            "Trail", "Destroyed a recording: the person's data were erased"
        ),
        "destroy_recording:expired": QCoreApplication.translate("Trail", "Destroyed a recording: its time was over"),
        "destroy_recording:removed": QCoreApplication.translate(
            "Trail", "Destroyed a recording: the office removed it"
        ),
        "destroy_recording:never_came": QCoreApplication.translate(
            "Trail", "Destroyed a recording: it was never handed in"
        ),
        "attach": QCoreApplication.translate("Trail", "Handed a document in"),
        "give_document": QCoreApplication.translate("Trail", "Gave a document in a talk"),
        "remove_attachment": QCoreApplication.translate("Trail", "Removed a document"),
        "refuse_infected_attachment": QCoreApplication.translate("Trail", "Refused a document that is not safe"),
        "open_upload_link": QCoreApplication.translate("Trail", "Made a link for documents"),
        "end_upload_link": QCoreApplication.translate("Trail", "Ended a link for documents"),
        "mark_document": QCoreApplication.translate("Trail", "Marked a document"),
        "remove_mark": QCoreApplication.translate("Trail", "Removed a mark on a document"),
        "restore_mark": QCoreApplication.translate("Trail", "Brought a mark on a document back"),
        "distrust_call:missing": QCoreApplication.translate("Trail", "A talk was not believed: not signed"),
        "distrust_call:unknown_key": QCoreApplication.translate("Trail", "A talk was not believed: an unknown key"),
        "distrust_call:forged": QCoreApplication.translate("Trail", "A talk was not believed: a false signature"),
        "distrust_call:other_call": QCoreApplication.translate(
            "Trail", "A talk was not believed: signed for another talk"
        ),
        "distrust_call:other_negotiation": QCoreApplication.translate(
            "Trail", "A talk was not believed: signed for another moment"
        ),
        "distrust_call:other_party": QCoreApplication.translate(
            "Trail", "A talk was not believed: signed for another party"
        ),
        "distrust_call:other_fingerprint": QCoreApplication.translate(
            "Trail", "A talk was not believed: somebody may sit in between"
        ),
        "distrust_call:expired": QCoreApplication.translate("Trail", "A talk was not believed: signed too long ago"),
    }


def _requests() -> dict[str, str]:
    """What becomes of a request, and of what was left without a line."""
    return {
        "answer_request": QCoreApplication.translate("Trail", "Answered a request"),
        "route_request": QCoreApplication.translate("Trail", "Passed a request on"),
        "escalate_request": QCoreApplication.translate("Trail", "Escalated a request"),
        "give_slot": QCoreApplication.translate("Trail", "Gave an audience for a request"),
        "decline_request": QCoreApplication.translate("Trail", "Declined a request"),
        "withdraw_request": QCoreApplication.translate("Trail", "Withdrew a request"),
        "take_request": QCoreApplication.translate("Trail", "Took a request on"),
        "hand_request": QCoreApplication.translate("Trail", "Handed a request to a colleague"),
        "ask_back": QCoreApplication.translate("Trail", "Asked the person about their request"),
        "reply_request": QCoreApplication.translate("Trail", "Replied about a request"),
        "merge_request": QCoreApplication.translate("Trail", "Put two requests together"),
        "unmerge_request": QCoreApplication.translate("Trail", "Parted two requests again"),
        "add_to_request": QCoreApplication.translate("Trail", "Added to a request"),
        "adopt_requests": QCoreApplication.translate("Trail", "Found earlier requests of somebody"),
        "decide_request:directive": QCoreApplication.translate("Trail", "Passed a directive on"),
        "decide_request:action": QCoreApplication.translate("Trail", "Passed an action item on"),
        "decide_request:follow_up": QCoreApplication.translate("Trail", "Passed a follow-up audience on"),
        "take_in_deposit": QCoreApplication.translate("Trail", "Took in what was left without a line"),
        "deal_with_deposit": QCoreApplication.translate("Trail", "Dealt with what was left without a line"),
        "give_name": QCoreApplication.translate("Trail", "Gave their name"),
        "change_email": QCoreApplication.translate("Trail", "Changed their e-mail address"),
    }


def _halls() -> dict[str, str]:
    """What is done in a hall, and at its kiosks."""
    return {
        "give_number": QCoreApplication.translate("Trail", "Gave a number"),
        "hand_in_number": QCoreApplication.translate("Trail", "Handed in a number that was given without a line"),
        "set_numbers_aside": QCoreApplication.translate("Trail", "Set numbers aside"),
        "call_number": QCoreApplication.translate("Trail", "Called a number"),
        "recall_number": QCoreApplication.translate("Trail", "Called a number again"),
        "put_back_number": QCoreApplication.translate("Trail", "Put a number back into the line"),
        "serve_number": QCoreApplication.translate("Trail", "Served a number"),
        "leave_queue": QCoreApplication.translate("Trail", "A number left the line"),
        "answer_call_for_help": QCoreApplication.translate("Trail", "Went to somebody who called for help"),
        "call_off_help": QCoreApplication.translate("Trail", "Needed help no more"),
        "make_browser_link": QCoreApplication.translate("Trail", "Made a link to join from a browser"),
        "end_browser": QCoreApplication.translate("Trail", "Signed a browser out"),
    }


def _of_kinds() -> dict[str, str]:
    """What stands in the trail with its kind."""
    asked = QCoreApplication.translate("Trail", "Asked of a kiosk: {order}")
    done = QCoreApplication.translate("Trail", "Done at a kiosk: {order}")
    failed = QCoreApplication.translate("Trail", "Not done at a kiosk: {order}")
    called_in = QCoreApplication.translate("Trail", "Called somebody into a talk: {as_what}")
    removed = QCoreApplication.translate("Trail", "Removed by age: {what}")
    return {
        **{f"ask_kiosk_{kind}": asked.format(order=order_words(kind)) for kind in OrderKind},
        **{f"do_kiosk_{kind}": done.format(order=order_words(kind)) for kind in OrderKind},
        **{f"fail_kiosk_{kind}": failed.format(order=order_words(kind)) for kind in OrderKind},
        **{f"call_in:{each}": called_in.format(as_what=capacity_words(each)) for each in Capacity},
        **{f"clear_{kind}": removed.format(what=kind_words(kind)) for kind in Kind},
    }
