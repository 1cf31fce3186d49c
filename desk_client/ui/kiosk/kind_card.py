"""A card for one way of meeting: by video here, in person, or at home."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.kinds import AppointmentKind
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton


def kind_card(look: Appearance, kind: AppointmentKind) -> CardButton:
    """The card, named for its kind; whoever shows it says what a touch does."""
    icon, title, text = _worded(kind)
    card = CardButton(look, title, text, sign=icon)
    card.setObjectName(f"kind_{kind}")
    return card


def kind_question() -> str:
    """What the cards answer."""
    return QCoreApplication.translate("KindPage", "How would you like to meet?")


def _worded(kind: AppointmentKind) -> tuple[Icon, str, str]:
    match kind:
        case AppointmentKind.VIDEO_KIOSK:
            return (
                Icon.CAMERA,
                QCoreApplication.translate("KindPage", "By video, from this kiosk"),
                QCoreApplication.translate("KindPage", "You see and hear each other here, in this hall"),
            )
        case AppointmentKind.VIDEO_OWN:
            return (
                Icon.SCREEN,
                QCoreApplication.translate("KindPage", "By video, from your own phone or computer"),
                QCoreApplication.translate("KindPage", "A link comes to your mobile before the appointment"),
            )
        case AppointmentKind.IN_PERSON:
            return (
                Icon.BUILDING,
                QCoreApplication.translate("KindPage", "In person"),
                QCoreApplication.translate("KindPage", "You come to the office itself"),
            )
        case AppointmentKind.HOME_VISIT:
            return (
                Icon.DOOR,
                QCoreApplication.translate("KindPage", "At your home"),
                QCoreApplication.translate("KindPage", "A team comes to your address"),
            )
    assert_never(kind)
