"""The other calendars of an official: a file whose busy times are read, and an address that they read."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.office_calendar import Feed
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField


class SharingBox(QWidget):
    """Stands in a dialog."""

    file_asked = Signal()
    forget_asked = Signal()
    feed_asked = Signal(bool)
    """A new address; whether it names those who come."""
    end_asked = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None, *, may_change: bool) -> None:
        """Busy times are taken in and forgotten only by whoever may change the calendar."""
        super().__init__(parent)
        self.state = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.state.setObjectName("feed_state")
        self.address = TextField(look, QCoreApplication.translate("Calendar", "The address"))
        self.address.setObjectName("feed_address")
        self.address.setReadOnly(True)
        self.address.setVisible(False)
        take_in = _button(
            look, QCoreApplication.translate("Calendar", "Read a calendar file"), Icon.FILE_ADD, "take_in"
        )
        forget = _button(
            look, QCoreApplication.translate("Calendar", "Forget what was read"), Icon.REMOVE, "forget_busy"
        )
        self.plain = _button(
            look, QCoreApplication.translate("Calendar", "New address without names"), Icon.KEY, "feed_plain"
        )
        self.named = _button(
            look, QCoreApplication.translate("Calendar", "New address with names"), Icon.PERSON, "feed_named"
        )
        self.end = _button(look, QCoreApplication.translate("Calendar", "End the address"), Icon.CLOSE, "feed_end")
        take_in.clicked.connect(self.file_asked)
        forget.clicked.connect(self.forget_asked)
        self.plain.clicked.connect(lambda: self.feed_asked.emit(False))
        self.named.clicked.connect(lambda: self.feed_asked.emit(True))
        self.end.clicked.connect(self.end_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for title, text, parts in (
            (
                QCoreApplication.translate("Calendar", "Busy times from your own calendar"),
                QCoreApplication.translate(
                    "Calendar",
                    "Only when you are busy is read from an .ics file, for six months ahead; nothing else is kept.",
                ),
                (take_in, forget) if may_change else (),
            ),
            (
                QCoreApplication.translate("Calendar", "This calendar in Outlook or Thunderbird"),
                QCoreApplication.translate(
                    "Calendar",
                    "Whoever has the address can read this calendar. Without names it says only when something is.",
                ),
                (self.state, self.address, self.plain, self.named, self.end),
            ),
        ):
            column.addWidget(Label(look, title, Role.BODY, weight=Weight.SEMIBOLD, is_heading=True))
            column.addWidget(Label(look, text, Role.CAPTION, tone=Tone.SECOND))
            for part in parts:
                column.addWidget(part)
            if not parts:
                told = QCoreApplication.translate("Calendar", "To change the calendar is not left to you.")
                column.addWidget(Label(look, told, Role.CAPTION, tone=Tone.SECOND))
            column.addSpacing(Space.S)

    def show_feed(self, feed: Feed) -> None:
        """Say whether there is an address; a new one is shown once, and lies in the clipboard."""
        self.end.setVisible(feed.made_at is not None)
        if feed.made_at is None:
            self.state.set_text(QCoreApplication.translate("Calendar", "There is no address yet."))
        elif feed.shows_names:
            self.state.set_text(QCoreApplication.translate("Calendar", "There is an address. It names those who come."))
        else:
            self.state.set_text(QCoreApplication.translate("Calendar", "There is an address. It names nobody."))
        self.address.setVisible(feed.url is not None)
        if feed.url is not None:
            self.address.setText(feed.url)
            self.address.setCursorPosition(0)
            QGuiApplication.clipboard().setText(feed.url)
            self.state.set_text(
                QCoreApplication.translate(
                    "Calendar", "The address was copied. It is shown only now: paste it where you need it."
                )
            )

    def sizeHint(self) -> QSize:
        """Return a calm width."""
        return QSize(520, super().sizeHint().height())


def _button(look: Appearance, text: str, icon: Icon, name: str) -> Button:
    made = Button(look, text, Kind.SECONDARY, icon=icon)
    made.setObjectName(name)
    return made
