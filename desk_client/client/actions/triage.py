"""The questions before a booking: answering them, going back, and being led to who can help."""

from dataclasses import replace

from desk_client.client.flows import kiosk as flow
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import MAX_SUBJECT_LENGTH, Office, Page, Service, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.triage import AskNext, Elsewhere, GoOn, Question, Rejection, Way, find, way_of

_BETWEEN = len(" — ")


def begun(visit: Visit, service: Service | None) -> Visit:
    """The visit before the first of a service's questions, where it has any; answers given before are kept."""
    questions = () if service is None else service.questions
    return replace(visit, questions=questions, asked=tuple(each.id for each in questions[:1]))


def subject_room(visit: Visit) -> int:
    """How many letters the person's own words may have: the answers stand before them."""
    taken = len(visit.brief)
    return MAX_SUBJECT_LENGTH - (taken + _BETWEEN if taken else 0)


def question_of(visit: Visit) -> Question | None:
    """What is asked now."""
    return find(visit.questions, visit.asked[-1]) if visit.asked else None


def way_now(visit: Visit) -> Way | None:
    """Where the answer to what is asked now leads; None before it was answered."""
    question = question_of(visit)
    answer_id = None if question is None else dict(visit.answers).get(question.id)
    return None if question is None or answer_id is None else way_of(visit.questions, question.id, answer_id)


def answer(client: KioskClient, answer_id: str) -> None:
    """Answer what is asked now, and go where that leads."""
    visit = client.visit.value
    question = question_of(visit)
    if question is None:
        return
    visit = replace(visit, answers=tuple({**dict(visit.answers), question.id: answer_id}.items()))
    match way_now(visit):
        case AskNext(following):
            client.visit.set(replace(visit, asked=(*visit.asked, following.id)))
        case GoOn():
            client.visit.set(flow.forward(visit))
        case Elsewhere() | Rejection():
            client.visit.set(flow.aside(visit, Page.REFERRAL))
        case None:
            client.visit.set(visit)


def back(client: KioskClient) -> None:
    """Go back to the question before, or to the page before them all; every answer is kept."""
    visit = client.visit.value
    if len(visit.asked) > 1:
        client.visit.set(replace(visit, asked=visit.asked[:-1]))
    else:
        client.visit.set(flow.back(visit))


def right_one(visit: Visit) -> tuple[Office, Service] | None:
    """The service that the answer led to, and whose it is; None where it led to none, or it is offered no more."""
    way = way_now(visit)
    if not isinstance(way, Elsewhere):
        return None
    every = ((office, service) for office in visit.offices for service in office.services)
    return next((each for each in every if each[1].id == way.service_id), None)


def kinds_there(visit: Visit) -> tuple[AppointmentKind, ...]:
    """How one can meet whoever can help, where that is all there is left to ask before the time; empty otherwise."""
    there = _there(visit)
    if there is None or there.page is not Page.KIND:
        return ()
    return there.kinds


def go_there(client: KioskClient, kind: AppointmentKind | None = None) -> None:
    """Go on with the service that the answer led to; back leads to the services of whoever offers it.

    Where `kinds_there` offers any, ``kind`` is the one that was chosen, and the question for it is answered with that.
    """
    there = _there(client.visit.value)
    if there is None:
        return
    if kind is not None and there.page is Page.KIND:
        there = flow.forward(replace(there, kind=kind))
    client.visit.set(there)


def _there(visit: Visit) -> Visit | None:
    """The visit with the service that the answer led to; None where it led to none."""
    found = right_one(visit)
    if found is None:
        return None
    office, service = found
    kinds = replace(visit, service=service).kinds
    chosen = replace(
        visit,
        office=office,
        service=service,
        wished=None,
        anyone=False,
        kind=kinds[0] if len(kinds) == 1 else None,
        availability=None,
        found=None,
        slot=None,
    )
    trail = tuple(page for page in visit.trail if page is not Page.TRIAGE)
    return replace(flow.forward(begun(chosen, service)), trail=trail)
