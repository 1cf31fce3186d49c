"""The screens that are drawn: a name, for whom, and how to build it. A page is added by one line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Density
from tests.gallery import (
    admin_question_sheets,
    admin_sheets,
    calendar_sheets,
    call_sheet,
    call_states,
    company_sheets,
    dead_letter_sheets,
    desk_help_sheets,
    desk_question_sheets,
    desk_screens,
    form_sheets,
    given_sheets,
    guidance_sheets,
    hall_sheets,
    handover_sheets,
    inbox_sheets,
    kiosk_sheets,
    narrowed_sheets,
    outcome_sheets,
    oversight_sheets,
    paper_sheets,
    recording_sheets,
    room_sheets,
    settings_sheets,
    talk_paper_sheets,
    waiting_room_sheets,
    widget_sheets,
)

Build = Callable[[Appearance], QWidget]


@dataclass(frozen=True)
class Screen:
    """A screen by name, with the density of the place where it is used."""

    name: str
    density: Density
    build: Build


SCREENS: tuple[Screen, ...] = (
    Screen("widgets-buttons", Density.KIOSK, widget_sheets.buttons),
    Screen("widgets-cards", Density.KIOSK, widget_sheets.cards),
    Screen("widgets-notices", Density.KIOSK, widget_sheets.notices),
    Screen("widgets-desk", Density.DESK, widget_sheets.desk),
    Screen("widgets-keypad", Density.KIOSK, form_sheets.keypad),
    Screen("widgets-keyboard", Density.KIOSK, form_sheets.keyboard),
    Screen("widgets-keyboard-held", Density.KIOSK, form_sheets.keyboard_held),
    Screen("widgets-calendar", Density.KIOSK, form_sheets.calendar),
    Screen("widgets-ticket", Density.KIOSK, form_sheets.ticket),
    Screen("widgets-dialog", Density.KIOSK, widget_sheets.dialog),
    Screen("widgets-call", Density.DESK, call_sheet.call),
    *(Screen(f"kiosk-{name}", Density.KIOSK, build) for name, build in kiosk_sheets.SHEETS),
    *(Screen(f"kiosk-{name}", Density.KIOSK, build) for name, build in call_states.SHEETS),
    *(Screen(f"kiosk-{name}", Density.KIOSK, build) for name, build in given_sheets.SHEETS),
    *(Screen(f"kiosk-{name}", Density.KIOSK, build) for name, build in recording_sheets.KIOSK_SHEETS),
    *(Screen(f"desk-{name}", Density.DESK, build) for name, build in recording_sheets.DESK_SHEETS),
    Screen("desk-sign-in", Density.DESK, desk_screens.sign_in),
    Screen("desk-sign-in-refused", Density.DESK, desk_screens.sign_in_refused),
    Screen("desk-today", Density.DESK, desk_screens.today),
    Screen("desk-today-unopened", Density.DESK, desk_screens.today_unopened),
    Screen("desk-today-outcome", Density.DESK, desk_screens.today_outcome),
    Screen("desk-today-empty", Density.DESK, desk_screens.today_empty),
    Screen("desk-today-browser", Density.DESK, desk_screens.today_browser),
    *(Screen(f"desk-document-{name}", Density.DESK, build) for name, build in paper_sheets.SHEETS),
    *(Screen(f"desk-waiting-{name}", Density.DESK, build) for name, build in waiting_room_sheets.SHEETS),
    *(Screen(f"desk-calendar-{name}", Density.DESK, build) for name, build in calendar_sheets.SHEETS),
    *(Screen(f"desk-inbox-{name}", Density.DESK, build) for name, build in inbox_sheets.SHEETS),
    *(Screen(f"desk-settings-{name}", Density.DESK, build) for name, build in settings_sheets.SHEETS),
    Screen("desk-call", Density.DESK, desk_screens.call),
    Screen("desk-call-ending", Density.DESK, desk_screens.call_ending),
    Screen("desk-call-reconnecting", Density.DESK, desk_screens.call_reconnecting),
    Screen("desk-call-failed", Density.DESK, desk_screens.call_failed),
    Screen("desk-call-troubled", Density.DESK, desk_screens.call_troubled),
    Screen("desk-call-figures", Density.DESK, desk_screens.call_figures),
    Screen("desk-call-weak", Density.DESK, desk_screens.call_weak),
    Screen("desk-call-sharing", Density.DESK, desk_screens.call_sharing),
    Screen("desk-call-choosing-screen", Density.DESK, desk_screens.call_choosing_screen),
    Screen("desk-call-writing", Density.DESK, desk_screens.call_writing),
    Screen("desk-call-two-minutes", Density.DESK, desk_screens.call_two_minutes),
    Screen("desk-call-keys", Density.DESK, desk_screens.call_keys),
    Screen("desk-call-hold", Density.DESK, desk_screens.call_hold),
    Screen("desk-call-chat", Density.DESK, desk_screens.call_chat),
    Screen("desk-call-chat-empty", Density.DESK, desk_screens.call_chat_empty),
    Screen("desk-call-back", Density.DESK, desk_screens.call_back),
    Screen("desk-call-back-number", Density.DESK, desk_screens.call_back_number),
    *(Screen(f"desk-{name}", Density.DESK, build) for name, build in company_sheets.SHEETS),
    *(Screen(f"desk-{name}", Density.DESK, build) for name, build in handover_sheets.SHEETS),
    *(Screen(f"desk-call-{name}", Density.DESK, build) for name, build in talk_paper_sheets.SHEETS),
    Screen("desk-room-interpreted", Density.DESK, room_sheets.interpreted),
    Screen("desk-room-four", Density.DESK, room_sheets.four),
    Screen("desk-room-states", Density.DESK, room_sheets.four_in_all_states),
    Screen("desk-room-three", Density.DESK, room_sheets.three),
    *(Screen(f"console-{name}", Density.DESK, build) for name, build in hall_sheets.SHEETS),
    *(Screen(f"console-{name}", Density.DESK, build) for name, build in desk_help_sheets.SHEETS),
    *(Screen(f"admin-{name}", Density.DESK, build) for name, build in admin_sheets.SHEETS),
    *(Screen(f"admin-{name}", Density.DESK, build) for name, build in dead_letter_sheets.SHEETS),
    *(Screen(f"admin-{name}", Density.DESK, build) for name, build in admin_question_sheets.SHEETS),
    *(Screen(f"oversight-{name}", Density.DESK, build) for name, build in oversight_sheets.SHEETS),
    *(Screen(f"admin-{name}", Density.DESK, build) for name, build in guidance_sheets.SHEETS),
    *(Screen(f"desk-{name}", Density.DESK, build) for name, build in narrowed_sheets.SHEETS),
    Screen("desk-outcome", Density.DESK, desk_screens.outcome),
    Screen("desk-outcome-refused", Density.DESK, desk_screens.outcome_refused),
    *(Screen(f"desk-outcome-{name}", Density.DESK, build) for name, build in outcome_sheets.SHEETS),
    *(Screen(f"desk-{name}", Density.DESK, build) for name, build in desk_question_sheets.DESK_SHEETS),
    *(Screen(f"console-{name}", Density.DESK, build) for name, build in desk_question_sheets.CONSOLE_SHEETS),
)
