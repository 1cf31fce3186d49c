import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.satisfaction import (
    LEAST_ANSWERS,
    MOST_REASONS,
    SCORES,
    Judgement,
    Reason,
    Tally,
    judged,
    reasons_for,
    tallied,
)

judgements = st.sampled_from(SCORES).flatmap(
    lambda score: st.sets(st.sampled_from(reasons_for(score))).map(lambda chosen: judged(score, chosen))
)


@pytest.mark.parametrize("score", SCORES)
def test_a_few_reasons_are_offered_beside_each_score_and_none_twice(score: int) -> None:
    offered = reasons_for(score)
    assert 0 < len(offered) <= MOST_REASONS
    assert len(set(offered)) == len(offered)


def test_every_reason_is_offered_somewhere_and_praise_never_beside_the_worst() -> None:
    assert {reason for score in SCORES for reason in reasons_for(score)} == set(Reason)
    assert not set(reasons_for(1)) & set(reasons_for(5))
    assert set(reasons_for(3)) & set(reasons_for(1))
    assert set(reasons_for(3)) & set(reasons_for(5))


def test_reasons_are_kept_once_and_in_the_order_in_which_they_are_offered() -> None:
    assert judged(5, [Reason.QUICK, Reason.RESPECTED, Reason.QUICK]) == Judgement(5, (Reason.RESPECTED, Reason.QUICK))
    assert judged(2, []) == Judgement(2)


@pytest.mark.parametrize("score", [-1, 0, 6])
def test_a_score_that_no_face_stands_for_is_refused(score: int) -> None:
    assert judged(score, []) == Refusal(RefusalCode.INVALID_REQUEST, field="score")


def test_a_reason_that_is_not_offered_beside_the_score_is_refused() -> None:
    assert judged(5, [Reason.QUICK, Reason.WAITED_LONG]) == Refusal(RefusalCode.INVALID_REQUEST, field="reasons")


def test_what_several_said_is_counted_by_score_and_reason() -> None:
    tally = tallied([(Judgement(5, (Reason.QUICK,)), 3), (Judgement(3, (Reason.QUICK, Reason.POOR_LINE)), 1)] * 2)
    assert tally == Tally((0, 0, 2, 0, 6), {Reason.QUICK: 8, Reason.POOR_LINE: 2})
    assert tally is not None
    assert (tally.count, tally.mean) == (8, 4.5)


@given(st.lists(judgements, max_size=2 * LEAST_ANSWERS))
def test_few_are_never_told_and_the_others_are_all_there(said: list[Judgement]) -> None:
    tally = tallied((judgement, 1) for judgement in said)
    assert (tally is None) is (len(said) < LEAST_ANSWERS)
    if tally is not None:
        assert tally.count == len(said)
        assert tally.mean == pytest.approx(sum(each.score for each in said) / len(said))
        assert sum(tally.reasons.values()) == sum(len(each.reasons) for each in said)
