"""How good the line is: what a second was like, and what is shown of many."""

import pytest

from desk_client.ui.call.quality import Quality, QualityJudge, of_second


@pytest.mark.parametrize(
    ("rtt_ms", "loss", "fps", "quality"),
    [
        (40.0, 0.0, 30.0, Quality.CLEAR),
        (300.0, 0.0, 30.0, Quality.GOOD),
        (40.0, 0.08, 30.0, Quality.WEAK),
        (40.0, 0.0, 3.0, Quality.VERY_WEAK),
        (None, None, 30.0, Quality.CLEAR),
        (None, None, None, None),
    ],
)
def test_a_second_is_as_good_as_its_worst_figure(
    rtt_ms: float | None, loss: float | None, fps: float | None, quality: Quality | None
) -> None:
    assert of_second(rtt_ms, loss, fps) is quality


def test_the_first_second_is_shown_at_once() -> None:
    assert QualityJudge().hear(Quality.WEAK) is Quality.WEAK


def test_one_bad_second_is_passed_over() -> None:
    judge = QualityJudge()
    shown = [judge.hear(q) for q in (Quality.CLEAR, Quality.VERY_WEAK, Quality.VERY_WEAK, Quality.CLEAR)]
    assert shown == [Quality.CLEAR] * 4


def test_what_lasts_is_told_bad_sooner_than_good() -> None:
    judge = QualityJudge()
    judge.hear(Quality.CLEAR)
    worse = [judge.hear(Quality.WEAK) for _ in range(3)]
    better = [judge.hear(Quality.CLEAR) for _ in range(5)]
    assert worse == [Quality.CLEAR, Quality.CLEAR, Quality.WEAK]
    assert better == [Quality.WEAK] * 4 + [Quality.CLEAR]


def test_a_mixed_run_shows_what_all_of_it_agrees_on() -> None:
    judge = QualityJudge()
    judge.hear(Quality.CLEAR)
    for second in (Quality.VERY_WEAK, Quality.GOOD, Quality.WEAK):
        judge.hear(second)
    assert judge.shown is Quality.GOOD


def test_a_second_without_figures_changes_nothing() -> None:
    judge = QualityJudge()
    judge.hear(Quality.GOOD)
    assert judge.hear(None) is Quality.GOOD
