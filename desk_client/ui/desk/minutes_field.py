"""A field for a talk's minutes, wherever it stands: what others write appears, and what is typed is kept."""

from PySide6.QtCore import QObject, Qt

from desk_client.client.minutes import Choice, Written
from desk_client.domain.access import Action
from desk_client.ui.desk.minutes_box import MinutesBox
from desk_client.ui.desk.office import Office
from desk_client.ui.widgets.text_field import TextArea


class MinutesField(QObject):
    """Binds a field to the desk's one pen. Nothing is bound before `open`, and where minutes are not theirs to take."""

    def __init__(self, office: Office, area: TextArea, *, is_stage: bool = False) -> None:
        """The owner lays `box` below the ``area``."""
        super().__init__(area)
        self._office, self._area = office, area
        self._about: str | None = None
        self.box = MinutesBox(office.look, is_stage=is_stage)
        self.box.chosen.connect(self._choose)
        area.text_changed.connect(self._write)
        self._leave = office.client.pen.written.subscribe(self._show)

    def open(self, about: str, begin_with: str = "") -> None:
        """Write that talk's; begun with is what was written elsewhere, where nothing is known of it yet."""
        if Action.TAKE_MINUTES not in self._office.day.may:
            self._about = None
            self._area.set_text(begin_with)
            self.box.hide()
            return
        self._about = about
        is_new = self._office.client.pen.open(about, begin_with)
        self._show(self._office.client.pen.written.value)
        if is_new:
            self._office.bridge.run(self._office.client.pen.read(), lambda _none: None, lambda _refusal: None)

    def close(self) -> None:
        """Another page came: what is in the field is nobody's here any more; the pen keeps it."""
        self._about = None

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def _show(self, written: Written) -> None:
        if self._about is None or written.about != self._about:
            return
        if self._area.text != written.text.strip():
            self._area.set_text(written.text)
        self.box.show()
        self.box.show_written(written)

    def _write(self, text: str) -> None:
        pen = self._office.client.pen
        if self._about is not None and pen.written.value.about == self._about:
            pen.write(text)

    def _choose(self, choice: Choice) -> None:
        self._office.bridge.run(self._office.client.pen.choose(choice), lambda _none: None, lambda _refusal: None)
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
