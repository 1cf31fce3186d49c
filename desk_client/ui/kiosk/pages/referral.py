"""Where an answer led that does not lead to a booking here: to another service, or to a place outside."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend, triage
from desk_client.client.visit import Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.triage import AskNext, Elsewhere, GoOn, Rejection
from desk_client.ui.bilingual import addressed, said, worded_by_office
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.kind_card import kind_card, kind_question
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.panel import Panel

_NARROW_PX = 760


class ReferralPage(VisitPage):
    """Who can help, why, and the next step; "back" leads to the question.

    Where nothing is left to ask there but how to meet, that is asked here: a touch answers it and goes on.
    """

    page = Page.REFERRAL
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("referral")
        panel = Panel(self.look)
        panel.body.addWidget(self._facts)
        self.body.setSpacing(Space.M)
        self._sign = Avatar(self.look, Icon.INFO, 88)
        self.body.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(panel)
        self._question = Label(self.look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._kinds: tuple[AppointmentKind, ...] = ()
        self._cards = CardGrid(narrow_px=_NARROW_PX)
        self.body.addWidget(self._question)
        self.body.addWidget(self._cards)
        self.add_back()
        self._finish = Button(self.look, "", Kind.SECONDARY, icon=Icon.CHECK)
        self._finish.setObjectName("finish")
        self._finish.clicked.connect(lambda: self.ask(lambda: attend.leave(self.client), button=self._finish))
        self.foot.addWidget(self._finish)
        self.add_main("go_there", lambda: triage.go_there(self.client))
        self.ready()

    def relabel(self) -> None:
        """Name what can be done."""
        self._kinds = ()  # their words are of the language before
        self._question.set_text(kind_question())
        self._finish.set_text(QCoreApplication.translate("ReferralPage", "Finish"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("ReferralPage", "Continue there"))

    def refresh(self, visit: Visit) -> None:
        """Show who can help."""
        language = self.look.language
        right = triage.right_one(visit)
        self._show_kinds(triage.kinds_there(visit))
        if self.main is not None:
            self.main.setVisible(right is not None and not self._kinds)
        match triage.way_now(visit):
            case Rejection(unit, reason, next_step):
                self.title.set_texts(QCoreApplication.translate("ReferralPage", "This is not received here"))
                self._facts.set_rows(
                    (
                        (QCoreApplication.translate("ReferralPage", "Handled by"), worded_by_office(unit, language)),
                        (QCoreApplication.translate("ReferralPage", "Reason"), worded_by_office(reason, language)),
                        (
                            QCoreApplication.translate("ReferralPage", "Next step"),
                            worded_by_office(next_step, language),
                        ),
                    )
                )
            case Elsewhere():
                self.title.set_texts(
                    QCoreApplication.translate("ReferralPage", "Somebody else can help you with this"),
                    QCoreApplication.translate("ReferralPage", "You can go on right here; nothing is lost."),
                )
                if right is not None:
                    office, service = right
                    person = addressed(office.honorific, office.holder, language)
                    self._facts.set_rows(
                        (
                            (QCoreApplication.translate("ReferralPage", "Service"), said(service.name, language)),
                            (
                                QCoreApplication.translate("ReferralPage", "Official"),
                                f"{said(office.title, language)}\n{person}",
                            ),
                        )
                    )
            case AskNext() | GoOn() | None:
                return
            case _ as never:
                assert_never(never)

    def _show_kinds(self, kinds: tuple[AppointmentKind, ...]) -> None:
        self._sign.setVisible(not kinds)  # its room is the cards'
        self._question.setVisible(bool(kinds))
        self._cards.setVisible(bool(kinds))
        if kinds != self._kinds:
            self._kinds = kinds
            self._cards.set_cards([self._card(kind) for kind in kinds])

    def _card(self, kind: AppointmentKind) -> CardButton:
        card = kind_card(self.look, kind)
        card.clicked.connect(lambda: triage.go_there(self.client, kind))
        return card
