"""What lies beside the pictures of a talk, at the desk of those who may read and write there: one thing at a time."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desk_client.client.chat_lines import ChatAuthor
from desk_client.client.day import Day
from desk_client.domain.access import Action
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.call_keys import CallKey
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.page_ways import Run
from desk_client.ui.desk.talk_chat import TalkChat
from desk_client.ui.desk.talk_minutes import TalkMinutes
from desk_client.ui.desk.talk_panel import TalkPanel
from desk_client.ui.desk.talk_papers import TalkPapers
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.round_button import RoundButton


class BesideTalk(QObject):
    """The brief with its documents, the messages and the minutes: each by its button, and none without a brief."""

    def __init__(self, office: Office, view: CallView, own: ChatAuthor, run: Run) -> None:
        """``own`` is as whom one writes here; ``run`` runs an action of the page's."""
        super().__init__(view)
        self._office, self._view = office, view
        self._may: AbstractSet[Action] | None = None
        self.panel = TalkPanel(office.look)
        self.papers = TalkPapers(office, view, self.panel.papers, self.give_back)
        self.brief = RoundButton(office.look, Icon.CLIPBOARD, off_icon=Icon.CLIPBOARD)
        self.brief.setObjectName("toggle_brief")
        self.brief.toggled.connect(lambda _is_on: self.give_back())
        view.bar.add(self.brief)
        self.chat = TalkChat(office, view, own, run, self.give_back)
        self.minutes = TalkMinutes(office, view, self.give_back)
        view.set_side(self.panel)

    @property
    def keys(self) -> dict[CallKey, Callable[[], None]]:
        """What is pressed by which key."""
        return {
            CallKey.BRIEF: self.brief.click,
            CallKey.CHAT: self.chat.button.click,
            CallKey.GIVE_DOCUMENT: self.papers.choose,
            CallKey.MINUTES: self.minutes.button.click,
        }

    @property
    def buttons(self) -> dict[CallKey, QWidget]:
        """What stands for a key among the controls, or elsewhere: where it is hidden, the key does nothing."""
        return {
            CallKey.BRIEF: self.brief,
            CallKey.CHAT: self.chat.button,
            CallKey.GIVE_DOCUMENT: self.panel.papers.give,
            CallKey.MINUTES: self.minutes.button,
        }

    def offer(self, may: AbstractSet[Action]) -> None:
        """Have there what who sits here may read and write; of nothing, there is nothing beside the pictures."""
        self.brief.setVisible(Action.SEE_BRIEF in may)
        self.chat.button.setVisible(Action.WRITE_CHAT in may)
        self.panel.papers.give.setVisible(Action.GIVE_DOCUMENT in may)
        self.minutes.button.setVisible(Action.TAKE_MINUTES in may)
        if may == self._may:
            return
        self._may = may
        if Action.TAKE_MINUTES in may:  # for which they were called
            self.minutes.open()
        else:
            self.give_back()

    def show_day(self, day: Day) -> None:
        """Show the brief of whom we talk with, and what is written to and by them."""
        self.papers.show_day(day)
        if (brief := self._office.client.talk_brief) is None:
            return
        self.panel.show_brief(brief)
        self.chat.show_talk()
        self.minutes.show_talk(brief)

    def give_back(self) -> None:
        """Put the brief beside the pictures, where it is wanted."""
        is_read = self.brief.isChecked() and not self.brief.isHidden()
        self._view.set_side(self.panel if is_read else None)
        self.chat.retranslate()

    def teardown(self) -> None:
        """Let go of everything; the page is about to go."""
        self.papers.teardown()
        self.minutes.teardown()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.brief.set_text(QCoreApplication.translate("DeskCall", "Brief"))
        self.brief.setToolTip(QCoreApplication.translate("DeskCall", "Show or hide the brief (B)"))
        self.chat.retranslate()
        self.minutes.retranslate()
        self.papers.retranslate()
