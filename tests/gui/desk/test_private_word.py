"""A word among the officials, at the desk of each of them: a key, a banner for its length, and never by guess."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.domain.called_in import Capacity
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.ui.widgets.banner import Banner
from tests.fakes.still_call import StillCall
from tests.gallery.company_sheets import OFFICIAL
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import HEAD, enter, notes
from tests.gui.desk.test_calling_in import inside as inside  # noqa: PLC0414 - pytest finds the fixture by name
from tests.gui.desk.test_talk_and_outcome import in_talk, press

VISITORS = frozenset({Party.CITIZEN, Party.FOURTH})


def goes_on(call: StillCall, *, on: bool = True) -> None:
    """As the server tells everybody."""
    call.view.set(replace(call.view.value, apart_from=VISITORS if on else frozenset(), is_apart=on))


def banner(desk: Desk) -> str:
    """What stands above the picture; empty where nothing does."""
    shown = [each for each in desk.window.findChildren(Banner, "private_word_banner") if each.isVisible()]
    return shown[0].text if shown else ""


async def test_a_key_begins_it_and_the_banner_stands_until_it_is_over(desk: Desk) -> None:
    call = await in_talk(desk)
    assert not desk.has("private_word"), "two have nobody to leave out"
    QTest.keyClick(desk.window, Qt.Key.Key_K)
    await desk.settle()
    assert desk.server.calls.asides == []
    call.view.set(replace(call.view.value, people=(HEAD,)))
    QTest.keyClick(desk.window, Qt.Key.Key_K)
    await desk.settle()
    assert desk.server.calls.asides == [("", True)]
    assert banner(desk) == "", "it is not begun before everybody was told"
    goes_on(call)
    assert "كلمة خاصة" in banner(desk)
    assert "لحظة من فضلكم" in desk.window.call.view.overlay.text.said
    call.view.set(replace(call.view.value, people=(), signalling_up=False))
    assert "كلمة خاصة" in banner(desk), "a broken line ends nothing"
    press(desk, "end_private_word")
    await desk.settle()
    assert desk.server.calls.asides[-1] == ("", False)
    assert banner(desk)
    goes_on(call, on=False)
    assert banner(desk) == ""
    assert "انتهت الكلمة الخاصة" in notes(desk)


async def test_whoever_was_called_in_begins_and_ends_it_too(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    inside.view.set(replace(inside.view.value, people=(OFFICIAL,)))
    QTest.keyClick(desk.window, Qt.Key.Key_K)
    await desk.settle()
    goes_on(inside)
    assert "كلمة خاصة" in banner(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_K)
    await desk.settle()
    assert desk.server.calls.asides == [("called-in/mine", True), ("called-in/mine", False)]


async def test_an_interpreter_is_told_and_has_no_button(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    calls = desk.client.calls
    assert calls.value.joined is not None
    interprets = calls.value.joined.model_copy(update={"capacity": Capacity.SIGN_INTERPRETER})
    calls.set(replace(calls.value, joined=interprets))
    inside.view.set(replace(inside.view.value, people=(OFFICIAL,)))
    assert not desk.has("private_word")
    inside.view.set(replace(inside.view.value, apart_from=frozenset({Party.OFFICIAL})))
    assert "للمسؤولين كلمة خاصة" in banner(desk)
    assert not desk.has("private_word")
    assert not desk.has("end_private_word")


async def test_why_there_can_be_none_is_said(desk: Desk) -> None:
    call = await in_talk(desk)
    call.view.set(replace(call.view.value, people=(HEAD,)))
    desk.server.refusals["/aside"] = Refusal(RefusalCode.ILLEGAL_TRANSITION)
    press(desk, "private_word")
    await desk.settle()
    assert "غير ممكن الآن" in notes(desk)
    assert desk.find("private_word").isEnabled()
    desk.server.refusals["/aside"] = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    press(desk, "private_word")
    await desk.settle()
    assert desk.window.call.notice.text
    desk.server.refusals.clear()
    press(desk, "try_again")
    await desk.settle()
    assert desk.server.calls.asides == [("", True)]
