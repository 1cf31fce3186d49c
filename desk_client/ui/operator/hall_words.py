"""A hall in words: how a kiosk is, what it is used for, what was asked of it and what became of that."""

from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.console import HallKiosk, Order
from desk_client.domain.kiosk_health import Activity, Complaint, Health, KioskPart, PrinterCondition
from desk_client.domain.kiosk_orders import OrderFailure, OrderKind, OrderState
from desk_client.ui.widgets.banner import Mood

_MINUTE_S = 60
_HOUR_S = 3600
_DAY_S = 86_400


def span_words(span: timedelta) -> str:
    """A stretch of time in its largest unit: "4 min"."""
    seconds = int(span.total_seconds())
    if seconds < _MINUTE_S:
        return QCoreApplication.translate("HallWords", "%Ln s", "", seconds)
    if seconds < _HOUR_S:
        return QCoreApplication.translate("HallWords", "%Ln min", "", seconds // _MINUTE_S)
    if seconds < _DAY_S:
        return QCoreApplication.translate("HallWords", "%Ln h", "", seconds // _HOUR_S)
    return QCoreApplication.translate("HallWords", "%Ln d", "", seconds // _DAY_S)


def health_words(health: Health) -> str:
    """How a kiosk is, in a word or two."""
    match health:
        case Health.FINE:
            return QCoreApplication.translate("HallWords", "Fine")
        case Health.NEEDS_ATTENTION:
            return QCoreApplication.translate("HallWords", "Needs attention")
        case Health.SILENT:
            return QCoreApplication.translate("HallWords", "Silent")
        case Health.NEVER_HEARD:
            return QCoreApplication.translate("HallWords", "Not heard of yet")
    assert_never(health)


def health_mood(kiosk: HallKiosk) -> Mood | None:
    """How that is coloured; None is quiet."""
    if kiosk.disabled:
        return None
    return {
        Health.FINE: Mood.SUCCESS,
        Health.NEEDS_ATTENTION: Mood.WARNING,
        Health.SILENT: Mood.ERROR,
        Health.NEVER_HEARD: None,
    }[kiosk.health]


def activity_words(activity: Activity) -> str:
    """What a kiosk is used for."""
    match activity:
        case Activity.IDLE:
            return QCoreApplication.translate("HallWords", "Free")
        case Activity.IN_USE:
            return QCoreApplication.translate("HallWords", "In use")
        case Activity.WAITING:
            return QCoreApplication.translate("HallWords", "A visitor waits to be received")
        case Activity.IN_CALL:
            return QCoreApplication.translate("HallWords", "In a talk")
        case Activity.LOCKED:
            return QCoreApplication.translate("HallWords", "Closed to visitors")
        case Activity.OPERATOR:
            return QCoreApplication.translate("HallWords", "The staff is at it")
        case Activity.STARTING:
            return QCoreApplication.translate("HallWords", "Starting")
    assert_never(activity)


def part_words(part: KioskPart) -> str:
    """A part of a kiosk."""
    match part:
        case KioskPart.CAMERA:
            return QCoreApplication.translate("HallWords", "camera")
        case KioskPart.MICROPHONE:
            return QCoreApplication.translate("HallWords", "microphone")
        case KioskPart.LOUDSPEAKER:
            return QCoreApplication.translate("HallWords", "loudspeaker")
        case KioskPart.NETWORK:
            return QCoreApplication.translate("HallWords", "network")
    assert_never(part)


def complaint_words(complaint: Complaint) -> str:
    """Why somebody should look after a kiosk."""
    match complaint:
        case Complaint.CAMERA:
            return QCoreApplication.translate("HallWords", "The camera does not serve")
        case Complaint.MICROPHONE:
            return QCoreApplication.translate("HallWords", "The microphone does not serve")
        case Complaint.LOUDSPEAKER:
            return QCoreApplication.translate("HallWords", "The loudspeaker does not serve")
        case Complaint.NETWORK:
            return QCoreApplication.translate("HallWords", "The network is weak")
        case Complaint.PAPER:
            return QCoreApplication.translate("HallWords", "The printer has no paper")
        case Complaint.PRINTER:
            return QCoreApplication.translate("HallWords", "The printer does not print")
        case Complaint.ERROR:
            return QCoreApplication.translate("HallWords", "Something went wrong a moment ago")
        case Complaint.UNSENT:
            return QCoreApplication.translate("HallWords", "Entries wait to be sent")
    assert_never(complaint)


def printer_words(printer: PrinterCondition) -> str:
    """How the printer is; empty where there is none."""
    match printer:
        case PrinterCondition.NONE:
            return ""
        case PrinterCondition.READY:
            return QCoreApplication.translate("HallWords", "Ready")
        case PrinterCondition.OUT_OF_PAPER:
            return QCoreApplication.translate("HallWords", "Out of paper")
        case PrinterCondition.FAULTY:
            return QCoreApplication.translate("HallWords", "Does not print")
    assert_never(printer)


def error_words(code: str) -> str:
    """What last went wrong; a code that is not known here is told as it is."""
    known = {
        "crashed": QCoreApplication.translate("HallWords", "The window ended by itself and came back"),
        "internal": QCoreApplication.translate("HallWords", "An unforeseen fault of the program"),
        "server_unavailable": QCoreApplication.translate("HallWords", "The server could not be reached for a while"),
    }
    return known.get(code, code)


def order_words(kind: OrderKind) -> str:
    """What was asked, as a noun."""
    match kind:
        case OrderKind.RESTART:
            return QCoreApplication.translate("HallWords", "Restart")
        case OrderKind.LOCK:
            return QCoreApplication.translate("HallWords", "Close")
        case OrderKind.UNLOCK:
            return QCoreApplication.translate("HallWords", "Open again")
        case OrderKind.MESSAGE:
            return QCoreApplication.translate("HallWords", "Message")
        case OrderKind.TEST:
            return QCoreApplication.translate("HallWords", "Test of the devices")
        case OrderKind.STILL:
            return QCoreApplication.translate("HallWords", "Picture")
    assert_never(kind)


def progress_words(order: Order) -> str:
    """How far it is, or what became of it."""
    return f"{order_words(order.kind)}: {_standing(order)}"


def progress_mood(order: Order) -> Mood:
    """How that is coloured."""
    match order.state:
        case OrderState.ASKED | OrderState.TAKEN:
            return Mood.INFO
        case OrderState.DONE:
            return Mood.WARNING if order.failed else Mood.SUCCESS
        case OrderState.FAILED:
            return Mood.ERROR
    assert_never(order.state)


def parts_words(parts: tuple[KioskPart, ...]) -> str:
    """Several parts, in a list."""
    return QCoreApplication.translate("HallWords", ", ").join(map(part_words, parts))


def _standing(order: Order) -> str:
    match order.state:
        case OrderState.ASKED:
            return QCoreApplication.translate("HallWords", "sent; the kiosk has not answered yet")
        case OrderState.TAKEN:
            return QCoreApplication.translate("HallWords", "the kiosk is doing it")
        case OrderState.DONE if order.kind is OrderKind.TEST:
            if not order.failed:
                return QCoreApplication.translate("HallWords", "everything serves")
            return QCoreApplication.translate("HallWords", "does not serve: {parts}").format(
                parts=parts_words(order.failed)
            )
        case OrderState.DONE:
            return QCoreApplication.translate("HallWords", "done")
        case OrderState.FAILED:
            return _failure(order.failure or OrderFailure.INTERNAL)
    assert_never(order.state)


def _failure(failure: OrderFailure) -> str:
    match failure:
        case OrderFailure.NO_ANSWER:
            return QCoreApplication.translate("HallWords", "the kiosk did not answer in time; nothing was done")
        case OrderFailure.IN_USE:
            return QCoreApplication.translate("HallWords", "not now: the kiosk is in use")
        case OrderFailure.PRIVATE:
            return QCoreApplication.translate("HallWords", "not now: a visitor is signing in or in a talk")
        case OrderFailure.DECLINED:
            return QCoreApplication.translate("HallWords", "the visitor said no")
        case OrderFailure.NO_CAMERA:
            return QCoreApplication.translate("HallWords", "the camera gives no picture")
        case OrderFailure.NO_SCREEN:
            return QCoreApplication.translate("HallWords", "no window shows at the kiosk; restart it")
        case OrderFailure.INTERNAL:
            return QCoreApplication.translate("HallWords", "the kiosk could not do it")
    assert_never(failure)
