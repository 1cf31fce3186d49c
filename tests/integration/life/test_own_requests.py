"""One's own requests on both stores: what becomes of them is read without the house's notes, and questions answered."""

import pytest

from desk_client.config.settings import ServerSettings
from desk_client.domain.ids import RequestId
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.request import RequestState, RequestStep
from desk_client.protocol.requests import OwnRequest, ReplyAsk, Request
from desk_client.server.services.asking import own, replies, requests
from tests.integration.life.lab import Lab
from tests.integration.life.test_inbox import file
from tests.integration.life.test_requests import submit, taken

NOTE = "ملاحظة لا تخص صاحب الطلب"


@pytest.fixture
def settings(settings: ServerSettings) -> ServerSettings:
    """Browsers reach this server: who is asked something gets a link."""
    return settings.model_copy(update={"public_url": "https://majlis.example"})


def read(lab: Lab, request: Request, number: int = 1) -> OwnRequest:
    return lab.read(own.course, lab.citizen(number), RequestId(request.id))


def answered(lab: Lab, request: Request, text: str, number: int = 1) -> Request:
    return lab.write(own.reply, lab.citizen(number), RequestId(request.id), ReplyAsk(text=text), request.version)


def steps(read: OwnRequest) -> list[tuple[RequestStep, str | None, str | None]]:
    return [(each.step, None if each.unit is None else each.unit.en, each.words) for each in read.steps]


def test_every_step_that_concerns_them_is_told_and_no_note_of_the_house(lab: Lab) -> None:
    request = submit(lab)
    assert steps(read(lab, request)) == []
    request = taken(lab, "town-desk", request, "route", office_id="roads", note=NOTE)
    request = taken(lab, "roads-clerk", request, "hand", staff_id="stf_roads-head")
    request = taken(lab, "roads-head", request, "take")
    request = taken(lab, "roads-head", request, "escalate", recommendation=NOTE)
    request = taken(lab, "mayor", request, "ask_back", text="في أي حي؟")
    asked = read(lab, request)
    assert (asked.question, asked.request.state) == ("في أي حي؟", RequestState.AWAITING_REPLY)
    request = answered(lab, request, "  حي الروضة ")
    assert (request.state, read(lab, request).question) == (RequestState.ESCALATED, None)
    request = taken(lab, "mayor", request, "answer", text="يُسفلت الطريق هذا الشهر")
    whole = read(lab, request)
    assert whole.request.answer == "يُسفلت الطريق هذا الشهر"
    assert steps(whole) == [
        (RequestStep.ROUTE, "the roads", None),
        (RequestStep.ESCALATE, "the mayor", None),
        (RequestStep.ASK_BACK, "the mayor", "في أي حي؟"),
        (RequestStep.REPLY, None, "حي الروضة"),
        (RequestStep.ANSWER, "the mayor", None),
    ]
    told = whole.model_dump_json()
    for within in (NOTE, "roads-head", "roads-clerk", "stf_"):
        assert within not in told
    assert lab.audited(request.id)[-2:] == ["reply_request", "answer_request"]
    history = [(each.step, each.by, each.words) for each in file(lab, "mayor", request).steps]
    assert (RequestStep.REPLY, None, "حي الروضة") in history, "whoever asked reads it"


def test_a_refused_request_says_who_why_and_where_next(lab: Lab) -> None:
    parts = {"unit": "إدارة الطرق", "reason": "خارج الاختصاص", "next_step": "راجعوا البلدية"}
    request = taken(lab, "town-desk", submit(lab), "decline", **parts)
    whole = read(lab, request)
    assert whole.request.declined is not None
    assert whole.request.declined.model_dump() == parts
    assert steps(whole) == [(RequestStep.DECLINE, "town", None)]


def test_a_question_is_answered_once_whichever_way(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "ask_back", text="في أي حي؟")
    link = lab.messages(1)[-1][1].split("#")[-1].split()[0]
    assert lab.read(replies.place, link).question == "في أي حي؟"
    answered(lab, request, "حي الروضة")
    for gone in (lab.refused(replies.place, link), lab.refused(replies.reply, link, ReplyAsk(text="لا"))):
        assert gone.code is RefusalCode.NOT_FOUND
    again = lab.refused(own.reply, lab.citizen(1), RequestId(request.id), ReplyAsk(text="لا"), None)
    assert again.code is RefusalCode.ILLEGAL_TRANSITION
    stale = lab.refused(own.reply, lab.citizen(1), RequestId(request.id), ReplyAsk(text="لا"), request.version)
    assert stale.code is RefusalCode.PRECONDITION_FAILED


@pytest.mark.parametrize("text", [" ", "\u200b\u202e", "\n\n"])
def test_an_answer_that_nobody_can_read_is_none(lab: Lab, text: str) -> None:
    request = taken(lab, "town-desk", submit(lab), "ask_back", text="في أي حي؟")
    refused = lab.refused(own.reply, lab.citizen(1), RequestId(request.id), ReplyAsk(text=text), request.version)
    assert (refused.code, refused.field) == (RefusalCode.INVALID_REQUEST, "text")
    assert read(lab, request).question == "في أي حي؟"


def test_nobody_else_s_is_read_answered_or_withdrawn(lab: Lab) -> None:
    request = taken(lab, "town-desk", submit(lab), "ask_back", text="في أي حي؟")
    request_id, ask = RequestId(request.id), ReplyAsk(text="نعم")
    stranger = lab.citizen(2)
    assert lab.refused(own.course, stranger, request_id).code is RefusalCode.NOT_FOUND
    assert lab.refused(own.reply, stranger, request_id, ask, None).code is RefusalCode.NOT_FOUND
    assert lab.refused(requests.withdraw, stranger, request_id, None).code is RefusalCode.NOT_FOUND
    for who in ("town-desk", "mayor", "admin", "hall-operator"):
        assert lab.refused(own.course, lab.staff(who), request_id).code is RefusalCode.FORBIDDEN
        assert lab.refused(own.reply, lab.staff(who), request_id, ask, None).code is RefusalCode.FORBIDDEN
    assert lab.refused(own.course, lab.kiosk(), request_id).code is RefusalCode.FORBIDDEN
    assert read(lab, request).request.version == request.version
