"""How people come to an audience, in words that staff read."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.kinds import AppointmentKind


def visit_words(kind: AppointmentKind) -> str:
    """How people come to a service."""
    match kind:
        case AppointmentKind.VIDEO_KIOSK:
            return QCoreApplication.translate("Places", "By video, from a kiosk")
        case AppointmentKind.VIDEO_OWN:
            return QCoreApplication.translate("Places", "By video, from their own device")
        case AppointmentKind.IN_PERSON:
            return QCoreApplication.translate("Places", "In person")
        case AppointmentKind.HOME_VISIT:
            return QCoreApplication.translate("Places", "At their home")
    assert_never(kind)
