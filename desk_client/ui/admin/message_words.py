"""The words of what the server sends by itself."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import MessagePreview, MessageTemplate
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.undelivered import Why, why
from desk_client.i18n.bidi import isolated
from desk_client.ui.theme.appearance import Appearance


def purpose_words(key: str) -> str:
    """Which message it is; one of a newer server by its code."""
    names = {
        "sign_in_code": QCoreApplication.translate("AdminMessages", "Code for signing in"),
        "ticket": QCoreApplication.translate("AdminMessages", "Ticket"),
        "reminder_day": QCoreApplication.translate("AdminMessages", "Reminder a day before"),
        "reminder_hour": QCoreApplication.translate("AdminMessages", "Reminder an hour before"),
        "cancelled_by_office": QCoreApplication.translate("AdminMessages", "Cancelled by the office"),
        "cancelled_by_you": QCoreApplication.translate("AdminMessages", "Cancelled by the visitor"),
        "moved": QCoreApplication.translate("AdminMessages", "Appointment moved"),
        "waitlist_ended": QCoreApplication.translate("AdminMessages", "End of waiting for a time"),
        "waitlist_offer": QCoreApplication.translate("AdminMessages", "Offer of an earlier time"),
        "outcome_ready": QCoreApplication.translate("AdminMessages", "Outcome is ready"),
        "queue_moved": QCoreApplication.translate("AdminMessages", "Expected time has changed"),
        "request_arrived": QCoreApplication.translate("AdminMessages", "Request has arrived"),
        "request_routed": QCoreApplication.translate("AdminMessages", "Request was passed on"),
        "request_answered": QCoreApplication.translate("AdminMessages", "Request was answered"),
        "request_declined": QCoreApplication.translate("AdminMessages", "Request was declined"),
        "no_show": QCoreApplication.translate("AdminMessages", "Did not come"),
        "fault_rebooked": QCoreApplication.translate("AdminMessages", "Booked again after a fault"),
        "guest_link": QCoreApplication.translate("AdminMessages", "Link for joining from outside"),
    }
    return names.get(key, key)


def language_words(language: str) -> str:
    """In which language it is."""
    if language == "ar":
        return QCoreApplication.translate("AdminMessages", "Arabic")
    if language == "ur":
        return QCoreApplication.translate("AdminMessages", "Urdu")
    return QCoreApplication.translate("AdminMessages", "English")


def kind_words(kind: str) -> str:
    """Which way it went."""
    if kind == "sms":
        return QCoreApplication.translate("AdminMessages", "SMS")
    return QCoreApplication.translate("AdminMessages", "E-mail")


def placeholders_words(template: MessageTemplate) -> str:
    """Which placeholders there are."""
    needed = QCoreApplication.translate("AdminMessages", "It must have: {names}").format(names=_braced(template.needed))
    if not template.offered:
        return needed if template.needed else ""
    offered = QCoreApplication.translate("AdminMessages", "It may have: {names}").format(
        names=_braced(template.offered)
    )
    return f"{needed} · {offered}" if template.needed else offered


def cost_words(look: Appearance, preview: MessagePreview) -> str:
    """How long it is on its way to a phone, and how many parts are paid for."""
    if preview.length is None:
        return ""
    text = QCoreApplication.translate("AdminMessages", "Parts of SMS to be paid for: %Ln", "", preview.length.parts)
    units = QCoreApplication.translate("AdminMessages", "signs: {count}").format(
        count=look.number(preview.length.units)
    )
    return f"{text} · {units}"


def fault_words(template: MessageTemplate, preview: MessagePreview) -> str:
    """What is wrong with the text; empty where nothing is."""
    names = [fault.field.partition(".")[2] for fault in preview.faults]
    missing = [name for name in names if name in template.needed]
    unknown = [name for name in names if name and name not in template.needed]
    parts = []
    if missing:
        text = QCoreApplication.translate("AdminMessages", "This is missing: {names}")
        parts.append(text.format(names=_braced(missing)))
    if unknown:
        text = QCoreApplication.translate("AdminMessages", "The message does not know this: {names}")
        parts.append(text.format(names=_braced(unknown)))
    if preview.faults and not parts:
        parts.append(
            QCoreApplication.translate("AdminMessages", "A brace is open or stands alone; one itself is written twice.")
        )
    return " ".join(parts)


def undelivered_words(note: str) -> str:
    """Why a message was given up, and what can be done about it."""
    match why(note):
        case Why.CARRIER_AWAY:
            return QCoreApplication.translate(
                "AdminMessages", "The SMS carrier could not be reached. Send it again once the line to it stands."
            )
        case Why.CARRIER_BUSY:
            return QCoreApplication.translate(
                "AdminMessages", "The SMS carrier wanted to be asked later. It can be sent again."
            )
        case Why.CARRIER_FAILS:
            return QCoreApplication.translate(
                "AdminMessages", "Something was wrong at the SMS carrier's. It can be sent again."
            )
        case Why.CREDENTIAL:
            return QCoreApplication.translate(
                "AdminMessages", "The SMS carrier does not take our credential. It has to be mended in the settings."
            )
        case Why.SETTINGS:
            return QCoreApplication.translate(
                "AdminMessages", "The SMS carrier's address in the settings is not right. It has to be mended there."
            )
        case Why.NOT_TAKEN:
            return QCoreApplication.translate(
                "AdminMessages", "The SMS carrier did not take this message; the number may not be in use."
            )
        case Why.MAIL_SERVER_AWAY:
            return QCoreApplication.translate(
                "AdminMessages", "The mail server could not be reached, or did not let us in."
            )
        case Why.MAIL_SERVER_BUSY:
            return QCoreApplication.translate(
                "AdminMessages", "The mail server did not take it for now. It can be sent again."
            )
        case Why.NO_SUCH_ADDRESS:
            return QCoreApplication.translate("AdminMessages", "The mail server does not take letters to this address.")
        case Why.NO_MAIL_SERVER:
            return QCoreApplication.translate("AdminMessages", "There is no mail server in the settings.")
        case Why.UNREADABLE:
            return QCoreApplication.translate("AdminMessages", "The message could not be opened here any more.")
        case Why.OURS:
            return QCoreApplication.translate("AdminMessages", "Something went wrong here while it was sent.")
        case None:
            return QCoreApplication.translate("AdminMessages", "It was not taken, for a reason that is not known here.")


def refused_words(refusal: Refusal) -> str:
    """Why it was not done; empty for the usual words."""
    match refusal.code:
        case RefusalCode.INVALID_REQUEST:
            return QCoreApplication.translate(
                "AdminMessages", "The text lacks something that it must have, or names what the message does not know."
            )
        case RefusalCode.ILLEGAL_TRANSITION:
            return QCoreApplication.translate(
                "AdminMessages", "This message has been dealt with already, or would come too late now."
            )
        case RefusalCode.NOT_FOUND:
            return QCoreApplication.translate("AdminMessages", "This message is not kept any more.")
        case _:
            return ""


def _braced(names: list[str] | tuple[str, ...]) -> str:
    return " ".join(isolated(f"{{{name}}}") for name in names)
