"""What a person is owed by law: everything that is held about them, handed over; and its erasure, when they ask."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions.administer import oversight
from desk_client.client.administration import PersonHeld
from desk_client.domain.grounds import FOR_A_PERSON, Grounds
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.ui.admin import held_words
from desk_client.ui.admin.changing import Changing
from desk_client.ui.admin.holder_fields import HolderFields
from desk_client.ui.admin.taking_out import GroundsField, TakingOut
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.table import Column, Table


class PersonsSection(Section):
    """Nobody is looked through here: whoever asks shows their papers, and only they are found."""

    code: ClassVar[str] = "persons"
    icon: ClassVar[Icon] = Icon.HAND

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        look = office.look
        self._heading = Label(look, "", Role.TITLE, weight=Weight.BOLD, is_heading=True)
        self._about = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.changing = Changing(office, self, self._refused_words)
        self._taking = TakingOut(office, self, self.changing)
        self.fields = HolderFields(office, "holder")
        self.fields.changed.connect(self._typed)
        self.fields.entered.connect(self._find)
        self.look_up = Button(look, "", Kind.PRIMARY, icon=Icon.SEARCH)
        self.look_up.setObjectName("holder_find")
        self.look_up.clicked.connect(self._find)
        self.name = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self.name.setObjectName("holder_name")
        self.standing = Banner(look, Mood.WARNING)
        self.standing.setObjectName("holder_standing")
        self.table = Table(look)
        self.table.setObjectName("holder_table")
        self.save = Button(look, "", Kind.PRIMARY, icon=Icon.LOCK)
        self.save.setObjectName("holder_save")
        self.save.clicked.connect(self._save)
        self.erase = Button(look, "", Kind.SECONDARY, icon=Icon.REMOVE)  # the question is red
        self.erase.setObjectName("holder_erase")
        self.erase.clicked.connect(self._ask_erasure)
        self.empty = EmptyState(look, self.icon)
        self.empty.setObjectName("admin_empty")
        self._lay()
        self._leave = office.client.administration.holder.subscribe(lambda _: self._follow())
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("Administration", "People's data")

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def forget(self) -> None:
        """Whoever signs in next has found nobody."""
        self.fields.empty()
        self.changing.quiet()
        self._follow()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._heading.set_text(self.title())
        self._about.set_text(
            QCoreApplication.translate(
                "Persons",
                "For whoever asks what is held about them, or that it is erased. Look at their papers first: they read "
                "in their own register that you did this.",
            )
        )
        self.fields.retranslate()
        self.look_up.set_text(QCoreApplication.translate("Persons", "Find"))
        self.save.set_text(QCoreApplication.translate("Persons", "Save their data"))
        self.erase.set_text(QCoreApplication.translate("Persons", "Erase their data"))
        self.changing.quiet()
        self._follow()

    @property
    def _held(self) -> PersonHeld | None:
        return self.office.client.administration.holder.value.content

    def _follow(self) -> None:
        held, look = self._held, self.office.look
        for widget in (self.name, self.table, self.save, self.erase):
            widget.setVisible(held is not None)
        self.empty.setVisible(held is None)
        self.empty.set_texts(
            QCoreApplication.translate("Persons", "Nobody is chosen"),
            QCoreApplication.translate("Persons", "Type the number as it stands in the papers of whoever asks."),
        )
        self._typed()
        if held is None:
            self.standing.say("")
            return
        nameless = QCoreApplication.translate("Persons", "Without a name")
        self.name.set_text(f"{held.name or nameless} · {isolated(held.masked_id or '–')}")
        self.standing.say(held_words.standing_words(look, held), Mood.WARNING)
        columns = (
            Column(QCoreApplication.translate("Persons", "What is held"), 6),
            Column(QCoreApplication.translate("Persons", "How much"), 2),
            Column(QCoreApplication.translate("Persons", "With an erasure it"), 6),
        )
        self.table.show_rows(columns, held_words.rows_of(look, held))
        self.erase.setEnabled(held.open_appointments == 0)

    def _typed(self) -> None:
        self.look_up.setEnabled(self.fields.holder is not None and not self.look_up.is_busy)

    def _find(self) -> None:
        holder = self.fields.holder
        if holder is None or self.look_up.is_busy:
            return
        self.changing.quiet()
        self.look_up.set_busy(True)
        self.office.bridge.run(
            oversight.find_holder(self.office.client, holder),
            lambda _held: self.fields.empty(),
            self.changing.refuse,
            on_end=self._found,
        )

    def _found(self) -> None:
        self.look_up.set_busy(False)
        self._typed()

    def _save(self) -> None:
        held, client = self._held, self.office.client
        if held is None:
            return
        self._taking.ask(
            QCoreApplication.translate("Persons", "Save everything that is held about this person?"),
            self.name.said,
            "majlis-data.zip",
            lambda grounds, file: oversight.save_person(client, held.id, grounds, file),
            FOR_A_PERSON,
        )

    def _ask_erasure(self) -> None:
        held = self._held
        if held is None or self.changing.dialog is not None:
            return
        self.changing.quiet()
        look = self.office.look
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        grounds, papers = GroundsField(self.office, FOR_A_PERSON), HolderFields(self.office, "erase")
        typed = QCoreApplication.translate("Persons", "Type the number of their document once more, to be sure:")
        for widget in (grounds, Label(look, typed, Role.BODY), papers):
            column.addWidget(widget)
        dialog = Dialog(
            look,
            self.window(),
            QCoreApplication.translate("Persons", "Erase this person's data for good?"),
            QCoreApplication.translate(
                "Persons",
                "{person}. It cannot be taken back, and they are signed out. Backups from before hold the data until "
                "they are cleared away in their turn.",
            ).format(person=self.name.said),
            confirm=QCoreApplication.translate("Persons", "Erase for good"),
            cancel=QCoreApplication.translate("Administration", "Back"),
            is_danger=True,
            icon=Icon.WARNING,
            body=body,
        )
        dialog.confirm.setObjectName("admin_confirm")
        dialog.cancel.setObjectName("admin_cancel")

        def follow() -> None:
            dialog.confirm.setEnabled(grounds.grounds is not None and papers.holder is not None)

        grounds.pick.picked.connect(lambda _key: follow())
        papers.changed.connect(follow)
        follow()
        self.changing.hold(dialog)

        def answered(is_confirmed: bool) -> None:
            why, whose = grounds.grounds, papers.holder
            if is_confirmed and why is not None and whose is not None:
                self._erase(held, why, whose)

        dialog.answered.connect(answered)

    def _erase(self, held: PersonHeld, grounds: Grounds, holder: oversight.Holder) -> None:
        gone = QCoreApplication.translate("Persons", "Their data is erased. What is left leads to nobody.")
        self.office.bridge.run(
            oversight.erase(self.office.client, held.id, grounds, holder),
            lambda _none: self.changing.tell(gone),
            self.changing.refuse,
        )

    def _refused_words(self, refusal: Refusal) -> str:
        match refusal.code:
            case RefusalCode.NOT_FOUND:
                return QCoreApplication.translate("Persons", "Nothing is held about anybody with this document.")
            case RefusalCode.INVALID_DOCUMENT if self._held is not None:
                return QCoreApplication.translate(
                    "Persons", "The number that you typed is not this person's. Nothing was erased."
                )
            case RefusalCode.ILLEGAL_TRANSITION:
                return QCoreApplication.translate(
                    "Persons", "An audience of theirs is still to take place, or is being booked: cancel it first."
                )
            case _:
                return ""

    def _lay(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(Space.M)
        asked.addWidget(self.fields, 1)
        asked.addWidget(self.look_up, 0, Qt.AlignmentFlag.AlignVCenter)
        acts = QHBoxLayout()
        acts.setSpacing(Space.M)
        acts.addWidget(self.save)
        acts.addWidget(self.erase)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addWidget(self.changing)
        column.addLayout(asked)
        column.addWidget(self.name)
        column.addWidget(self.standing)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(acts)
