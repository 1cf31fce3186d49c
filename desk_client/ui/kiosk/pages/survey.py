"""How satisfied the person is: five faces, a few reasons, and a way past it that is as good as the answer."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import satisfaction
from desk_client.client.visit import Page
from desk_client.domain.satisfaction import BEST_SCORE
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.satisfaction_choice import ReasonChoice, ScoreChoice
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label


class SurveyPage(VisitPage):
    """One touch is an answer; reasons come with it, and nobody is kept: what cannot be sent may be passed over."""

    page = Page.SURVEY
    measure_px = 1100
    grows = False

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._scores = ScoreChoice(self.look)
        self._scores.setObjectName("scores")
        self._scores.chosen.connect(self._chosen)
        self._question = Label(self.look, "", Role.LEAD, weight=Weight.SEMIBOLD)
        self._reasons = ReasonChoice(self.look)
        self._reasons.offer(BEST_SCORE)
        policy = self._reasons.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the faces stay under the finger that has just touched one
        self._reasons.setSizePolicy(policy)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._scores)
        self.body.addWidget(self._question)
        self.body.addWidget(self._reasons)
        self._skip = Button(self.look, "", Kind.SECONDARY)
        self._skip.setObjectName("skip")
        self._skip.clicked.connect(lambda: satisfaction.skip(self.client))
        self.foot.addWidget(self._skip, 1)
        self.foot.addStretch(1)
        self.foot.setStretchFactor(self.add_main("send_answer", self._send, Icon.SEND), 1)  # neither is the larger one
        self.ready()

    def entered(self) -> None:
        """Begin with nothing chosen."""
        self.hush()
        self._scores.clear()
        self._reasons.clear()
        self._show_choice()

    def relabel(self) -> None:
        """Word question, answers and actions."""
        self.title.set_texts(
            QCoreApplication.translate("SurveyPage", "How satisfied are you with your audience?"),
            QCoreApplication.translate(
                "SurveyPage", "The office reads only what many people answered together, never who gave which answer."
            ),
        )
        self._scores.retranslate()
        self._reasons.retranslate()
        self._show_choice()
        self._skip.set_text(QCoreApplication.translate("SurveyPage", "Skip"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("SurveyPage", "Send"))

    def _chosen(self) -> None:
        if (score := self._scores.score) is not None:
            self._reasons.offer(score)
        self._show_choice()

    def _show_choice(self) -> None:
        is_chosen = self._scores.score is not None
        self._reasons.setVisible(is_chosen)
        self._question.set_text(
            QCoreApplication.translate("SurveyPage", "What were the reasons? Choose as many as you like.")
            if is_chosen
            else QCoreApplication.translate("SurveyPage", "Please touch the face that fits.")
        )
        if self.main is not None:
            self.main.setEnabled(is_chosen and not self.main.is_busy)

    def _send(self) -> None:
        if (score := self._scores.score) is not None:
            reasons = self._reasons.reasons
            self.ask(lambda: satisfaction.answer(self.client, score, reasons))
