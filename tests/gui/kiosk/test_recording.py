"""A visitor is asked whether the talk may be recorded, sees that it is, and can withdraw for as long as it runs."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.actions import attend
from desk_client.client.kiosk import KioskClient
from desk_client.client.recording_states import RecordingEnd, RecordingState, TalkRecording
from desk_client.client.visit import Page
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.recordings import RecordingAnswerAsk
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.dialog import Dialog
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.fakes.still_call import StillCall
from tests.gallery import kiosk_samples as sample
from tests.gallery.recording_sheets import recording, seen
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.test_call import NO_NOTES, call, notices, page, talk
from tests.gui.kiosk.test_reading import Voice
from tests.gui.kiosk.visitor import Visitor

if TYPE_CHECKING:
    from desk_client.client.calls import CallRunner

__all__ = ["call", "talk"]

WHERE = f"/v1/appointments/{sample.TALKED.id}/recording"
ANSWER = f"{WHERE}/answer"


def show(client: KioskClient, state: RecordingState, reason: RecordingEnd | None = None) -> None:
    client.visit.set(replace(client.visit.value, recording=seen(recording(state, reason))))


def answers(gateway: ScriptedGateway) -> list[bool]:
    return [body.agrees for _, path, body in gateway.asked if path == ANSWER and isinstance(body, RecordingAnswerAsk)]


def mark(visitor: Visitor) -> str:
    return page(visitor).view.header.recording.text


async def test_they_are_asked_by_itself_and_what_they_say_is_sent(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    gateway.script["GET", "/v1/appointments/mine"] = Appointments(appointments=(sample.TALKED,))
    gateway.script["GET", WHERE] = seen(recording(RecordingState.ASKED))
    await attend.follow(client)
    (question,) = page(talk).findChildren(Dialog)
    asked = client.visit.value.recording
    assert asked is not None
    assert asked.text.ar in question.accessibleDescription(), "word for word what they agree to"
    gateway.script["PUT", ANSWER] = seen(recording(RecordingState.RUNNING))
    await talk.touch("agree_recording")
    await talk.until(lambda: mark(talk))
    assert answers(gateway) == [True]
    assert talk.find("withdraw_recording") is not None
    assert any("تُسجَّل المقابلة من الآن" in each for each in notices(talk))


async def test_the_question_is_read_to_whoever_cannot_and_ends_with_the_answer(
    open_window: Open, client: KioskClient, gateway: ScriptedGateway, call: StillCall
) -> None:
    gateway.script["GET", f"/v1/appointments/{sample.TALKED.id}/notes"] = NO_NOTES
    gateway.script["PUT", ANSWER] = seen(recording(RecordingState.DECLINED))
    client.conference.call.set(cast("CallRunner", call))  # all that a view asks of one
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    voice = Voice()
    async with open_window(client, speech=voice) as visitor:
        await visitor.until_page("call")
        show(client, RecordingState.ASKED)
        await visitor.touch("read_question")
        ((name, text, language),) = voice.said
        assert (name, language) == ("recording_question", Language.ARABIC)
        asked = client.visit.value.recording
        assert asked is not None
        assert asked.text.ar in text, "word for word what they agree to"
        before = voice.stops
        await visitor.touch("decline_recording")
        assert voice.stops > before
        client.conference.call.set(None)


@pytest.mark.parametrize("refusal", [None, Refusal(RefusalCode.SERVER_UNAVAILABLE)])
async def test_a_no_is_sent_once_and_where_it_cannot_be_it_is_said(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway, refusal: Refusal | None
) -> None:
    show(client, RecordingState.ASKED)
    declined = seen(recording(RecordingState.DECLINED, RecordingEnd.WITHDRAWN), refused=True)
    said: TalkRecording | Refusal = refusal or declined
    gateway.script["PUT", ANSWER] = said
    await talk.touch("decline_recording")
    await talk.until(lambda: answers(gateway) and notices(talk))
    assert answers(gateway) == [False]
    assert mark(talk) == ""


async def test_a_question_that_is_taken_back_goes_and_is_no_answer(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    show(client, RecordingState.ASKED)
    assert talk.find("agree_recording") is not None
    show(client, RecordingState.DECLINED, RecordingEnd.STOPPED)
    assert talk.find("agree_recording") is None
    assert answers(gateway) == []
    assert any("سُحب طلب التسجيل ولم يُسجَّل شيء" in each for each in notices(talk))


async def test_the_mark_stays_and_they_withdraw_at_any_time(
    talk: Visitor, client: KioskClient, gateway: ScriptedGateway
) -> None:
    show(client, RecordingState.RUNNING)
    running = mark(talk)
    show(client, RecordingState.PAUSED)
    assert mark(talk) not in {"", running}
    assert talk.find("withdraw_recording") is not None
    await talk.touch("withdraw_recording")
    await talk.touch("keep_recording")
    assert answers(gateway) == []
    await talk.touch("withdraw_recording")
    gateway.script["PUT", ANSWER] = seen(recording(RecordingState.DESTROYED, RecordingEnd.WITHDRAWN), refused=True)
    await talk.touch("confirm_withdraw_recording")
    await talk.until(lambda: mark(talk) == "")
    assert answers(gateway) == [False]
    assert talk.find("withdraw_recording") is None
    assert any("حُذف كل ما سُجِّل" in each for each in notices(talk))


@pytest.mark.parametrize(
    ("reason", "words"), [(RecordingEnd.DISK_FULL, "مساحة"), (RecordingEnd.STOPPED, "انتهى التسجيل")]
)
async def test_why_it_ended_is_said_to_the_visitor_too(
    talk: Visitor, client: KioskClient, reason: RecordingEnd, words: str
) -> None:
    show(client, RecordingState.RUNNING)
    show(client, RecordingState.ENDED, reason)
    assert mark(talk) == ""
    assert any(words in each for each in notices(talk))


async def test_another_talk_begins_without_what_was_said_in_the_first(
    talk: Visitor, client: KioskClient, look: Appearance
) -> None:
    show(client, RecordingState.RUNNING)
    page(talk).entered()
    client.visit.set(replace(client.visit.value, recording=None))
    assert mark(talk) == ""
    look.set_language(look.language.other)
    assert mark(talk) == ""
