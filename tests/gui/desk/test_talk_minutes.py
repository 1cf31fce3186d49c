"""Minutes in a talk: written at either desk of the office, kept by themselves, and what the outcome begins with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.desk import minutes_field
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.text_field import TextArea
from tests.fakes.still_call import StillCall
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_called_desk import enter_for_minutes
from tests.gui.desk.test_calling_in import inside
from tests.gui.desk.test_talk_and_outcome import in_talk, press

__all__ = ["inside"]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minutes_field, "_PAUSE_MS", 20)
    monkeypatch.setattr(minutes_field, "_AGAIN_MS", 20)


def area(desk: Desk, name: str = "minutes_text") -> TextArea:
    found = desk.find(name)
    assert isinstance(found, TextArea)
    return found


def says(desk: Desk) -> str:
    label = desk.find("minutes_kept")
    assert isinstance(label, Label)
    return label.said


async def kept(desk: Desk, text: str) -> None:
    await desk.until(lambda: desk.server.minutes.minutes.text == text)
    await desk.settle()


async def test_the_manager_writes_in_the_talk_into_which_they_were_called(desk: Desk, inside: StillCall) -> None:
    await enter_for_minutes(desk)
    assert area(desk).text == ""
    QTest.keyClick(desk.window, Qt.Key.Key_N)
    assert not desk.has("minutes"), "the key puts them away"
    QTest.keyClick(desk.window, Qt.Key.Key_N)
    QTest.keyClicks(area(desk), "lights")
    assert "جارٍ" in says(desk)
    await kept(desk, "lights")
    assert "أولًا بأول" in says(desk)
    QTest.keyClicks(area(desk), " and more")
    press(desk, "leave_talk")
    press(desk, "confirm_leave")
    await kept(desk, "lights and more")
    assert inside.done[-1] == "close"


async def test_the_official_sees_them_grow_and_the_outcome_begins_with_them(desk: Desk) -> None:
    await in_talk(desk)
    desk.server.minutes.write("طلب إنارة الطريق.")
    desk.window.refresh()
    await desk.settle()
    press(desk, "toggle_minutes")
    assert area(desk).text == "طلب إنارة الطريق."
    assert "فهد" in says(desk)
    QTest.keyClicks(area(desk), "ok")
    press(desk, "end_call")
    press(desk, "confirm_end")
    await desk.settle()
    assert desk.window.page_name == "outcome"
    assert area(desk, "outcome_text").text == "طلب إنارة الطريق.ok"
    await kept(desk, "طلب إنارة الطريق.ok")
    press(desk, "decision_granted")
    press(desk, "save_outcome")
    await desk.settle()
    (outcome,) = desk.server.outcomes
    assert outcome.minutes_version == desk.server.minutes.minutes.version
    assert desk.client.pen.written.value.about is None


@pytest.mark.parametrize(
    ("button", "text"),
    [("both", "theirs\nmine"), ("theirs", "theirs"), ("mine", "mine")],
    ids=["both", "theirs", "mine"],
)
async def test_where_two_wrote_at_once_both_texts_are_offered(desk: Desk, button: str, text: str) -> None:
    await in_talk(desk)
    press(desk, "toggle_minutes")
    QTest.keyClicks(area(desk), "mine")
    desk.server.minutes.write("theirs")
    await desk.until(lambda: desk.has("minutes_question"))
    assert area(desk).text == "mine"
    assert "يُرجى" in says(desk)
    assert desk.server.minutes.minutes.text == "theirs", "nothing was written over"
    press(desk, f"minutes_{button}")
    await kept(desk, text)
    assert area(desk).text == text
    assert not desk.has("minutes_question")


async def test_words_that_came_as_the_outcome_was_saved_are_not_lost(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "end_call")
    press(desk, "confirm_end")
    await desk.settle()
    press(desk, "decision_granted")
    area(desk, "outcome_text").set_text("mine")
    await kept(desk, "mine")
    desk.server.minutes.write("theirs")
    area(desk, "outcome_text").set_text("mine too")
    press(desk, "save_outcome")
    await desk.settle()
    assert desk.server.outcomes == []
    assert "كتب غيركم" in desk.window.outcome.notice.text
    assert desk.has("minutes_question")
    press(desk, "minutes_both")
    await kept(desk, "theirs\nmine too")
    press(desk, "save_outcome")
    await desk.settle()
    assert [each.decision.text for each in desk.server.outcomes] == ["theirs\nmine too"]


async def test_what_could_not_be_kept_is_tried_again_by_itself(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "toggle_minutes")
    desk.server.refusals["/minutes"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    QTest.keyClicks(area(desk), "mine")
    await desk.until(lambda: "لم يُحفظ" in says(desk))
    assert desk.window._loses()
    desk.server.refusals.clear()
    await kept(desk, "mine")


async def test_after_the_outcome_it_is_said_that_nothing_is_kept_any_more(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "toggle_minutes")
    desk.server.refusals["/minutes"] = Refusal(RefusalCode.ILLEGAL_TRANSITION)
    QTest.keyClicks(area(desk), "mine")
    await desk.until(lambda: "سُجلت النتيجة" in says(desk))
    assert area(desk).text == "mine"
