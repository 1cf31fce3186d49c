"""Says once at a desk that it gave a talk away, or that one is its own from now on."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desk_client.client.called_in import Calls
from desk_client.i18n.bidi import embedded
from desk_client.ui.desk.office import Office


class HandoverNews:
    """Over whatever page comes next."""

    def __init__(self, office: Office, say: Callable[[str], None]) -> None:
        """``say`` shows a sentence in the window."""
        self._office, self._say = office, say
        calls = office.client.calls.value
        self._gave, self._took = calls.gave, calls.took
        self._leave = office.client.calls.subscribe(self._show)

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def _show(self, calls: Calls) -> None:
        gave, took = calls.gave, calls.took
        if gave is not None and gave != self._gave:
            self._say(
                QCoreApplication.translate("Handover", "{name} has the talk now. The visitor was told.").format(
                    name=embedded(self._office.said(gave.who))
                )
            )
        if took is not None and took != self._took:
            self._say(
                QCoreApplication.translate(
                    "Handover", "The talk is yours now: you end it, and write what was decided. {name} has left."
                ).format(name=embedded(self._office.said(took.who)))
            )
        self._gave, self._took = gave, took
