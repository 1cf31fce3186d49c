"""Marks on documents at the desk: by mouse and by keys, kept until they arrive, undone, and beside other desks'."""

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.client.actions import view
from desk_client.client.desk import DeskClient
from desk_client.client.papers import MarkDraft, Marks, PaperPlace, Spot
from desk_client.domain.marks import MarkKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.protocol.base import Texts
from desk_client.protocol.marks import MarkAsk
from desk_client.ui.desk.papers.marking import Tool
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import DEED, canvas, corner, opened, press, rest, seen
from tests.gui.desk.test_today import reads, row

_OTHER = Texts(ar="مكتب أمين المنطقة", en="The mayor's office")


async def highlight(desk: Desk) -> None:
    await press(desk, "highlight")
    view = canvas(desk).viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=corner(desk, 0.2, 0.1))
    QTest.mouseMove(view, corner(desk, 0.6, 0.2))
    QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corner(desk, 0.6, 0.2))
    await rest(desk)


async def test_a_highlight_is_drawn_by_the_mouse_left_at_the_server_and_undone(desk: Desk) -> None:
    viewer = await opened(desk)
    await highlight(desk)
    (mark,) = desk.server.documents.marks[DEED]
    assert (mark.kind, mark.page) == (MarkKind.HIGHLIGHT, 1)
    assert mark.x == pytest.approx(0.2, abs=0.01)
    assert mark.y == pytest.approx(0.1, abs=0.01)
    assert mark.width == pytest.approx(0.4, abs=0.02)
    assert mark.height == pytest.approx(0.1, abs=0.02)
    assert seen(desk).pixelColor(corner(desk, 0.55, 0.18)).blue() < 200, "it is seen on the page"
    assert viewer.canvas.tool is Tool.NONE
    QTest.keyClick(canvas(desk), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await rest(desk)
    assert desk.server.documents.marks[DEED][0].removed_at is not None
    assert seen(desk).pixelColor(corner(desk, 0.55, 0.18)).blue() > 250


async def test_on_a_turned_page_a_mark_lies_where_it_was_drawn(desk: Desk) -> None:
    await opened(desk)
    await press(desk, "turn_pages")
    await highlight(desk)
    (mark,) = desk.server.documents.marks[DEED]
    assert mark.x == pytest.approx(0.1, abs=0.01)
    assert mark.y == pytest.approx(0.4, abs=0.02)
    assert seen(desk).pixelColor(corner(desk, 0.5, 0.18)).blue() < 200


async def test_a_note_is_pinned_by_keys_alone_and_its_words_are_asked_for(desk: Desk) -> None:
    viewer = await opened(desk)
    viewer.tools.pin.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(viewer.tools.pin, Qt.Key.Key_Space)
    shown = canvas(desk)
    for _ in range(3):
        QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    await rest(desk)
    assert viewer.marks.note.text.hasFocus()
    viewer.marks.note.text.set_text("الحد الشمالي مختلف")
    QTest.keyClick(viewer.marks.note.save, Qt.Key.Key_Return)
    await rest(desk)
    (mark,) = desk.server.documents.marks[DEED]
    assert (mark.kind, mark.text, mark.width) == (MarkKind.NOTE, "الحد الشمالي مختلف", 0)
    assert "الحد الشمالي مختلف" in without_marks(reads(desk))
    assert not viewer.has_unsaved


async def test_a_rectangle_by_keys(desk: Desk) -> None:
    viewer = await opened(desk)
    viewer.tools.highlight.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(viewer.tools.highlight, Qt.Key.Key_Space)
    shown = canvas(desk)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(shown, key)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    await rest(desk)
    (mark,) = desk.server.documents.marks[DEED]
    assert mark.width == pytest.approx(0.04)
    assert mark.height == pytest.approx(0.02)


async def test_a_note_that_does_not_arrive_is_kept_and_sent_once(desk: Desk) -> None:
    viewer = await opened(desk)
    await press(desk, "pin_note")
    QTest.mouseClick(canvas(desk).viewport(), Qt.MouseButton.LeftButton, pos=corner(desk, 0.5, 0.2))
    viewer.marks.note.text.set_text("يُسأل كاتب العدل")
    desk.server.refusals["/marks"] = Refusal(RefusalCode.TIMEOUT)
    await press(desk, "save_note")
    assert viewer.notice.isVisible()
    assert viewer.has_unsaved
    assert desk.window._loses()
    await press(desk, "close_document")
    assert desk.has("paper_canvas"), "what is not saved is asked about"
    del desk.server.refusals["/marks"]
    await press(desk, "save_note")
    assert [mark.text for mark in desk.server.documents.marks[DEED]] == ["يُسأل كاتب العدل"]
    assert not viewer.has_unsaved


async def test_taken_away_and_put_back_and_another_desk_s_marks_come_by_themselves(desk: Desk) -> None:
    viewer = await opened(desk)
    await highlight(desk)
    mine = desk.server.documents.marks[DEED][0]
    theirs = desk.server.documents.leave(
        DEED, MarkAsk(kind=MarkKind.NOTE, page=2, x=0.5, y=0.5, text="من مكتب آخر"), is_own=False, office=_OTHER
    )
    await press(desk, f"remove_mark_{mine.id}")
    assert "من مكتب آخر" in without_marks(reads(desk)), "what was left meanwhile is not lost"
    assert not desk.has(f"remove_mark_{theirs.id}"), "another office's is theirs to take away"
    await press(desk, f"restore_mark_{mine.id}")
    assert desk.server.documents.marks[DEED][0].removed_at is None
    await press(desk, f"remove_mark_{mine.id}")
    await press(desk, "document_notice_action")
    assert desk.server.documents.marks[DEED][0].removed_at is None
    await press(desk, f"show_mark_{theirs.id}")
    assert viewer.canvas.page == 1


# --- the brief's case ------------------------------------------------------------------------------------------------


async def test_the_brief_says_what_one_wants_to_know_in_order(desk: Desk) -> None:
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    words = without_marks(reads(desk))
    for said in (
        "ثبتت الهوية برقم الهوية ورمز برسالة نصية",
        "نوصي بإيفاد لجنة مسح",
        "نورة سعد الغامدي",
        "فرع المياه بصبيا",
        "اعتُذر عنه: الموقع خارج نطاق الشبكة هذا العام.",
        "الخطوة التالية: يُعاد التقديم مع خطة العام القادم.",
        "445123/47",
    ):
        assert said in words, said
    names = ("verified", "brief_subject", "advice", "answered", "case_thread", "transactions", "documents")
    tops = [desk.find(name).mapTo(desk.window, QPoint(0, 0)).y() for name in names]
    assert tops == sorted(tops)


async def test_a_long_case_folds(desk: Desk) -> None:
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()
    lengths = []
    for _ in range(2):
        lengths.append(len(desk.window.today.brief.case.rows.rows))
        await press(desk, "case_thread_more")
    assert lengths == [4, 5]
    await press(desk, "case_thread_more")
    assert "إجراء متأخر" in without_marks(reads(desk))
    row(desk, "a3").click()
    await desk.settle()
    assert "لا سابقة" in reads(desk)


async def test_an_answer_that_is_older_than_ones_own_mark_takes_it_away_at_no_moment(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer = await opened(desk)
    late, real, known = asyncio.Event(), view.read_marks, list[int]()

    async def slow(client: DeskClient, place: PaperPlace, document_id: str) -> Marks | Refusal:
        answer = await real(client, place, document_id)
        assert isinstance(answer, Marks)
        known.append(len(answer.marks))
        if len(known) == 1:
            await late.wait()
        return answer

    monkeypatch.setattr(view, "read_marks", slow)
    desk.client.hints.set(desk.client.hints.value + 1)
    await desk.until(lambda: known == [0])
    viewer._leave(MarkDraft(MarkKind.HIGHLIGHT, 1, Spot(0.1, 0.1, 0.2, 0.1)))
    await desk.until(lambda: len(viewer._marks) == 1)
    shown: list[int] = []
    have = viewer._have_marks

    def seen(marks: Marks) -> None:
        shown.append(len(marks.marks))
        have(marks)

    monkeypatch.setattr(viewer, "_have_marks", seen)
    late.set()
    await desk.until(lambda: known == [0, 1] and desk.bridge.is_idle)
    assert set(shown) == {1}
