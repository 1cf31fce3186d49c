"""What stands over the other side's picture while there is no talk: each phase in plain words."""

from dataclasses import dataclass
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.calls import CallView
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal
from desk_client.ui.messages import worded
from desk_client.ui.theme.icons import Icon


@dataclass(frozen=True)
class Status:
    """A status as it is shown.

    Attributes:
        icon: None where something is under way: a wheel turns then.
        keeps_picture: the last picture stays to be seen, dimmed.
        can_retry: the person is asked whether to try again.
    """

    title: str
    text: str
    icon: Icon | None = None
    keeps_picture: bool = False
    can_retry: bool = False


def hold_words() -> Status:
    """The other side has a word among themselves."""
    return Status(
        QCoreApplication.translate("CallHold", "One moment, please"),
        QCoreApplication.translate(
            "CallHold",
            "The other side will be back with you shortly. Until then you neither see nor hear them; they may still "
            "see and hear you.",
        ),
        Icon.PAUSE,
    )


def moment_words(shown: CallView) -> Status | None:
    """Why nothing is seen and heard of whom we talk with first, where that is meant: a hold, or a word in private."""
    if shown.is_private:
        return Status(
            QCoreApplication.translate("Aside", "Private word"),
            QCoreApplication.translate(
                "Aside",
                "The visitor reads “One moment, please”. They neither see nor hear you, and you do not see or "
                "hear them.",
            ),
            Icon.LOCK,
        )
    if shown.is_apart:
        return Status(
            QCoreApplication.translate("CallHold", "One moment, please"),
            QCoreApplication.translate(
                "Aside",
                "The officials are having a short word with each other. Until they are back they neither see nor hear "
                "you, and you do not see or hear them.",
            ),
            Icon.PAUSE,
        )
    return hold_words() if shown.peer_holds else None


_UNTOUCHED: Final = frozenset({Phase.FAILED, Phase.UNVERIFIED, Phase.ENDED, Phase.PEER_LEFT})
"""Phases in which nothing waits for the server."""


def status_of(phase: Phase, *, signalling_up: bool, refusal: Refusal | None = None) -> Status | None:
    """The words for a phase; None while people talk. Without the server, what waits for it says so.

    ``refusal`` is why the room could not be entered; what passes by itself keeps the wheel turning.
    """
    if phase is Phase.JOINING and refusal is not None:
        message = worded(refusal)
        passes = message.can_retry  # it is being asked again already
        return Status(message.title, message.text, None if passes else Icon.WARNING, can_retry=not passes)
    status = _worded(phase)
    if status is None or signalling_up or phase in _UNTOUCHED:
        return status
    away = QCoreApplication.translate(
        "CallStatus", "The server does not answer at the moment. We keep trying; please stay here."
    )
    return Status(status.title, away, status.icon, status.keeps_picture, status.can_retry)


def _worded(phase: Phase) -> Status | None:
    match phase:
        case Phase.TALKING:
            return None
        case Phase.IDLE | Phase.JOINING:
            return Status(
                QCoreApplication.translate("CallStatus", "Entering the room"),
                QCoreApplication.translate("CallStatus", "One moment, please."),
            )
        case Phase.WAITING_FOR_PEER:
            return Status(
                QCoreApplication.translate("CallStatus", "Waiting for the other side"),
                QCoreApplication.translate("CallStatus", "The talk begins as soon as they come in."),
            )
        case Phase.CONNECTING:
            return Status(
                QCoreApplication.translate("CallStatus", "Connecting"),
                QCoreApplication.translate("CallStatus", "Picture and sound will be there in a moment."),
            )
        case Phase.RECONNECTING:
            return Status(
                QCoreApplication.translate("CallStatus", "Reconnecting"),
                QCoreApplication.translate("CallStatus", "The line was interrupted. Please stay: the talk goes on."),
                keeps_picture=True,
            )
        case Phase.PEER_AWAY:
            return Status(
                QCoreApplication.translate("CallStatus", "The line of the other side was cut"),
                QCoreApplication.translate(
                    "CallStatus", "We keep your place. The talk goes on as soon as they are back."
                ),
                keeps_picture=True,
            )
        case Phase.PEER_LEFT:
            return Status(
                QCoreApplication.translate("CallStatus", "The other side has left the talk"),
                QCoreApplication.translate("CallStatus", "They can come back as long as you stay here."),
                Icon.DOOR,
            )
        case Phase.UNVERIFIED:
            return Status(
                QCoreApplication.translate("CallStatus", "The other side could not be verified"),
                QCoreApplication.translate(
                    "CallStatus",
                    "For your safety the talk was not connected: it is not certain that nobody stands between you and "
                    "the other side. Your place is kept. Please try again, or ask a member of staff.",
                ),
                Icon.SHIELD,
                can_retry=True,
            )
        case Phase.FAILED:
            return Status(
                QCoreApplication.translate("CallStatus", "The talk could not be connected"),
                QCoreApplication.translate("CallStatus", "Nothing is lost: your place is kept. Please try again."),
                Icon.NETWORK_OFF,
                can_retry=True,
            )
        case Phase.ENDED:
            return Status(
                QCoreApplication.translate("CallStatus", "The talk has ended"),
                QCoreApplication.translate("CallStatus", "Thank you."),
                Icon.CHECK_CIRCLE,
            )
    assert_never(phase)
