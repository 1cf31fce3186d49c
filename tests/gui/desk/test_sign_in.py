"""Who sits down at the desk, and what they are told when they may not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from tests.gui.desk.conftest import Desk


async def test_the_keyboard_alone_signs_in(desk: Desk) -> None:
    page = desk.window.sign_in
    assert page.username.hasFocus()
    QTest.keyClicks(page.username, "emir.office")
    QTest.keyClick(page.username, Qt.Key.Key_Return)
    QTest.keyClicks(page.password.field, "right")
    QTest.keyClick(page.password.field, Qt.Key.Key_Return)
    await desk.settle()
    assert desk.window.page_name == "today"
    assert page.password.field.text() == ""


async def test_a_wrong_password_keeps_the_name_and_asks_again(desk: Desk) -> None:
    await desk.sign_in("wrong")
    page = desk.window.sign_in
    assert desk.window.page_name == "sign_in"
    assert page.notice.isVisible()
    assert (page.username.text(), page.password.field.text()) == ("emir.office", "")
    assert page.password.field.hasFocus()


async def test_a_desk_too_old_for_its_server_is_told_at_the_door(desk: Desk) -> None:
    desk.server.refusals["/version"] = Refusal(RefusalCode.PROTOCOL_UNSUPPORTED)
    await desk.sign_in()
    assert desk.window.page_name == "sign_in"
    assert desk.window.sign_in.notice.text.startswith("هذا الجهاز يحتاج إلى تحديث")


@pytest.mark.parametrize("code", [RefusalCode.RATE_LIMITED, RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT])
async def test_what_passes_keeps_everything_typed(desk: Desk, code: RefusalCode) -> None:
    desk.server.refusals["/staff/sessions"] = Refusal(code, retry_after_s=30)
    await desk.sign_in()
    page = desk.window.sign_in
    assert page.notice.isVisible()
    assert page.password.field.text() == "right"
    desk.server.refusals.clear()
    page.sign_in.click()
    await desk.settle()
    assert desk.window.page_name == "today"


async def test_locked_capitals_are_told(desk: Desk) -> None:
    field = desk.window.sign_in.password.field
    hint = desk.window.sign_in.password._hint
    QTest.keyClicks(field, "a")
    assert hint.said == " "
    QTest.sendKeyEvent(QTest.KeyAction.Press, field, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert hint.said.strip()


async def test_a_password_is_shown_on_demand_and_hidden_again(desk: Desk) -> None:
    field = desk.window.sign_in.password.field
    desk.find("show_password")
    desk.window.sign_in.password._eye.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    await desk.sign_in("wrong")
    assert field.echoMode() == QLineEdit.EchoMode.Password


async def test_another_language_keeps_what_was_typed_and_what_was_said(desk: Desk, look: Appearance) -> None:
    await desk.sign_in("wrong")
    arabic = desk.window.sign_in.notice.text
    look.set_language(Language.ENGLISH)
    await desk.settle()
    assert desk.window.sign_in.notice.text not in {"", arabic}
    assert desk.window.sign_in.username.text() == "emir.office"
