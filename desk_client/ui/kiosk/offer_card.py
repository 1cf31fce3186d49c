"""A time that is kept for the visitor for a while: theirs, or somebody else's."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk_client.client.visit import Offer
from desk_client.ui.bilingual import said
from desk_client.ui.moments import wall_span, wall_time
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel


class OfferCard(Panel):
    """With whom and when, until when it is kept, and the two answers.

    Args:
        accept, decline: called with the button that was touched.
    """

    def __init__(
        self,
        look: Appearance,
        offer: Offer,
        accept: Callable[[Button], None],
        decline: Callable[[Button], None],
    ) -> None:
        super().__init__(look, margin_px=Space.L)
        language, span = look.language, wall_span(offer.slot)
        kept = QCoreApplication.translate("OfferCard", "A time from the waiting list is kept for you until {time}")
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        until = wall_time(offer.expires_at, offer.slot, language)
        for text, role, weight, tone in (
            (kept.format(time=until), Role.BODY, Weight.MEDIUM, Tone.SUCCESS),
            (said(offer.office_title, language), Role.LEAD, Weight.SEMIBOLD, Tone.TEXT),
            (f"{span.spelled_day(language)}\n{span.spelled_time(language)}", Role.BODY, Weight.MEDIUM, Tone.TEXT),
        ):
            texts.addWidget(Label(look, text, role, weight=weight, tone=tone))
        take = Button(look, QCoreApplication.translate("OfferCard", "Take this time"), Kind.PRIMARY, icon=Icon.CHECK)
        take.setObjectName(f"accept_{offer.id}")
        take.clicked.connect(lambda: accept(take))
        leave = Button(look, QCoreApplication.translate("OfferCard", "No, thank you"), Kind.SECONDARY)
        leave.setObjectName(f"decline_{offer.id}")
        leave.clicked.connect(lambda: decline(leave))
        answers = QVBoxLayout()
        answers.setSpacing(Space.M)
        answers.addStretch()
        answers.addWidget(take)
        answers.addWidget(leave)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(Avatar(look, Icon.CALENDAR_TIME, 72), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addLayout(answers)
        self.body.addLayout(row)
