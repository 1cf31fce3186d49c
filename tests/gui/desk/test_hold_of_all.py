"""While the official holds the talk, whoever was called in is not seen and heard by the visitor, either."""

from dataclasses import replace

from desk_client.domain.call import Phase
from tests.fakes.still_call import StillCall
from tests.gallery.company_sheets import OFFICIAL
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_calling_in import enter, notes
from tests.gui.desk.test_calling_in import inside as inside  # noqa: PLC0414 - pytest finds the fixture by name

HOLDING = replace(OFFICIAL, holds=True)


def is_held(call: StillCall) -> bool:
    """Whether neither sound nor picture is sent."""
    return call.view.value.is_held


async def test_whoever_was_called_in_is_held_with_the_official_and_told_so(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    assert not is_held(inside)
    inside.view.set(replace(inside.view.value, people=(HOLDING,)))
    assert is_held(inside)
    assert "معلّقة" in notes(desk) or "تعليق" in notes(desk)
    inside.view.set(replace(inside.view.value, people=(replace(HOLDING, phase=Phase.RECONNECTING),)))
    assert is_held(inside), "a broken line ends nothing"
    inside.view.set(replace(inside.view.value, people=(OFFICIAL,)))
    assert not is_held(inside)


async def test_nobody_is_held_by_an_official_who_has_left(desk: Desk, inside: StillCall) -> None:
    await enter(desk)
    inside.view.set(replace(inside.view.value, people=(HOLDING,)))
    inside.view.set(replace(inside.view.value, people=()))
    assert not is_held(inside)
