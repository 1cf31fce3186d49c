"""A word among the officials in a talk, at the desk of each of them: one button below, and a banner for its length."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.client.actions import call_in
from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.domain.call import Phase
from desk_client.domain.called_in import OF_THE_HOUSE
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.call.call_view import CallView
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.round_button import RoundButton

_ALONE = frozenset({RefusalCode.ILLEGAL_TRANSITION, RefusalCode.NOT_ADMITTED})


class PrivateWord(QObject):
    """What is shown is what the server told everybody, never what was pressed."""

    def __init__(self, office: Office, view: CallView, refuse: Callable[[Refusal, Callable[[], None]], None]) -> None:
        """The page lays `banner` out and gives the button its key; ``refuse`` says why not, and can try again."""
        super().__init__(view)
        self._office, self._view, self._refuse = office, view, refuse
        self._shown = CallShown()
        self._is_busy = False
        self._leave_runner: Callable[[], None] | None = None
        self.button = RoundButton(office.look, Icon.LOCK)
        self.button.setObjectName("private_word")
        self.button.clicked.connect(self._switch)
        view.bar.add(self.button)
        self.banner = Banner(office.look, Mood.WARNING)
        self.banner.setObjectName("private_word_banner")
        self.banner.action.setObjectName("end_private_word")
        self.banner.action_asked.connect(self._switch)
        self._leave = office.client.conference.call.subscribe(self._follow)
        self._follow(office.client.conference.call.value)

    def teardown(self) -> None:
        """End the subscriptions."""
        self._leave()
        self._follow(None)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        is_on = self._shown.is_private
        self.button.set_text(
            QCoreApplication.translate("Aside", "Come back")
            if is_on
            else QCoreApplication.translate("Aside", "Private word")
        )
        self.button.setToolTip(
            QCoreApplication.translate("Aside", "A word among the officials alone, or come back to the visitor (K)")
        )
        if is_on:
            words = QCoreApplication.translate(
                "Aside",
                "Private word among the officials alone: the visitor, and whoever interprets, neither see nor hear "
                "you, and you do not see or hear them.",
            )
            self.banner.say(words, Mood.WARNING, QCoreApplication.translate("Aside", "Come back to the visitor"))
        elif self._shown.apart_from:
            words = QCoreApplication.translate(
                "Aside",
                "The officials have a private word: neither you nor the visitor see or hear them, nor they you.",
            )
            self.banner.say(words, Mood.INFO)
        else:
            self.banner.say("")

    def _follow(self, runner: CallRunner | None) -> None:
        if self._leave_runner is not None:
            self._leave_runner()
            self._leave_runner = None
        if runner is not None:
            self._leave_runner = runner.view.subscribe(self._show)
        self._show(CallShown() if runner is None else runner.view.value)

    def _show(self, shown: CallShown) -> None:
        """The button is there where somebody else of the house is, and for as long as it can end something."""
        before, self._shown = self._shown, shown
        with_whom = any(each.phase is Phase.TALKING and each.capacity in OF_THE_HOUSE for each in shown.people)
        is_visitors = bool(shown.apart_from) and not shown.is_private
        self.button.setVisible(shown.is_private or (with_whom and self._is_of_house and not is_visitors))
        if before.apart_from == shown.apart_from:
            return
        if before.is_private and not shown.is_private and shown.phase is Phase.TALKING:
            words = QCoreApplication.translate(
                "Aside", "The private word is over: the visitor sees and hears you again."
            )
            self._view.say(Icon.EYE, words)
        self.retranslate()

    @property
    def _is_of_house(self) -> bool:
        """An interpreter sits on the visitor's side."""
        joined = self._office.client.calls.value.joined
        return joined is None or joined.capacity in OF_THE_HOUSE

    def _switch(self) -> None:
        if self._is_busy or self.button.isHidden():  # a key presses what is not shown, too
            return
        is_wanted = not self._shown.is_private
        self._is_busy = True
        self.button.setEnabled(False)
        self._office.bridge.run(
            call_in.set_aside(self._office.client, on=is_wanted),
            lambda _none: None,
            self._not_set,
            on_end=self._done,
        )

    def _done(self) -> None:
        self._is_busy = False
        self.button.setEnabled(True)

    def _not_set(self, refusal: Refusal) -> None:
        if refusal.code in _ALONE:
            words = QCoreApplication.translate(
                "Aside",
                "Not possible now: a private word needs a second official here whose line stands, and up-to-date "
                "programs at every end.",
            )
            self._view.say(Icon.LOCK, words)
        else:
            self._refuse(refusal, self._switch)
