"""Decisions in words: their names, what each means, and a wording to begin with."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.decision import DecisionCode
from desk_client.ui.theme.icons import Icon


@dataclass(frozen=True)
class DecisionWords:
    """One kind of decision as the official chooses it.

    Attributes:
        template: a wording that the official may begin with; they complete it.
    """

    name: str
    meaning: str
    template: str
    icon: Icon


def decision_words(code: DecisionCode) -> DecisionWords:
    """The words for a kind of decision, in the language spoken now."""
    match code:
        case DecisionCode.GRANTED:
            return DecisionWords(
                QCoreApplication.translate("Decision", "Granted"),
                QCoreApplication.translate("Decision", "The request is met."),
                QCoreApplication.translate(
                    "Decision", "Your request has been granted. The unit named below will carry it out and inform you."
                ),
                Icon.CHECK_CIRCLE,
            )
        case DecisionCode.DIRECTED:
            return DecisionWords(
                QCoreApplication.translate("Decision", "Directed"),
                QCoreApplication.translate("Decision", "A unit is told to act."),
                QCoreApplication.translate(
                    "Decision", "The unit named below has been directed to deal with your request and to answer you."
                ),
                Icon.SEND,
            )
        case DecisionCode.FURTHER_STUDY:
            return DecisionWords(
                QCoreApplication.translate("Decision", "Further study"),
                QCoreApplication.translate("Decision", "It is examined first."),
                QCoreApplication.translate(
                    "Decision", "Your request is being studied by the unit named below. You will be told of the result."
                ),
                Icon.SEARCH,
            )
        case DecisionCode.DECLINED:
            return DecisionWords(
                QCoreApplication.translate("Decision", "Declined"),
                QCoreApplication.translate("Decision", "With the reason and the way on."),
                QCoreApplication.translate(
                    "Decision", "Your request could not be granted, because … You can turn to … for …"
                ),
                Icon.CLOSE,
            )
        case DecisionCode.ADVICE_GIVEN:
            return DecisionWords(
                QCoreApplication.translate("Decision", "Advice given"),
                QCoreApplication.translate("Decision", "Nothing more is needed."),
                QCoreApplication.translate("Decision", "You were advised in the talk as follows: …"),
                Icon.MESSAGE,
            )
    assert_never(code)
