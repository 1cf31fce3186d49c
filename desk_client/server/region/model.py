"""The shape of a region's file. Every mistake is named by the field it is in."""

from collections.abc import Iterable
from datetime import date, time
from typing import Annotated, Final, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from desk_client.domain.access import Role
from desk_client.domain.decision import DecisionCode, Wording
from desk_client.domain.ids import OfficeId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.people import parse_mobile, parse_name, parse_national_id
from desk_client.domain.request import Rung
from desk_client.domain.roster import Duty as RosterDuty
from desk_client.domain.roster import Receiver, entered
from desk_client.domain.schedule import Weekday
from desk_client.domain.transaction_link import fault_in_link
from desk_client.domain.triage import Answer, Question, QuestionKind, Rejection, Said
from desk_client.domain.triage import faults as triage_faults
from desk_client.i18n.phones import telephone_of


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _five_minutes(minutes: int) -> int:
    if minutes % 5:
        raise ValueError("must be a multiple of five minutes")
    return minutes


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("is not an IANA time zone") from None
    return name


def _weekday(name: object) -> object:
    if isinstance(name, str):
        try:
            return Weekday[name.upper()]
        except KeyError:
            raise ValueError("is not a day of the week") from None
    return name


def _national_id(text: str) -> str:
    if isinstance(parse_national_id(text), Refusal):
        raise ValueError("is not a valid national ID")  # noqa: TRY004 - pydantic turns a ValueError into a named fault
    return text


def _mobile(text: str) -> str:
    if isinstance(parse_mobile(text), Refusal):
        raise ValueError("is not a Saudi mobile in E.164")  # noqa: TRY004 - the same
    return text


def _name(text: str) -> str:
    if isinstance(parse_name(text), Refusal):
        raise ValueError("is not a person's name")  # noqa: TRY004 - the same
    return text


def _link(text: str) -> str:
    fault = fault_in_link(text) if text else None
    if fault is not None:
        raise ValueError(f"is not an https address with one {{number}} behind its host: {fault.value}")
    return text


def _telephone(text: str) -> str:
    number = telephone_of(text)
    if number is None:
        raise ValueError("is not the number of a Saudi telephone")
    return number


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Minutes = Annotated[int, Field(ge=0), AfterValidator(_five_minutes)]
Day = Annotated[Weekday, BeforeValidator(_weekday)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][05]$")]
Telephone = Annotated[str, AfterValidator(_telephone)]
"""Written as people write it, kept as E.164."""
Username = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{1,39}$")]


class Texts(_Part):
    """A name in both languages."""

    ar: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Hours(_Part):
    """A stretch of a day; a `closes` of 00:00 is the day's end."""

    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.closes != "00:00" and time.fromisoformat(self.closes) <= time.fromisoformat(self.opens):
            raise ValueError("closes before it opens")
        return self


class WeekHours(Hours):
    """The same hours on several days."""

    days: tuple[Day, ...] = Field(min_length=1)


class Pause(Hours):
    """Prayer time: on every day, or on some days of the week, or for a stretch of the year."""

    days: tuple[Day, ...] = ()
    first: date | None = None
    last: date | None = None


class _Stretch(_Part):
    first: date
    last: date

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.last < self.first:
            raise ValueError("ends before it begins")
        return self


class Season(_Stretch):
    """Days on which another week counts: Ramadan."""

    id: Key
    name: Texts
    weekly: tuple[WeekHours, ...] = ()


class Schedule(_Part):
    """A week that offices share."""

    weekly: tuple[WeekHours, ...] = Field(min_length=1)
    pauses: tuple[Pause, ...] = ()
    seasons: tuple[Season, ...] = ()


class Service(_Part):
    """What one may come about; its slots in minutes."""

    id: Key
    name: Texts
    slot_minutes: Annotated[Minutes, Field(ge=5)]
    buffer_minutes: Minutes = 0
    lead_minutes: Minutes = 0
    horizon_days: int = Field(default=28, ge=1, le=366)
    kinds: tuple[AppointmentKind, ...] = Field(default=(AppointmentKind.VIDEO_KIOSK,), min_length=1)
    capacity: int = Field(default=1, ge=1, le=100, description="people received at one time")
    cancel_before_minutes: Minutes = 120
    change_before_minutes: Minutes = 120
    most_open: int = Field(default=3, ge=1, le=100, description="open bookings of one person")
    by_request: bool = Field(default=False, description="booked only by whom triage gave the right to")
    hours: tuple[WeekHours, ...] = Field(default=(), description="narrow the office's; none: all of them")
    questions: tuple["TriageQuestion", ...] = Field(default=(), max_length=10, description="asked before it is booked")
    group: Key | None = Field(default=None, description="shared with the same service of other offices")
    outcomes: tuple["UsualOutcome", ...] = Field(
        default=(),
        max_length=20,
        description="wordings with which an official may begin",
    )


class UsualOutcome(_Part):
    """A wording for one kind of decision; the official completes it, "…" standing where something is to be said."""

    decision: DecisionCode
    name: Texts
    text: "OutcomeText"


class OutcomeText(_Part):
    """In full, as the citizen will read it."""

    ar: Annotated[str, StringConstraints(min_length=1, max_length=1000)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Words(Texts):
    """What a person at a kiosk reads; in Urdu where somebody wrote it, else in Arabic."""

    ur: Annotated[str, StringConstraints(max_length=200)] = ""


class NotHere(_Part):
    """Why a matter is not received here: whose it is, why, and what to do next (domain rule "A rejection names …")."""

    unit: Words
    reason: Words
    next_step: Words


class TriageAnswer(_Part):
    """One answer, and where it leads: without any of the four, to the booking."""

    id: Key
    text: Words
    question: Key | None = Field(default=None, description="another question of the same service")
    service: Key | None = Field(default=None, description="another service, of whichever office")
    not_here: NotHere | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(each is not None for each in (self.question, self.service, self.not_here)) > 1:
            raise ValueError("leads to more than one place")
        return self


class TriageQuestion(_Part):
    """Asked before a service is booked; the first of a service's is asked first. `yes_no` has two answers."""

    id: Key
    text: Words
    kind: QuestionKind
    answers: tuple[TriageAnswer, ...] = Field(min_length=2, max_length=6)

    @model_validator(mode="after")
    def _answerable(self) -> Self:
        _unique(f"question {self.id!r}", (answer.id for answer in self.answers))
        if self.kind is QuestionKind.YES_NO and {each.id for each in self.answers} != {"yes", "no"}:
            raise ValueError("a question of kind 'yes_no' has the answers 'yes' and 'no'")
        return self


class Team(_Part):
    """Who goes out to visits at home."""

    id: Key
    name: Texts


class Office(_Part):
    """Somebody who receives."""

    id: Key
    agency: Key
    schedule: Key
    title: Texts
    honorific: Texts
    holder: Texts
    rung: Rung = Rung.DEPARTMENT_HEAD
    shows_position: bool = True
    services: tuple[Service, ...] = Field(min_length=1)
    teams: tuple[Team, ...] = ()


class Agency(_Part):
    """The emirate, the municipality."""

    id: Key
    name: Texts
    transaction_link: Annotated[str, AfterValidator(_link)] | None = Field(
        default=None, description="where its transactions are found; empty: nowhere"
    )


class Site(_Part):
    """A hall with kiosks."""

    id: Key
    name: Texts
    governorate: Texts
    governorate_id: Key
    address: Texts | None = None
    phone: Telephone | None = Field(default=None, description="where somebody answers in the hall")
    hours: tuple[WeekHours, ...] = Field(default=(), description="when the hall is open; none: nobody has said")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="degrees, WGS 84")
    longitude: float | None = Field(default=None, ge=-180, le=180)
    kiosks: int = Field(default=1, ge=1, le=100)


_BOUND_TO: Final = {
    Role.OFFICIAL: "office",
    Role.DELEGATE: "office",
    Role.SPECIALIST: "office",
    Role.COORDINATOR: "agency",
    Role.AGENCY_LEADER: "agency",
    Role.INTERPRETER: "agency",
    Role.OPERATOR: "site",
}
"""What each role works for; the emirate's leadership for all of it."""


class Staff(_Part):
    """Who signs in at a desk. Passwords are not written down here, nor who administers."""

    username: Username
    role: Literal[
        Role.OFFICIAL,
        Role.DELEGATE,
        Role.SPECIALIST,
        Role.COORDINATOR,
        Role.AGENCY_LEADER,
        Role.INTERPRETER,
        Role.OPERATOR,
        Role.EMIRATE_LEADERSHIP,
    ]
    office: Key | None = None
    agency: Key | None = None
    site: Key | None = None
    governorate: Key | None = Field(default=None, description="confines them to one governorate")
    name: Texts

    @model_validator(mode="after")
    def _bound(self) -> Self:
        for bound in ("office", "agency", "site"):
            if (getattr(self, bound) is not None) != (_BOUND_TO.get(self.role) == bound):
                wanted = "needs its" if getattr(self, bound) is None else "has no"
                raise ValueError(f"a member of staff of role {self.role.value!r} {wanted} {bound}")
        return self


class Holiday(_Part):
    """A day on which nobody receives, or, where `works` is said, one that would be a holiday and is none."""

    day: date
    name: Texts
    works: bool = False


class Interpreter(_Part):
    """Somebody who interprets; `language` is "sign", or BCP 47."""

    id: Key
    name: Texts
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=16)] = "sign"


class Duty(_Stretch):
    """On these days, an office's visitors are received by another (جدول المناوبة)."""

    office: Key
    stand_in: Key


class Citizen(_Part):
    """A person who is known from the start, for demonstrations and trials."""

    national_id: Annotated[str, AfterValidator(_national_id)]
    mobile: Annotated[str, AfterValidator(_mobile)]
    name: Annotated[str, AfterValidator(_name)]


class Region(_Part):
    """One region's file."""

    name: Texts
    zone: Annotated[str, AfterValidator(_zone)]
    agencies: tuple[Agency, ...] = Field(min_length=1)
    schedules: dict[Key, Schedule]
    offices: tuple[Office, ...] = Field(min_length=1)
    sites: tuple[Site, ...] = Field(min_length=1)
    staff: tuple[Staff, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    duties: tuple[Duty, ...] = ()
    citizens: tuple[Citizen, ...] = ()

    @model_validator(mode="after")
    def _references(self) -> Self:
        agencies, offices = {each.id for each in self.agencies}, {each.id for each in self.offices}
        for office in self.offices:
            if office.agency not in agencies:
                raise ValueError(f"office {office.id!r}: there is no agency {office.agency!r}")
            if office.schedule not in self.schedules:
                raise ValueError(f"office {office.id!r}: there is no schedule {office.schedule!r}")
        known = {
            "office": offices,
            "agency": agencies,
            "site": {each.id for each in self.sites},
            "governorate": {each.governorate_id for each in self.sites},
        }
        for member in self.staff:
            for bound, ids in known.items():
                named = getattr(member, bound)
                if named is not None and named not in ids:
                    raise ValueError(f"staff {member.username!r}: there is no {bound} {named!r}")
        self._triage()
        self._roster(offices)
        _unique("agencies", (each.id for each in self.agencies))
        _unique("offices", (each.id for each in self.offices))
        _unique("services", (service.id for office in self.offices for service in office.services))
        _unique("sites", (each.id for each in self.sites))
        _unique("teams", (team.id for office in self.offices for team in office.teams))
        _unique("interpreters", (each.id for each in self.interpreters))
        for name, schedule in self.schedules.items():
            _unique(f"schedules {name!r}", (each.id for each in schedule.seasons))
        _unique("staff", (each.username for each in self.staff))
        _unique("citizens", (each.national_id for each in self.citizens))
        return self

    def _triage(self) -> None:
        forms = {service.id: questions_of(service.questions) for office in self.offices for service in office.services}
        for fault in triage_faults(forms):
            raise ValueError(f"questions: {fault}")

    def _roster(self, offices: set[str]) -> None:
        roster: tuple[RosterDuty, ...] = ()
        for duty in self.duties:
            for named in (duty.office, duty.stand_in):
                if named not in offices:
                    raise ValueError(f"duties: there is no office {named!r}")
            stand_in = Receiver(office_id=OfficeId(duty.stand_in))
            grown = entered(roster, RosterDuty(OfficeId(duty.office), stand_in, duty.first, duty.last))
            if isinstance(grown, Refusal):
                raise ValueError(  # noqa: TRY004 - pydantic turns a ValueError into a named fault
                    f"duties: {duty.office!r} from {duty.first}: {grown.field} contradicts another entry"
                )
            roster = grown


def questions_of(questions: Iterable[TriageQuestion]) -> tuple[Question, ...]:
    """The questions as the rules know them."""
    return tuple(
        Question(each.id, _said(each.text), each.kind, tuple(_answer_of(answer) for answer in each.answers))
        for each in questions
    )


def wordings_of(usual: Iterable[UsualOutcome]) -> tuple[Wording, ...]:
    """The wordings as the rules know them."""
    return tuple(Wording(each.decision, each.name.ar, each.name.en, each.text.ar, each.text.en) for each in usual)


def _answer_of(answer: TriageAnswer) -> Answer:
    way = answer.not_here
    return Answer(
        answer.id,
        _said(answer.text),
        question_id=answer.question,
        service_id=answer.service,
        not_here=None if way is None else Rejection(_said(way.unit), _said(way.reason), _said(way.next_step)),
    )


def _said(words: Words) -> Said:
    return Said(words.ar, words.en, words.ur)


class RegionFaultyError(ValueError):
    """The file is not a region's. `faults` are one line each: the field, and what is wrong with it."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_region(text: str) -> Region:
    """A region from YAML.

    Raises:
        RegionFaultyError: it is no YAML, or a field is wrong.
    """
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise RegionFaultyError((f"not YAML: {error}",)) from None
    try:
        return Region.model_validate(content)
    except ValidationError as error:
        raise RegionFaultyError(
            tuple(
                f"{'.'.join(str(part) for part in fault['loc']) or 'region'}: {fault['msg']}"
                for fault in error.errors(include_input=False, include_url=False)
            )
        ) from None


def _unique(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{what}: {name!r} stands there twice")
        seen.add(name)
