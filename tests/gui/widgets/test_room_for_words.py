"""What is read is not cut: a table's cells, the names below a talk's buttons, and who is seen in a small tile."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.call_bar import CallBar
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.table import Column, Row, Table, shared_out
from desk_client.ui.widgets.tile_signs import Signs, pill
from desk_client.ui.widgets.weekdays import Weekdays

UPRIGHT_PX = 1032
NAMES = (
    *("الملخص", "الرسائل", "تعليق", "إعادة للانتظار", "استدعاء", "جنبًا إلى جنب", "تسليم", "كلمة خاصة"),
    *("عرض شاشة", "كتابة", "الأرقام", "الأجهزة"),
)


@pytest.mark.parametrize(
    ("width", "wanted", "expected"),
    [
        (400, [100, 100], [200, 200]),
        (400, [100, 300], [100, 300]),
        (400, [100, 500], [100, 300]),
        (400, [300, 50, 500], [175, 50, 175]),
        (0, [], []),
    ],
)
def test_columns_get_what_they_want_and_the_widest_give_way(width: int, wanted: list[int], expected: list[int]) -> None:
    assert shared_out(width, wanted, [1] * len(wanted)) == expected


@pytest.mark.parametrize(
    ("width", "least", "expected"),
    [
        (400, [100, 50, 100], [175, 50, 175]),
        (400, [100, 50, 250], [100, 50, 250]),
        (500, [100, 50, 250], [150, 50, 300]),
        (400, [200, 50, 250], [175, 50, 175]),
    ],
)
def test_no_word_is_cut_where_there_is_room_for_the_longest(width: int, least: list[int], expected: list[int]) -> None:
    assert shared_out(width, [300, 50, 500], [1] * 3, least) == expected


def test_a_cell_is_as_wide_as_its_text_or_takes_a_second_line(look: Appearance, qtbot: QtBot) -> None:
    table = Table(look)
    qtbot.addWidget(table)
    table.resize(420, 300)
    long = "الثلاثاء ٢١ جمادى الآخرة · ٥:٤٥ ص، وهو آخر ما أُخذ من النسخ"
    columns = (Column("الوقت"), Column("الحجم"), Column("الحال"))
    rows = [Row("one", (long, "٤٤ ميغابايت", "سليمة")), Row("two", ("٥:٤٥ ص", "٤٤ ميغابايت", "سليمة"))]
    table.show_rows(columns, rows)
    with qtbot.waitExposed(table):
        table.show()
    metrics = QFontMetrics(look.font(Role.BODY))
    for place, text in enumerate(rows[1].cells):
        assert table.columnWidth(place) > metrics.horizontalAdvance(text)
    assert table.rowHeight(0) >= 2 * metrics.lineSpacing()
    assert table.rowHeight(1) < table.rowHeight(0)
    table.resize(1400, 300)
    assert table.rowHeight(0) == table.rowHeight(1), "there is room for all of it"
    table.resize(320, 300)
    assert table.rowHeight(0) >= 3 * metrics.lineSpacing()


def test_names_below_the_buttons_of_a_talk_are_folded_where_they_would_be_cut(look: Appearance, qtbot: QtBot) -> None:
    bar = CallBar(look)
    qtbot.addWidget(bar)
    for name in NAMES:
        bar.add(RoundButton(look, Icon.PERSON, name))
    bar.end.set_text("إنهاء")
    wide = bar.size_within(QSize(1872, 1000))
    narrow = bar.size_within(QSize(UPRIGHT_PX, 1700))
    assert narrow.width() <= UPRIGHT_PX < wide.width()
    assert narrow.height() > wide.height()
    metrics = QFontMetrics(look.font(Role.CAPTION))
    for button in bar.findChildren(RoundButton):
        assert button.sizeHint().width() >= max(metrics.horizontalAdvance(word) for word in button.text().split())
    assert bar.size_within(QSize(1872, 1000)) == wide


@pytest.mark.parametrize("width", range(1200, 1900, 25))
def test_what_the_buttons_of_a_talk_are_given_is_what_they_need(look: Appearance, qtbot: QtBot, width: int) -> None:
    talk = QWidget()
    qtbot.addWidget(talk)
    bar = CallBar(look, talk)
    for name in (*NAMES, "سحب الطلب", "إعادة للانتظار"):
        bar.add(RoundButton(look, Icon.PERSON, name))
    bar.resize(bar.size_within(QSize(width, 1000)))
    talk.show()
    squeezed = [
        each.text()
        for each in bar.findChildren(RoundButton)
        if each.isVisible() and each.width() < each.sizeHint().width()
    ]
    assert squeezed == []


def test_days_of_the_week_stand_in_as_many_rows_as_they_need(look: Appearance, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    days = Weekdays(look, around)
    around.show()
    for width in (700, 260, 200, 700):
        days.resize(width, 400)
        QApplication.processEvents()
        assert [each for each in days.days.values() if each.geometry().right() >= width] == []
    assert len({each.y() for each in days.days.values()}) == 2
    assert days.minimumSizeHint().width() < 260


def test_a_long_name_takes_two_lines_of_a_small_tile(look: Appearance) -> None:
    tile = QRect(0, 0, 245, 138)
    long = pill(look, Signs("مدير الإدارة · المهندس عادل بن يوسف البحري"), tile, 1.0)
    short = pill(look, Signs("الأمير"), tile, 1.0)
    assert long is not None
    assert short is not None
    assert long.pixmap.height() > short.pixmap.height()
    assert long.place.y() + long.pixmap.height() <= tile.height()
    assert long.pixmap.width() <= tile.width()
