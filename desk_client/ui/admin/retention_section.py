"""Retention: how long what is kept, and how much would go, before it goes."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import keeping
from desk_client.client.administration import Kept, Listed
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.admin.retention_words import kind_words
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.button import Kind as ButtonKind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row

_DAY_HOURS: Final = 24
_MOST_DAYS: Final = 36_500


class RetentionSection(ListSection):
    """The question before a change says how many records would go with it: they do not come back."""

    code: ClassVar[str] = "retention"
    icon: ClassVar[Icon] = Icon.TIMER

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._leave = office.client.administration.kept.subscribe(lambda _: self.follow())
        self.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Retention")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "Retention", "How long what is kept. Nothing that is open ever goes, and the audit trail is kept."
            )
        )
        self.usual.set_text(QCoreApplication.translate("Retention", "Keep it as long as usual"))
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[Kept]:
        """Every kind."""
        return self.office.client.administration.kept.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return keeping.read(self.office.client)

    def columns(self) -> Sequence[Column]:
        """What, how long, by whom, how much goes next."""
        return (
            Column(QCoreApplication.translate("Retention", "What"), 6),
            Column(QCoreApplication.translate("Retention", "Kept for"), 4),
            Column(QCoreApplication.translate("Retention", "Laid down"), 3),
            Column(QCoreApplication.translate("Retention", "Goes next"), 3),
        )

    def rows(self) -> Sequence[Row]:
        """One for each kind."""
        own = QCoreApplication.translate("Retention", "by you")
        usual = QCoreApplication.translate("Retention", "as usual")
        number = self.office.look.number
        return [
            Row(each.kind.value, (kind_words(each.kind), _span(each), own if each.own else usual, number(each.due)))
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """There is always some."""
        return QCoreApplication.translate("Retention", "Nothing is kept"), ""

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """For how many days, and the way back to the usual."""
        look = self.office.look
        self.form.add_text("days", longest=5, is_latin=True)
        self._due = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.usual = Button(look, "", ButtonKind.SECONDARY, icon=Icon.SEND_BACK)
        self.usual.setObjectName("retention_usual")
        self.usual.clicked.connect(self._as_usual)
        self.form.add_below(self._due, self.usual)

    def initial(self, key: str) -> Values:
        """For how many whole days it is kept now."""
        kept = self._kept(key)
        return {} if kept is None or kept.hours < _DAY_HOURS else {"days": str(kept.hours // _DAY_HOURS)}

    def word_form(self) -> None:
        """Name the kind."""
        kept = self._kept(self.key or NEW)
        if kept is None:
            return
        self.form.title.set_text(kind_words(kept.kind))
        self.form.note.set_text(_span(kept))
        self.form.block("days").set_texts(
            QCoreApplication.translate("Retention", "Keep it for so many days"),
            QCoreApplication.translate("Retention", "One day at least."),
        )
        self._due.set_text(
            QCoreApplication.translate("Retention", "Records that go with the next round: %Ln", "", kept.due)
        )
        self.usual.setVisible(kept.own)

    def is_complete(self, values: Values) -> bool:
        """Whether it is a number of days."""
        return _days(values.get("days", "")) is not None

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Count what would go, then ask."""
        kept, days = self._kept(key), _days(values["days"])
        if kept is None or days is None:
            return
        self.office.bridge.run(
            keeping.count(self.office.client, kept.kind, days),
            lambda due: self._ask(kept, days, due),
            self.changing.refuse,
        )

    def _ask(self, kept: Kept, days: int, due: int) -> None:
        client, before = self.office.client, kept.hours // _DAY_HOURS if kept.own else None
        goes = QCoreApplication.translate(
            "Retention", "Records that then go with the next round, and do not come back: %Ln", "", due
        )
        text = QCoreApplication.translate("Retention", "{what}: {new} (was: {old})")
        new = QCoreApplication.translate("Retention", "%Ln days", "", days)
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Retention", "Keep it for another time?"),
                lines=(text.format(what=kind_words(kept.kind), new=new, old=_span(kept)), goes),
                confirm=QCoreApplication.translate("Retention", "Keep it so"),
                does=lambda: keeping.keep(client, kept.kind, days),
                done=QCoreApplication.translate("Retention", "It is kept so from now on."),
                undo=lambda: keeping.keep(client, kept.kind, before),
                then=lambda _none: self.saved(kept.kind.value),
                is_danger=due > kept.due,
            )
        )

    def _as_usual(self) -> None:
        kept, client = self._kept(self.key or NEW), self.office.client
        if kept is None:
            return
        before = kept.hours // _DAY_HOURS
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("Retention", "Keep it as long as usual?"),
                lines=(kind_words(kept.kind),),
                confirm=QCoreApplication.translate("Retention", "Keep it so"),
                does=lambda: keeping.keep(client, kept.kind, None),
                done=QCoreApplication.translate("Retention", "It is kept so from now on."),
                undo=lambda: keeping.keep(client, kept.kind, before),
                then=lambda _none: self.saved(kept.kind.value),
            )
        )

    def _kept(self, key: str) -> Kept | None:
        return next((each for each in self.listed().rows or () if each.kind.value == key), None)


def _days(text: str) -> int | None:
    digits = to_ascii(text)
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= _MOST_DAYS else None


def _span(kept: Kept) -> str:
    if kept.hours < _DAY_HOURS:
        return QCoreApplication.translate("Retention", "%Ln hours", "", kept.hours)
    return QCoreApplication.translate("Retention", "%Ln days", "", kept.hours // _DAY_HOURS)
