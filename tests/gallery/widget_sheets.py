"""Sheets of buttons, cards, notices and states."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.busy import Busy, Progress
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.offline_banner import OfflineBanner
from desk_client.ui.widgets.page import WIDEST_PX, Page
from desk_client.ui.widgets.page_title import PageTitle
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill
from desk_client.ui.widgets.step_bar import StepBar
from desk_client.ui.widgets.toast import Toast
from tests.gallery.words import say


class Sheet(Page):
    """A page of samples; it is built anew for each language, so it has nothing to word again."""

    def __init__(self, look: Appearance, widest_px: int = WIDEST_PX) -> None:
        super().__init__(look, widest_px)
        self.column.setSpacing(Space.M)

    def retranslate(self) -> None:
        """Do nothing: see the class."""


def buttons(look: Appearance) -> QWidget:
    """Each kind of button, in each state."""
    page = Sheet(look)
    page.column.addWidget(
        PageTitle(look, say(look, "الأزرار", "Buttons"), say(look, "كل نوع وحالة", "Each kind and state"))
    )
    grid = QGridLayout()
    grid.setSpacing(Space.M)
    names = {
        Kind.PRIMARY: say(look, "تأكيد الموعد", "Confirm"),
        Kind.SECONDARY: say(look, "رجوع", "Back"),
        Kind.DANGER: say(look, "إنهاء المقابلة", "End the audience"),
        Kind.QUIET: say(look, "إعادة إرسال الرمز", "Send the code again"),
    }
    icons = {Kind.PRIMARY: Icon.FORWARD, Kind.SECONDARY: Icon.BACK, Kind.DANGER: Icon.HANG_UP, Kind.QUIET: Icon.REFRESH}
    for row, (kind, name) in enumerate(names.items()):
        disabled = Button(look, name, kind)
        disabled.setEnabled(False)
        busy = Button(look, name, kind)
        busy.set_busy(True)
        after = Button(look, name, kind, icon=icons[kind], is_icon_after=kind is Kind.PRIMARY)
        for column, button in enumerate((Button(look, name, kind), after, disabled, busy)):
            grid.addWidget(button, row, column)
    page.column.addLayout(grid)
    signs = QHBoxLayout()
    for icon in (Icon.LANGUAGE, Icon.TEXT_SIZE, Icon.CONTRAST, Icon.BACK, Icon.FORWARD, Icon.SIGN_OUT, Icon.SPEAKER):
        button = Button(look, icon=icon)
        button.setAccessibleName(icon)
        signs.addWidget(button)
    signs.addStretch()
    page.column.addLayout(signs)
    steps = StepBar(look)
    steps.set_steps(
        (
            say(look, "الهوية", "Identity"),
            say(look, "المسؤول", "Official"),
            say(look, "الموعد", "Time"),
            say(look, "التأكيد", "Confirm"),
        ),
        2,
    )
    page.column.addWidget(steps)
    page.column.addStretch()
    first = grid.itemAtPosition(0, 0)
    widget = first.widget() if first is not None else None
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def cards(look: Appearance) -> QWidget:
    """Tiles of a home screen and rows of a choice."""
    page = Sheet(look)
    page.column.addWidget(
        PageTitle(
            look,
            say(look, "أهلًا وسهلًا، كيف نخدمك؟", "Welcome. How may we serve you?"),
            say(look, "المس ما جئت من أجله", "Touch what you came for"),
        )
    )
    tiles = QHBoxLayout()
    tiles.setSpacing(Space.M)
    for icon, title, subtitle in (
        (
            Icon.CALENDAR_CHECK,
            say(look, "احجز موعدًا", "Book an appointment"),
            say(look, "قابل المسؤول عبر الاتصال المرئي", "Meet an official by video"),
        ),
        (
            Icon.ARRIVED,
            say(look, "لدي موعد اليوم", "I have an appointment today"),
            say(look, "سجّل حضورك وانتظر دورك", "Check in and wait for your turn"),
        ),
        (
            Icon.FILE_CHECK,
            say(look, "نتيجة مقابلتي", "The outcome of my audience"),
            say(look, "اقرأ ما قرره المسؤول", "Read what the official decided"),
        ),
    ):
        tiles.addWidget(CardButton(look, title, subtitle, sign=icon, shape=Shape.TILE))
    page.column.addLayout(tiles)
    for index, (sign, title, subtitle) in enumerate(
        (
            (
                "الأمير",
                say(look, "أمير المنطقة", "Emir of the Region"),
                say(look, "المقابلات العامة", "Public audiences"),
            ),
            ("محافظ", say(look, "محافظ صبيا", "Governor of Sabya"), say(look, "شؤون المواطنين", "Citizens' affairs")),
        )
    ):
        card = CardButton(look, title, subtitle, sign=sign, hue=index, is_choice=True)
        card.setChecked(index == 0)
        page.column.addWidget(card)
    closed = CardButton(look, say(look, "مكتب مغلق", "A closed office"), sign=Icon.BUILDING)
    closed.setEnabled(False)
    page.column.addWidget(closed)
    page.column.addStretch()
    return page


def notices(look: Appearance) -> QWidget:
    """Banners, pills, progress, an empty place, a toast."""
    page = Sheet(look)
    for mood, text, action in (
        (Mood.INFO, say(look, "أُرسل الرمز إلى جوالك.", "The code was sent to your mobile."), ""),
        (
            Mood.ERROR,
            say(
                look, "سبقك شخص آخر إلى هذا الوقت. اختر وقتًا غيره.", "Someone else took this time. Choose another one."
            ),
            say(look, "اختر وقتًا", "Choose a time"),
        ),
    ):
        banner = Banner(look)
        banner.say(text, mood, action)
        page.column.addWidget(banner)
    offline = OfflineBanner(look)
    offline.set_trouble(Refusal(RefusalCode.SERVER_UNAVAILABLE))
    page.column.addWidget(offline)
    row = QHBoxLayout()
    row.addWidget(Pill(look, say(look, "بانتظار الدخول", "Waiting"), Mood.WARNING))
    row.addWidget(Pill(look, say(look, "جارية", "In progress"), Mood.SUCCESS))
    row.addWidget(Pill(look, say(look, "محجوز", "Booked"), Mood.INFO))
    row.addWidget(Pill(look, say(look, "لم يحضر", "No-show"), Mood.ERROR))
    row.addWidget(Pill(look, say(look, "منتهية", "Ended")))
    row.addStretch()
    row.addWidget(Busy(look))
    page.column.addLayout(row)
    progress = Progress(look)
    progress.set_share(0.6)
    page.column.addWidget(progress)
    empty = EmptyState(look, Icon.CALENDAR)
    empty.set_texts(
        say(look, "لا مواعيد لك اليوم", "You have no appointments today"),
        say(look, "يمكنك حجز موعد في دقيقتين.", "You can book one in two minutes."),
        say(look, "احجز موعدًا", "Book an appointment"),
    )
    page.column.addWidget(empty, 1)
    toast = Toast(look, page)
    page.resize(1280, 800)
    toast.say(say(look, "حُفظت النتيجة", "The outcome was saved"))
    return page


def desk(look: Appearance) -> QWidget:
    """The same widgets in the desk's density: an agenda beside a brief."""
    page = Sheet(look, widest_px=1600)
    page.column.addWidget(PageTitle(look, say(look, "مقابلات اليوم", "Today's audiences")))
    columns = QHBoxLayout()
    columns.setSpacing(Space.L)
    agenda = QVBoxLayout()
    agenda.setSpacing(Space.S)
    for index, (name, moment) in enumerate(
        (
            (say(look, "محمد بن أحمد الحازمي", "Mohammed Al-Hazmi"), time(9, 40)),
            (say(look, "فاطمة بنت علي عسيري", "Fatimah Asiri"), time(10)),
            (say(look, "يحيى بن موسى مدخلي", "Yahya Madkhali"), time(10, 20)),
        )
    ):
        card = CardButton(look, name, clock_time(moment, look.language), sign=name, hue=index, is_choice=True)
        card.setChecked(index == 0)
        agenda.addWidget(card)
    agenda.addStretch()
    columns.addLayout(agenda, 2)
    panel = Panel(look)
    panel.body.addWidget(Label(look, say(look, "ملخص الطلب", "The brief"), Role.SUBTITLE, weight=Weight.SEMIBOLD))
    facts = Facts(look)
    facts.set_rows(
        (
            (say(look, "الاسم", "Name"), say(look, "محمد بن أحمد الحازمي", "Mohammed Al-Hazmi")),
            (say(look, "رقم الهوية", "National ID"), "\u206610••••••08\u2069"),
            (
                say(look, "الموضوع", "Subject"),
                say(
                    look,
                    "اعتراض على قرار بلدي يتعلق بحدود أرض زراعية في محافظة صبيا، ويطلب إعادة المسح.",
                    "An objection to a municipal decision on the borders of a farm in Sabya, asking for a new survey.",
                ),
            ),
        )
    )
    panel.body.addWidget(facts)
    panel.body.addWidget(Label(look, say(look, "وصل قبل ٥ دقائق", "Arrived 5 minutes ago"), tone=Tone.SUCCESS))
    panel.body.addStretch()
    row = QHBoxLayout()
    row.addWidget(Button(look, say(look, "السماح بالدخول", "Admit"), Kind.PRIMARY, icon=Icon.DOOR))
    row.addWidget(Button(look, say(look, "إعادة للانتظار", "Send back"), icon=Icon.SEND_BACK))
    row.addStretch()
    panel.body.addLayout(row)
    columns.addWidget(panel, 3)
    page.column.addLayout(columns, 1)
    return page


def dialog(look: Appearance) -> QWidget:
    """A question over a page."""
    page = cards(look)
    page.resize(1280, 800)
    Dialog(
        look,
        page,
        say(look, "هل تريد الخروج؟", "Do you want to leave?"),
        say(
            look,
            "سيُمسح كل ما أدخلته من هذا الجهاز. يبقى موعدك المؤكد كما هو.",
            "All you entered is wiped from this kiosk. A confirmed appointment stays.",
        ),
        confirm=say(look, "نعم، اخرج", "Yes, leave"),
        cancel=say(look, "ابقَ هنا", "Stay here"),
        is_danger=True,
        icon=Icon.SIGN_OUT,
    )
    return page
