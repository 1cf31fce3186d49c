"""The kinds of an audience, and what each keeps from others while it lasts (glossary "audience / appointment").

Everything that an audience needs is claimed together or not at all: a room without its official helps nobody.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class AppointmentKind(StrEnum):
    """How the two meet. The value is the wire code."""

    VIDEO_KIOSK = "video_kiosk"
    """By video, the citizen at a kiosk of a site."""
    VIDEO_OWN = "video_own"
    """By video, the citizen at a computer of their own."""
    IN_PERSON = "in_person"
    """Both in the office's room."""
    HOME_VISIT = "home_visit"
    """A team comes to the citizen's address."""


class Resource(StrEnum):
    """What can be claimed for a stretch of time, in the order in which claims are taken.

    Two bookers who take the same things in the same order never wait for each other in a circle.
    """

    OFFICE = "office"
    """The time of whoever receives."""
    PERSON = "person"
    """The citizen's own time: nobody is in two audiences at once."""
    SITE_SEAT = "site_seat"
    """One kiosk, or one seat, of the site."""
    OFFICE_ROOM = "office_room"
    """One of the seats in the office's room."""
    VISITING_TEAM = "visiting_team"
    INTERPRETER = "interpreter"
    """A sign-language interpreter, where one is asked for."""


SIGN_LANGUAGE: Final = "sign"
"""Among the languages of interpreters; all others are written as BCP 47 has them."""

_PLACE: Final[Mapping[AppointmentKind, Resource | None]] = MappingProxyType(
    {
        AppointmentKind.VIDEO_KIOSK: Resource.SITE_SEAT,
        AppointmentKind.VIDEO_OWN: None,
        AppointmentKind.IN_PERSON: Resource.OFFICE_ROOM,
        AppointmentKind.HOME_VISIT: Resource.VISITING_TEAM,
    }
)

VIDEO_KINDS: Final = frozenset({AppointmentKind.VIDEO_KIOSK, AppointmentKind.VIDEO_OWN})
"""The kinds that have a room for a call."""


def bookable_at_a_kiosk(offered: Iterable[AppointmentKind], *, has_mobile: bool) -> tuple[AppointmentKind, ...]:
    """Of what a service offers, what somebody at a kiosk is asked to choose from.

    Who joins from home is sent a link: without a mobile that is known of them they cannot.
    """
    found = frozenset(offered) if has_mobile else frozenset(offered) - {AppointmentKind.VIDEO_OWN}
    return tuple(kind for kind in AppointmentKind if kind in found)


def place_of(kind: AppointmentKind) -> Resource | None:
    """Where the audience takes place, as something to claim; None at the citizen's own computer."""
    return _PLACE[kind]


def claimed_by(kind: AppointmentKind, *, interpreter: bool = False) -> tuple[Resource, ...]:
    """All that an audience of this kind claims, in the order of `Resource`."""
    wanted = {Resource.OFFICE, Resource.PERSON, place_of(kind)}
    if interpreter:
        wanted.add(Resource.INTERPRETER)
    return tuple(resource for resource in Resource if resource in wanted)


def needs_site(kind: AppointmentKind) -> bool:
    """Whether the citizen comes to a site, so that one has to be chosen."""
    return kind is AppointmentKind.VIDEO_KIOSK


def needs_address(kind: AppointmentKind) -> bool:
    """Whether the citizen has to say where they live (refusal INVALID_ADDRESS otherwise)."""
    return kind is AppointmentKind.HOME_VISIT
