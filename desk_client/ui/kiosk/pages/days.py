"""Which days would suit, where no time can be chosen: what was free when the server was last seen, and no more."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import leave_word
from desk_client.client.visit import Page, Visit
from desk_client.i18n.dates import gregorian_date, hijri_date, weekday_name
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.age_notice import AgeNotice
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton

_Shown = tuple[str, object, Language]


class DaysPage(VisitPage):
    """The days on which the office works, any number of which may be chosen; none of them can be booked here."""

    page = Page.DAYS
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._days: dict[date, CardButton] = {}
        self._age = AgeNotice(self.look)
        self._cards = CardGrid(narrow_px=1_060)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._age)
        self.body.addWidget(self._cards)
        self.add_back()
        self.add_main("continue", self._send)
        self.ready()

    def entered(self) -> None:
        """Show the days that were chosen before."""
        self.hush()
        self.refresh(self.visit)
        for day, card in self._days.items():
            card.setChecked(day in self.visit.days)
        self._word_main()

    def keep_typed(self) -> None:
        """Take the days that are ticked along."""
        leave_word.keep_days(self.client, self._chosen())

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("DaysPage", "Which days suit you?"),
            QCoreApplication.translate("DaysPage", "Choose as many as you like, or none. Nothing is booked by this."),
        )
        self._word_main()

    def refresh(self, visit: Visit) -> None:
        """Show what was free, and when that was."""
        seen, language = leave_word.last_seen(self.client), self.look.language
        if seen is None:
            self._age.tell(None, language)
            self._cards.set_cards([])
            return
        self._age.tell(seen.seen_at, language)
        days = leave_word.days_offered(seen, visit, here(self.counter.now()).date())
        shown = (visit.service.id if visit.service is not None else "", tuple(days), language)
        if shown == self._shown:
            return
        self._shown = shown
        chosen = {day for day, card in self._days.items() if card.isChecked()} or set(visit.days)
        self._days = {day: self._card(day, free) for day, free in days}
        for day, card in self._days.items():
            card.setChecked(day in chosen)
        self._cards.set_cards(list(self._days.values()))

    def _card(self, day: date, free: int) -> CardButton:
        told = (
            QCoreApplication.translate("DaysPage", "Times that were free: %Ln", None, free)
            if free
            else QCoreApplication.translate("DaysPage", "Nothing was free")
        )
        language = self.look.language
        comma = "،" if language.is_right_to_left else ","
        title = f"{weekday_name(day, language)}{comma} {hijri_date(day, language)}"
        card = CardButton(
            self.look, title, f"{gregorian_date(day, language)}\n{told}", sign=Icon.CALENDAR, is_choice=True
        )
        card.setObjectName(f"day_{day.isoformat()}")
        card.toggled.connect(lambda _checked: self._word_main())
        return card

    def _word_main(self) -> None:
        if self.main is not None:
            self.main.set_text(
                QCoreApplication.translate("DaysPage", "Continue")
                if any(card.isChecked() for card in self._days.values())
                else QCoreApplication.translate("DaysPage", "Any day suits me")
            )

    def _send(self) -> None:
        leave_word.prefer_days(self.client, self._chosen())

    def _chosen(self) -> list[date]:
        return [day for day, card in self._days.items() if card.isChecked()]
