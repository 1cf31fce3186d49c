"""The settings of this desk, each applied at once."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import settle
from desk_client.client.day import Day, DeskPage
from desk_client.client.preferences import PreferencesTrouble
from desk_client.ui.desk.key_words import Keys, settings_keys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.desk.settings.about_box import AboutBox
from desk_client.ui.desk.settings.account_box import AccountBox
from desk_client.ui.desk.settings.browser_box import BrowserBox
from desk_client.ui.desk.settings.choices_box import ChoicesBox
from desk_client.ui.desk.settings.devices_box import DevicesBox
from desk_client.ui.desk.settings.printer_box import PrinterBox
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.page_title import PageTitle
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_STACKED_BELOW_PX = 980


class SettingsPage(Place):
    """Devices and what the desk is at one side, everything else at the other; in a narrow window one above the other.

    The devices are open, and the camera's light is on, only while the page is seen.
    """

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_settings")
        self._office = office
        look = office.look
        self._title = PageTitle(look)
        self.back = Button(look, "", Kind.SECONDARY, icon=Icon.BACK)
        self.back.setObjectName("leave_settings")
        self.back.clicked.connect(lambda: settle.close_settings(office.client))
        self.notice = Banner(look, Mood.WARNING)
        self.notice.setObjectName("preferences_notice")
        self.devices = DevicesBox(office)
        self._devices_title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self.choices = ChoicesBox(office)
        self.about = AboutBox(office, self)
        self.account = AccountBox(office)
        self.printer = PrinterBox(office)
        self.browser = BrowserBox(office, self)
        self.browser.grew.connect(lambda: self._scroll.ensureWidgetVisible(self.browser))
        self._opening = QTimer(self)
        self._opening.setSingleShot(True)
        self._opening.setInterval(0)
        self._opening.timeout.connect(self._open_devices)
        self._build()
        self._leave = office.client.preferences.trouble.subscribe(lambda _trouble: self._tell_trouble())
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Let go of the devices as soon as another page is wanted, and of what was typed."""
        self.account.show_day(day)
        self.browser.show_day(day)
        if day.page is not DeskPage.SETTINGS:
            self._let_go()
            self.account.leave()
            self.browser.leave()

    def teardown(self) -> None:
        """End every subscription; the page is about to go."""
        self._let_go()
        self._leave()
        self.choices.teardown()
        self.printer.teardown()
        self.about.teardown()
        self.browser.teardown()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return settings_keys()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_texts(
            QCoreApplication.translate("Settings", "Settings"),
            QCoreApplication.translate("Settings", "Each applies at once, on this computer, for you alone."),
        )
        self.back.set_text(QCoreApplication.translate("Settings", "Back"))
        self._devices_title.set_text(QCoreApplication.translate("Settings", "Devices"))
        self._tell_trouble()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Remember what everything was, and open the devices once the page is painted."""
        super().showEvent(event)
        if not event.spontaneous():
            self.choices.begin()
            self.printer.begin()
            self._opening.start()
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of them; a minimised window is expected back and keeps them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack both sides where there is no room for them beside each other."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._office.look.scaled(_STACKED_BELOW_PX)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- doing ----------------------------------------------------------------------------------------------------

    def _open_devices(self) -> None:
        self._office.bridge.run(
            settle.load_devices(self._office.client),
            lambda _none: self.devices.open() if self.isVisible() else None,
            lambda _refusal: None,
        )

    def _let_go(self) -> None:
        self._opening.stop()
        self.devices.close_devices()

    def _tell_trouble(self) -> None:
        trouble = self._office.client.preferences.trouble.value
        self.notice.say("" if trouble is None else _trouble_words(trouble))

    def _build(self) -> None:
        scroll = self._scroll = ScrollColumn()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(Space.M)
        beside = QVBoxLayout()
        beside.setSpacing(Space.M)
        panel = Panel(self._office.look, margin_px=Space.M)
        panel.body.addWidget(self._devices_title)
        panel.body.addWidget(self.devices)
        beside.addWidget(panel)
        beside.addWidget(self.printer)
        beside.addWidget(self.browser)
        beside.addWidget(self.about)
        beside.addStretch(1)
        others = QVBoxLayout()
        others.setSpacing(Space.M)
        others.addWidget(self.choices)
        others.addWidget(self.account)
        others.addStretch(1)
        self._sides.addLayout(beside, 1)
        self._sides.addLayout(others, 1)
        scroll.body.addLayout(self._sides)
        scroll.body.addStretch(1)
        ScrollEdge(self._office.look, scroll, lambda colours: colours.background)
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(Space.M)
        head.addWidget(self._title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(scroll, 1)


def _trouble_words(trouble: PreferencesTrouble) -> str:
    match trouble:
        case PreferencesTrouble.BROKEN:
            return QCoreApplication.translate(
                "Settings",
                "Your settings could not be read: the file was damaged. Everything is as usual, and a copy of the "
                "damaged file is kept beside it.",
            )
        case PreferencesTrouble.PARTLY:
            return QCoreApplication.translate(
                "Settings",
                "Some of your settings could not be read and are as usual; all others are kept, and so is a copy of "
                "the file as it was.",
            )
        case PreferencesTrouble.UNREADABLE:
            return QCoreApplication.translate(
                "Settings", "Your settings could not be read: the system does not allow it. Everything is as usual."
            )
        case PreferencesTrouble.NOT_SAVED:
            return QCoreApplication.translate(
                "Settings", "Your settings could not be saved. What you choose holds until the program is closed."
            )
