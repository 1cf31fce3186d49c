"""What is held about a person, kind by kind, and what an erasure does with it, as an administrator reads it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import PersonHeld
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.table import Row

_TOGETHER = {
    "request_step": "request",
    "outcome_amendment": "outcome",
    "outcome_draft": "outcome",
    "waitlist_offer": "waitlist",
    "queue_told": "outbox",
    "room_pair": "room",
    "room_call": "room",
    "room_member": "room",
    "call_summary": "room",
    "challenge": "session",
    "idempotency": "session",
    "handover": "office_note",
    "recording_answer": "recording",
    "deposit": "appointment",
}
"""Kinds that nobody tells apart, counted with what they belong to."""


def rows_of(look: Appearance, held: PersonHeld) -> Sequence[Row]:
    """One for each kind of which something is held; what goes stands first."""
    counted: dict[str, int] = {}
    fates: dict[str, str] = {}
    for each in held.held:
        kind = _TOGETHER.get(each.kind, each.kind)
        counted[kind] = counted.get(kind, 0) + each.rows
        if kind == each.kind or kind not in fates:
            fates[kind] = each.fate
    order = ("goes", "blanked", "stays")
    kinds = sorted(counted, key=lambda kind: order.index(fates[kind]))
    return [Row(kind, (kind_words(kind), look.number(counted[kind]), fate_words(fates[kind]))) for kind in kinds]


def kind_words(kind: str) -> str:
    """A kind's name; its code where it has none."""
    names = {
        "person": QCoreApplication.translate("Held", "Identity: document, name, mobile, e-mail"),
        "session": QCoreApplication.translate("Held", "Sign-ins"),
        "consent": QCoreApplication.translate("Held", "Consents"),
        "request": QCoreApplication.translate("Held", "Requests and what was answered"),
        "appointment": QCoreApplication.translate("Held", "Audiences that were booked"),
        "outcome": QCoreApplication.translate("Held", "What was decided"),
        "satisfaction": QCoreApplication.translate("Held", "Answers to surveys"),
        "attachment": QCoreApplication.translate("Held", "Documents that they brought"),
        "waitlist": QCoreApplication.translate("Held", "Places on waiting lists"),
        "room": QCoreApplication.translate("Held", "That talks took place, without what was said"),
        "office_note": QCoreApplication.translate("Held", "Notes of the office"),
        "chat_line": QCoreApplication.translate("Held", "What was written in talks"),
        "recording": QCoreApplication.translate("Held", "Recorded talks"),
        "call_back": QCoreApplication.translate("Held", "Calls that were owed"),
        "outbox": QCoreApplication.translate("Held", "Messages"),
        "audit": QCoreApplication.translate("Held", "Records in the audit trail"),
        "access_log": QCoreApplication.translate("Held", "Who looked at their data"),
    }
    return names.get(kind, kind)


def fate_words(fate: str) -> str:
    """What an erasure does with it."""
    match fate:
        case "goes":
            return QCoreApplication.translate("Held", "is deleted")
        case "blanked":
            return QCoreApplication.translate("Held", "is emptied: only that it was stays")
        case _:
            return QCoreApplication.translate("Held", "stays, as the law asks, and names nobody")


def standing_words(look: Appearance, held: PersonHeld) -> str:
    """What an erasure meets; empty where nothing is open."""
    del look
    lines = []
    if held.open_appointments:
        lines.append(
            QCoreApplication.translate(
                "Held",
                "Audiences that are still to take place: %Ln. They have to be cancelled before an erasure, since "
                "others have set time aside for them.",
                None,
                held.open_appointments,
            )
        )
    if held.open_requests:
        lines.append(
            QCoreApplication.translate(
                "Held", "Requests that are still open, and are withdrawn with it: %Ln.", None, held.open_requests
            )
        )
    return " ".join(lines)
