"""The pen: what others wrote is taken where nothing was typed, and offered where something was."""

from dataclasses import replace

import pytest

from desk_client.client.minutes import Choice, Minutes, Written

KEPT = Minutes(text="أول", version=1)
THEIRS = Minutes(text="ثانٍ", version=2)
STILL = Written("a1", "أول", KEPT)


def test_what_others_wrote_appears_where_nothing_was_typed() -> None:
    heard = STILL.heard(THEIRS)
    assert (heard.text, heard.kept, heard.theirs) == ("ثانٍ", THEIRS, None)
    assert not heard.is_unsaved


def test_what_is_typed_stays_while_nobody_else_writes() -> None:
    typed = replace(STILL, text="أول وثالث")
    assert typed.heard(KEPT) == typed
    assert typed.is_unsaved


def test_the_same_words_of_two_are_no_question() -> None:
    typed = replace(STILL, text="ثانٍ")
    assert typed.heard(THEIRS).theirs is None
    assert not typed.heard(THEIRS).is_unsaved


@pytest.mark.parametrize(
    ("choice", "text"), [(Choice.MINE, "أول وثالث"), (Choice.THEIRS, "ثانٍ"), (Choice.BOTH, "ثانٍ\nأول وثالث")]
)
def test_where_two_wrote_both_are_there_until_one_chose(choice: Choice, text: str) -> None:
    asked = replace(STILL, text="أول وثالث").heard(THEIRS)
    assert (asked.text, asked.theirs, asked.kept) == ("أول وثالث", THEIRS, KEPT)
    newer = Minutes(text="ثانٍ", version=3)
    asked = asked.heard(newer)
    assert asked.theirs == newer
    chosen = asked.chosen(choice)
    assert (chosen.text, chosen.kept, chosen.theirs) == (text, newer, None)
    assert chosen.is_unsaved is (choice is not Choice.THEIRS)


def test_a_question_is_over_where_the_others_come_to_the_same() -> None:
    asked = replace(STILL, text="أول وثالث").heard(THEIRS)
    same = Minutes(text="أول وثالث", version=3)
    assert asked.heard(same).theirs is None
