"""What somebody has to hear who has no pages read: that it is their turn, and that their number is called here.

A number is heard only at the kiosk that it is called to: in a hall where every kiosk speaks nobody understands one.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from desk_client.client.kiosk import CalledNumber
from desk_client.client.speech import Speech
from desk_client.client.visit import Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.ui.kiosk.called_words import spoken_words
from desk_client.ui.kiosk.counter import Counter

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.client.calls import CallRunner, CallView
    from desk_client.domain.party import Party

_WAITED_ON: Final = frozenset({Page.CHECK, Page.WAITING})


class Announcing(QObject):
    """Speaks with the voice that reads pages, so that one is heard at a time; the keys let go of the loudspeaker."""

    def __init__(self, counter: Counter, speech: Speech | None, parent: QObject) -> None:
        """``speech`` sounds its two notes where it has no voice; without it nothing is heard."""
        super().__init__(parent)
        self._counter = counter
        self._speech = speech
        self._waits = False
        self._phase = Phase.IDLE
        self._is_apart = False
        self._taking_over: frozenset[Party] = frozenset()
        self._leave_call: Callable[[], None] = _nothing
        self._leave_calls: Callable[[], None] | None = None
        self._leave_visit = counter.client.visit.subscribe(self._follow)

    def teardown(self) -> None:
        """End what it listens to."""
        self._leave_call()
        self._leave_visit()
        if self._leave_calls is not None:
            self._leave_calls()

    def call(self, called: CalledNumber) -> None:
        """Tell whoever has this number to come, where nobody else is in the middle of something."""
        if self._counter.client.visit.value.page is Page.HOME:
            self._announce("number_called", spoken_words(called))

    def _follow(self, visit: Visit) -> None:
        state = None if visit.appointment is None else visit.appointment.state
        if visit.page in _WAITED_ON and state is not AppointmentState.IN_SESSION:
            self._waits = True
        elif visit.page is Page.CALL and self._waits:
            self._waits = False  # who left the talk by mistake and comes back at once is not called a second time
            self._listen_to_call()
            self._announce(
                "your_turn", QCoreApplication.translate("Announcing", "It is your turn. The talk begins in a moment.")
            )
        elif visit.page not in _WAITED_ON:
            self._waits = False

    def _listen_to_call(self) -> None:
        """From now on: before, there was no conference to listen to, and it is not made for this."""
        if self._leave_calls is None:
            running = self._counter.client.conference.call
            self._leave_calls = running.subscribe(self._follow_call)
            self._follow_call(running.value)

    def _follow_call(self, runner: "CallRunner | None") -> None:
        self._leave_call()
        self._taking_over, self._phase, self._is_apart = frozenset(), Phase.IDLE, False
        self._leave_call = _nothing if runner is None else runner.view.subscribe(self._hear)

    def _hear(self, view: "CallView") -> None:
        """Nobody talks over the official; but what changes the talk is read as well as shown."""
        if view.phase is Phase.TALKING and self._phase is not Phase.TALKING and self._speech is not None:
            self._speech.stop()
        self._phase = view.phase
        if view.is_apart and not self._is_apart:
            from desk_client.ui.call import status  # noqa: PLC0415 - loaded with the first talk

            if (moment := status.moment_words(view)) is not None:
                self._announce("moment", f"{moment.title}. {moment.text}")
        elif self._is_apart and not view.is_apart and self._speech is not None:
            self._speech.stop()  # they are back, and speak
        self._is_apart = view.is_apart
        before = self._taking_over
        self._taking_over = frozenset(each.party for each in view.people if each.takes_over)
        for each in view.people:
            if each.party in self._taking_over - before:
                from desk_client.ui.call import people_words  # noqa: PLC0415 - loaded with the first talk

                who = people_words.person_name(each, self._counter.language)
                self._announce("takes_over", people_words.joined_words(who, takes_over=True))

    def _announce(self, name: str, text: str) -> None:
        if self._speech is None:
            return
        if self._counter.key_sound is not None:
            self._counter.key_sound.hush()
        self._speech.announce(name, text, self._counter.language)


def _nothing() -> None:
    """There is no call to listen to."""
