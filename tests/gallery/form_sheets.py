"""Sheets of what is typed and chosen: keypad, keyboard, calendar, ticket."""

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.i18n import dates
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.digit_field import CodeField, DigitField
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.keyboard import TouchKeyboard
from desk_client.ui.widgets.keyboard_layouts import VARIANTS
from desk_client.ui.widgets.keypad import Keypad
from desk_client.ui.widgets.month_days import Openness
from desk_client.ui.widgets.month_grid import MonthGrid
from desk_client.ui.widgets.page_title import PageTitle
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.slot_grid import SlotGrid, SlotTime
from desk_client.ui.widgets.text_field import TextArea, TextField
from desk_client.ui.widgets.ticket_card import TicketCard
from tests.gallery.widget_sheets import Sheet
from tests.gallery.words import say

_TODAY = date(2026, 3, 15)
_WEEKEND = frozenset({4, 5})  # Friday and Saturday
_KEYBOARD_PX = 1000
_OPENNESS = (Openness.MANY, Openness.SOME, Openness.FEW, Openness.FULL, Openness.MANY)


def keypad(look: Appearance) -> QWidget:
    """Digit fields beside the keypad."""
    page = Sheet(look)
    page.column.addWidget(
        PageTitle(
            look,
            say(look, "ما رقم هويتك الوطنية أو إقامتك؟", "What is your national ID or Iqama number?"),
            say(look, "عشرة أرقام تبدأ بـ ١ أو ٢", "Ten digits, beginning with 1 or 2"),
        )
    )
    row = QHBoxLayout()
    row.setSpacing(Space.XXL)
    fields = QVBoxLayout()
    fields.setSpacing(Space.S)
    identity = DigitField(look, 10)
    block = FieldBlock(
        look, identity, say(look, "رقم الهوية", "National ID"), say(look, "من البطاقة", "As on the card")
    )
    identity.set_digits("1000000008")
    wrong = DigitField(look, 10)
    wrong_block = FieldBlock(look, wrong, say(look, "رقم الجوال", "Mobile"))
    wrong.set_digits("0512345")
    wrong_block.set_error(
        say(look, "رقم الجوال عشرة أرقام ويبدأ بـ 05.", "A mobile has ten digits and begins with 05.")
    )
    code = CodeField(look, 6)
    code.set_digits("4821")
    code_block = FieldBlock(look, code, say(look, "رمز التحقق", "Verification code"))
    for widget in (block, wrong_block, code_block):
        fields.addWidget(widget)
    fields.addStretch()
    fields.addWidget(Button(look, say(look, "متابعة", "Continue"), Kind.PRIMARY, icon=Icon.FORWARD, is_icon_after=True))
    keys = Keypad(look)
    keys.setMaximumSize(460, 460)
    row.addLayout(fields, 3)
    row.addWidget(keys, 2, Qt.AlignmentFlag.AlignTop)
    page.column.addLayout(row)
    page.column.addStretch()
    identity.setFocus(Qt.FocusReason.TabFocusReason)
    return page


def keyboard(look: Appearance) -> QWidget:
    """Text fields above the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    page = Sheet(look)
    page.column.addWidget(PageTitle(look, say(look, "ما موضوع المقابلة؟", "What is the audience about?")))
    name = TextField(look)
    page.column.addWidget(FieldBlock(look, name, say(look, "الاسم", "Name")))
    subject = TextArea(look)
    subject.set_text(say(look, "طلب إعادة مسح أرض زراعية", "A new survey of a farm"))
    page.column.addWidget(FieldBlock(look, subject, say(look, "الموضوع", "Subject"), say(look, "اختياري", "Optional")))
    page.column.addStretch()
    column.addWidget(page, 1)
    column.addWidget(TouchKeyboard(look))
    return window


def keyboard_held(look: Appearance) -> QWidget:
    """A letter is held: its kin stand beside it."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addStretch()
    keys = TouchKeyboard(look)
    keys.setFixedSize(_KEYBOARD_PX, keys.sizeHint().height())
    letter = "ا" if look.is_right_to_left else "a"
    held = keys.cap(letter)
    column.addWidget(keys, 0, Qt.AlignmentFlag.AlignHCenter)
    window.setVisible(True)  # the keys have their places from then on
    keys.variants.offer(held, VARIANTS[letter].split())
    return window


def calendar(look: Appearance) -> QWidget:
    """Days and times."""
    page = Sheet(look)
    page.column.addWidget(PageTitle(look, say(look, "اختر اليوم والوقت", "Choose a day and a time")))
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    left = Panel(look)
    grid = MonthGrid(look, _TODAY, _TODAY + timedelta(days=40))
    days = [_TODAY + timedelta(days=index) for index in range(28)]
    grid.set_days({day: _OPENNESS[day.day % 5] for day in days if day.weekday() not in _WEEKEND})
    grid.select(_TODAY + timedelta(days=1))
    left.body.addWidget(grid)
    right = Panel(look)
    slots = SlotGrid(look)
    right.body.addWidget(slots)
    slots.set_slots(
        tuple(
            SlotTime(minute, time(minute // 60, minute % 60), is_open=minute % 7 != 0)
            for minute in [*range(540, 720, 20), *range(780, 840, 20)]
        )
    )
    slots.select(600)
    row.addWidget(left, 3)
    row.addWidget(right, 2)
    page.column.addLayout(row, 1)
    return page


def ticket(look: Appearance) -> QWidget:
    """A ticket after a booking."""
    page = Sheet(look, widest_px=820)
    page.column.addStretch()
    page.column.addWidget(
        PageTitle(look, say(look, "تم تأكيد موعدك", "Your appointment is confirmed"), is_centred=True)
    )
    card = TicketCard(look)
    card.set_number(say(look, "رقم الموعد", "Ticket"), "A-0417")
    card.set_code(say(look, "رمز الحضور", "Check-in code"), "829 164")
    card.set_facts(
        (
            (say(look, "مع", "With"), say(look, "صاحب السمو الملكي أمير المنطقة", "His Royal Highness the Emir")),
            (say(look, "اليوم", "Day"), dates.full_date(_TODAY, look.language)),
            (say(look, "الوقت", "Time"), dates.time_range(time(9, 40), time(10, 0), look.language)),
            (say(look, "المكان", "Place"), say(look, "محافظة صبيا، الكشك ٧", "Sabya, kiosk 7")),
        )
    )
    page.column.addWidget(card)
    page.column.addWidget(Button(look, say(look, "تم", "Done"), Kind.PRIMARY), 0, Qt.AlignmentFlag.AlignHCenter)
    page.column.addStretch()
    return page
