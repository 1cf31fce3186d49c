"""How old it is what is shown without a line."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_client.i18n.dates import clock_time, full_date
from desk_client.i18n.language import Language
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.banner import Banner, Mood


class AgeNotice(Banner):
    """Tells when the server was last asked; hidden where what is shown is fresh."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, Mood.WARNING)
        self.setObjectName("age")

    def tell(self, seen_at: datetime | None, language: Language) -> None:
        """Say of when it is; None: of now."""
        if seen_at is None:
            self.say("")
            return
        self.say(age_words(seen_at, language), Mood.WARNING)


def age_words(seen_at: datetime, language: Language) -> str:
    """Of when it is."""
    moment = here(seen_at)
    told = QCoreApplication.translate("AgeNotice", "As it was on {day} at {time}; it may have changed since.")
    return told.format(day=full_date(moment.date(), language), time=clock_time(moment.time(), language))
