"""Asks before each step with somebody who waits, takes it, and says in words why it could not be taken."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import waiting_room
from desk_client.client.day import AgendaItem
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.day_words import away_words
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.waiting.forms import DeclineForm, Form, ReasonForm
from desk_client.ui.desk.waiting.steps import WaitingStep
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.dialog import Dialog

Refused = Callable[[Refusal, Callable[[], None]], None]
"""Is told why a step could not be taken, and how to take it again."""


class WaitingDoing:
    """One step at a time; while its question is open, another is not asked."""

    def __init__(self, office: Office, host: QWidget, begun: Callable[[], None], refused: Refused) -> None:
        """``host`` is in the window that the questions cover; ``begun`` takes away what was said before."""
        self._office = office
        self._host = host
        self._begun = begun
        self._refused = refused
        self._dialog: Dialog | None = None

    def ask(self, step: WaitingStep, item: AgendaItem) -> None:
        """Ask, and do it where the answer is yes. What is easily undone is not asked about."""
        client, key, name = self._office.client, item.id, embedded(item.citizen_name)
        match step:
            case WaitingStep.SKIP:
                self._run(lambda: waiting_room.skip(client, key))
            case WaitingStep.SEND_BACK:
                self._run(lambda: waiting_room.send_back(client, key))
            case WaitingStep.TAKE_FIRST:
                reasons = ReasonForm(self._office.look)
                self._open(
                    QCoreApplication.translate("WaitingDoing", "Receive {name} first?").format(name=name),
                    QCoreApplication.translate("WaitingDoing", "The others wait longer. Why is kept in the trail."),
                    QCoreApplication.translate("WaitingDoing", "Receive first"),
                    reasons,
                    lambda: self._take_first(key, reasons),
                )
            case WaitingStep.DECLINE:
                self._decline(item, None)

    def ask_whether_away(self, item: AgendaItem, then: Callable[[], None]) -> None:
        """Admit somebody: at once, or by a yes where they have left the kiosk or the page at which they waited."""
        if item.state is not AppointmentState.WAITING or item.presence is not Presence.AWAY:
            then()
            return
        name = embedded(item.citizen_name)
        stays_empty = QCoreApplication.translate(
            "WaitingDoing", "If you admit them now, the room stays empty until they come back."
        )
        self._open(
            QCoreApplication.translate("WaitingDoing", "Admit {name} although they have left?").format(name=name),
            f"{away_words(item)} {stays_empty}",
            QCoreApplication.translate("WaitingDoing", "Admit all the same"),
            None,
            then,
            icon=Icon.WARNING,
        )

    def _take_first(self, key: str, form: ReasonForm) -> None:
        reason = form.reason
        self._run(lambda: waiting_room.take_first(self._office.client, key, reason))

    def _decline(self, item: AgendaItem, written: tuple[str, str, str] | None) -> None:
        session = self._office.day.session
        own = self._office.said(session.person.office_title) if session is not None else ""
        form = DeclineForm(self._office.look, own, written)
        name = embedded(item.citizen_name)

        def confirmed() -> None:
            named = form.named
            if isinstance(named, Refusal):
                return
            self._run(
                lambda: waiting_room.decline(self._office.client, item.id, named),
                lambda: self._decline(item, (named.unit, named.reason, named.next_step)),  # nothing is typed twice
            )

        self._open(
            QCoreApplication.translate("WaitingDoing", "Decline to receive {name}?").format(name=name),
            QCoreApplication.translate("WaitingDoing", "They read it at once on their screen, and may print it."),
            QCoreApplication.translate("WaitingDoing", "Decline"),
            form,
            confirmed,
            is_danger=True,
        )

    def _open(
        self,
        title: str,
        text: str,
        confirm: str,
        form: Form | None,
        then: Callable[[], None],
        *,
        is_danger: bool = False,
        icon: Icon | None = None,
    ) -> None:
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self._host.window(),
            title,
            text,
            confirm=confirm,
            cancel=QCoreApplication.translate("WaitingDoing", "Back"),
            is_danger=is_danger,
            icon=icon or (Icon.DOOR if is_danger else Icon.ARRIVED),
            body=form,
        )
        dialog.confirm.setObjectName("step_confirm")
        dialog.cancel.setObjectName("step_cancel")
        if form is not None:
            form.follow(dialog.confirm)

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    def _run(
        self,
        action: Callable[[], Coroutine[Any, Any, Refusal | None]],
        again: Callable[[], None] | None = None,
    ) -> None:
        self._begun()
        self._office.bridge.run(
            action(),
            lambda _none: None,
            lambda refusal: self._refused(refusal, again or (lambda: self._run(action))),
        )
