"""Documents in a talk at the desk: read beside the visitor, given to them, called back, and refused in plain words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desk_client.client.actions import carry
from desk_client.domain.marks import MarkKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.protocol.marks import MarkAsk
from desk_client.ui.call.notices import Notice
from desk_client.ui.desk.talk_papers import TalkPapers
from tests import papers
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import DEED, PHOTO, press, rest
from tests.gui.desk.test_talk_and_outcome import in_talk

PATH = "handed-documents"


def talk(desk: Desk) -> TalkPapers:
    return desk.window.call.beside.papers


def passage(desk: Desk) -> str:
    return without_marks(talk(desk).box.passage.said)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "خطاب.pdf"
    path.write_bytes(papers.pdf(2))
    return path


async def give(desk: Desk, path: Path) -> None:
    """Choose a file and say yes."""
    talk(desk).ask((path,))
    await press(desk, "confirm_give")


async def test_a_document_is_read_beside_the_visitor_and_the_brief_comes_back(desk: Desk) -> None:
    desk.server.documents.files[DEED] = papers.pdf(3)
    await in_talk(desk)
    await press(desk, f"talk_paper_{DEED}")
    await rest(desk, lambda: desk.has("paper_canvas"))
    view = desk.window.call.view
    assert not desk.has("talk_brief")
    side = desk.find("talk_paper_side").geometry()
    for tile in (view.remote, view.local):
        assert tile.isVisible()
        assert not tile.geometry().intersects(side), "nobody is covered"
    assert side.width() > view.width() / 2
    QTest.keyClick(desk.find("paper_canvas"), Qt.Key.Key_Escape)
    await rest(desk)
    assert desk.has("talk_brief")
    viewer = talk(desk).viewer
    assert viewer is not None
    assert (viewer.document_id, viewer.process_id) == (None, None)


async def test_what_is_read_stays_open_behind_the_messages_and_goes_with_the_talk(desk: Desk) -> None:
    desk.server.documents.files[DEED] = papers.pdf(3)
    desk.server.documents.files[PHOTO] = papers.photo(640, 480, "JPEG")
    await in_talk(desk)
    await press(desk, f"talk_paper_{DEED}")
    await press(desk, "toggle_chat")
    assert not desk.has("paper_viewer")
    viewer = talk(desk).viewer
    assert viewer is not None
    first = viewer.process_id
    await press(desk, "toggle_chat")
    await press(desk, f"talk_paper_{DEED}")
    assert desk.has("paper_viewer")
    assert viewer.process_id == first, "it was not fetched anew"
    await press(desk, "send_back")
    await press(desk, "confirm_send_back")
    assert viewer.document_id is None


async def test_it_is_given_after_a_question_and_taken_back(desk: Desk, letter: Path) -> None:
    await in_talk(desk)
    talk(desk).ask((letter,))
    await press(desk, "do_not_give")
    assert not any(path.endswith(PATH) for _, path in desk.server.asked), "nothing is given unasked"
    await give(desk, letter)
    (given,) = desk.server.documents.handed
    assert given.name == "خطاب.pdf"
    assert desk.server.documents.files[given.id] == papers.pdf(2)
    assert "خطاب.pdf" in passage(desk)
    await press(desk, f"take_back_{given.id}")
    assert desk.server.documents.handed == []
    assert not desk.has(f"talk_paper_{given.id}")


async def test_by_a_key_and_by_dropping(desk: Desk, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await in_talk(desk)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(letter), ""))
    QTest.keyClick(desk.window, Qt.Key.Key_F)
    await press(desk, "confirm_give")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter)), QUrl("https://example.org/a.pdf")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window.call.view, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window.call.view, drop)
    await press(desk, "confirm_give")
    assert len(desk.server.documents.handed) == 2, "an address of the web is no file"


async def test_one_under_way_is_called_back_and_never_stays(desk: Desk, letter: Path) -> None:
    await in_talk(desk)
    desk.server.documents.may_arrive.clear()
    talk(desk).ask((letter,))
    desk.find("confirm_give").click()  # type: ignore[attr-defined]  # a button
    await desk.until(lambda: desk.has("handing_action"))
    desk.find("handing_action").click()  # type: ignore[attr-defined]  # a button
    desk.server.documents.may_arrive.set()
    await rest(desk)
    assert desk.server.documents.handed == []
    assert "لم يُسلَّم" in passage(desk)


async def test_what_is_refused_says_why_and_what_a_line_lost_is_sent_again(
    desk: Desk, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "_AGAIN_AFTER_S", (0.0, 0.0))
    await in_talk(desk)
    program = tmp_path / "صورة.jpg"
    program.write_bytes(b"MZ no picture")
    await give(desk, program)
    assert "لا يمكن قبول ملفات من هذا النوع" in passage(desk)
    await give(desk, tmp_path / "gone.pdf")
    assert "تعذّرت قراءة الملف" in passage(desk)
    for code, words in (
        (RefusalCode.ATTACHMENT_INFECTED, "الملف غير آمن"),
        (RefusalCode.ATTACHMENT_DAMAGED, "كلمة مرور"),
        (RefusalCode.ATTACHMENT_TOO_LARGE, "أكبر من المسموح"),
        (RefusalCode.ILLEGAL_TRANSITION, "انتهت المقابلة"),
    ):
        desk.server.refusals[PATH] = Refusal(code)
        await give(desk, letter)
        assert words in passage(desk), code
        assert not desk.has("handing_action"), "there is no use in trying again"
    desk.server.refusals[PATH] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    before = len(desk.server.asked)
    await give(desk, letter)
    assert sum(path.endswith(PATH) for _, path in desk.server.asked[before:]) == 3
    del desk.server.refusals[PATH]
    await press(desk, "handing_action")
    assert [each.name for each in desk.server.documents.handed] == ["خطاب.pdf"], "nothing had to be chosen again"


async def test_what_the_visitor_hands_over_is_told_and_opens(desk: Desk) -> None:
    await in_talk(desk)
    theirs = desk.server.documents.hand_in("فاتورة.pdf", papers.pdf(1))
    desk.window.refresh()
    await desk.settle()
    said = [without_marks(each.text) for each in desk.window.findChildren(Notice) if each.isVisible()]
    assert any("فاتورة.pdf" in each for each in said), said
    await press(desk, f"talk_paper_{theirs.id}")
    await rest(desk, lambda: desk.has("paper_canvas"))
    desk.server.documents.handed.clear()
    desk.window.refresh()
    await desk.settle()
    assert desk.has("talk_brief"), "what was taken away is not read on"


async def test_what_another_desk_marks_comes_while_one_reads_and_disturbs_no_note(desk: Desk) -> None:
    desk.server.documents.files[DEED] = papers.pdf(3)
    await in_talk(desk)
    await press(desk, f"talk_paper_{DEED}")
    viewer = talk(desk).viewer
    assert viewer is not None
    viewer.marks.note.begin()
    viewer.marks.note.text.set_text("يُسأل كاتب العدل")
    theirs = desk.server.documents.leave(DEED, MarkAsk(kind=MarkKind.NOTE, page=2, x=0.5, y=0.5, text="من الزميل"))
    desk.client.hints.set(desk.client.hints.value + 1)
    await rest(desk, lambda: desk.has(f"mark_{theirs.id}"))
    assert viewer.has_unsaved
    assert desk.find("document_notice").isVisible()
    await press(desk, "document_notice_action")
    assert viewer.canvas.page == 1
