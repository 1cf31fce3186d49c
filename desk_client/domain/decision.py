"""What an official can decide at the end of an audience (نتيجة), and how it is followed up."""

from dataclasses import dataclass
from enum import StrEnum

MAX_TEXT_LENGTH = 2000


class DecisionCode(StrEnum):
    """The kind of decision; its words belong to the face, in each language."""

    GRANTED = "granted"
    DIRECTED = "directed"
    FURTHER_STUDY = "further_study"
    DECLINED = "declined"
    ADVICE_GIVEN = "advice_given"


@dataclass(frozen=True)
class Decision:
    """A decision as the citizen will read and confirm it.

    Attributes:
        code: what kind of decision it is.
        text: the official's own words, at most ``MAX_TEXT_LENGTH`` characters.
        responsible_unit: who acts on it; a rejection names who rejects (domain rule "A rejection names …").
    """

    code: DecisionCode
    text: str
    responsible_unit: str
