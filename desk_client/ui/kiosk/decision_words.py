"""What was decided, in the words that the visitor reads."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.decision import DecisionCode
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood


@dataclass(frozen=True)
class DecisionWords:
    """A decision's name, what it means for the visitor, and how it is coloured."""

    name: str
    meaning: str
    icon: Icon
    mood: Mood


def decision_words(code: DecisionCode) -> DecisionWords:
    """Word a decision; a rejection says where its reason stands (domain.md, "A rejection names …")."""
    match code:
        case DecisionCode.GRANTED:
            return DecisionWords(
                QCoreApplication.translate("DecisionWords", "Your request is granted"),
                QCoreApplication.translate("DecisionWords", "The unit below carries it out."),
                Icon.CHECK_CIRCLE,
                Mood.SUCCESS,
            )
        case DecisionCode.DIRECTED:
            return DecisionWords(
                QCoreApplication.translate("DecisionWords", "Your request has been passed on with a directive"),
                QCoreApplication.translate("DecisionWords", "The unit below acts on it and contacts you."),
                Icon.CLIPBOARD_CHECK,
                Mood.SUCCESS,
            )
        case DecisionCode.FURTHER_STUDY:
            return DecisionWords(
                QCoreApplication.translate("DecisionWords", "Your request is being studied further"),
                QCoreApplication.translate("DecisionWords", "The unit below studies it and tells you the result."),
                Icon.SEARCH,
                Mood.INFO,
            )
        case DecisionCode.DECLINED:
            return DecisionWords(
                QCoreApplication.translate("DecisionWords", "Your request cannot be met"),
                QCoreApplication.translate("DecisionWords", "The reason and the way on are written below."),
                Icon.INFO,
                Mood.WARNING,
            )
        case DecisionCode.ADVICE_GIVEN:
            return DecisionWords(
                QCoreApplication.translate("DecisionWords", "You were given advice"),
                QCoreApplication.translate("DecisionWords", "It is written below for you to keep."),
                Icon.MESSAGE,
                Mood.INFO,
            )
        case _ as never:
            assert_never(never)
