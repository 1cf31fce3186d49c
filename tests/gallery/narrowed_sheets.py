"""The day of an office's manager to whom not everything was left."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.domain.access import Role
from desk_client.domain.delegation import DelegateRight
from desk_client.ui.theme.appearance import Appearance
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import framed


def left(to_show: Day, *rights: DelegateRight) -> Day:
    """The day as somebody has it to whom these were left."""
    assert to_show.session is not None
    person = to_show.session.person.model_copy(update={"role": Role.DELEGATE, "rights": rights})
    return replace(to_show, session=to_show.session.model_copy(update={"person": person}))


def sees(look: Appearance) -> QWidget:
    """They see the day, and open no brief."""
    return framed(look, left(day(DeskPage.TODAY), DelegateRight.SEE_CALENDAR))


def signs(look: Appearance) -> QWidget:
    """They write outcomes, and admit nobody."""
    return framed(look, left(day(DeskPage.TODAY, opened="a2"), DelegateRight.SIGN_OUTCOMES))


def none(look: Appearance) -> QWidget:
    """Nothing is left to them at present."""
    return framed(look, replace(left(day(DeskPage.TODAY)), agenda=None))


def ended(look: Appearance) -> QWidget:
    """What was left to them ended with a day that has passed."""
    nothing = replace(left(day(DeskPage.TODAY)), agenda=None)
    assert nothing.session is not None
    person = nothing.session.person.model_copy(update={"rights_until": date(2026, 3, 19)})
    return framed(look, replace(nothing, session=nothing.session.model_copy(update={"person": person})))


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("narrowed-sees", sees),
    ("narrowed-signs", signs),
    ("narrowed-none", none),
    ("narrowed-ended", ended),
)
