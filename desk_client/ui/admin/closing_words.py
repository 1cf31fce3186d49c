"""The words of an end from a day on: a place closes, somebody who is sent ends their work."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import PlaceKind


@dataclass(frozen=True)
class ClosingWords:
    """What the button and its questions say; `{name}` and `{day}` stand in for these."""

    begin: str
    again: str
    which_day: str
    first_day: str
    nobody: str
    ask: str
    confirm: str
    done: str
    ask_again: str
    means: str
    confirm_again: str
    done_again: str


def closing_words(what: PlaceKind) -> ClosingWords:
    """Those for this kind of place."""
    if what in {PlaceKind.TEAM, PlaceKind.INTERPRETER}:
        return ClosingWords(
            begin=QCoreApplication.translate("Places", "End from a day on …"),
            again=QCoreApplication.translate("Places", "Bring back"),
            which_day=QCoreApplication.translate("Places", "End “{name}” from which day on?"),
            first_day=QCoreApplication.translate("Places", "First day on which nobody is sent any more"),
            nobody=QCoreApplication.translate("Places", "Nobody is booked with them from that day on."),
            ask=QCoreApplication.translate("Places", "End “{name}” from {day} on?"),
            confirm=QCoreApplication.translate("Places", "End it"),
            done=QCoreApplication.translate("Places", "It ends on {day}."),
            ask_again=QCoreApplication.translate("Places", "Bring “{name}” back?"),
            means=QCoreApplication.translate("Places", "They are booked again at once."),
            confirm_again=QCoreApplication.translate("Places", "Bring back"),
            done_again=QCoreApplication.translate("Places", "They are at work again."),
        )
    return ClosingWords(
        begin=QCoreApplication.translate("Places", "Close it from a day on …"),
        again=QCoreApplication.translate("Places", "Open it again"),
        which_day=QCoreApplication.translate("Places", "Close “{name}” from which day on?"),
        first_day=QCoreApplication.translate("Places", "First day on which it is closed"),
        nobody=QCoreApplication.translate("Places", "Nobody is booked, and nothing waits there."),
        ask=QCoreApplication.translate("Places", "Close “{name}” from {day} on?"),
        confirm=QCoreApplication.translate("Places", "Close it"),
        done=QCoreApplication.translate("Places", "It closes on {day}."),
        ask_again=QCoreApplication.translate("Places", "Open “{name}” again?"),
        means=QCoreApplication.translate("Places", "It is offered again at once, in its former hours."),
        confirm_again=QCoreApplication.translate("Places", "Open it"),
        done_again=QCoreApplication.translate("Places", "It is open again."),
    )
