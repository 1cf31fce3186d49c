from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.busy import Progress
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.call_bar import CallBar
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.elapsed import Elapsed
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.offline_banner import OfflineBanner
from desk_client.ui.widgets.step_bar import StepBar
from desk_client.ui.widgets.toast import Toast
from tests.gui.conftest import Show


def test_a_banner_hides_while_it_has_nothing_to_say(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    banner = Banner(look)
    shown(banner)
    assert not banner.isVisible()
    banner.say("لم نجد كاميرا", Mood.WARNING, "حاول مجددًا")
    assert banner.isVisible()
    assert banner.accessibleName() == "لم نجد كاميرا"
    with qtbot.waitSignal(banner.action_asked):
        banner.action.click()
    banner.say("")
    assert not banner.isVisible()


def test_the_offline_banner_words_itself_in_the_language_spoken(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    banner = OfflineBanner(look)
    shown(banner)
    banner.set_trouble(Refusal(RefusalCode.SERVER_UNAVAILABLE))
    assert banner.text.startswith("انقطع")
    look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: banner.text.startswith("No connection"))
    banner.set_trouble(Refusal(RefusalCode.PROTOCOL_UNSUPPORTED))
    assert banner.text.startswith("This device needs an update")
    banner.set_trouble(None)
    assert not banner.isVisible()


def test_a_dialog_keeps_the_keyboard_within_and_gives_it_back(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    before = Button(look, "خروج")
    window = shown(before)
    before.setFocus()
    dialog = Dialog(look, window, "هل تريد الخروج؟", "", confirm="نعم", cancel="لا", is_danger=True)
    assert dialog.cancel.hasFocus()  # a quick Enter does no harm
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Tab)
    assert dialog.confirm.hasFocus()
    QTest.keyClick(dialog.confirm, Qt.Key.Key_Tab)
    assert dialog.cancel.hasFocus()
    assert dialog.geometry() == window.rect()
    with qtbot.waitSignal(dialog.answered) as answered:
        QTest.keyClick(dialog.cancel, Qt.Key.Key_Escape)
    assert answered.args == [False]
    assert before.hasFocus()


def test_a_dialog_lets_no_touch_through(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    below = Button(look, "خروج")
    window = shown(below)
    dialog = Dialog(look, window, "؟", "", confirm="نعم")
    with qtbot.assertNotEmitted(below.clicked):
        QTest.mouseClick(dialog, Qt.MouseButton.LeftButton, pos=below.mapTo(window, below.rect().topLeft()))
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.confirm.click()
    assert answered.args == [True]


def test_a_toast_lies_within_its_host(look: Appearance, shown: Show) -> None:
    window = shown(Label(look, "صفحة"))
    window.resize(800, 600)
    toast = Toast(look, window)
    toast.say("حُفظت النتيجة")
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())


def test_an_empty_place_says_why_and_what_to_do(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    empty = EmptyState(look)
    shown(empty)
    empty.set_texts("لا مواعيد")
    assert not empty.action.isVisible()
    empty.set_texts("لا مواعيد", "يمكنك الحجز", "احجز")
    with qtbot.waitSignal(empty.action_asked):
        empty.action.click()


def test_steps_are_said_to_who_does_not_see_them(look: Appearance, qtbot: QtBot) -> None:
    steps = StepBar(look)
    qtbot.addWidget(steps)
    steps.set_steps(("الهوية", "الموعد"), 1)
    assert steps.accessibleName() == "الخطوة 2 من 2: الموعد"
    for width in (120, 300, 900):  # narrow ones write the current name alone
        steps.resize(width, 48)
        assert not steps.grab().isNull()


def test_facts_leave_out_what_is_empty(look: Appearance, qtbot: QtBot) -> None:
    facts = Facts(look)
    qtbot.addWidget(facts)
    facts.set_rows((("الاسم", "محمد"), ("الموضوع", "")))
    assert facts.rows == (("الاسم", "محمد"),)
    assert [label.said for label in facts.findChildren(Label)] == ["الاسم", "محمد"]


def test_progress_stays_within_its_bar(look: Appearance, qtbot: QtBot) -> None:
    progress = Progress(look)
    qtbot.addWidget(progress)
    progress.set_share(1.7)
    assert progress.share == 1
    progress.set_share(-1)
    assert progress.share == 0


def test_a_clock_runs_from_where_it_is_told(look: Appearance, qtbot: QtBot) -> None:
    clock = Elapsed(look, timedelta(minutes=20))
    qtbot.addWidget(clock)
    clock.start(timedelta(minutes=7, seconds=42))
    clock.stop()
    assert clock.accessibleName() == "\u200f٠٧:٤٢ / \u200f٢٠:٠٠"
    stopped = clock.elapsed
    assert clock.elapsed == stopped


def test_the_call_bar_switches_and_names_what_it_would_do(look: Appearance, qtbot: QtBot, shown: Show) -> None:
    bar = CallBar(look)
    shown(bar)
    assert bar.microphone.text() == "كتم الصوت"
    with qtbot.waitSignal(bar.microphone_switched) as switched:
        bar.microphone.click()
    assert switched.args == [False]
    assert bar.microphone.text() == "تشغيل الصوت"
    bar.set_end_text("إنهاء المقابلة")
    with qtbot.waitSignal(bar.end_asked):
        QTest.keyClick(bar.end, Qt.Key.Key_Return)
    assert bar.end.accessibleName() == "إنهاء المقابلة"


def test_a_label_keeps_the_layouts_direction(look: Appearance, qtbot: QtBot) -> None:
    label = Label(look, "PDF مرفق")
    qtbot.addWidget(label)
    assert label.text() == "\u200fPDF مرفق"
    assert (label.said, label.accessibleName()) == ("PDF مرفق", "PDF مرفق")
