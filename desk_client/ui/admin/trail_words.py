"""The words of the audit trail: what was done."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desk_client.domain.grounds import FOR_A_PERSON, Grounds
from desk_client.ui.admin.grounds_words import grounds_words
from desk_client.ui.admin.trail_acts import daily_acts


def actions() -> Mapping[str, str]:
    """What can be searched for by name, by its code in the trail."""
    return {
        "sign_in": QCoreApplication.translate("Trail", "Signed in"),
        "add_staff": QCoreApplication.translate("Trail", "Made an account"),
        "change_post": QCoreApplication.translate("Trail", "Changed an account"),
        "disable_staff": QCoreApplication.translate("Trail", "Disabled an account"),
        "enable_staff": QCoreApplication.translate("Trail", "Enabled an account"),
        "set_password": QCoreApplication.translate("Trail", "Gave a new password"),
        "change_password": QCoreApplication.translate("Trail", "Changed their own password"),
        "reset_second_factor": QCoreApplication.translate("Trail", "Took a second factor away"),
        "confirm_second_factor": QCoreApplication.translate("Trail", "Set up a second factor"),
        "link_sign_on": QCoreApplication.translate("Trail", "Linked the organisation's sign-on"),
        "unlink_sign_on": QCoreApplication.translate("Trail", "Unlinked the organisation's sign-on"),
        "end_sessions": QCoreApplication.translate("Trail", "Signed somebody out"),
        "disable_person": QCoreApplication.translate("Trail", "Shut a person out"),
        "enable_person": QCoreApplication.translate("Trail", "Let a person in again"),
        "hand_out_enrolment_code": QCoreApplication.translate("Trail", "Made an enrolment code"),
        "enrol_kiosk": QCoreApplication.translate("Trail", "Enrolled a kiosk"),
        "disable_kiosk": QCoreApplication.translate("Trail", "Retired a kiosk"),
        "enable_kiosk": QCoreApplication.translate("Trail", "Took a kiosk back into service"),
        "set_kiosk_pin": QCoreApplication.translate("Trail", "Changed a hall's PIN"),
        "unlock_kiosk": QCoreApplication.translate("Trail", "Opened a kiosk by PIN"),
        "fail_to_unlock_kiosk": QCoreApplication.translate("Trail", "Wrong PIN at a kiosk"),
        "word_message": QCoreApplication.translate("Trail", "Worded a message"),
        "unword_message": QCoreApplication.translate("Trail", "Brought a message back to its usual words"),
        "send_message_again": QCoreApplication.translate("Trail", "Sent a message again"),
        "settle_message": QCoreApplication.translate("Trail", "Settled a message"),
        "add_agency": QCoreApplication.translate("Trail", "Made an agency"),
        "change_agency": QCoreApplication.translate("Trail", "Changed an agency"),
        "close_agency": QCoreApplication.translate("Trail", "Closed an agency"),
        "open_agency": QCoreApplication.translate("Trail", "Opened an agency again"),
        "add_office": QCoreApplication.translate("Trail", "Made an office"),
        "change_office": QCoreApplication.translate("Trail", "Changed an office"),
        "close_office": QCoreApplication.translate("Trail", "Closed an office"),
        "open_office": QCoreApplication.translate("Trail", "Opened an office again"),
        "add_service": QCoreApplication.translate("Trail", "Made a service"),
        "change_service": QCoreApplication.translate("Trail", "Changed a service"),
        "close_service": QCoreApplication.translate("Trail", "Closed a service"),
        "open_service": QCoreApplication.translate("Trail", "Opened a service again"),
        "change_questions": QCoreApplication.translate("Trail", "Changed a service's questions"),
        "change_wordings": QCoreApplication.translate("Trail", "Changed the wordings of a service's outcomes"),
        "add_team": QCoreApplication.translate("Trail", "Made a visiting team"),
        "change_team": QCoreApplication.translate("Trail", "Changed a visiting team"),
        "close_team": QCoreApplication.translate("Trail", "Ended a visiting team"),
        "open_team": QCoreApplication.translate("Trail", "Brought a visiting team back"),
        "add_interpreter": QCoreApplication.translate("Trail", "Entered an interpreter"),
        "change_interpreter": QCoreApplication.translate("Trail", "Changed an interpreter"),
        "close_interpreter": QCoreApplication.translate("Trail", "Ended an interpreter's work"),
        "open_interpreter": QCoreApplication.translate("Trail", "Brought an interpreter back"),
        "send_another": QCoreApplication.translate("Trail", "Sent another team or interpreter"),
        "add_site": QCoreApplication.translate("Trail", "Made a hall"),
        "change_site": QCoreApplication.translate("Trail", "Changed a hall"),
        "close_site": QCoreApplication.translate("Trail", "Closed a hall"),
        "open_site": QCoreApplication.translate("Trail", "Opened a hall again"),
        "add_kiosk": QCoreApplication.translate("Trail", "Added a kiosk"),
        "end_wish": QCoreApplication.translate("Trail", "Ended a place on the waiting list"),
        "delegate": QCoreApplication.translate("Trail", "Said what an office manager may do"),
        "revoke_delegate": QCoreApplication.translate("Trail", "Took everything away from an office manager"),
        "ask_backup": QCoreApplication.translate("Trail", "Had a backup taken"),
        "try_backup": QCoreApplication.translate("Trail", "Had a backup tried"),
        "change_calendar": QCoreApplication.translate("Trail", "Changed a schedule"),
        "change_holidays": QCoreApplication.translate("Trail", "Changed the holidays"),
        "set_retention": QCoreApplication.translate("Trail", "Changed how long data is kept"),
        "book": QCoreApplication.translate("Trail", "Booked"),
        "hold": QCoreApplication.translate("Trail", "Held a time"),
        "release_hold": QCoreApplication.translate("Trail", "Let a held time go"),
        "submit_request": QCoreApplication.translate("Trail", "Made a request"),
        "give_consent": QCoreApplication.translate("Trail", "Gave a consent"),
        "withdraw_consent": QCoreApplication.translate("Trail", "Withdrew a consent"),
        "export_data": QCoreApplication.translate("Trail", "Took their data away"),
        "erase_person": QCoreApplication.translate("Trail", "Erased a person's data"),
        "verify_audit": QCoreApplication.translate("Trail", "Had the audit trail verified"),
        "allow_recording:on": QCoreApplication.translate("Trail", "Allowed an office to record"),
        "allow_recording:off": QCoreApplication.translate("Trail", "Had an office record no longer"),
        **_upon_grounds(),
        **daily_acts(),
        "record_incident": QCoreApplication.translate("Trail", "Recorded an incident"),
        "end_incident": QCoreApplication.translate("Trail", "Ended an incident"),
        "call_for_help": QCoreApplication.translate("Trail", "Called for help"),
        "see_call_back_number": QCoreApplication.translate("Trail", "Saw a number to call back"),
        "see_papers": QCoreApplication.translate("Trail", "Saw somebody's papers"),
        "see_kiosk_still": QCoreApplication.translate("Trail", "Saw a kiosk's picture"),
        "assist_sign_in": QCoreApplication.translate("Trail", "Helped somebody sign in"),
    }


def _upon_grounds() -> dict[str, str]:
    """What is done on grounds that stand behind it."""
    acts = {
        "export_data": QCoreApplication.translate("Trail", "Saved a person's data"),
        "erase_person": QCoreApplication.translate("Trail", "Erased a person's data"),
        "export_book": QCoreApplication.translate("Trail", "Saved a book of the house"),
        "report_breach": QCoreApplication.translate("Trail", "Made a breach report"),
    }
    given: Mapping[str, tuple[Grounds, ...]] = {
        "export_data": FOR_A_PERSON,
        "erase_person": FOR_A_PERSON,
        "export_book": tuple(Grounds),
        "report_breach": (Grounds.INCIDENT,),
    }
    text = QCoreApplication.translate("Trail", "{act}: {grounds}")
    return {
        grounds.of(act): text.format(act=words, grounds=grounds_words(grounds))
        for act, words in acts.items()
        for grounds in given[act]
    }


def look_words(action: str) -> str:
    """What somebody was shown of somebody's data, by the action's code in the register."""
    names = {
        "see_appointment": QCoreApplication.translate("Looks", "Opened an audience"),
        "see_agenda": QCoreApplication.translate("Looks", "Saw it in the day's list"),
        "see_brief": QCoreApplication.translate("Looks", "Read the brief"),
        "see_request": QCoreApplication.translate("Looks", "Read a request"),
        "see_attachment": QCoreApplication.translate("Looks", "Opened a document"),
        "mark_document": QCoreApplication.translate("Looks", "Saw the marks on a document"),
        "list_recording": QCoreApplication.translate("Looks", "Saw that a talk was recorded"),
        "play_recording": QCoreApplication.translate("Looks", "Played a recording"),
        "see_outcome": QCoreApplication.translate("Looks", "Read what was decided"),
        "see_chat": QCoreApplication.translate("Looks", "Read what was written in the talk"),
        "see_notes": QCoreApplication.translate("Looks", "Read the office's notes"),
        "be_called_in": QCoreApplication.translate("Looks", "Was called into the talk"),
        "find_person": QCoreApplication.translate("Looks", "Found the person"),
        "see_register": QCoreApplication.translate("Looks", "Searched who looked at them"),
        "export_data": QCoreApplication.translate("Looks", "Saved all of their data"),
    }
    return names.get(action) or action_words(action)


def action_words(action: str) -> str:
    """What was done; by its code where there is no name for it."""
    return actions().get(action, action)
