"""The check of the audit trail on its page: a button, how far it is, and what was found."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions.administer import oversight
from desk_client.domain.outcomes import Refusal
from desk_client.ui.admin import audit_check_words as words
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind

_LOOK_AGAIN_MS: Final = 1000


class AuditChecking(QWidget):
    """Looks once a second while the server walks the trail; `attention` is 1 while it is known not to be whole."""

    attention = Signal(int)
    refused = Signal(object)
    """A `Refusal`."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.verify = Button(office.look, "", Kind.SECONDARY, icon=Icon.CHECK_CIRCLE)
        self.verify.setObjectName("trail_verify")
        self.verify.clicked.connect(lambda: self._ask(oversight.check(office.client)))
        self.progress = Banner(office.look, Mood.INFO)
        self.progress.setObjectName("trail_progress")
        self.result = Banner(office.look, Mood.SUCCESS)
        self.result.setObjectName("trail_result")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.progress)
        column.addWidget(self.result)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self.read)
        self._leave = office.client.administration.audit_check.subscribe(lambda _: self.follow())

    def teardown(self) -> None:
        """End the subscription."""
        self._again.stop()
        self._leave()

    def forget(self) -> None:
        """Look no more."""
        self._again.stop()

    def read(self) -> None:
        """Read how it stands."""
        self._ask(oversight.read_check(self._office.client))

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.verify.set_text(QCoreApplication.translate("AuditCheck", "Verify the trail"))
        self.follow()

    def follow(self) -> None:
        """Show how it stands."""
        look, check = self._office.look, self._office.client.administration.audit_check.value.content
        is_running = check is not None and check.running_since is not None
        self.verify.setEnabled(not is_running)
        self.progress.say(words.running_words(look, check) if check is not None and is_running else "", Mood.INFO)
        text = "" if check is None or is_running else words.result_words(look, check)
        is_sound = check is not None and check.is_whole and not check.failed
        is_sure = is_sound and check is not None and check.anchor == "known"
        self.result.say(text, Mood.SUCCESS if is_sure else Mood.WARNING if is_sound else Mood.ERROR)
        is_broken = check is not None and check.checked_at is not None and not check.is_whole
        self.attention.emit(int(is_broken))
        if is_running:
            self._again.start()

    def _ask(self, asked: oversight.Asked) -> None:
        self._office.bridge.run(asked, lambda _none: None, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
