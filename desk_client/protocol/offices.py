"""Who can be met, and about what: ``GET /v1/offices``."""

from desk_client.domain.kinds import AppointmentKind
from desk_client.protocol.base import Answer, Identifier, Texts


class Service(Answer):
    """What a visit is about (خدمة)."""

    id: Identifier
    name: Texts
    slot_minutes: int
    kinds: tuple[AppointmentKind, ...] = (AppointmentKind.VIDEO_KIOSK,)


class Office(Answer):
    """An office (مكتب) and its official. ``order`` is the rank in which offices are listed."""

    id: Identifier
    title: Texts
    honorific: Texts
    holder: Texts
    agency: Texts
    order: int
    services: tuple[Service, ...]


class Offices(Answer):
    """All offices that receive people through kiosks."""

    offices: tuple[Office, ...]
