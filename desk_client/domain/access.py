"""Who may do what to whose things: the one table of roles, actions, ownership and governorates."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Final

from desk_client.domain.ids import AgencyId, AppointmentId, GovernorateId, OfficeId, PersonId, SiteId, StaffId


class Role(StrEnum):
    """In what capacity somebody asks (domain, "Who uses it")."""

    KIOSK = "kiosk"
    """A terminal by itself, before anybody has signed in at it."""
    CITIZEN = "citizen"
    """A citizen, a resident or a visitor."""
    OPERATOR = "operator"
    """Runs a site's hall and helps people book."""
    COORDINATOR = "coordinator"
    """An agency's customer service: triages requests."""
    SPECIALIST = "specialist"
    """Works for a department, on what is routed to it."""
    AGENCY_LEADER = "agency_leader"
    OFFICIAL = "official"
    DELEGATE = "delegate"
    """The office's manager, who acts for the official under their own, audited name."""
    INTERPRETER = "interpreter"
    """Interprets in audiences to which they are called, by voice or by signs; has no office."""
    EMIRATE_LEADERSHIP = "emirate_leadership"
    ADMINISTRATOR = "administrator"


STAFF_ROLES: Final = frozenset(Role) - {Role.KIOSK, Role.CITIZEN}


class Action(StrEnum):
    """What somebody asks for. The value is the permission's wire code."""

    # what is there to be had
    START_CITIZEN_SESSION = "start_citizen_session"
    ASSIST_SIGN_IN = "assist_sign_in"
    """Let in a person without a mobile whose papers one has seen."""
    SEE_OFFICES = "see_offices"
    CALL_FOR_HELP = "call_for_help"
    """Have the operator of the hall come to a kiosk."""
    SEE_CALLED_NUMBERS = "see_called_numbers"
    """Which numbers of the hall's queue are called now: what everybody in the hall may read."""
    REPORT_KIOSK = "report_kiosk"
    """Say how this terminal is, and hear what its operator asks of it."""
    HAND_IN_DEPOSITS = "hand_in_deposits"
    """Hand in what people left at a kiosk while the server was away."""

    # a person's own way
    SUBMIT_REQUEST = "submit_request"
    SEE_REQUEST = "see_request"
    TRIAGE = "triage"
    BOOK = "book"
    BOOK_FOR = "book_for"
    """Book in somebody else's name: staff-made bookings."""
    JOIN_WAITLIST = "join_waitlist"
    SEE_APPOINTMENT = "see_appointment"
    CHECK_IN = "check_in"
    CANCEL = "cancel"
    RESCHEDULE = "reschedule"
    SEE_QUEUE = "see_queue"
    CONFIRM_OUTCOME = "confirm_outcome"
    ANSWER_SURVEY = "answer_survey"
    """Say how satisfied one was with one's own audience."""
    ATTACH = "attach"
    SEE_ATTACHMENT = "see_attachment"
    GIVE_DOCUMENT = "give_document"
    """Give the visitor a document in the talk; it stays with the case."""
    MARK_DOCUMENT = "mark_document"
    """See what the offices that receive somebody marked on a document of theirs, and mark it."""
    MANAGE_OWN_DATA = "manage_own_data"
    """Consents, an export, an erasure of one's own data."""

    # an office's day
    SEE_AGENDA = "see_agenda"
    SEE_BRIEF = "see_brief"
    ADMIT = "admit"
    SEND_BACK = "send_back"
    TRANSFER = "transfer"
    PAUSE = "pause"
    DECLINE = "decline"
    """Not receive somebody who waits, naming unit, reason and next step."""
    RUN_WAITING_ROOM = "run_waiting_room"
    """Take a break, and say who of those who wait is received before whom."""
    COMPLETE = "complete"
    EXTEND = "extend"
    """Let a talk last longer than planned."""
    MARK_NO_SHOW = "mark_no_show"
    MARK_UNSERVED = "mark_unserved"
    RECORD_INCIDENT = "record_incident"
    """Say when and where a fault was ours."""
    TAKE_MINUTES = "take_minutes"
    """Read and write the words that become an outcome's, from the talk until that is recorded."""
    RECORD_OUTCOME = "record_outcome"
    SEE_OUTCOME = "see_outcome"
    ENTER_ROOM = "enter_room"
    CALL_IN = "call_in"
    """Call somebody else into an audience, see who is, and take them out again."""
    SPEAK_APART = "speak_apart"
    """Have a word with those of the house who were called into one's own audience, from which the visitor is kept."""
    JOIN_BY_BROWSER = "join_by_browser"
    """Have a link made by which one receives from a browser, see whether one does, and end that."""
    BE_CALLED_IN = "be_called_in"
    """Be called into somebody else's audience: see the call, answer it, and enter."""
    WRITE_NOTE = "write_note"
    """Write something that is read at once by who waits, or in the talk."""
    SEE_NOTES = "see_notes"
    WRITE_CHAT = "write_chat"
    """Write something beside the talk that stays with the case; either side may."""
    SEE_CHAT = "see_chat"
    ALLOW_RECORDING = "allow_recording"
    """Say whether an office's talks may be recorded at all, and for how long that is kept."""
    RECORD = "record"
    """Record a talk, once the citizen has agreed to it."""
    FOLLOW_RECORDING = "follow_recording"
    """See whether one's own talk is asked about, or recorded."""
    ANSWER_RECORDING = "answer_recording"
    """Agree that one's own talk is recorded, or withdraw that."""
    SEE_RECORDING = "see_recording"
    """Play what an office recorded."""
    ASK_CALL_BACK = "ask_call_back"
    """Have it written down that the office owes a call by phone, since the line failed."""
    CALL_BACK = "call_back"
    """Learn the number of somebody who is owed a call, and say what became of it."""
    ASK_REBOOKING = "ask_rebooking"
    """Be booked again, since the line failed and nobody called."""
    MANAGE_CALENDAR = "manage_calendar"
    SEE_SATISFACTION = "see_satisfaction"
    """What those who were received answered, taken together; nobody may see one answer."""

    # the house
    FIND_PERSON = "find_person"
    ANSWER_FOR_DATA = "answer_for_data"
    """Give a person what is held about them, erase it, and report a breach: what the house owes them by law."""
    SEE_OWN_ACCOUNT = "see_own_account"
    """A member of staff's own second factor, password and recovery codes."""
    MANAGE_DELEGATES = "manage_delegates"
    """Say what an office's manager may do in its name, and for how long."""
    MANAGE_STAFF = "manage_staff"
    MANAGE_KIOSKS = "manage_kiosks"
    RUN_WALK_INS = "run_walk_ins"
    """Give those who come without an appointment a number, and call them in turn."""
    UNLOCK_KIOSK = "unlock_kiosk"
    """Ask whether the PIN typed at this terminal is its hall's: what the terminal does for the operator before it."""
    MANAGE_MESSAGES = "manage_messages"
    SEE_REGISTER = "see_register"
    """The audit trail, and the register of who looked at what."""
    ADMINISTER = "administer"


class Scope(Enum):
    """On whose things an action is allowed."""

    ANY = auto()
    OWN = auto()
    """What belongs to the person themself."""
    OFFICE = auto()
    """What belongs to the office that the person serves."""
    AGENCY = auto()
    """What belongs to any office of the person's agency."""
    SITE = auto()
    """What takes place at the person's or the kiosk's own site."""
    CALLED = auto()
    """An audience into which the person was called, for as long as the call stands."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who asks: a role and what it is bound to. A governorate, where one is named, narrows every scope to it.

    An appointment, where one is named, narrows a citizen to it and to what opens it: a ticket, or a guest's link.
    """

    role: Role
    person_id: PersonId | None = None
    office_id: OfficeId | None = None
    agency_id: AgencyId | None = None
    site_id: SiteId | None = None
    governorate_id: GovernorateId | None = None
    appointment_id: AppointmentId | None = None
    opened: frozenset[Action] = frozenset()
    """What that appointment opens: one of the sets in `domain.narrowed`."""
    delegated: frozenset[Action] | None = None
    """What of the role's actions was left to an office's manager, or is done from a browser; None: all of them."""
    staff_id: StaffId | None = None


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose the thing is that an action touches; `office_ids` are those booked with and those who attend.

    `appointment_id` is the appointment that the thing is, or belongs to; `called` are those called into it.
    """

    person_id: PersonId | None = None
    office_ids: frozenset[OfficeId] = frozenset()
    agency_id: AgencyId | None = None
    site_id: SiteId | None = None
    governorate_id: GovernorateId | None = None
    appointment_id: AppointmentId | None = None
    called: frozenset[StaffId] = frozenset()


NOBODYS: Final = Ownership()
"""For what is everybody's: the list of offices, the free slots."""

_EVERY_STAFF: Final[Mapping[Action, Scope]] = {Action.SEE_OFFICES: Scope.ANY, Action.SEE_OWN_ACCOUNT: Scope.ANY}

_OFFICE_WORK: Final[Mapping[Action, Scope]] = {
    **_EVERY_STAFF,
    **dict.fromkeys(
        (
            Action.SEE_APPOINTMENT,
            Action.SEE_AGENDA,
            Action.SEE_BRIEF,
            Action.SEE_ATTACHMENT,
            Action.GIVE_DOCUMENT,
            Action.MARK_DOCUMENT,
            Action.SEE_QUEUE,
            Action.ADMIT,
            Action.SEND_BACK,
            Action.TRANSFER,
            Action.PAUSE,
            Action.DECLINE,
            Action.RUN_WAITING_ROOM,
            Action.COMPLETE,
            Action.EXTEND,
            Action.CANCEL,
            Action.RESCHEDULE,
            Action.MARK_NO_SHOW,
            Action.MARK_UNSERVED,
            Action.RECORD_INCIDENT,
            Action.TAKE_MINUTES,
            Action.RECORD_OUTCOME,
            Action.SEE_OUTCOME,
            Action.WRITE_NOTE,
            Action.SEE_NOTES,
            Action.WRITE_CHAT,
            Action.SEE_CHAT,
            Action.FOLLOW_RECORDING,
            Action.SEE_RECORDING,
            Action.ASK_CALL_BACK,
            Action.CALL_BACK,
            Action.SEE_REQUEST,
            Action.TRIAGE,
            Action.MANAGE_CALENDAR,
        ),
        Scope.OFFICE,
    ),
}

_HELPED: Final = (
    Action.SUBMIT_REQUEST,
    Action.BOOK_FOR,
    Action.JOIN_WAITLIST,
    Action.SEE_APPOINTMENT,
    Action.CANCEL,
    Action.RESCHEDULE,
    Action.SEE_QUEUE,
    Action.ATTACH,
)
"""What staff do in a citizen's name."""

_OVERSIGHT: Final = (
    Action.SEE_APPOINTMENT,
    Action.SEE_AGENDA,
    Action.SEE_REQUEST,
    Action.SEE_OUTCOME,
    Action.SEE_SATISFACTION,
)

TABLE: Final[Mapping[Role, Mapping[Action, Scope]]] = MappingProxyType(
    {
        Role.KIOSK: {
            Action.START_CITIZEN_SESSION: Scope.ANY,
            Action.SEE_OFFICES: Scope.ANY,
            Action.UNLOCK_KIOSK: Scope.ANY,
            Action.REPORT_KIOSK: Scope.SITE,
            Action.CALL_FOR_HELP: Scope.SITE,
            Action.SEE_CALLED_NUMBERS: Scope.SITE,
            Action.HAND_IN_DEPOSITS: Scope.SITE,
        },
        Role.CITIZEN: {
            Action.SEE_OFFICES: Scope.ANY,
            **dict.fromkeys(
                (
                    Action.SUBMIT_REQUEST,
                    Action.SEE_REQUEST,
                    Action.BOOK,
                    Action.JOIN_WAITLIST,
                    Action.SEE_APPOINTMENT,
                    Action.CHECK_IN,
                    Action.CANCEL,
                    Action.RESCHEDULE,
                    Action.SEE_QUEUE,
                    Action.SEE_OUTCOME,
                    Action.CONFIRM_OUTCOME,
                    Action.ANSWER_SURVEY,
                    Action.ENTER_ROOM,
                    Action.SEE_NOTES,
                    Action.WRITE_CHAT,
                    Action.SEE_CHAT,
                    Action.FOLLOW_RECORDING,
                    Action.ANSWER_RECORDING,
                    Action.ASK_CALL_BACK,
                    Action.ASK_REBOOKING,
                    Action.ATTACH,
                    Action.SEE_ATTACHMENT,
                    Action.MANAGE_OWN_DATA,
                ),
                Scope.OWN,
            ),
        },
        Role.OPERATOR: {
            **_EVERY_STAFF,
            **dict.fromkeys(
                (
                    *_HELPED,
                    Action.ASSIST_SIGN_IN,
                    Action.CHECK_IN,
                    Action.MANAGE_KIOSKS,
                    Action.MARK_UNSERVED,
                    Action.RUN_WALK_INS,
                    Action.SEE_CALLED_NUMBERS,
                ),
                Scope.SITE,
            ),
            Action.RECORD_INCIDENT: Scope.SITE,
            Action.FIND_PERSON: Scope.ANY,
        },
        Role.COORDINATOR: {
            **_EVERY_STAFF,
            **dict.fromkeys((*_HELPED, Action.SEE_REQUEST, Action.TRIAGE, Action.SEE_ATTACHMENT), Scope.AGENCY),
            Action.FIND_PERSON: Scope.ANY,
        },
        Role.SPECIALIST: {
            **_EVERY_STAFF,
            **dict.fromkeys((Action.SEE_REQUEST, Action.TRIAGE, Action.SEE_ATTACHMENT), Scope.OFFICE),
        },
        Role.AGENCY_LEADER: {**_EVERY_STAFF, **dict.fromkeys(_OVERSIGHT, Scope.AGENCY)},
        # the delegate prepares; only the official sits opposite the citizen, calls others in, reads what was thought
        Role.OFFICIAL: {
            **_OFFICE_WORK,
            **dict.fromkeys(
                (
                    Action.ENTER_ROOM,
                    Action.SEE_SATISFACTION,
                    Action.CALL_IN,
                    Action.SPEAK_APART,
                    Action.ALLOW_RECORDING,
                    Action.RECORD,
                    Action.MANAGE_DELEGATES,
                ),
                Scope.OFFICE,
            ),
            Action.BE_CALLED_IN: Scope.CALLED,
            Action.JOIN_BY_BROWSER: Scope.ANY,
        },
        Role.INTERPRETER: {**_EVERY_STAFF, Action.BE_CALLED_IN: Scope.CALLED},
        Role.DELEGATE: {
            **_OFFICE_WORK,
            Action.BE_CALLED_IN: Scope.CALLED,
            **dict.fromkeys((Action.SUBMIT_REQUEST, Action.BOOK_FOR, Action.JOIN_WAITLIST), Scope.OFFICE),
            Action.FIND_PERSON: Scope.ANY,
        },
        Role.EMIRATE_LEADERSHIP: {**_EVERY_STAFF, **dict.fromkeys(_OVERSIGHT, Scope.ANY)},
        Role.ADMINISTRATOR: {
            **_EVERY_STAFF,
            **dict.fromkeys(
                (
                    Action.MANAGE_CALENDAR,
                    Action.ALLOW_RECORDING,  # not what was recorded: that is the office's own
                    Action.RECORD_INCIDENT,
                    Action.MANAGE_STAFF,
                    Action.MANAGE_DELEGATES,
                    Action.MANAGE_KIOSKS,
                    Action.MANAGE_MESSAGES,
                    Action.SEE_REGISTER,
                    Action.ANSWER_FOR_DATA,
                    Action.SEE_SATISFACTION,
                    Action.ADMINISTER,
                ),
                Scope.ANY,
            ),
        },
    }
)


def may(standing: Standing, action: Action, ownership: Ownership = NOBODYS) -> bool:
    """Whether this person may do this to a thing of that owner. What the table does not name is not allowed."""
    scope = TABLE[standing.role].get(action)
    return (
        scope is not None
        and (standing.delegated is None or action in standing.delegated)
        and _within(scope, standing, ownership)
        and not _elsewhere(standing, ownership)
        and not _beside_the_ticket(standing, action, scope, ownership)
    )


def permissions(role: Role) -> frozenset[Action]:
    """Every action that the role may take on something."""
    return frozenset(TABLE[role])


def allowed(standing: Standing) -> frozenset[Action]:
    """Every action that this person may take on something: their role's, or of these what they were let in for."""
    every = permissions(standing.role)
    if standing.delegated is not None:
        every &= standing.delegated
    return every if standing.appointment_id is None else every & standing.opened


def scope_of(role: Role, action: Action) -> Scope | None:
    """How far the role's permission reaches; None where it has none. For those who list things."""
    return TABLE[role].get(action)


def _within(scope: Scope, standing: Standing, ownership: Ownership) -> bool:
    match scope:
        case Scope.ANY:
            return True
        case Scope.OWN:
            return standing.person_id is not None and standing.person_id == ownership.person_id
        case Scope.OFFICE:
            return standing.office_id is not None and standing.office_id in ownership.office_ids
        case Scope.AGENCY:
            return standing.agency_id is not None and standing.agency_id == ownership.agency_id
        case Scope.SITE:
            return standing.site_id is not None and standing.site_id == ownership.site_id
        case Scope.CALLED:
            return standing.staff_id is not None and standing.staff_id in ownership.called


def _elsewhere(standing: Standing, ownership: Ownership) -> bool:
    """A person of one governorate has nothing to do with the things of another."""
    return (
        standing.governorate_id is not None
        and ownership.governorate_id is not None
        and standing.governorate_id != ownership.governorate_id
    )


def _beside_the_ticket(standing: Standing, action: Action, scope: Scope, ownership: Ownership) -> bool:
    """Whoever came with a ticket or a guest's link has nothing to do with anything but its appointment."""
    if standing.appointment_id is None:
        return False
    return action not in standing.opened or (
        scope is not Scope.ANY and ownership.appointment_id != standing.appointment_id
    )
