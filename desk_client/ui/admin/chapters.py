"""Every section of the workspace, in the order of its rail: the one place where a section is entered."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk_client.ui import admin
from desk_client.ui.operator.section import Section
from desk_client.ui.theme.icons import Icon


@dataclass(frozen=True)
class Chapter:
    """A section before it is loaded: its code, which is also its module's name, its icon and its name."""

    code: str
    icon: Icon
    title: Callable[[], str]

    def load(self) -> type[Section]:
        """Load the section's class: an administrator who looks at people needs nothing of the calendars."""
        module = import_module(f"{admin.__name__}.{self.code}_section")
        found: type[Section] = getattr(module, f"{self.code.title().replace('_', '')}Section")
        return found


class ChapterMark(QObject):
    """What the rail shows of a chapter."""

    attention = Signal(int)

    def __init__(self, chapter: Chapter, parent: QObject) -> None:
        super().__init__(parent)
        self.code = chapter.code
        self.icon = chapter.icon
        self.title = chapter.title


CHAPTERS: Final = (
    Chapter("people", Icon.PERSON, lambda: QCoreApplication.translate("Administration", "People and roles")),
    Chapter("schedules", Icon.CALENDAR_TIME, lambda: QCoreApplication.translate("Administration", "Schedules")),
    Chapter("holidays", Icon.CALENDAR, lambda: QCoreApplication.translate("Administration", "Holidays")),
    Chapter("offices", Icon.BUILDING, lambda: QCoreApplication.translate("Administration", "Offices and services")),
    Chapter("questions", Icon.HELP, lambda: QCoreApplication.translate("Administration", "Questions before booking")),
    Chapter("wordings", Icon.EDIT, lambda: QCoreApplication.translate("Administration", "Wordings of outcomes")),
    Chapter("halls", Icon.HALL, lambda: QCoreApplication.translate("Administration", "Halls and kiosks")),
    Chapter("texts", Icon.MESSAGE, lambda: QCoreApplication.translate("Administration", "Texts")),
    Chapter("dead_letters", Icon.INBOX, lambda: QCoreApplication.translate("Administration", "Not delivered")),
    Chapter("retention", Icon.TIMER, lambda: QCoreApplication.translate("Administration", "Retention")),
    Chapter("backups", Icon.FILE_CHECK, lambda: QCoreApplication.translate("Administration", "Backups")),
    Chapter("recording_rules", Icon.RECORD, lambda: QCoreApplication.translate("Administration", "Recording")),
    Chapter("trail", Icon.SHIELD, lambda: QCoreApplication.translate("Administration", "Audit trail")),
    Chapter("register", Icon.EYE, lambda: QCoreApplication.translate("Administration", "Who looked")),
    Chapter("persons", Icon.HAND, lambda: QCoreApplication.translate("Administration", "People's data")),
)
