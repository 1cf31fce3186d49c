"""What was brought with a request, read from the inbox: beside the work list, without marks, and let go of with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.domain.outcomes import Refusal, RefusalCode
from tests import papers
from tests.gallery.desk_day import brought
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import DEED, press, rest
from tests.gui.desk.test_inbox import opened
from tests.gui.desk.test_today import reads


async def document_open(desk: Desk) -> None:
    desk.server.inbox.documents = brought("a2")
    desk.server.documents.files[DEED] = papers.pdf(3)
    await opened(desk)
    await press(desk, "request_r0")
    await press(desk, f"document_{DEED}")
    await rest(desk, lambda: desk.has("paper_canvas"))


async def test_it_is_read_beside_the_list_and_is_the_requests(desk: Desk) -> None:
    await document_open(desk)
    page = desk.window.inbox
    assert page.list.isVisible()
    assert ("GET", f"/v1/requests/r0/attachments/{DEED}") in desk.server.asked
    assert not any(path.endswith("/marks") for _, path in desk.server.asked), "marks belong to who receives"
    assert not desk.has("highlight")
    assert not desk.has("mark_list")
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    await desk.settle()
    assert desk.server.inbox.steps == [], "no step is taken with what is not seen"
    QTest.keyClick(desk.find("paper_canvas"), Qt.Key.Key_Escape)
    await rest(desk)
    assert desk.has("reading_name")
    assert desk.find(f"document_{DEED}").hasFocus()


async def test_another_request_lets_go_of_it(desk: Desk) -> None:
    await document_open(desk)
    viewer = desk.window.inbox.papers.viewer
    assert viewer is not None
    assert viewer.process_id is not None
    await press(desk, "request_r1")
    assert viewer.document_id is None
    assert desk.window.inbox.papers.is_reading is False
    assert desk.has("reading_name")


async def test_a_change_elsewhere_leaves_it_open_and_what_is_taken_away_is_closed(desk: Desk) -> None:
    await document_open(desk)
    desk.window.refresh()
    await desk.settle()
    assert desk.has("paper_canvas")
    desk.server.inbox.documents = ()
    desk.window.refresh()
    await desk.settle()
    assert not desk.has("paper_viewer")


async def test_what_cannot_be_fetched_says_so_and_can_be_tried_again(desk: Desk) -> None:
    desk.server.inbox.documents = brought("a2")
    desk.server.documents.files[DEED] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await opened(desk)
    await press(desk, "request_r0")
    await press(desk, f"document_{DEED}")
    await rest(desk)
    assert "إعادة المحاولة" in reads(desk)
