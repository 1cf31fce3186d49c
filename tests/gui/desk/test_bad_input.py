"""What goes wrong between people at once, in a real window before a real server: said in a sentence, nothing lost."""

import pytest

from desk_client.client.actions import attend, receive
from desk_client.client.day import DeskPage
from desk_client.client.visit import Page
from desk_client.domain.appointment import AppointmentState
from desk_client.ui.widgets.label import Label
from tests.gui.desk.test_server_restarts import Scene, ends, region, region_settings, scene
from tests.integration.client.test_whole_way import first_item, is_talking, waits
from tests.integration.client.test_whole_way import page as kiosk_page

__all__ = ["ends", "region", "region_settings", "scene"]


@pytest.mark.timeout(240)  # a whole audience with two media engines
async def test_whoever_leaves_while_being_admitted_is_waited_for_and_keeps_their_place(scene: Scene) -> None:
    kiosk = await scene.waiting()
    await attend.leave(kiosk)
    assert kiosk_page(kiosk) is Page.FAREWELL
    await scene.press("admit")
    title = scene.desk.find("call_status_title")
    assert isinstance(title, Label)
    await scene.until(lambda: title.said == "في انتظار الطرف الآخر")
    await scene.press("send_back")
    await scene.press("confirm_send_back")
    assert scene.desk.window.page_name == DeskPage.TODAY
    await scene.until(lambda: waits(scene.desk.client))
    assert not scene.desk.client.is_talking


@pytest.mark.timeout(240)  # three media engines
async def test_of_two_desks_of_one_account_the_later_has_the_talk_and_the_other_says_so(scene: Scene) -> None:
    kiosk = await scene.talking()
    await scene.press("toggle_chat")
    scene.type("chat_text", "رقم المعاملة")
    second = await scene.ends.signed_in_desk("emir")
    assert await receive.admit(second, first_item(second)) is None
    await scene.until(lambda: scene.desk.window.page_name == DeskPage.TODAY)
    await scene.until(lambda: is_talking(second) and is_talking(kiosk))
    assert scene.desk.window.toast.accessibleName().startswith("دخلتم المقابلة من مكان آخر")
    assert not scene.desk.client.is_talking
    assert first_item(scene.desk.client).state is AppointmentState.IN_SESSION
    await scene.press("admit")  # and back again
    await scene.until(lambda: is_talking(scene.desk.client) and not second.is_talking)
    assert scene.typed("chat_text") == "رقم المعاملة"
    assert not waits(scene.desk.client)
