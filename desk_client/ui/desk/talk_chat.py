"""Writing beside a talk at the desk: one button among its controls, and the panel beside the pictures."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.client.actions import reach
from desk_client.client.chat_lines import ChatAuthor
from desk_client.i18n.digits import shown
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.chat_side import ChatSide
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Run
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton


class TalkChat(QObject):
    """The button counts what waits to be read; what comes while it is shut is said over the picture."""

    def __init__(
        self, office: Office, view: CallView, own: ChatAuthor, run: Run, give_back: Callable[[], None]
    ) -> None:
        """``own`` is who writes here; ``give_back`` puts beside the pictures what was there before."""
        super().__init__(view)
        self._office, self._view, self._run, self._give_back = office, view, run, give_back
        self.side = ChatSide(office.look, own, view)
        self.side.hide()
        self.side.sent.connect(self._write)
        self.button = RoundButton(office.look, Icon.CHAT)
        self.button.setObjectName("toggle_chat")
        self.button.clicked.connect(self._switch)
        view.bar.add(self.button)

    def show_talk(self) -> None:
        """Show what is written beside the talk that runs here."""
        self.side.show_brief(self._office.client.talk_brief)
        fresh = self.side.take_fresh()
        if fresh and not self.side.isVisible() and self._view.isVisible():
            self._view.say(Icon.CHAT, fresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the button in the language spoken now."""
        words = QCoreApplication.translate("DeskCall", "Chat")
        unread = self.side.unread
        self.button.set_text(f"{words} · {shown(unread, self._office.look.language)}" if unread else words)
        self.button.setToolTip(QCoreApplication.translate("DeskCall", "Write and read beside the talk (C)"))

    def _switch(self) -> None:
        """Take the place of what lies beside the pictures, or give it back."""
        if self.side.isVisible():
            self._give_back()
        else:
            self._view.set_side(self.side)
            self.side.open()
        self.retranslate()

    def _write(self, text: str, key: str) -> None:
        self._run(lambda client: reach.write_chat(client, text, key), lambda: self._write(text, key), self.side.arrived)
