"""Backups: how old the last one is, where they lie, how far the journal reaches; one taken, or tried, at once.

Restoring is a command with the server down: this only says how. Nothing that opens a backup ever comes here.
"""

from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import backups
from desk_client.client.administration import Backups, BackupShown, Listed
from desk_client.domain.outcomes import Refusal
from desk_client.ui.admin import backup_words as words
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.file_size import size_words
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row

_LOOK_AGAIN_MS: Final = 2000


class BackupsSection(ListSection):
    """A row is a backup. While one is taken or tried, it is read again every two seconds."""

    code: ClassVar[str] = "backups"
    icon: ClassVar[Icon] = Icon.FILE_CHECK
    can_save = False

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        look = office.look
        self.now = Button(look, "", Kind.PRIMARY, icon=Icon.FILE_ADD)
        self.now.setObjectName("backups_now")
        self.now.clicked.connect(lambda: self._do(backups.take(office.client)))
        self.head.addWidget(self.now)
        self.standing = Banner(look, Mood.WARNING)
        self.standing.setObjectName("backups_standing")
        self.progress = Banner(look, Mood.INFO)
        self.progress.setObjectName("backups_progress")
        for place, banner in enumerate((self.standing, self.progress)):
            self.listing.insertWidget(place, banner)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._leave = office.client.administration.backups.subscribe(lambda _: self.follow())
        self.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._again.stop()
        self._leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Backups")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.now.set_text(QCoreApplication.translate("Backups", "Back up now"))
        self.try_out.set_text(QCoreApplication.translate("Backups", "Try it now"))
        self._restoring.set_text(QCoreApplication.translate("Backups", "To restore it"))
        super().retranslate()

    def forget(self) -> None:
        """Whoever signs in next looks for themselves."""
        self._again.stop()
        super().forget()

    def follow(self) -> None:
        """Show how the backups stand."""
        content, look = self._content, self.office.look
        self.attention.emit(int(content is not None and content.is_late))
        self.about.set_text("" if content is None else words.standing_words(look, content))
        self.standing.say("" if content is None else words.warning_words(look, content), Mood.WARNING)
        running = None if content is None else content.running
        self.progress.say("" if running is None else words.running_words(look, running, _now()), Mood.INFO)
        self.now.setEnabled(content is not None and content.place is not None and running is None)
        if running is not None:
            self._again.start()
        super().follow()

    # --- the list -------------------------------------------------------------------------------------------------

    @property
    def _content(self) -> Backups | None:
        return self.office.client.administration.backups.value.content

    def listed(self) -> Listed[BackupShown]:
        """Those that are kept."""
        shown = self.office.client.administration.backups.value
        return Listed(None if shown.content is None else shown.content.items, shown.trouble)

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return backups.read(self.office.client)

    def columns(self) -> Sequence[Column]:
        """When, how old, how large, tried or not."""
        return (
            Column(QCoreApplication.translate("Backups", "Taken"), 5),
            Column(QCoreApplication.translate("Backups", "Age"), 4),
            Column(QCoreApplication.translate("Backups", "Size"), 4),
            Column(QCoreApplication.translate("Backups", "Trial"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """Newest first."""
        look = self.office.look
        return [
            Row(
                each.id,
                (
                    words.short_words(look, each.taken_at),
                    words.age_words(_now() - each.taken_at),
                    size_words(each.bytes, look.language),
                    words.state_words(each),
                ),
            )
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """None was taken yet, or the server takes none."""
        content = self._content
        if content is not None and content.place is None:
            return (
                QCoreApplication.translate("Backups", "This server takes no backups"),
                QCoreApplication.translate(
                    "Backups", "Name a folder on another disk in its settings: DESK_SERVER_CONTINUITY__BACKUPS."
                ),
            )
        return QCoreApplication.translate("Backups", "There is no backup yet"), ""

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """What is known of one, and how it comes back."""
        look = self.office.look
        self._facts = Label(look, "", Role.BODY)
        self._facts.setObjectName("backup_facts")
        self.try_out = Button(look, "", Kind.SECONDARY, icon=Icon.CHECK_CIRCLE)
        self.try_out.setObjectName("backups_try")
        self.try_out.clicked.connect(self._try_out)
        self._restoring = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._steps = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._steps.setObjectName("backup_steps")
        self.form.add_below(self._facts, self.try_out, self._restoring, self._steps)

    def initial(self, key: str) -> Values:
        """Nothing is typed here."""
        del key
        return {}

    def word_form(self) -> None:
        """Tell what is known of it."""
        content = self._content
        found = next((each for each in self.listed().rows or () if each.id == (self.key or NEW)), None)
        if content is None or found is None:
            return
        look = self.office.look
        self.form.title.set_text(words.moment_words(look, found.taken_at))
        self.form.note.set_text(words.trial_words(look, found))
        self._facts.set_text(words.fact_words(look, found))
        self._steps.set_text(words.restoring_words(content, found))
        self.try_out.setEnabled(content.running is None)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _try_out(self) -> None:
        if self.key:
            self._do(backups.try_out(self.office.client, self.key))

    def _do(self, asked: Coroutine[Any, Any, Refusal | None]) -> None:
        """Without a question: neither changes anything that was there."""
        self.changing.quiet()
        self.office.bridge.run(asked, lambda _none: self.refresh(), self.changing.refuse)


def _now() -> datetime:
    return datetime.now(UTC)
