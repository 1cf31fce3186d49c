"""Dead letters: what could not be delivered and why; sent off again, or settled for good."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import messages
from desk_client.client.administration import DeadMessage, Listed
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, short_date
from desk_client.ui.admin import message_words as words
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import here
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row


class DeadLettersSection(ListSection):
    """To whom a message was, and what it said, stays sealed: the reason is enough to decide."""

    code: ClassVar[str] = "dead_letters"
    icon: ClassVar[Icon] = Icon.INBOX
    can_save = False

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._leave = office.client.administration.dead.subscribe(lambda _: self.follow())
        self.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Not delivered")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "AdminMessages", "Messages that were given up. To whom they were, and what they say, stays sealed."
            )
        )
        self.again.set_text(QCoreApplication.translate("AdminMessages", "Send it again"))
        self.done.set_text(QCoreApplication.translate("AdminMessages", "Settle it"))
        super().retranslate()

    def follow(self) -> None:
        """Show the list, and how many there are."""
        self.attention.emit(len(self.listed().rows or ()))
        super().follow()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[DeadMessage]:
        """Those that were given up."""
        return self.office.client.administration.dead.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return messages.read_dead(self.office.client)

    def columns(self) -> Sequence[Column]:
        """When, which message, why not."""
        return (
            Column(QCoreApplication.translate("AdminMessages", "Written"), 4),
            Column(QCoreApplication.translate("AdminMessages", "Message"), 4),
            Column(QCoreApplication.translate("AdminMessages", "Reason"), 5),
        )

    def rows(self) -> Sequence[Row]:
        """One for each message."""
        return [
            Row(
                each.id,
                (self._when(each), words.purpose_words(each.purpose), words.undelivered_words(each.fault)),
            )
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """Everything arrived."""
        return (
            QCoreApplication.translate("AdminMessages", "Everything was delivered"),
            QCoreApplication.translate("AdminMessages", "A message that is given up appears here with its reason."),
        )

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """What is known of it, and what can be done."""
        look = self.office.look
        self._facts = Label(look, "", Role.BODY)
        self._reason = Label(look, "", Role.BODY, tone=Tone.WARNING)
        self._reason.setObjectName("dead_reason")
        self._raw = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._raw.setObjectName("dead_raw")
        self._late = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.again = Button(look, "", Kind.PRIMARY, icon=Icon.SEND)
        self.again.setObjectName("dead_again")
        self.again.clicked.connect(self._send_again)
        self.done = Button(look, "", Kind.SECONDARY, icon=Icon.CHECK)
        self.done.setObjectName("dead_settle")
        self.done.clicked.connect(self._settle)
        self.form.add_below(self._facts, self._reason, self._raw, self._late, self.again, self.done)

    def initial(self, key: str) -> Values:
        """Nothing is typed here."""
        del key
        return {}

    def word_form(self) -> None:
        """Tell what is known of the message."""
        letter = self._letter()
        if letter is None:
            return
        self.form.title.set_text(words.purpose_words(letter.purpose))
        self.form.note.set_text(f"{words.kind_words(letter.kind)} · {words.language_words(letter.language)}")
        attempts = QCoreApplication.translate("AdminMessages", "Attempts: %Ln", "", letter.attempts)
        self._facts.set_text(f"{self._when(letter)} · {attempts}")
        self._reason.set_text(words.undelivered_words(letter.fault))
        noted = QCoreApplication.translate("AdminMessages", "Noted for engineers: {reason}")
        self._raw.set_text(noted.format(reason=isolated(letter.fault)))
        self._raw.setVisible(bool(letter.fault))
        self._late.set_text(
            QCoreApplication.translate("AdminMessages", "It would come too late to be of use: it can only be settled.")
        )
        self._late.setVisible(not letter.can_be_sent)
        self.again.setEnabled(letter.can_be_sent)

    # --- doing ----------------------------------------------------------------------------------------------------

    def _send_again(self) -> None:
        letter, client = self._letter(), self.office.client
        if letter is None:
            return
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("AdminMessages", "Send this message again?"),
                lines=(
                    f"{words.purpose_words(letter.purpose)} · {self._when(letter)}",
                    QCoreApplication.translate("AdminMessages", "It is tried anew, as often as at first."),
                ),
                confirm=QCoreApplication.translate("AdminMessages", "Send it again"),
                does=lambda: messages.send_again(client, letter.id),
                done=QCoreApplication.translate("AdminMessages", "The message is on its way again."),
            )
        )

    def _settle(self) -> None:
        letter, client = self._letter(), self.office.client
        if letter is None:
            return
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("AdminMessages", "Settle this message?"),
                lines=(
                    f"{words.purpose_words(letter.purpose)} · {self._when(letter)}",
                    QCoreApplication.translate(
                        "AdminMessages", "It is never sent, and what it said is erased. This cannot be undone."
                    ),
                ),
                confirm=QCoreApplication.translate("AdminMessages", "Settle it"),
                does=lambda: messages.settle(client, letter.id),
                done=QCoreApplication.translate("AdminMessages", "The message is settled."),
                is_danger=True,
            )
        )

    def _letter(self) -> DeadMessage | None:
        key = self.key or NEW
        return next((each for each in self.listed().rows or () if each.id == key), None)

    def _when(self, letter: DeadMessage) -> str:
        at, language = here(letter.created_at), self.office.look.language
        return f"{short_date(at.date(), language)} · {clock_time(at.time(), language)}"
