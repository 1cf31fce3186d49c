"""What this desk is, and the file for who looks after it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSaveFile, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_client.client.actions.diagnose import diagnose
from desk_client.client.diagnostics import Bundle, Part
from desk_client.client.release import release
from desk_client.i18n.bidi import isolated
from desk_client.ui.desk.office import Office
from desk_client.ui.file_size import size_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.scroll_edge import ScrollEdge


class AboutBox(Panel):
    """One press gathers, a list says what was, and only then is anything saved."""

    def __init__(self, office: Office, page: QWidget) -> None:
        super().__init__(office.look, margin_px=Space.M)
        self._office, self._page = office, page
        self._dialog: Dialog | None = None
        look = office.look
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self._version = Label(look, "", Role.BODY)
        self._version.setObjectName("version")
        self._hint = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.make = Button(look, "", Kind.SECONDARY, icon=Icon.FILE_CHECK)
        self.make.setObjectName("make_diagnostics")
        self.make.clicked.connect(self._gather)
        self.notice = Banner(look, Mood.SUCCESS)
        self.notice.setObjectName("diagnostics_notice")
        for widget in (self._title, self._version, self._hint, self.make, self.notice):
            self.body.addWidget(widget)
        self.retranslate()

    def teardown(self) -> None:
        """Take a question back that nobody answers any more."""
        if self._dialog is not None:
            self._dialog.dismiss()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Settings", "About this desk"))
        said = QCoreApplication.translate("Settings", "Majlis {release}").format(release=isolated(release()))
        self._version.set_text(said.strip())
        self._hint.set_text(
            QCoreApplication.translate(
                "Settings",
                "Where something does not work, a diagnostics file helps who looks after this desk. It holds nothing "
                "about any person, and is sent nowhere by itself.",
            )
        )
        self.make.set_text(QCoreApplication.translate("Settings", "Make a diagnostics file"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def show_bundle(self, gathered: Bundle) -> None:
        """List what would be saved, and ask."""
        if self._dialog is not None or not self._page.isVisible():
            return
        rows = Facts(self.look)
        rows.set_rows(
            tuple(
                (part_words(part), size_words(len(text.encode()), self.look.language))
                for part, text in gathered.parts.items()
            )
        )
        scroll = ScrollColumn()
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.body.addWidget(rows)
        ScrollEdge(self.look, scroll, lambda colours: colours.surface)
        title = QCoreApplication.translate("Settings", "What is in the file")
        scroll.setAccessibleName(title)
        dialog = self._dialog = Dialog(
            self.look,
            self._page.window(),
            title,
            QCoreApplication.translate(
                "Settings", "Plain texts, which you can read yourself. No names, numbers, messages or passwords."
            ),
            confirm=QCoreApplication.translate("Settings", "Save it…"),
            cancel=QCoreApplication.translate("Settings", "Do not save"),
            icon=Icon.FILE_CHECK,
            body=scroll,
        )
        dialog.setObjectName("diagnostics_list")
        dialog.confirm.setObjectName("save_diagnostics")
        dialog.cancel.setObjectName("cancel_diagnostics")
        dialog.confirm.setFocus(Qt.FocusReason.PopupFocusReason)

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                self._save(gathered)

        dialog.answered.connect(answered)

    def save_as(self, gathered: Bundle, path: Path) -> None:
        """Write it there; a file of that name is replaced whole or not at all."""
        content = gathered.zipped()
        file = QSaveFile(str(path))
        is_saved = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit()
        if is_saved:
            self.notice.say(QCoreApplication.translate("Settings", "The diagnostics file is saved."), Mood.SUCCESS)
        else:
            self.notice.say(QCoreApplication.translate("Settings", "The file could not be saved there."), Mood.ERROR)

    def _gather(self) -> None:
        self.notice.say("")
        self.make.set_busy(True)
        self._office.bridge.run(
            diagnose(self._office.client),
            self.show_bundle,
            lambda _refusal: self.notice.say(
                QCoreApplication.translate("Settings", "Nothing could be gathered just now. Please try again."),
                Mood.ERROR,
            ),
            on_end=lambda: self.make.set_busy(False),
        )

    def _save(self, gathered: Bundle) -> None:
        title = QCoreApplication.translate("Settings", "Save the diagnostics file")
        kinds = QCoreApplication.translate("Settings", "ZIP files (*.zip)")
        path, _ = QFileDialog.getSaveFileName(self._page, title, "majlis-diagnostics.zip", kinds)
        if path:
            self.save_as(gathered, Path(path).with_suffix(".zip"))


def part_words(part: Part) -> str:
    """What a text tells of."""
    match part:
        case Part.PROGRAM:
            return QCoreApplication.translate("Settings", "The program: release, memory, how long it runs")
        case Part.LIBRARIES:
            return QCoreApplication.translate("Settings", "Libraries and their releases")
        case Part.SYSTEM:
            return QCoreApplication.translate("Settings", "The operating system")
        case Part.SCREENS:
            return QCoreApplication.translate("Settings", "Screens: how many, how large")
        case Part.DEVICES:
            return QCoreApplication.translate("Settings", "Devices: kinds and how many, no serial numbers")
        case Part.SETTINGS:
            return QCoreApplication.translate("Settings", "Settings, without passwords and addresses")
        case Part.SERVER:
            return QCoreApplication.translate("Settings", "Whether the server answers, and how soon")
        case Part.DOCTOR:
            return QCoreApplication.translate("Settings", "What this computer has and lacks")
        case Part.LOG:
            return QCoreApplication.translate("Settings", "The program's last notes, without names and numbers")
