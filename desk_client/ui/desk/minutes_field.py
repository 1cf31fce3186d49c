"""A field for a talk's minutes, wherever it stands: what others write appears, and what is typed is kept."""

from collections.abc import Coroutine
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer

from desk_client.client.minutes import Choice, Keeping, Written
from desk_client.domain.access import Action
from desk_client.ui.desk.minutes_box import MinutesBox
from desk_client.ui.desk.office import Office
from desk_client.ui.widgets.text_field import TextArea

_PAUSE_MS: Final = 2_000
"""After so long without a letter they are kept."""
_AGAIN_MS: Final = 10_000


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
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._keep)
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
            self._run(self._office.client.pen.read())

    def close(self) -> None:
        """Another page came: what is in the field is kept now, and stays with the pen."""
        if self._about is not None and self._pause.isActive():
            self._keep()
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
        if written.keeping is Keeping.NOT_KEPT:
            self._pause.start(_AGAIN_MS)

    def _write(self, text: str) -> None:
        pen = self._office.client.pen
        if self._about is not None and pen.written.value.about == self._about:
            pen.write(text)
            if pen.written.value.is_unsaved:
                self._pause.start(_PAUSE_MS)

    def _keep(self) -> None:
        self._pause.stop()
        self._run(self._office.client.pen.keep())

    def _run(self, writing: Coroutine[Any, Any, None]) -> None:
        self._office.bridge.run(writing, lambda _none: None, lambda _refusal: None)

    def _choose(self, choice: Choice) -> None:
        self._run(self._office.client.pen.choose(choice))
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
