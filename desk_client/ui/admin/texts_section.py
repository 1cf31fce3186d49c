"""Texts: what the server sends by itself, worded anew, seen as it will read, and brought back to the usual words."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import messages
from desk_client.client.administration import Listed, MessagePreview, MessageTemplate
from desk_client.client.coalesced import Coalesced
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import written
from desk_client.ui.admin import message_words as words
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.table import Column, Row

_LONGEST = 1000
_LINES = 6


class TextsSection(ListSection):
    """While somebody types, the server says how it reads and how many parts it costs."""

    code: ClassVar[str] = "texts"
    icon: ClassVar[Icon] = Icon.MESSAGE

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        self._preview = Coalesced(self._read_preview)
        super().__init__(office, report, parent)
        administration = office.client.administration
        self._leave = (
            administration.templates.subscribe(lambda _: self.follow()),
            administration.preview.subscribe(self._show_preview),
        )
        self.retranslate()

    def teardown(self) -> None:
        """End the subscriptions."""
        for leave in self._leave:
            leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Texts")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "AdminMessages", "What is sent by SMS and e-mail. A change holds for whatever is sent from then on."
            )
        )
        self._reads.set_text(QCoreApplication.translate("AdminMessages", "So it reads, with an example's values"))
        self.restore.set_text(QCoreApplication.translate("AdminMessages", "Back to the usual words"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[MessageTemplate]:
        """Every message in both languages."""
        return self.office.client.administration.templates.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return messages.read_templates(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Which message, in which language, in whose words."""
        return (
            Column(QCoreApplication.translate("AdminMessages", "Message"), 5),
            Column(QCoreApplication.translate("AdminMessages", "Language"), 3),
            Column(QCoreApplication.translate("AdminMessages", "Words"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """One for each message and language."""
        own = QCoreApplication.translate("AdminMessages", "Your own")
        usual = QCoreApplication.translate("AdminMessages", "The usual ones")
        return [
            Row(
                _key(each),
                (words.purpose_words(each.key), words.language_words(each.language), own if each.own else usual),
            )
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """There are always some."""
        return QCoreApplication.translate("AdminMessages", "There is no message"), ""

    def refused_words(self, refusal: Refusal) -> str:
        """Why it was not done."""
        return words.refused_words(refusal)

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """The text, how it reads, what it costs, and the way back to the usual words."""
        look = self.office.look
        self._body = self.form.add_area("body", lines=_LINES, longest=_LONGEST)
        self._reads = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._shown = Label(look, "", Role.BODY)
        self._shown.setObjectName("text_preview")
        self._cost = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._cost.setObjectName("text_cost")
        paper = Panel(look, margin_px=Space.M)
        paper.body.addWidget(self._shown)
        self.restore = Button(look, "", Kind.SECONDARY, icon=Icon.SEND_BACK)
        self.restore.setObjectName("text_restore")
        self.restore.clicked.connect(self._restore)
        self.form.add_below(self._reads, paper, self._cost, self.restore)

    def initial(self, key: str) -> Values:
        """How it is worded now."""
        template = self._template(key)
        return {} if template is None else {"body": template.body}

    def word_form(self) -> None:
        """Name the message, and ask how it reads."""
        template = self._template(self.key or NEW)
        if template is None:
            return
        self.form.title.set_text(f"{words.purpose_words(template.key)} · {words.language_words(template.language)}")
        self.form.note.set_text(words.placeholders_words(template))
        self.form.note.setVisible(bool(template.needed or template.offered))
        self.form.block("body").set_texts(QCoreApplication.translate("AdminMessages", "Text"))
        self.restore.setVisible(template.own)
        self.office.bridge.run(self._preview(), lambda _none: None, self.changing.refuse)

    def is_complete(self, values: Values) -> bool:
        """Whether there is a text; what the server finds wrong with it, it says."""
        return bool(values.get("body"))

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask for the other words."""
        template = self._template(key)
        if template is not None:
            self._ask(template, values["body"], QCoreApplication.translate("AdminMessages", "Word this message so?"))

    def _restore(self) -> None:
        template = self._template(self.key or NEW)
        if template is not None:
            title = QCoreApplication.translate("AdminMessages", "Go back to the usual words?")
            self._ask(template, None, title)

    def _ask(self, template: MessageTemplate, body: str | None, title: str) -> None:
        client, key = self.office.client, _key(template)
        name = f"{words.purpose_words(template.key)} · {words.language_words(template.language)}"
        gone = QCoreApplication.translate("AdminMessages", "Your own words go.")
        before = template.body if template.own else None
        self.changing.ask(
            Change(
                title=title,
                lines=(name, gone if body is None else written(body)),
                confirm=QCoreApplication.translate("AdminMessages", "Word it so")
                if body is not None
                else QCoreApplication.translate("AdminMessages", "Go back"),
                does=lambda: messages.word(client, template, body),
                done=QCoreApplication.translate("AdminMessages", "It is worded so from now on."),
                undo=lambda: messages.word(client, template, before),
                then=lambda _none: self.saved(key),
            )
        )

    # --- how it reads ---------------------------------------------------------------------------------------------

    async def _read_preview(self) -> Refusal | None:
        template = self._template(self.key or NEW)
        return None if template is None else await messages.preview(self.office.client, template, self._body.text)

    def _show_preview(self, preview: MessagePreview | None) -> None:
        template = self._template(self.key or NEW)
        if template is None or preview is None:
            self._shown.set_text("")
            self._cost.set_text("")
            return
        self._shown.set_text(written(preview.text))
        self._cost.set_text(words.cost_words(self.office.look, preview))
        self.form.block("body").set_error(words.fault_words(template, preview))

    def _template(self, key: str) -> MessageTemplate | None:
        return next((each for each in self.listed().rows or () if _key(each) == key), None)


def _key(template: MessageTemplate) -> str:
    return f"{template.key}:{template.language}"
