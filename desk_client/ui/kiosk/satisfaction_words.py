"""The satisfaction survey in words: what each face means, and the reasons."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.domain.satisfaction import Reason


def score_words(score: int) -> str:
    """Say what a score means, in the language spoken now."""
    return {
        1: QCoreApplication.translate("SatisfactionWords", "Not satisfied at all"),
        2: QCoreApplication.translate("SatisfactionWords", "Not satisfied"),
        3: QCoreApplication.translate("SatisfactionWords", "Neither"),
        4: QCoreApplication.translate("SatisfactionWords", "Satisfied"),
        5: QCoreApplication.translate("SatisfactionWords", "Very satisfied"),
    }[score]


def reason_words(reason: Reason) -> str:
    """Say a reason as the person themself would."""
    match reason:
        case Reason.RESPECTED:
            return QCoreApplication.translate("SatisfactionWords", "Treated with respect")
        case Reason.UNDERSTOOD:
            return QCoreApplication.translate("SatisfactionWords", "Understood")
        case Reason.CLEAR_ANSWER:
            return QCoreApplication.translate("SatisfactionWords", "Clear answer")
        case Reason.SETTLED:
            return QCoreApplication.translate("SatisfactionWords", "Matter settled")
        case Reason.QUICK:
            return QCoreApplication.translate("SatisfactionWords", "Quick")
        case Reason.GOOD_LINE:
            return QCoreApplication.translate("SatisfactionWords", "Good picture and sound")
        case Reason.NOT_RESPECTED:
            return QCoreApplication.translate("SatisfactionWords", "Not treated with respect")
        case Reason.NOT_UNDERSTOOD:
            return QCoreApplication.translate("SatisfactionWords", "Not understood")
        case Reason.UNCLEAR_ANSWER:
            return QCoreApplication.translate("SatisfactionWords", "Unclear answer")
        case Reason.NOT_SETTLED:
            return QCoreApplication.translate("SatisfactionWords", "Matter not settled")
        case Reason.WAITED_LONG:
            return QCoreApplication.translate("SatisfactionWords", "Waited long")
        case Reason.POOR_LINE:
            return QCoreApplication.translate("SatisfactionWords", "Poor picture or sound")
        case _ as never:
            assert_never(never)
