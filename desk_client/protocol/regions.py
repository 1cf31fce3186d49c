"""What there is to administer: agencies, offices and their services, halls and their kiosks; and how they change."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from desk_client.domain.decision import MOST_WORDINGS, Wording
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.request import Rung
from desk_client.domain.transaction_link import LONGEST_LINK
from desk_client.domain.triage import Question
from desk_client.protocol.base import Answer, Ask, CalendarDay, Identifier, Texts
from desk_client.protocol.calendars import Names, WeekHours


class PlaceKind(StrEnum):
    """What can be closed and opened again; of whom is sent: who can end, and come back. The value is the wire code."""

    AGENCY = "agency"
    OFFICE = "office"
    SERVICE = "service"
    SITE = "site"
    TEAM = "team"
    INTERPRETER = "interpreter"


class _Place(Answer):
    """`version` is the entity tag; `closed_from` the first day on which it receives nobody any more."""

    id: Identifier
    version: int = 1
    closed_from: date | None = None


class Agency(_Place):
    """An agency (جهة), to which offices belong; ``transaction_link`` as ``domain.transaction_link`` has it."""

    name: Texts
    transaction_link: str | None = None


class RegionService(_Place):
    """What one may come to an office about; its terms are part of the office's calendar."""

    name: Texts
    group: Identifier | None = None
    questions: tuple[Question, ...] = ()
    """Asked before it is booked, the first of them first."""
    own_questions: bool = False
    """Whether they were set on a screen: a region's file changes them no more."""
    wordings: tuple[Wording, ...] = ()
    """With which the outcome of its audiences may begin."""
    own_wordings: bool = False
    """As of the questions."""


class RegionTeam(_Place):
    """Who goes out to visits at home; ended, where it is closed. `own`: made or named on a screen."""

    name: Texts
    own: bool = False


class RegionInterpreter(_Place):
    """Somebody who interprets; `language` is "sign", or BCP 47. `own`: made or named on a screen."""

    name: Texts
    language: str
    own: bool = False


class RegionOffice(_Place):
    """An office, as an administrator names it; with its services in their order."""

    title: Texts
    agency_id: Identifier
    honorific: Texts = Texts(ar="", en="")
    holder: Texts = Texts(ar="", en="")
    rung: Rung = Rung.DEPARTMENT_HEAD
    services: tuple[RegionService, ...] = ()
    teams: tuple[RegionTeam, ...] = ()


class RegionKiosk(Answer):
    """A terminal of a hall: whether it is enrolled, and whether it was taken out of service."""

    id: Identifier
    number: int
    enrolled: bool
    disabled: bool


class RegionSite(_Place):
    """A hall with its kiosks; `has_pin`: its operator has a PIN for them. `phone` in E.164, degrees of WGS 84."""

    name: Texts
    governorate: Texts
    governorate_id: Identifier
    has_pin: bool
    kiosks: tuple[RegionKiosk, ...]
    address: Texts | None = None
    phone: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    hours: tuple[WeekHours, ...] = ()


class Region(Answer):
    """``GET /v1/region``, and the answer to each change of a place: each list in the order of its ranks."""

    agencies: tuple[Agency, ...]
    offices: tuple[RegionOffice, ...]
    sites: tuple[RegionSite, ...]
    interpreters: tuple[RegionInterpreter, ...] = ()


class AgencyAsk(Ask):
    """``POST /v1/agencies``; ``PUT /v1/agencies/{id}`` with ``If-Match``.

    `transaction_link`: where its transactions are found in the emirate's own system, ``{number}`` standing for the
    number. Empty: nowhere. Without it, the agency's stays as it is.
    """

    name: Names
    transaction_link: Annotated[str, StringConstraints(max_length=LONGEST_LINK)] | None = None


class OfficeAsk(Ask):
    """``POST /v1/offices``; ``PUT /v1/offices/{id}`` with ``If-Match``."""

    agency_id: Identifier
    title: Names
    honorific: Names
    holder: Names
    rung: Rung


class ServiceAsk(Ask):
    """``PUT /v1/services/{id}`` with ``If-Match``. `group`: shared with the same service of other offices."""

    name: Names
    group: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] | None = None


class NewServiceAsk(ServiceAsk):
    """``POST /v1/services``: of which office, and how people come; its further terms begin as they usually are."""

    office_id: Identifier
    kinds: tuple[AppointmentKind, ...] = Field(min_length=1, max_length=4)


class WordingsAsk(Ask):
    """``PUT /v1/services/{id}/wordings`` with ``If-Match``: all of them, in their order."""

    wordings: tuple[Wording, ...] = Field(max_length=MOST_WORDINGS)


class TeamAsk(Ask):
    """``PUT /v1/teams/{id}`` with ``If-Match``."""

    name: Names


class NewTeamAsk(TeamAsk):
    """``POST /v1/teams``: of which office."""

    office_id: Identifier


class InterpreterAsk(Ask):
    """``PUT /v1/interpreters/{id}`` with ``If-Match``."""

    name: Names


class NewInterpreterAsk(InterpreterAsk):
    """``POST /v1/interpreters``: between which language and Arabic; "sign", or BCP 47. It stays as it is."""

    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=16)]


class SiteAsk(Ask):
    """``POST /v1/sites``; ``PUT /v1/sites/{id}`` with ``If-Match``.

    Without `governorate_id` the governorate is a new one. Both degrees, or none. `hours`: none, nobody has said.
    """

    name: Names
    governorate: Names
    governorate_id: Identifier | None = None
    address: Names | None = None
    phone: Annotated[str, StringConstraints(max_length=30)] | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    hours: tuple[WeekHours, ...] = Field(default=(), max_length=50)


class ClosingAsk(Ask):
    """``PUT /v1/places/{what}/{id}/closing`` with ``If-Match``: closed from this day on; null opens it again."""

    first: CalendarDay | None


class Closing(Answer):
    """``GET /v1/places/{what}/{id}/closing``: what would be touched, were it closed from this day on.

    `appointments` would be called off, each person being told; the `last` booking of all lies on that day. `received`
    are those of other offices that it would have received in their place, and `duties` the stretches of the roster.
    `waiting` would leave the waitlist. `requests` lie with it now, and stay; `staff` work for it. `open_within` counts
    what has to be closed before: an agency's offices. `led_to`: questions of other services that lead here.
    `taken_over` are booked with a team or an interpreter that ends, and are received by another who is free then.
    """

    appointments: int
    last: date | None
    received: int
    duties: int
    waiting: int
    requests: int
    staff: int
    open_within: int
    led_to: int
    taken_over: int = 0
