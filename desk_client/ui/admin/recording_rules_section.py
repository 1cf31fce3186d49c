"""Which offices may record their talks, and for how long what they recorded is kept."""

from collections.abc import Coroutine, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.administration import Listed, OfficeRecordingRule
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.changing import Change
from desk_client.ui.admin.form import Values
from desk_client.ui.admin.list_section import NEW, ListSection
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Row

_ON: Final = "on"
_OFF: Final = "off"


class RecordingRulesSection(ListSection):
    """A row is an office. The office may say the first itself; an administrator plays nothing of it."""

    code: ClassVar[str] = "recording_rules"
    icon: ClassVar[Icon] = Icon.RECORD

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._leave = office.client.administration.recording_rules.subscribe(lambda _: self.follow())
        self.retranslate()

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "Recording")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.about.set_text(
            QCoreApplication.translate(
                "RecordingRules",
                "Talks are recorded only where this allows it and each visitor agrees. The office alone plays them.",
            )
        )
        choices = (
            (_OFF, QCoreApplication.translate("RecordingRules", "Never")),
            (_ON, QCoreApplication.translate("RecordingRules", "Where the visitor agrees")),
        )
        self._allowed.set_choices(choices)
        super().retranslate()

    # --- the list -------------------------------------------------------------------------------------------------

    def listed(self) -> Listed[OfficeRecordingRule]:
        """Every office's."""
        return self.office.client.administration.recording_rules.value

    def read(self) -> Coroutine[Any, Any, Refusal | None]:
        """Read them."""
        return oversight.read_rules(self.office.client)

    def columns(self) -> Sequence[Column]:
        """Which office, whether, how long."""
        return (
            Column(QCoreApplication.translate("RecordingRules", "Office"), 6),
            Column(QCoreApplication.translate("RecordingRules", "Records"), 5),
            Column(QCoreApplication.translate("RecordingRules", "Kept for"), 4),
        )

    def rows(self) -> Sequence[Row]:
        """One for each office."""
        return [
            Row(each.office_id, (self._name(each.office_id), self._allowed_words(each), self._kept_words(each)))
            for each in self.listed().rows or ()
        ]

    def nothing(self) -> tuple[str, str]:
        """There is no office."""
        return QCoreApplication.translate("RecordingRules", "There is no office yet"), ""

    # --- the form -------------------------------------------------------------------------------------------------

    def build_form(self) -> None:
        """Whether, and for how many days."""
        self._allowed = self.form.add_pick("allowed")
        self.form.add_text("days", longest=5, is_latin=True)
        self._means = Label(self.office.look, "", Role.BODY, tone=Tone.SECOND)
        self._means.setObjectName("recording_means")
        self.form.add_below(self._means)

    def initial(self, key: str) -> Values:
        """As it is now."""
        rule = self._rule(key)
        if rule is None:
            return {}
        days = "" if rule.kept_days is None else str(rule.kept_days)
        return {"allowed": _ON if rule.allowed else _OFF, "days": days}

    def word_form(self) -> None:
        """Name the office, and say what it means."""
        rule = self._rule(self.key or NEW)
        if rule is None:
            return
        self.form.title.set_text(self._name(rule.office_id))
        self.form.note.set_text(f"{self._allowed_words(rule)} · {self._kept_words(rule)}")
        self.form.block("allowed").set_texts(QCoreApplication.translate("RecordingRules", "Are talks recorded?"))
        self.form.block("days").set_texts(
            QCoreApplication.translate("RecordingRules", "Keep them for so many days"),
            QCoreApplication.translate(
                "RecordingRules", "Empty: for as long as the house keeps any, %Ln days.", None, rule.most_days
            ),
        )
        values = self.form.values()
        days = _days(values["days"])
        kept = min(rule.most_days, days or rule.most_days)
        if values["allowed"] == _OFF:
            means = QCoreApplication.translate(
                "RecordingRules",
                "Nobody is asked, and nothing is recorded. What runs now ends at once. What is kept stays until its "
                "time is over, and can be played by the office.",
            )
        else:
            means = QCoreApplication.translate(
                "RecordingRules",
                "The office may ask the visitor in a talk. What is recorded from now on is deleted after %Ln days; "
                "what was recorded before keeps its day.",
                None,
                kept,
            )
        self._means.set_text(means)
        told = QCoreApplication.translate("RecordingRules", "A number of days, one at least; or nothing.")
        self.form.block("days").set_error("" if _is_days(values["days"]) else told)

    def is_complete(self, values: Values) -> bool:
        """Whether it is a number of days, or none."""
        return values["allowed"] in {_ON, _OFF} and _is_days(values["days"])

    # --- doing ----------------------------------------------------------------------------------------------------

    def save(self, key: str, values: Values) -> None:
        """Ask, and change it."""
        rule, client = self._rule(key), self.office.client
        if rule is None or not self.is_complete(values):
            return
        allowed, days = values["allowed"] == _ON, _days(values["days"])
        self.changing.ask(
            Change(
                title=QCoreApplication.translate("RecordingRules", "Change what {office} records?").format(
                    office=self._name(key)
                ),
                lines=(*self.changed_lines(self.initial(key), values), self._means.said),
                confirm=QCoreApplication.translate("RecordingRules", "Change it"),
                does=lambda: oversight.set_rule(client, key, allowed=allowed, kept_days=days),
                done=QCoreApplication.translate("RecordingRules", "It holds from now on."),
                undo=lambda: oversight.set_rule(client, key, allowed=rule.allowed, kept_days=rule.kept_days),
                then=lambda _none: self.saved(key),
                is_danger=rule.allowed and not allowed,
            )
        )

    def _rule(self, key: str) -> OfficeRecordingRule | None:
        return next((each for each in self.listed().rows or () if each.office_id == key), None)

    def _name(self, office_id: str) -> str:
        region = self.office.client.administration.region.value
        offices = () if region is None else region.offices
        return next((self.office.said(each.title) for each in offices if each.id == office_id), office_id)

    def _allowed_words(self, rule: OfficeRecordingRule) -> str:
        if rule.allowed:
            return QCoreApplication.translate("RecordingRules", "Where the visitor agrees")
        return QCoreApplication.translate("RecordingRules", "Never")

    def _kept_words(self, rule: OfficeRecordingRule) -> str:
        days = min(rule.most_days, rule.kept_days or rule.most_days)
        return QCoreApplication.translate("RecordingRules", "%Ln days", None, days)


def _is_days(text: str) -> bool:
    return not text or _days(text) is not None


def _days(text: str) -> int | None:
    digits = to_ascii(text)
    return int(digits) if digits.isascii() and digits.isdigit() and int(digits) >= 1 else None
