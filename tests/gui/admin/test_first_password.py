"""Whoever was given a password changes it before anything else, at a real desk before a real server."""

from desk_client.server.storage.tables.people import staff
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk
from tests.integration.client.conftest import PASSWORD

NEW = "خيمة زرقاء فوق الرمل 58"


def given(desk: Desk) -> None:
    """As after an administrator has set the mayor's."""
    first = staff.update().where(staff.c.username == "mayor").values(password_is_first=True)
    desk.region.running.house.store.write(lambda connection: connection.execute(first)).result()


async def fill(desk: Desk, old: str, new: str, same: str) -> None:
    for name, text in (("old", old), ("new", new), ("same", same)):
        field = desk.find(f"{name}_password")
        assert isinstance(field, TextField)
        field.setText(text)
    await desk.press("save_password")


async def test_nothing_else_shows_until_it_is_changed(desk: Desk) -> None:
    given(desk)
    await desk.press("sign_out")
    await desk.sign_in("mayor")
    assert desk.window.page_name == "new_password"
    assert "١٠ أحرف على الأقل" in desk.told("password_rules")
    assert not desk.find("save_password").isEnabled()
    await fill(desk, PASSWORD, NEW, f"{NEW}!")
    assert desk.told("new_password_notice") == "كلمتا المرور الجديدتان غير متطابقتين."
    await fill(desk, "not it", NEW, NEW)
    assert desk.told("new_password_notice") == "كلمة المرور التي سُلّمت إليكم غير هذه."
    await fill(desk, PASSWORD, PASSWORD, PASSWORD)
    assert desk.told("new_password_notice").startswith("كلمة المرور هذه")
    assert desk.window.page_name == "new_password"
    await fill(desk, PASSWORD, NEW, NEW)
    assert desk.window.page_name == "today"
    await desk.press("sign_out")
    await desk.sign_in("mayor", NEW)
    assert desk.window.page_name == "today"


async def test_whoever_will_not_goes_away_and_the_settings_lead_nowhere_else(desk: Desk) -> None:
    given(desk)
    await desk.press("sign_out")
    await desk.sign_in("mayor")
    desk.window.header.settings.click()
    await desk.settle()
    assert not desk.shown("change_password")
    await desk.press("leave_settings")
    assert desk.window.page_name == "new_password"
    await desk.press("sign_out")
    assert desk.window.page_name == "sign_in"
