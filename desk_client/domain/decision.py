"""What an official can decide at the end of an audience (نتيجة), and how it is followed up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

MAX_TEXT_LENGTH = 2000
MOST_ACTIONS: Final = 10
LONGEST_ACTION: Final = 300
LONGEST_UNIT: Final = 200
LONGEST_DIRECTIVE: Final = 1000
LONGEST_REASON: Final = 300
MOST_AMENDMENTS: Final = 20
MOST_WORDINGS: Final = 20
"""Of one service."""
MOST_OF_A_KIND: Final = 3
"""Wordings of one service for one kind of decision: so many stand beside each other on the official's page."""
LONGEST_NAME: Final = 200
LONGEST_WORDING: Final = 1000
MOST_WEEKS: Final = 52
"""Within which a follow-up is wanted."""
FURTHEST_DEADLINE: Final = timedelta(days=366)
UNDO_WITHIN: Final = timedelta(minutes=5)
"""How long a whole outcome may be taken back; by then it has been read to the citizen, and is only amended."""

_TRANSACTION: Final = re.compile(r"[0-9A-Za-z/\-]{1,32}")


class DecisionCode(StrEnum):
    """The kind of decision; its words belong to the face, in each language."""

    GRANTED = "granted"
    DIRECTED = "directed"
    FURTHER_STUDY = "further_study"
    DECLINED = "declined"
    ADVICE_GIVEN = "advice_given"


class Part(StrEnum):
    """What of a decision somebody has to do. The value is the wire code."""

    DIRECTIVE = "directive"
    ACTION = "action"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Directive:
    """What a department is told to do (توجيه).

    Attributes:
        unit: the department, at most ``LONGEST_UNIT`` characters.
        text: the official's words to it, at most ``LONGEST_DIRECTIVE`` characters.
    """

    unit: str
    text: str


@dataclass(frozen=True)
class ActionItem:
    """One task that follows (إجراء متابعة).

    Attributes:
        text: what is to be done, at most ``LONGEST_ACTION`` characters.
        owner: the office or department that does it, at most ``LONGEST_UNIT`` characters.
        due: the last day on which it is in time, by the office's own calendar.
    """

    text: str
    owner: str
    due: date


@dataclass(frozen=True)
class FollowUp:
    """Another audience that the official wishes for.

    Attributes:
        office: whose, in words.
        within_weeks: from the day of the outcome, 1 to ``MOST_WEEKS``.
    """

    office: str
    within_weeks: int


@dataclass(frozen=True)
class Decision:
    """A decision as the citizen will read and confirm it.

    Attributes:
        code: what kind of decision it is.
        text: the official's own words, at most ``MAX_TEXT_LENGTH`` characters.
        responsible_unit: who acts on it; a rejection names who rejects (domain rule "A rejection names …").
        directive: what a department is told to do.
        actions: the tasks that follow, at most ``MOST_ACTIONS``.
        follow_up: the audience that is to come after this one.
        transaction_number: of the file in the emirate's own system (معاملة), which we name and do not own; or empty.
    """

    code: DecisionCode
    text: str
    responsible_unit: str
    directive: Directive | None = None
    actions: tuple[ActionItem, ...] = ()
    follow_up: FollowUp | None = None
    transaction_number: str = ""


@dataclass(frozen=True)
class Wording:
    """A usual wording of one service's outcomes; the official completes it.

    Attributes:
        name: a word or two to choose it by, in Arabic and in English.
        text: what it says, in the language that is written in.
    """

    code: DecisionCode
    name_ar: str
    name_en: str
    text_ar: str
    text_en: str


def fault_in_wordings(wordings: Sequence[Wording]) -> str | None:
    """Why a service cannot have these: "too_many", "of_a_kind", "twice" or "words"; None where it can."""
    if len(wordings) > MOST_WORDINGS:
        return "too_many"
    kinds = [each.code for each in wordings]
    if any(kinds.count(code) > MOST_OF_A_KIND for code in set(kinds)):
        return "of_a_kind"
    for each in wordings:
        names, texts = (each.name_ar, each.name_en), (each.text_ar, each.text_en)
        fits = all(_fits(name, LONGEST_NAME) for name in names) and all(_fits(text, LONGEST_WORDING) for text in texts)
        if not fits or not all(text.strip() for text in (*names, *texts)):
            return "words"
    if len({(each.code, each.name_ar) for each in wordings}) < len(wordings):
        return "twice"
    return None


def tidied(decision: Decision) -> Decision:
    """The decision without space around its texts."""
    directive, follow_up = decision.directive, decision.follow_up
    return Decision(
        decision.code,
        decision.text.strip(),
        decision.responsible_unit.strip(),
        None if directive is None else Directive(directive.unit.strip(), directive.text.strip()),
        tuple(ActionItem(each.text.strip(), each.owner.strip(), each.due) for each in decision.actions),
        None if follow_up is None else FollowUp(follow_up.office.strip(), follow_up.within_weeks),
        decision.transaction_number.strip(),
    )


def fault_in(decision: Decision, today: date) -> str | None:
    """The first field that is not as it must be, as "decision.actions.0.due"; None where all are.

    `today` is the office's own: no deadline lies before it.
    """
    if not _fits(decision.text, MAX_TEXT_LENGTH):
        return "decision.text"
    unit = decision.responsible_unit
    if not _fits(unit, LONGEST_UNIT) and (unit or decision.code is DecisionCode.DECLINED):
        return "decision.responsible_unit"
    return _fault_in_what_follows(decision, today)


def _fault_in_what_follows(decision: Decision, today: date) -> str | None:
    directive, follow_up = decision.directive, decision.follow_up
    if directive is not None:
        if not _fits(directive.unit, LONGEST_UNIT):
            return "decision.directive.unit"
        if not _fits(directive.text, LONGEST_DIRECTIVE):
            return "decision.directive.text"
    if len(decision.actions) > MOST_ACTIONS:
        return "decision.actions"
    for number, each in enumerate(decision.actions):
        if (wrong := fault_in_action(each, today)) is not None:
            return f"decision.actions.{number}.{wrong}"
    if follow_up is not None:
        if not _fits(follow_up.office, LONGEST_UNIT):
            return "decision.follow_up.office"
        if not 1 <= follow_up.within_weeks <= MOST_WEEKS:
            return "decision.follow_up.within_weeks"
    if decision.transaction_number and _TRANSACTION.fullmatch(decision.transaction_number) is None:
        return "decision.transaction_number"
    return None


def fault_in_action(item: ActionItem, today: date) -> str | None:
    """The first field of a task that is not as it must be: "text", "owner" or "due"; None where all are."""
    if not _fits(item.text, LONGEST_ACTION):
        return "text"
    if not _fits(item.owner, LONGEST_UNIT):
        return "owner"
    return None if today <= item.due <= today + FURTHEST_DEADLINE else "due"


def same_name(unit: str, other: str) -> bool:
    """Whether both name the same office or department, however they are spaced and capitalised."""
    return " ".join(unit.split()).casefold() == " ".join(other.split()).casefold()


def undo_until(recorded_at: datetime) -> datetime:
    """Until when, and not after, an outcome may be taken back as a whole."""
    return recorded_at + UNDO_WITHIN


def _fits(text: str, most: int) -> bool:
    """U+0000 cannot be kept, and nobody types it."""
    return 0 < len(text) <= most and "\0" not in text
