"""What could not be delivered, in an administrator's workspace."""

from PySide6.QtWidgets import QWidget

from desk_client.client.administration import DeadMessage, Listed
from desk_client.domain.undelivered import Fault
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.admin_sheets import NOW, section, workspace

DEAD = tuple(
    DeadMessage(
        id=f"msg_{place}",
        kind="sms",
        purpose=purpose,
        language="ar",
        attempts=8,
        created_at=NOW,
        fault=fault,
        can_be_sent=place != 0,
    )
    for place, (purpose, fault) in enumerate(
        (
            ("sign_in_code", Fault.CARRIER_ANSWERED.noted("422")),
            ("ticket", "EC_PHONE_OFF"),
            ("moved", Fault.CARRIER_AWAY.noted("ConnectTimeout")),
        )
    )
)


def dead(look: Appearance) -> QWidget:
    """What could not be delivered, and why."""
    frame = workspace(look, "dead_letters", lambda client: client.administration.dead.set(Listed(DEAD)))
    section(frame).open("msg_0")
    return frame


def dead_none(look: Appearance) -> QWidget:
    """Everything arrived."""
    return workspace(look, "dead_letters", lambda client: client.administration.dead.set(Listed(())))


SHEETS = (("dead", dead), ("dead-none", dead_none))
