"""The devices in a talk: chosen without leaving it, and said when one goes or comes back."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.conference import Device
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.settings.device_words import replaced_words, returned_words
from desk_client.ui.desk.settings.devices_box import DevicesBox
from desk_client.ui.operator.scrolling import keep_off_the_bar
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.round_button import RoundButton
from desk_client.ui.widgets.scroll_edge import ScrollEdge

_PREVIEW_PX = 150
_ICONS = {Device.CAMERA: Icon.CAMERA, Device.MICROPHONE: Icon.MICROPHONE, Device.SPEAKER: Icon.SPEAKER}


class TalkDevices(QObject):
    """Puts a button among the controls; the list lies over the window, and the talk goes on below."""

    def __init__(self, office: Office, view: CallView, page: QWidget) -> None:
        super().__init__(page)
        self._office, self._view, self._page = office, view, page
        self._dialog: Dialog | None = None
        self._box: DevicesBox | None = None
        self._in_use: Mapping[Device, str] = office.client.conference.in_use.value
        self._replaced: set[Device] = set()
        self.button = RoundButton(office.look, Icon.SETTINGS)
        self.button.setObjectName("talk_devices")
        self.button.clicked.connect(self._open)
        view.bar.add(self.button)
        self._leave = office.client.conference.in_use.subscribe(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.button.set_text(QCoreApplication.translate("DeskCall", "Devices"))
        self.button.setToolTip(QCoreApplication.translate("DeskCall", "Choose camera, microphone and loudspeaker (D)"))

    def put_away(self) -> None:
        """The talk is over, or another page came."""
        if self._dialog is not None:
            self._dialog.dismiss()

    def teardown(self) -> None:
        """End the subscription."""
        self.put_away()
        self._leave()

    def _open(self) -> None:
        if self._dialog is not None:
            return
        box = self._box = DevicesBox(self._office, preview_px=_PREVIEW_PX)
        scroll = ScrollColumn()
        keep_off_the_bar(scroll, self._office.look)
        scroll.body.addWidget(box)
        ScrollEdge(self._office.look, scroll, lambda colours: colours.surface)
        dialog = self._dialog = Dialog(
            self._office.look,
            self._page.window(),
            QCoreApplication.translate("DeskCall", "Devices"),
            "",
            confirm=QCoreApplication.translate("DeskCall", "Done"),
            icon=Icon.SETTINGS,
            body=scroll,
        )
        dialog.setObjectName("talk_devices_list")
        dialog.confirm.setObjectName("devices_done")
        dialog.answered.connect(lambda _is_confirmed: self._close())
        box.open()

    def _close(self) -> None:
        self._dialog = None
        if self._box is not None:
            self._box.close_devices()
            self._box = None

    def _tell(self, in_use: Mapping[Device, str]) -> None:
        """Where the chosen one does not serve and another does, say so; and when it is back."""
        before, self._in_use = self._in_use, in_use
        for device, used in in_use.items():
            wanted = self._office.client.conference.chosen(device)
            if used == before.get(device):
                continue
            if wanted is not None and used != wanted:
                self._replaced.add(device)
                self._view.say(_ICONS[device], replaced_words(device, used))
            elif device in self._replaced:
                self._replaced.discard(device)
                if wanted is not None:
                    self._view.say(_ICONS[device], returned_words(device))
