"""The report that a breach asks for within 72 hours: whose data was shown to whom and changed by whom."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.administration import BreachReport
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import full_date
from desk_client.i18n.digits import to_ascii
from desk_client.ui.admin.changing import Changing
from desk_client.ui.admin.people_words import role_code_words
from desk_client.ui.admin.taking_out import TakingOut
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pick import Pick
from desk_client.ui.widgets.text_field import TextField

_ANY: Final = "any"
_MOST: Final = 8
_EARLIEST: Final = date(2020, 1, 1)
"""Nothing of ours is older."""


class BreachReporting:
    """Asks from when to when, tells it in short, and saves it whole where that is wanted."""

    def __init__(
        self,
        office: Office,
        host: QWidget,
        changing: Changing,
        taking: TakingOut,
        staff: Callable[[], Sequence[tuple[str, str]]],
    ) -> None:
        """``staff`` are those who work here, each with their id and name."""
        self._office = office
        self._host = host
        self._changing = changing
        self._taking = taking
        self._staff = staff

    def ask(self) -> None:
        """Ask for the days, and whose acts."""
        if self._changing.dialog is not None:
            return
        self._changing.quiet()
        look = self._office.look
        fields = TextField(look, longest=10), TextField(look, longest=10)
        who = Pick(look)
        everybody = QCoreApplication.translate("Breach", "Everybody")
        who.set_choices([(_ANY, everybody), *self._staff()])
        who.pick(_ANY)
        names = (
            QCoreApplication.translate("Breach", "First day"),
            QCoreApplication.translate("Breach", "Last day"),
            QCoreApplication.translate("Breach", "Whose acts"),
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        asked: tuple[TextField | Pick, ...] = (*fields, who)
        for field, name, code in zip(asked, names, ("breach_first", "breach_last", "breach_who"), strict=True):
            field.setObjectName(code)
            block = FieldBlock(look, field)
            block.set_texts(name, "" if field is who else QCoreApplication.translate("Breach", "as 2026-03-15"))
            column.addWidget(block)
        dialog = Dialog(
            look,
            self._host.window(),
            QCoreApplication.translate("Breach", "Report a breach"),
            QCoreApplication.translate(
                "Breach",
                "Whose data was shown to whom, and changed by whom, in these days. The law wants it within 72 hours.",
            ),
            confirm=QCoreApplication.translate("Breach", "Make the report"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.WARNING,
            body=body,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")

        def days() -> tuple[date, date] | None:
            first, last = (_day(field.text()) for field in fields)
            if first is None or last is None:
                return None
            today = here(datetime.now(UTC)).date()
            return (first, last) if _EARLIEST <= first <= last <= today else None

        for each in fields:
            each.textChanged.connect(lambda _text: dialog.confirm.setEnabled(days() is not None))
        dialog.confirm.setEnabled(False)
        self._changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            between = days()
            if is_confirmed and between is not None:
                self._make(*between, "" if who.key == _ANY else who.key)

        dialog.answered.connect(answered)

    def _make(self, first: date, last: date, actor: str) -> None:
        making = oversight.report_breach(self._office.client, first, last, actor)
        self._office.bridge.run(making, lambda report: self.tell(report, first, last), self._changing.refuse)

    def tell(self, report: BreachReport, first: date, last: date) -> None:
        """Say it in short, and offer to save it."""
        look = self._office.look
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for place, line in enumerate(self.lines(report)):
            label = Label(look, line, Role.BODY)
            label.setObjectName(f"breach_line_{place}")
            column.addWidget(label)
        between = QCoreApplication.translate("Breach", "From {first} to {last}")
        dialog = Dialog(
            look,
            self._host.window(),
            QCoreApplication.translate("Breach", "People whose data was reached: %Ln", None, report.persons),
            between.format(first=full_date(first, look.language), last=full_date(last, look.language)),
            confirm=QCoreApplication.translate("Breach", "Save it whole"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            icon=Icon.CLIPBOARD,
            body=body,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")
        self._changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            if is_confirmed:
                title = QCoreApplication.translate("Breach", "Save the report")
                self._taking.save(title, "majlis-breach.zip", lambda file: oversight.save_report(report, file))

        dialog.answered.connect(answered)

    def lines(self, report: BreachReport) -> list[str]:
        """Who reached how many, the most first."""
        names, number = dict(self._staff()), self._office.look.number
        reached = sorted(report.actors, key=lambda each: -len({*each.persons_seen, *each.persons_changed}))
        text = QCoreApplication.translate(
            "Breach", "{who} ({role}): saw {seen}, changed {changed}; {looks} looks, {changes} changes"
        )
        lines = [
            text.format(
                who=names.get(each.actor, isolated(each.actor)),
                role=role_code_words(each.role),
                seen=number(len(each.persons_seen)),
                changed=number(len(each.persons_changed)),
                looks=number(each.looks),
                changes=number(each.changes),
            )
            for each in reached[:_MOST]
        ]
        if len(reached) > _MOST:
            lines.append(QCoreApplication.translate("Breach", "And so many more: %Ln", None, len(reached) - _MOST))
        return lines or [QCoreApplication.translate("Breach", "In these days nobody's data was reached.")]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(to_ascii(text.strip()))
    except ValueError:
        return None
