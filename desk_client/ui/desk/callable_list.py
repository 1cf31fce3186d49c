"""Who is to be called into a talk, and as what: a searched list, over the window."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.called_in import Callable
from desk_client.domain.called_in import Capacity
from desk_client.i18n.bidi import embedded
from desk_client.i18n.folding import name_words
from desk_client.ui.bilingual import said
from desk_client.ui.capacities import capacity_words
from desk_client.ui.desk.inbox.pick_list import PickList
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField


class CallableList(QWidget):
    """A field that narrows the list, the list, and below it as what."""

    def __init__(self, look: Appearance, people: tuple[Callable, ...]) -> None:
        """Nobody is picked yet."""
        super().__init__()
        self._look = look
        self._people = {each.staff_id: each for each in people}
        self.search = TextField(look, QCoreApplication.translate("CallIn", "Search by name or office"))
        self.search.setObjectName("search_people")
        self.search.setPlaceholderText(QCoreApplication.translate("CallIn", "Search by name or office"))
        self.people = PickList(look)
        self.people.setObjectName("people_to_call")
        self.people.setAccessibleName(QCoreApplication.translate("CallIn", "Who may be called in"))
        self.capacities = PickList(look)
        self.capacities.setObjectName("call_as")
        self.capacities.setAccessibleName(QCoreApplication.translate("CallIn", "As what"))
        self.nobody = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.nobody.set_text(QCoreApplication.translate("CallIn", "Nobody of that name may be called in."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.search, self.people, self.nobody, self.capacities):
            column.addWidget(part)
        self.search.textChanged.connect(self._narrow)
        self.people.picked.connect(lambda _key: self._offer())
        self._narrow("")

    @property
    def chosen(self) -> tuple[str, Capacity] | None:
        """Who, and as what; None while either is open."""
        staff_id, capacity = self.people.key, self.capacities.key
        return (staff_id, Capacity(capacity)) if staff_id and capacity else None

    def _narrow(self, text: str) -> None:
        words = name_words(text)
        found = [each for each in self._people.values() if all(self._has(each, word) for word in words)]
        self.people.set_options([(each.staff_id, self._named(each)) for each in found])
        self.people.setVisible(bool(found))
        self.nobody.setVisible(not found)
        if len(found) == 1:
            self.people.pick(found[0].staff_id)
        self._offer()

    def _has(self, person: Callable, word: str) -> bool:
        texts = (person.name.ar, person.name.en, person.title.ar, person.title.en)
        return any(each.startswith(word) for text in texts for each in name_words(text))

    def _offer(self) -> None:
        person = self._people.get(self.people.key)
        offered = () if person is None else person.capacities
        self.capacities.set_options([(each.value, capacity_words(each)) for each in offered])
        if len(offered) == 1:
            self.capacities.pick(offered[0].value)
        self.capacities.setVisible(bool(offered))

    def _named(self, person: Callable) -> str:
        language = self._look.language
        parts = [embedded(said(person.name, language)), embedded(said(person.title, language))]
        if not person.is_signed_in:
            parts.append(QCoreApplication.translate("CallIn", "not signed in now"))
        return " · ".join(dict.fromkeys(parts))


def callable_dialog(look: Appearance, host: QWidget, people: tuple[Callable, ...]) -> tuple[Dialog, CallableList]:
    """Ask who is to be called; Enter or a press on the button calls, Escape goes back."""
    choice = CallableList(look, people)
    dialog = Dialog(
        look,
        host,
        QCoreApplication.translate("CallIn", "Call somebody into the talk"),
        QCoreApplication.translate("CallIn", "The visitor sees who comes, by name and as what."),
        confirm=QCoreApplication.translate("CallIn", "Call in"),
        cancel=QCoreApplication.translate("CallIn", "Go back"),
        icon=Icon.CALL,
        body=choice,
    )
    dialog.setObjectName("call_in")
    dialog.confirm.setObjectName("confirm_call_in")
    dialog.cancel.setObjectName("do_not_call_in")
    dialog.confirm.setEnabled(choice.chosen is not None)

    def changed(_text: str = "") -> None:
        dialog.confirm.setEnabled(choice.chosen is not None)

    choice.people.picked.connect(changed)
    choice.capacities.picked.connect(changed)
    choice.search.textChanged.connect(changed)
    choice.search.setFocus(Qt.FocusReason.PopupFocusReason)
    return dialog, choice
