"""A page that is read aloud: once it was asked for, each page, in the language spoken now."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from desk_client.client.kiosk import KioskClient
from desk_client.client.speech import Speech
from desk_client.client.visit import Page, Visit
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import Amendment
from desk_client.protocol.base import Texts
from desk_client.ui.kiosk.reader import Reader
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

AMENDMENT = Amendment(
    text="رقم المعاملة 445123",
    reason="ورد الرقم لاحقًا",
    author=Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan"),
    amended_at=sample.NOW,
)


class Voice(Speech):
    """Keeps what it is to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str, Language]] = []
        self.stops = 0

    def say(self, name: str, text: str, language: Language) -> None:
        self.said.append((name, text, language))

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
async def listener(client: KioskClient, open_window: Open, voice: Voice) -> AsyncIterator[Visitor]:
    client.visit.set(Visit())
    async with open_window(client, speech=voice, now=lambda: sample.NOW) as visitor:
        yield visitor


async def test_the_question_and_what_can_be_pressed_are_read(listener: Visitor, voice: Voice) -> None:
    assert voice.said == []
    await listener.touch("listen")
    (name, text, language) = voice.said[-1]
    assert (name, language) == ("home", Language.ARABIC)
    lines = text.splitlines()
    assert lines.index("أهلًا وسهلًا بكم") < lines.index("حجز مقابلة") < lines.index("مواعيدي وطلباتي")
    await listener.touch("book")
    await listener.until(lambda: len(voice.said) == 2)
    assert voice.said[-1][0] == "national_id"
    assert "رقم الهوية" in voice.said[-1][1]
    assert "1" not in voice.said[-1][1].splitlines()  # keys are not: they would never end


async def test_in_another_language_it_begins_again(listener: Visitor, voice: Voice) -> None:
    await listener.touch("listen")
    await listener.touch("speak_en")
    await listener.until(lambda: voice.said[-1][2] is Language.ENGLISH)
    assert "Book an audience" in voice.said[-1][1].splitlines()


async def test_a_second_touch_silences_it_for_good(listener: Visitor, voice: Voice) -> None:
    await listener.touch("listen")
    await listener.touch("listen")
    assert voice.stops
    await listener.touch("book")
    await listener.until_page("national_id")
    await listener.touch("listen")  # and a third begins with the page that shows
    assert [name for name, *_ in voice.said] == ["home", "national_id"]


async def test_the_outcome_is_read_as_it_comes_as_it_is_amended_and_as_it_is_taken_back(
    listener: Visitor, voice: Voice
) -> None:
    waiting = replace(sample.VISIT, page=Page.OUTCOME, appointment=sample.TALKED, outcome=None)
    visit = listener.window.client.visit
    visit.set(waiting)
    await listener.until_page("outcome")
    await listener.touch("listen")
    assert sample.OUTCOME.decision.text not in voice.said[-1][1]
    amended = sample.OUTCOME.model_copy(update={"amendments": (AMENDMENT,)})
    told = (
        (sample.OUTCOME, sample.OUTCOME.decision.text),
        (amended, AMENDMENT.text),
        (None, "لم يعد ما قرأتموه ساريًا"),
    )
    for count, (outcome, words) in enumerate(told, 2):
        visit.set(replace(waiting, outcome=outcome))
        visit.set(replace(waiting, outcome=outcome))
        await listener.until(lambda heard=count: len(voice.said) == heard)  # type: ignore[misc]  # a default binds it
        assert words in voice.said[-1][1]


async def test_nobody_talks_over_the_official(listener: Visitor, voice: Voice) -> None:
    await listener.touch("listen")
    listener.window.client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    await listener.until_page("call")
    stops = voice.stops
    listener.window.client.visit.set(replace(sample.VISIT, page=Page.SUMMARY))
    await listener.until(lambda: len(voice.said) == 2)
    assert stops
    assert [name for name, *_ in voice.said] == ["home", "summary"]
    assert sample.SUBJECT in voice.said[-1][1]


async def test_what_was_about_to_be_read_is_not_read_into_the_talk(listener: Visitor, voice: Voice) -> None:
    await listener.touch("listen")
    listener.window.client.visit.set(replace(sample.VISIT, page=Page.SUMMARY))
    listener.window.client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    reader = listener.window.findChild(Reader)
    assert isinstance(reader, Reader)
    settling = reader.findChildren(QTimer)
    assert settling
    await listener.until(lambda: not any(timer.isActive() for timer in settling))
    assert [name for name, *_ in voice.said] == ["home"]


async def test_the_next_person_is_not_read_to(listener: Visitor, voice: Voice) -> None:
    await listener.touch("listen")
    listener.window.attract_people()
    await listener.touch("attract")
    await listener.touch("book")
    await listener.until_page("national_id")
    assert [name for name, *_ in voice.said] == ["home"]


async def test_without_a_voice_there_is_no_button(visitor: Visitor) -> None:
    assert visitor.find("listen") is None
