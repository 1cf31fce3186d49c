"""Whoever is signed in takes another password in the settings, before a real server."""

from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import ROOT, Desk
from tests.integration.client.conftest import PASSWORD

NEW = "خيمة زرقاء فوق الرمل 58"


async def fill(desk: Desk, old: str, new: str, same: str) -> None:
    for name, text in (("old", old), ("new", new), ("same", same)):
        field = desk.find(f"{name}_password")
        assert isinstance(field, TextField)
        field.setText(text)
    await desk.press("save_password")


async def opened(desk: Desk) -> None:
    desk.window.header.settings.click()
    await desk.settle()
    await desk.press("change_password")


async def test_the_new_one_counts_and_the_old_one_no_more(desk: Desk) -> None:
    await opened(desk)
    assert not desk.window.settings.account.form.save.isEnabled(), "nothing is typed"
    await fill(desk, PASSWORD, NEW, NEW)
    assert desk.told("account_notice").startswith("غُيِّرت كلمة المرور")
    assert not desk.shown("old_password")
    await desk.press("leave_settings")
    await desk.press("sign_out")
    await desk.sign_in(ROOT)
    assert desk.window.page_name == "sign_in"
    await desk.sign_in(ROOT, NEW)
    assert desk.window.page_name == "administration"


async def test_what_is_wrong_is_said_and_changes_nothing(desk: Desk) -> None:
    await opened(desk)
    await fill(desk, PASSWORD, NEW, f"{NEW}!")
    assert desk.told("account_notice") == "كلمتا المرور الجديدتان غير متطابقتين."
    await fill(desk, "not it", NEW, NEW)
    assert desk.told("account_notice") == "كلمة المرور الحالية غير صحيحة."
    await fill(desk, PASSWORD, "12345678", "12345678")
    assert desk.told("account_notice").startswith("كلمة المرور هذه")
    await desk.press("leave_settings")
    await opened(desk)
    assert desk.window.settings.account.form.new.field.text() == "", "nothing stays"
    assert not desk.shown("account_notice")
    await desk.press("leave_settings")
    await desk.press("sign_out")
    await desk.sign_in(ROOT)
    assert desk.window.page_name == "administration"
