"""Showing a screen or window in a talk: one button among its controls, and the choice over its window."""

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.client.pictures import Shareable
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.screen_choice import ScreenChoice
from desk_client.ui.desk.share_strip import stop_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton


class ShowScreen(QObject):
    """Pressed again it ends; while the talk is on hold there is nothing to show."""

    def __init__(self, office: Office, view: CallView) -> None:
        """``view`` is the talk whose controls the button joins."""
        super().__init__(view)
        self._office, self._view = office, view
        self._choice: ScreenChoice | None = None
        self._is_looking = self._is_held = False
        self.button = RoundButton(office.look, Icon.SCREEN)
        self.button.setObjectName("show_screen")
        self.button.clicked.connect(self._switch)
        view.bar.add(self.button)
        self._leave = office.client.conference.sharing.subscribe(lambda _sharing: self.retranslate())

    def set_held(self, *, is_held: bool) -> None:
        """The visitor sees nothing of this end for a while."""
        self._is_held = is_held
        self._enable()

    def put_away(self) -> None:
        """Another page came: nobody chooses any more."""
        if self._choice is not None:
            self._choice.cancel.click()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        is_sharing = self._office.client.conference.sharing.value.source is not None
        self.button.set_text(stop_words() if is_sharing else QCoreApplication.translate("DeskCall", "Show screen"))
        self.button.setToolTip(QCoreApplication.translate("DeskCall", "Show a screen or window, or stop (S)"))

    def _switch(self) -> None:
        conference = self._office.client.conference
        if conference.sharing.value.source is not None:
            conference.stop_sharing()
        elif self._choice is None:
            self._is_looking = True
            self._enable()
            self._office.bridge.run(conference.shareable(), self._choose, lambda _refusal: None, on_end=self._looked)

    def _looked(self) -> None:
        self._is_looking = False
        self._enable()

    def _enable(self) -> None:
        self.button.setEnabled(not self._is_looking and not self._is_held)

    def _choose(self, offered: tuple[Shareable, ...]) -> None:
        if not offered or not self._view.isVisible():
            return
        choice = self._choice = ScreenChoice(self._office.look, self._view.window(), offered)

        def answered(chosen: Shareable | None) -> None:
            self._choice = None
            if chosen is not None:
                self._office.client.conference.share(chosen.source)

        choice.answered.connect(answered)
