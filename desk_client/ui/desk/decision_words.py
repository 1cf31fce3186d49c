"""Decisions in words: their names, what each means, and a wording to begin with."""

from dataclasses import dataclass
from typing import assert_never

from desk_client.domain.decision import DecisionCode
from desk_client.ui.theme.icons import Icon
from desk_client.ui.translation import SPOKEN_NOW, Speaks


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


def decision_words(code: DecisionCode, speak: Speaks = SPOKEN_NOW) -> DecisionWords:
    """The words for a kind of decision, in the language spoken now unless another speaks."""
    match code:
        case DecisionCode.GRANTED:
            return DecisionWords(
                speak.translate("Decision", "Granted"),
                speak.translate("Decision", "The request is met."),
                speak.translate(
                    "Decision", "Your request has been granted. The unit named below will carry it out and inform you."
                ),
                Icon.CHECK_CIRCLE,
            )
        case DecisionCode.DIRECTED:
            return DecisionWords(
                speak.translate("Decision", "Directed"),
                speak.translate("Decision", "A unit is told to act."),
                speak.translate(
                    "Decision", "The unit named below has been directed to deal with your request and to answer you."
                ),
                Icon.SEND,
            )
        case DecisionCode.FURTHER_STUDY:
            return DecisionWords(
                speak.translate("Decision", "Further study"),
                speak.translate("Decision", "It is examined first."),
                speak.translate(
                    "Decision", "Your request is being studied by the unit named below. You will be told of the result."
                ),
                Icon.SEARCH,
            )
        case DecisionCode.DECLINED:
            return DecisionWords(
                speak.translate("Decision", "Declined"),
                speak.translate("Decision", "With the reason and the way on."),
                speak.translate("Decision", "Your request could not be granted, because … You can turn to … for …"),
                Icon.CLOSE,
            )
        case DecisionCode.ADVICE_GIVEN:
            return DecisionWords(
                speak.translate("Decision", "Advice given"),
                speak.translate("Decision", "Nothing more is needed."),
                speak.translate("Decision", "You were advised in the talk as follows: …"),
                Icon.MESSAGE,
            )
    assert_never(code)
