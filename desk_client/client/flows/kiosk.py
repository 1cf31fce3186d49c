"""The kiosk's flow: identify, then choose and confirm; or check in, talk and confirm; or change one's mind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.client.visit import LEAVING, Goal, Page, Visit, Way
from desk_client.domain.kinds import needs_address


class Stage(StrEnum):
    """The segments of the step bar."""

    IDENTITY = "identity"
    OFFICIAL = "official"
    TIME = "time"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Stop:
    """One page's place in the flow.

    Attributes:
        after: the page that follows, given the answers so far.
        stage: which segment of the step bar it belongs to; None where no bar is shown.
        returnable: whether "back" may lead to this page once it is answered.
        returnable_unsent: whether it may where nothing has been sent, as the server is away.
        loses_nothing: whether whoever ends the visit there loses nothing that they would miss.
        is_watched: whether a visit ends by itself there when nobody touches the kiosk for long.
    """

    after: Callable[[Visit], Page]
    stage: Stage | None = None
    returnable: bool = True
    returnable_unsent: bool = False
    loses_nothing: bool = False
    is_watched: bool = True


def _to(page: Page) -> Callable[[Visit], Page]:
    return lambda _visit: page


def _after_home(visit: Visit) -> Page:
    return Page.TICKET_NUMBER if visit.goal is Goal.LEAVE_CHECK_IN else Page.NATIONAL_ID


def _after_ticket_code(visit: Visit) -> Page:
    return Page.SLIP if visit.goal is Goal.LEAVE_CHECK_IN else Page.CODE


def _after_mobile(visit: Visit) -> Page:
    return Page.NAME if visit.goal is Goal.LEAVE_REQUEST else Page.CODE


def _after_identity(visit: Visit) -> Page:
    if visit.session is not None and visit.session.person.name is None:
        return Page.NAME
    return _after_name(visit)


def _after_way(visit: Visit) -> Page:
    match visit.way:
        case Way.NAFATH:
            return Page.NAFATH
        case Way.OPERATOR:
            return Page.DESK
        case Way.SMS_CODE:
            return Page.MOBILE


def _after_name(visit: Visit) -> Page:
    return Page.OFFICE if visit.goal in {Goal.BOOK, Goal.LEAVE_REQUEST} else Page.APPOINTMENTS


def _after_office(visit: Visit) -> Page:
    return _after_service(visit) if visit.office is not None and len(visit.office.services) == 1 else Page.SERVICE


def _after_service(visit: Visit) -> Page:
    if visit.goal is Goal.LEAVE_REQUEST:
        return Page.DAYS
    return Page.TRIAGE if visit.service is not None and visit.service.questions else _after_triage(visit)


def _after_triage(visit: Visit) -> Page:
    return Page.WITH_WHOM if len(visit.peers) > 1 else _after_whom(visit)


def _after_whom(visit: Visit) -> Page:
    return Page.KIND if len(visit.kinds) > 1 else _after_kind(visit)


def _after_kind(visit: Visit) -> Page:
    return Page.FIRST_FREE if visit.anyone else Page.TIME


def _after_subject(visit: Visit) -> Page:
    if visit.goal is Goal.LEAVE_REQUEST:
        return Page.LEAVE
    return Page.ADDRESS if visit.kind is not None and needs_address(visit.kind) else Page.DOCUMENTS


def _after_appointments(visit: Visit) -> Page:
    return Page.CHANGE if visit.goal is Goal.CHANGE else Page.CHECK


def _after_time(visit: Visit) -> Page:
    return Page.MOVE if visit.goal is Goal.CHANGE else Page.SUBJECT


def _after_outcome(visit: Visit) -> Page:
    return Page.SURVEY if visit.was_received else Page.FAREWELL


FLOW: Final[Mapping[Page, Stop]] = MappingProxyType(
    {
        Page.HOME: Stop(_after_home, is_watched=False),
        Page.SERVICE_POINTS: Stop(_to(Page.HOME), loses_nothing=True),
        Page.OPERATOR: Stop(_to(Page.HOME), loses_nothing=True),
        Page.OFFER_CODE: Stop(_to(Page.OFFER), loses_nothing=True),
        Page.OFFER: Stop(_to(Page.FAREWELL), returnable=False, loses_nothing=True),
        Page.NATIONAL_ID: Stop(_to(Page.MOBILE), Stage.IDENTITY, loses_nothing=True),
        Page.OTHERS: Stop(_to(Page.NATIONAL_ID), Stage.IDENTITY, loses_nothing=True),
        Page.COMPANIONS: Stop(_to(Page.NATIONAL_ID), Stage.IDENTITY),
        Page.REPRESENTED: Stop(_to(Page.REPRESENTED_ID), Stage.IDENTITY),
        Page.REPRESENTED_ID: Stop(_to(Page.ATTORNEY), Stage.IDENTITY),
        Page.ATTORNEY: Stop(_to(Page.NATIONAL_ID), Stage.IDENTITY),
        Page.PASSPORT: Stop(_to(Page.NATIONALITY), Stage.IDENTITY),
        Page.BORDER_NUMBER: Stop(_to(Page.NATIONALITY), Stage.IDENTITY),
        Page.NATIONALITY: Stop(_to(Page.MOBILE), Stage.IDENTITY),
        Page.SCAN: Stop(_to(Page.CODE), Stage.IDENTITY, loses_nothing=True),
        Page.TICKET_NUMBER: Stop(_to(Page.TICKET_CODE), Stage.IDENTITY, loses_nothing=True),
        Page.TICKET_CODE: Stop(_after_ticket_code, Stage.IDENTITY, loses_nothing=True),
        Page.MOBILE: Stop(_after_mobile, Stage.IDENTITY),
        Page.WAY: Stop(_after_way, Stage.IDENTITY),
        Page.NAFATH: Stop(_after_identity, Stage.IDENTITY, returnable=False),
        Page.DESK: Stop(_after_identity, Stage.IDENTITY, returnable=False),
        Page.CODE: Stop(_after_identity, Stage.IDENTITY, returnable=False),
        Page.NAME: Stop(_after_name, Stage.IDENTITY, returnable=False, returnable_unsent=True),
        Page.OFFICE: Stop(_after_office, Stage.OFFICIAL),
        Page.SERVICE: Stop(_after_service, Stage.OFFICIAL),
        Page.TRIAGE: Stop(_after_triage, Stage.OFFICIAL),
        Page.REFERRAL: Stop(_after_service, Stage.OFFICIAL, returnable=False),
        Page.WITH_WHOM: Stop(_after_whom, Stage.OFFICIAL),
        Page.KIND: Stop(_after_kind, Stage.OFFICIAL),
        Page.FIRST_FREE: Stop(_to(Page.SUBJECT), Stage.TIME),
        Page.TIME: Stop(_after_time, Stage.TIME),
        Page.DAYS: Stop(_to(Page.SUBJECT), Stage.TIME),
        Page.SUBJECT: Stop(_after_subject, Stage.CONFIRMATION),
        Page.ADDRESS: Stop(_to(Page.DOCUMENTS), Stage.CONFIRMATION),
        Page.DOCUMENTS: Stop(_to(Page.SUMMARY), Stage.CONFIRMATION),
        Page.MORE_DOCUMENTS: Stop(_to(Page.APPOINTMENTS)),
        Page.PHOTO: Stop(_to(Page.DOCUMENTS)),
        Page.FILES: Stop(_to(Page.DOCUMENTS)),
        Page.PHONE: Stop(_to(Page.DOCUMENTS)),
        Page.SUMMARY: Stop(_to(Page.TICKET), Stage.CONFIRMATION, returnable=False),
        Page.LEAVE: Stop(_to(Page.SLIP), Stage.CONFIRMATION, returnable=False),
        Page.SLIP: Stop(_to(Page.FAREWELL), returnable=False, loses_nothing=True),
        Page.MOVE: Stop(_to(Page.TICKET), Stage.CONFIRMATION, returnable=False),
        Page.WAITLIST: Stop(_to(Page.LISTED), Stage.TIME, returnable=False),
        Page.LISTED: Stop(_to(Page.FAREWELL), returnable=False, loses_nothing=True),
        Page.TICKET: Stop(_to(Page.CHECK), returnable=False, loses_nothing=True),
        Page.APPOINTMENTS: Stop(_after_appointments, loses_nothing=True),
        Page.REQUESTS: Stop(_to(Page.REQUEST), loses_nothing=True),
        Page.REQUEST: Stop(_to(Page.REPLY), loses_nothing=True),
        Page.REPLY: Stop(_to(Page.REQUEST)),
        Page.CHANGE: Stop(_to(Page.TIME), loses_nothing=True),
        Page.CHECK: Stop(_to(Page.WAITING), returnable=False, is_watched=False),
        Page.WAITING: Stop(_to(Page.CALL), returnable=False, is_watched=False),
        Page.CALL: Stop(_to(Page.OUTCOME), returnable=False, is_watched=False),
        Page.REBOOKED: Stop(_to(Page.FAREWELL), returnable=False, loses_nothing=True),
        Page.OUTCOME: Stop(_after_outcome, returnable=False),
        Page.SURVEY: Stop(_to(Page.FAREWELL), returnable=False, loses_nothing=True),
        Page.FAREWELL: Stop(_to(Page.HOME), returnable=False, is_watched=False),
    }
)


def forward(visit: Visit) -> Visit:
    """The visit on its next page. A page that cannot be returned to cuts the way back behind it."""
    here = FLOW[visit.page]
    is_returnable = here.returnable or (here.returnable_unsent and visit.goal in LEAVING)
    trail = (*visit.trail, visit.page) if is_returnable else ()
    return replace(visit, page=here.after(visit), trail=trail)


def back(visit: Visit) -> Visit:
    """The visit on the page before, with every answer kept; unchanged where there is no way back."""
    if not visit.trail:
        return visit
    return replace(visit, page=visit.trail[-1], trail=visit.trail[:-1])


def aside(visit: Visit, page: Page) -> Visit:
    """The visit on a page beside the way, from which "back" leads here again."""
    return replace(visit, page=page, trail=(*visit.trail, visit.page))


def returned(visit: Visit, page: Page) -> Visit:
    """The visit on a page that it came by, as if nothing had been asked since; "back" leads on from there."""
    trail = visit.trail[: visit.trail.index(page)] if page in visit.trail else visit.trail
    return replace(visit, page=page, trail=trail)


def at(visit: Visit, page: Page) -> Visit:
    """The visit on a page that an event, not an answer, led to (admitted, sent back, over)."""
    return replace(visit, page=page, trail=())
