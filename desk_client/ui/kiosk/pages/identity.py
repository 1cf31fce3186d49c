"""Who is there: the ID, then the mobile."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import identify, introduce, leave_word, offer_code, recognise
from desk_client.client.visit import LEAVING, Goal, Page, Visit
from desk_client.domain.outcomes import RefusalCode
from desk_client.i18n.phones import local_mobile
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.kiosk.party_words import party_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.digit_field import DigitField
from desk_client.ui.widgets.reassurance import Reassurance

_DIGITS = 10


class NationalIdPage(DigitsPage):
    """Ten digits from the card."""

    page = Page.NATIONAL_ID
    typed_codes = frozenset({RefusalCode.INVALID_NATIONAL_ID, RefusalCode.INVALID_REPRESENTATION})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, DigitField(counter.look, _DIGITS), parent)
        self._kept = Reassurance(self.look, Icon.SHIELD)
        self._ticket = Button(self.look, "", Kind.SECONDARY, icon=Icon.CALENDAR_CHECK)
        self._ticket.setObjectName("by_ticket")
        self._ticket.clicked.connect(lambda: identify.come_with_ticket(self.client))
        self._others = Button(self.look, "", Kind.QUIET)
        self._others.setObjectName("others")
        self._others.clicked.connect(lambda: introduce.open_others(self.client))
        self._party = Reassurance(self.look, Icon.PERSON)
        self._party.setObjectName("party")
        self.beside.addWidget(self._party)
        self.beside.addWidget(self._kept)
        self.beside.addWidget(self._ticket, 0, Qt.AlignmentFlag.AlignLeading)
        self._offer = Button(self.look, "", Kind.SECONDARY, icon=Icon.MESSAGE)
        self._offer.setObjectName("by_offer_code")
        self._offer.clicked.connect(lambda: offer_code.begin(self.client))
        self.beside.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeading)
        self._papers = (self._paper("by_passport", Icon.GLOBE), self._paper("by_border_number", Icon.FILE))
        for button, its_page in zip(self._papers, (Page.PASSPORT, Page.BORDER_NUMBER), strict=True):
            button.clicked.connect(partial(introduce.go_to, self.client, its_page))
        self.add_beside_back(self._others)
        self.ready()

    def kept(self) -> str:
        """What was given before."""
        return self.visit.national_id

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("IdentityPages", "Your ID number"),
            QCoreApplication.translate("IdentityPages", "National ID or Iqama, as it is printed on your card"),
        )
        self.block.set_texts(
            QCoreApplication.translate("IdentityPages", "ID number"),
            QCoreApplication.translate("IdentityPages", "Ten digits; the first is 1 or 2"),
        )
        self._others.set_text(QCoreApplication.translate("IdentityPages", "For somebody else, or with a passport"))
        by_passport, by_border_number = self._papers
        by_passport.set_text(QCoreApplication.translate("OthersPages", "I am a visitor, with a passport"))
        by_border_number.set_text(QCoreApplication.translate("OthersPages", "I have a border number"))
        self._ticket.set_text(QCoreApplication.translate("IdentityPages", "I have my ticket"))
        self._offer.set_text(QCoreApplication.translate("IdentityPages", "I have an offer code"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("IdentityPages", "Continue"))
        super().relabel()

    def refresh(self, visit: Visit) -> None:
        """Offer the ticket, and an offer's code, to those who have one; say who comes along, and what becomes of it."""
        self._ticket.setVisible(visit.goal in {Goal.ATTEND, Goal.CHANGE})
        for button in self._papers:
            button.setVisible(visit.goal is Goal.LEAVE_REQUEST)
        self._offer.setVisible(visit.goal in {Goal.ATTEND, Goal.CHANGE})
        self._others.setVisible(visit.goal not in LEAVING)
        self._party.set_text(party_words(visit.introduction))
        self._party.setVisible(bool(self._party.text))
        self._kept.set_text(
            QCoreApplication.translate("IdentityPages", "What you leave is sealed at once: nobody can read it here.")
            if visit.goal is Goal.LEAVE_REQUEST
            else QCoreApplication.translate(
                "IdentityPages", "Everything you enter is wiped from this kiosk when you leave."
            )
        )

    def _paper(self, name: str, icon: Icon) -> Button:
        """What somebody without an ID has; with a line that is asked on a page of its own."""
        button = Button(self.look, "", Kind.SECONDARY, icon=icon)
        button.setObjectName(name)
        self.beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return button

    def send(self) -> None:
        """Check the ID; a wrong one is said at the field."""
        refusal = identify.enter_national_id(self.client, self.field.digits)
        if refusal is not None:
            self.say_at_field(refusal)


class MobilePage(DigitsPage):
    """The mobile on which the code arrives."""

    page = Page.MOBILE
    typed_codes = frozenset({RefusalCode.INVALID_MOBILE})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, DigitField(counter.look, _DIGITS), parent)
        self._why = Reassurance(self.look, Icon.MESSAGE)
        self._other_way = Button(self.look, "", Kind.QUIET)
        self._other_way.setObjectName("other_way")
        self._other_way.clicked.connect(lambda: recognise.look_for_another(self.client))
        self.beside.addWidget(self._why)
        self.add_beside_back(self._other_way)
        self.ready()

    def kept(self) -> str:
        """What was given before, as people write it."""
        return local_mobile(self.visit.mobile) if self.visit.mobile else ""

    def entered(self) -> None:
        """Learn which other ways there are."""
        super().entered()
        if not self.visit.ways:
            self.counter.bridge.run(recognise.load_ways(self.client), lambda _nothing: None, lambda _refusal: None)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("IdentityPages", "Your mobile number"),
            QCoreApplication.translate("IdentityPages", "The one that is registered with your ID"),
        )
        self._other_way.set_text(QCoreApplication.translate("IdentityPages", "Without a mobile, or another way"))
        self.block.set_texts(
            QCoreApplication.translate("IdentityPages", "Mobile number"),
            QCoreApplication.translate("IdentityPages", "Ten digits that begin with 05"),
        )
        super().relabel()

    def refresh(self, visit: Visit) -> None:
        """Say what the number is for, a code now or a message later; offer another way where there is one."""
        is_left = visit.goal is Goal.LEAVE_REQUEST
        self._other_way.setVisible(not is_left and bool(recognise.other_ways(visit)))
        self._why.set_text(
            QCoreApplication.translate("IdentityPages", "We send an SMS when your request has arrived.")
            if is_left
            else QCoreApplication.translate("IdentityPages", "We send a code by SMS, to make sure that it is you.")
        )
        if self.main is not None:
            self.main.set_text(
                QCoreApplication.translate("IdentityPages", "Continue")
                if is_left
                else QCoreApplication.translate("IdentityPages", "Send the code")
            )

    def send(self) -> None:
        """Have a code sent; without a line the number is only taken."""
        typed = self.field.digits
        if self.visit.goal is Goal.LEAVE_REQUEST:
            refusal = leave_word.enter_mobile(self.client, typed)
            if refusal is not None:
                self.say_at_field(refusal)
            return
        self.ask(lambda: identify.enter_mobile(self.client, typed))
