"""Sheets of a talk that is handed over: at the desk that gives it, and at the one that is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QWidget

from desk_client.client.actions.hand_over import Offered
from desk_client.client.called_in import Calls, HandoverOffer
from desk_client.client.day import Brief, DeskPage
from desk_client.domain.called_in import Call
from desk_client.ui.desk.handover_sheet import HandoverSheet
from desk_client.ui.desk.successor_choice import successor_dialog
from desk_client.ui.theme.appearance import Appearance
from tests.fakes.handover_desk import SUCCESSORS
from tests.gallery import desk_day
from tests.gallery.call_states import MAYOR
from tests.gallery.company_sheets import INVITATION, OFFICIAL, called, fill, shown, talk
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, conference, framed
from tests.gallery.kiosk_samples import NOW

NOTE = "يراجع في حجة أرضه منذ عامين، والأصل معه. نرجو النظر في الإفراغ المتأخر."
ENDS_AT = datetime.now(UTC) + timedelta(minutes=9, seconds=30)
ASKED = INVITATION.model_copy(
    update={
        "handover": HandoverOffer(note=NOTE, ends_at=ENDS_AT, documents=1, is_done=False),
        "called_at": NOW,
    }
)


def choosing(look: Appearance) -> QWidget:
    """To whom, and what they should know first?"""
    frame = talk(look)
    _, choice = successor_dialog(look, frame.desk, SUCCESSORS)
    choice.people._pick("stf_mayor")
    choice.note.set_text(NOTE)
    return frame


def nobody(look: Appearance) -> QWidget:
    """Nobody is at their desk."""
    frame = talk(look)
    successor_dialog(look, frame.desk, ())
    return frame


def _bar(look: Appearance, state: Call, *, is_here: bool = False) -> Frame:
    frame = talk(look, *((MAYOR,) if is_here else ()))
    there = called(MAYOR, state).model_copy(update={"takes_over": True})
    frame.desk._office.client.calls.set(Calls(called=(there,)))
    return frame


def ringing(look: Appearance) -> QWidget:
    """It rings at their desk."""
    return _bar(look, Call.RINGING)


def here(look: Appearance) -> QWidget:
    """They are in the talk: it can be left to them."""
    return _bar(look, Call.ACCEPTED, is_here=True)


def declined(look: Appearance) -> QWidget:
    """They cannot: it stays where it is."""
    return _bar(look, Call.DECLINED)


def leaving(look: Appearance) -> QWidget:
    """Leave it to them?"""
    frame = _bar(look, Call.ACCEPTED, is_here=True)
    frame.desk.call.calling_in.handing_over.button.click()
    return frame


def incoming(look: Appearance) -> QWidget:
    """Somebody asks while the day's list is read."""
    frame = framed(look, day(DeskPage.TODAY, opened="a2"))
    frame.desk._office.client.calls.set(Calls(ringing=(ASKED,)))
    return frame


def reading(look: Appearance) -> QWidget:
    """What they read before they answer."""
    frame = framed(look, day(DeskPage.TODAY, opened="a2"))
    office = frame.desk._office
    office.client.calls.set(Calls(ringing=(ASKED,)))
    item = office.day.item("a2")
    assert item is not None
    brief = Brief.model_validate(desk_day.brief(item))
    HandoverSheet(office, frame.desk, Offered(ASKED, brief, desk_day.brought("a2")))
    return frame


def inside(look: Appearance) -> QWidget:
    """In the talk that is to be theirs."""
    frame = framed(look, day(DeskPage.TODAY), conference(shown(OFFICIAL)))
    client = frame.desk._office.client
    client.calls.set(Calls(joined=ASKED))
    client.day.set(replace(client.day.value, page=DeskPage.CALLED))
    fill(frame, frame.desk.called.view.remote, frame.desk.called.view.local)
    return frame


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("handover-choosing", choosing),
    ("handover-nobody", nobody),
    ("handover-ringing", ringing),
    ("handover-here", here),
    ("handover-declined", declined),
    ("handover-leaving", leaving),
    ("handover-incoming", incoming),
    ("handover-reading", reading),
    ("handover-inside", inside),
)
"""By name."""
