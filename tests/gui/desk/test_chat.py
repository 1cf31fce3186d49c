"""The chat beside a talk, at the desk: written by keys, read as it comes, and nothing of it lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_client.client.actions import receive
from desk_client.domain.chat import ChatAuthor
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.call.notices import Notice
from desk_client.ui.desk.audience_words import today_here
from desk_client.ui.desk.brief_facts import brief_rows
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press


def field(desk: Desk) -> QLineEdit:
    found = desk.find("chat_text")
    assert isinstance(found, QLineEdit)
    return found


async def heard(desk: Desk, text: str) -> None:
    """The visitor writes, and the hint of it comes."""
    desk.server.say(ChatAuthor.CITIZEN, text)
    desk.window.refresh()
    await desk.settle()


async def test_a_line_is_written_by_keys_alone_and_takes_the_briefs_place(desk: Desk) -> None:
    await in_talk(desk)
    assert desk.has("talk_brief")
    QTest.keyClick(desk.window, Qt.Key.Key_C)
    assert desk.has("chat_empty")
    assert not desk.has("talk_brief")
    assert field(desk).hasFocus()
    QTest.keyClicks(field(desk), "cbm")
    assert field(desk).text() == "cbm", "letters are no shortcuts while one writes"
    field(desk).setText("  ما رقم المعاملة؟ ")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    await desk.settle()
    assert [line.text for line in desk.window.call.beside.chat.side.lines] == ["ما رقم المعاملة؟"]
    assert field(desk).text() == ""
    press(desk, "toggle_chat")
    assert desk.has("talk_brief")


async def test_what_the_visitor_writes_is_announced_counted_and_read(desk: Desk) -> None:
    await in_talk(desk)
    await heard(desk, "٤٤٥١٢٣")
    await heard(desk, "وهذا رقم الصك")
    said = [each.text for each in desk.window.findChildren(Notice) if each.isVisible()]
    assert any("وهذا رقم الصك" in each for each in said)
    button = desk.window.call.beside.chat.button
    assert "٢" in button.text()
    press(desk, "toggle_chat")
    assert "٢" not in button.text()
    assert [line.text for line in desk.window.call.beside.chat.side.lines] == ["٤٤٥١٢٣", "وهذا رقم الصك"]
    await heard(desk, "شكرًا")
    assert "١" not in button.text(), "what comes before one's eyes is read"


async def test_a_line_that_did_not_arrive_stays_to_be_sent_again(desk: Desk) -> None:
    await in_talk(desk)
    press(desk, "toggle_chat")
    desk.server.refusals["/chat"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    field(desk).setText("لحظة")
    press(desk, "chat_send")
    await desk.settle()
    assert field(desk).text() == "لحظة"
    desk.server.refusals.clear()
    press(desk, "try_again")
    await desk.settle()
    assert [line.text for line in desk.server.chat] == ["لحظة"]
    assert field(desk).text() == ""


async def test_after_the_talk_it_stands_in_the_brief(desk: Desk) -> None:
    await in_talk(desk)
    await heard(desk, "٤٤٥١٢٣")
    await receive.complete(desk.client)
    brief = desk.client.day.value.brief
    assert brief is not None
    language = desk.window.call.beside.chat.side.look.language
    assert "المراجع: ٤٤٥١٢٣" in dict(brief_rows(brief, language, today_here().date())).values()
