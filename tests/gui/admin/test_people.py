"""People and roles in the administrator's workspace: made, moved, shut out and let in again."""

from desk_client.client.actions import receive
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.accounts import StaffAccount
from desk_client.ui.widgets.text_field import TextField
from tests.gui.admin.conftest import Desk

NEW = {
    "username": "salma",
    "name_ar": "سلمى المثال",
    "name_en": "Salma Example",
    "role": "operator",
    "place": "farasan",
}


def account(desk: Desk, username: str) -> StaffAccount:
    rows = desk.client.administration.staff.value.rows or ()
    return next(each for each in rows if each.username == username)


OWN = "خيمة زرقاء فوق الرمل 58"


async def make(desk: Desk) -> str:
    """A new account; its password."""
    await desk.press("admin_new")
    for name, text in NEW.items():
        desk.fill(name, text)
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    password = desk.told("admin_secret")
    await desk.press("admin_written_down")
    return password


async def test_an_administrator_begins_in_their_workspace_and_nobody_else_does(desk: Desk) -> None:
    assert desk.window.page_name == "administration"
    assert any("emir" in row for row in desk.rows("people"))
    await desk.press("sign_out")
    assert desk.client.administration.staff.value.rows is None, "nothing is left for the next one"
    await desk.sign_in("emir")
    assert desk.window.page_name == "today"
    assert not desk.shown("page_administration")


async def test_a_new_account_signs_in_with_the_password_that_was_shown_once(desk: Desk) -> None:
    password = await make(desk)
    assert any(row[:3] == ("سلمى المثال", "salma", "مشغّل قاعة") for row in desk.rows("people"))
    assert not desk.shown("admin_secret")
    await desk.press("sign_out")
    await desk.sign_in("salma", password)
    assert desk.window.page_name == "new_password", "it is good for choosing another alone"
    for name, text in (("old", password), ("new", OWN), ("same", OWN)):
        field = desk.find(f"{name}_password")
        assert isinstance(field, TextField)
        field.setText(text)
    await desk.press("save_password")
    assert desk.window.page_name == "console"


async def test_making_an_account_is_taken_back_by_disabling_it(desk: Desk) -> None:
    await make(desk)
    await desk.press("admin_undo")
    assert account(desk, "salma").disabled_at is not None
    assert desk.told("admin_done") == "عاد كل شيء كما كان."


async def test_another_role_is_asked_for_told_and_taken_back(desk: Desk) -> None:
    desk.choose("people", "operator.fayfa")
    desk.fill("role", "coordinator")
    assert not desk.find("admin_save").isEnabled(), "a coordinator works for an agency, which is not named yet"
    region = desk.client.administration.region.value
    assert region is not None
    desk.fill("place", region.agencies[0].id)
    await desk.press("admin_save")
    assert account(desk, "operator.fayfa").role == "operator", "not before it is confirmed"
    await desk.press("admin_confirm")
    assert (account(desk, "operator.fayfa").role, account(desk, "operator.fayfa").site_id) == ("coordinator", None)
    await desk.press("admin_undo")
    assert (account(desk, "operator.fayfa").role, account(desk, "operator.fayfa").site_id) == ("operator", "fayfa")


async def test_whoever_is_disabled_cannot_sign_in_and_nobody_shuts_themselves_out(desk: Desk) -> None:
    desk.choose("people", "emir.office")
    await desk.press("people_state")
    assert desk.find("admin_cancel").hasFocus(), "what shuts somebody out is not what a quick Enter does"
    await desk.press("admin_confirm")
    assert account(desk, "emir.office").disabled_at is not None
    desk.choose("people", "root")
    assert not desk.shown("people_state")
    assert not desk.find("field_role").isEnabled()
    answer = await receive.sign_in(desk.client, "emir.office", "a-long-password")
    assert isinstance(answer, Refusal)


async def test_a_taken_name_is_told_and_what_was_typed_stays(desk: Desk) -> None:
    await make(desk)
    await desk.press("admin_new")
    for name, text in {**NEW, "name_ar": "أخرى"}.items():
        desk.fill(name, text)
    desk.choose("people", "emir.office")
    await desk.press("admin_new")
    assert desk.window.administration.loses()
    await desk.press("admin_save")
    await desk.press("admin_confirm")
    assert desk.told("admin_notice").startswith("اسم المستخدم هذا مأخوذ")
    assert desk.find("field_name_ar").text() == "أخرى"  # type: ignore[attr-defined]  # it is a field
    await desk.press("admin_discard")
    assert not desk.window.administration.loses()


async def test_the_list_is_searched_and_says_when_nothing_is_found(desk: Desk) -> None:
    search = desk.find("admin_search")
    search.setText("emir.office")  # type: ignore[attr-defined]  # the same
    assert len(desk.rows("people")) == 1
    search.setText("لا أحد بهذا الاسم")  # type: ignore[attr-defined]  # the same
    assert desk.find("admin_empty").accessibleName() == "لا نتيجة"
