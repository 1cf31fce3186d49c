"""The kiosk's pages of one's own requests, in their states."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_client.client.printer import Printer
from desk_client.client.visit import Goal, Page, Request
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.pages.request import RequestPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.pressable import Pressable
from tests.gallery import kiosk_samples as sample
from tests.gallery import request_samples as requests

MakeWindow = Callable[..., KioskWindow]
Sheet = tuple[str, Callable[[Appearance], QWidget]]


def sheets(window: MakeWindow) -> tuple[Sheet, ...]:
    """Each by name, in walking order."""

    def at(page: Page, **answers: Any) -> Callable[[Appearance], KioskWindow]:
        trail = () if page is Page.APPOINTMENTS else (Page.APPOINTMENTS,)
        whole: dict[str, Any] = {"requests": requests.ALL, "slot": None, "hold": None, "goal": Goal.ATTEND}
        visit = replace(sample.VISIT, page=page, trail=trail, **(whole | answers))
        return lambda look: window(look, visit, printer=Printer("ticket"))

    def one(request: Request, **answers: Any) -> Callable[[Appearance], KioskWindow]:
        return at(Page.REQUEST, **({"request": request, "course": requests.COURSES[request.id]} | answers))

    def refused(build: Callable[[Appearance], KioskWindow], code: RefusalCode) -> Callable[[Appearance], QWidget]:
        def shown(look: Appearance) -> QWidget:
            made = build(look)
            made.page.on_refusal(Refusal(code), lambda: None)
            return made

        return shown

    def printed(look: Appearance) -> QWidget:
        shown = one(requests.ANSWERED)(look)
        page = shown.page
        if isinstance(page, RequestPage):
            page.printing.show_state(Printing.DONE)
        return shown

    def withdrawing(look: Appearance) -> QWidget:
        shown = one(requests.ROUTED)(look)
        button = shown.findChild(Pressable, "withdraw")
        if isinstance(button, Pressable):
            button.click()
        return shown

    reply = at(Page.REPLY, request=requests.ASKED_BACK, course=requests.COURSES[requests.ASKED_BACK.id])
    return (
        ("appointments-requests", at(Page.APPOINTMENTS, appointments=(sample.SOON, sample.LATER))),
        ("appointments-requests-alone", at(Page.APPOINTMENTS, requests=(requests.ANSWERED,))),
        ("requests", at(Page.REQUESTS)),
        ("requests-few", at(Page.REQUESTS, requests=(requests.ANSWERED, requests.NEW))),
        ("requests-none", at(Page.REQUESTS, requests=())),
        ("requests-withdrawn", at(Page.REQUESTS, requests=(requests.WITHDRAWN,), withdrawn=requests.WITHDRAWN)),
        ("requests-offline", refused(at(Page.REQUESTS, requests=None), RefusalCode.SERVER_UNAVAILABLE)),
        ("request-new", one(requests.NEW)),
        ("request-routed", one(requests.ROUTED)),
        ("request-asked-back", one(requests.ASKED_BACK)),
        ("request-answered", one(requests.ANSWERED)),
        ("request-printed", printed),
        ("request-declined", one(requests.DECLINED)),
        ("request-may-book", one(requests.MAY_BOOK)),
        ("request-given", one(requests.GIVEN)),
        ("request-merged", one(requests.MERGED)),
        ("request-over", one(requests.WITHDRAWN)),
        ("request-withdrawing", withdrawing),
        ("request-unread", refused(one(requests.ANSWERED, course=None), RefusalCode.SERVER_UNAVAILABLE)),
        ("reply", reply),
        ("reply-refused", refused(reply, RefusalCode.INVALID_REQUEST)),
    )
