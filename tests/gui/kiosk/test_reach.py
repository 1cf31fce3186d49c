"""For who sits in a wheelchair, or is small: what is pressed lies as low as it can, on wish."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from desk_client.client.visit import Page
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.visitor import Visitor

UPRIGHT = (1080, 1920)


def top_of(visitor: Visitor, name: str) -> int:
    widget = visitor.find(name)
    assert widget is not None
    return widget.mapTo(visitor.window, QPoint(0, 0)).y()


@pytest.fixture
async def low(visitor: Visitor) -> Visitor:
    """At an upright screen, on the page of the ID, with everything further down."""
    visitor.window.resize(*UPRIGHT)
    await visitor.touch("book")
    await visitor.until_page("national_id")
    visitor.type("1000")
    await visitor.touch("reach")
    QApplication.processEvents()
    return visitor


async def test_all_that_is_pressed_is_in_the_lower_part(low: Visitor) -> None:
    for name in ("digit_1", "digit_0", "back", "end", "text_size", "reach", "speak_en"):
        assert top_of(low, name) > 0.5 * low.window.height(), name


async def test_what_was_typed_stays_and_so_does_the_wish(low: Visitor) -> None:
    for digit in "000008":
        await low.touch(f"digit_{digit}")
    await low.touch("continue")
    await low.until_page("mobile")
    assert low.visit.national_id == "1000000008"
    assert top_of(low, "digit_1") > 0.5 * low.window.height()


async def test_another_touch_and_everything_is_as_usual(low: Visitor, look: Appearance) -> None:
    await low.touch("reach")
    QApplication.processEvents()
    assert not look.look.is_within_reach
    assert top_of(low, "end") < 0.1 * low.window.height()


async def test_a_calendar_is_no_higher_than_an_arm_reaches(visitor: Visitor, look: Appearance) -> None:
    """A page that fills the screen leaves the upper part of an upright one empty."""
    visitor.window.resize(*UPRIGHT)
    visitor.window.client.visit.set(replace(sample.VISIT, page=Page.TIME))
    await visitor.until(lambda: top_of(visitor, "next_free") < 0.3 * visitor.window.height())
    await visitor.touch("reach")
    assert look.look.is_within_reach
    await visitor.until(lambda: top_of(visitor, "next_free") > 0.35 * visitor.window.height())


async def test_the_next_person_finds_the_kiosk_as_usual(low: Visitor, look: Appearance) -> None:
    low.window.attract_people()
    assert not look.look.is_within_reach
