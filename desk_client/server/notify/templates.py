"""What each message may say: its key, its placeholders, and the filling in, which is strict.

A placeholder is a name in braces: "{code}"; a brace itself is written twice. An administrator may word a template anew
but neither invent a placeholder nor leave out one without which the message would be of no use.
"""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from desk_client.domain.outcomes import Refusal, RefusalCode

MOST_LETTERS: Final = 1000
"""Of a template's body: some fifteen messages joined, more than any carrier takes."""


class TemplateKey(StrEnum):
    """Every message that the server sends by itself. The value names it in the store."""

    SIGN_IN_CODE = "sign_in_code"
    TICKET = "ticket"
    REMINDER_DAY = "reminder_day"
    REMINDER_HOUR = "reminder_hour"
    CANCELLED_BY_OFFICE = "cancelled_by_office"
    CANCELLED_BY_YOU = "cancelled_by_you"
    MOVED = "moved"
    WAITLIST_OFFER = "waitlist_offer"
    WAITLIST_ENDED = "waitlist_ended"
    """What they wait for is not received there any more."""
    OUTCOME_READY = "outcome_ready"
    QUEUE_MOVED = "queue_moved"
    REQUEST_ARRIVED = "request_arrived"
    """What was left at a kiosk without a line has come in."""
    REQUEST_ROUTED = "request_routed"
    REQUEST_ASKED = "request_asked"
    """Something has to be known before it can be answered: the link by which they say it."""
    REQUEST_MERGED = "request_merged"
    """Two requests about the same matter are answered as one."""
    REQUEST_ANSWERED = "request_answered"
    REQUEST_DECLINED = "request_declined"
    NO_SHOW = "no_show"
    FAULT_REBOOKED = "fault_rebooked"
    GUEST_LINK = "guest_link"
    """By which somebody joins from a browser of their own."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a template is made of.

    Attributes:
        needed: placeholders that its body must have.
        offered: placeholders that it may have besides.
        any_hour: whether it is sent at night too, because the person waits for it or has to act on it (rule "SMS").
        declinable: whether those are spared it who want no messages: neither did they ask for it, nor does it tell that
            others have changed what they rely on.
    """

    needed: frozenset[str]
    offered: frozenset[str] = frozenset()
    any_hour: bool = True
    declinable: bool = False


def _shape(needed: str, offered: str = "", *, any_hour: bool = True, declinable: bool = True) -> Shape:
    return Shape(frozenset(needed.split()), frozenset(offered.split()), any_hour, declinable)


SHAPES: Final[Mapping[TemplateKey, Shape]] = MappingProxyType(
    {
        TemplateKey.SIGN_IN_CODE: _shape("code", "minutes", declinable=False),
        TemplateKey.TICKET: _shape("office day time place number code", declinable=False),
        TemplateKey.REMINDER_DAY: _shape("office day time place", "number", any_hour=False),
        TemplateKey.REMINDER_HOUR: _shape("office time place", "day number"),
        TemplateKey.CANCELLED_BY_OFFICE: _shape("office day time", "place number", declinable=False),
        TemplateKey.CANCELLED_BY_YOU: _shape("day time", "office place number"),
        TemplateKey.MOVED: _shape("office day time place number", declinable=False),
        TemplateKey.WAITLIST_OFFER: _shape("office day time minutes code", "place number", declinable=False),
        TemplateKey.WAITLIST_ENDED: _shape("unit", any_hour=False, declinable=False),
        TemplateKey.OUTCOME_READY: _shape("number", any_hour=False),
        TemplateKey.QUEUE_MOVED: _shape("earliest latest", "office number"),
        TemplateKey.REQUEST_ARRIVED: _shape("unit", any_hour=False),
        TemplateKey.REQUEST_ROUTED: _shape("unit", any_hour=False),
        TemplateKey.REQUEST_ASKED: _shape("unit link", any_hour=False, declinable=False),
        TemplateKey.REQUEST_MERGED: _shape("unit", any_hour=False),
        TemplateKey.REQUEST_ANSWERED: _shape("unit", any_hour=False),
        # domain rule "A rejection names the unit that rejects, the reason, and where the person goes next"
        TemplateKey.REQUEST_DECLINED: _shape("unit reason next", any_hour=False),
        TemplateKey.NO_SHOW: _shape("office day time", "number", any_hour=False),
        TemplateKey.FAULT_REBOOKED: _shape("office day time place number", declinable=False),
        TemplateKey.GUEST_LINK: _shape("time link", "office day place number", declinable=False),
    }
)


def faults_of(key: TemplateKey, body: str) -> tuple[Refusal, ...]:
    """Everything that keeps a body from being this template's, each naming its field: "body", or "body.code".

    Refusals: INVALID_REQUEST.
    """
    try:
        names = _placeholders(body)
    except ValueError:
        return (Refusal(RefusalCode.INVALID_REQUEST, field="body"),)
    shape = SHAPES[key]
    faults = [f"body.{name}" for name in sorted(names - shape.needed - shape.offered)]
    faults += [f"body.{name}" for name in sorted(shape.needed - names)]
    if not body.strip() or len(body) > MOST_LETTERS:
        faults.append("body")
    return tuple(Refusal(RefusalCode.INVALID_REQUEST, field=fault) for fault in faults)


def filled(body: str, values: Mapping[str, str]) -> str:
    """Put the values in the place of their names.

    Raises:
        KeyError: a placeholder has no value; its name is the argument.
        ValueError: the body is no template.
    """
    _placeholders(body)
    return "".join(
        text + (values[name] if name is not None else "") for text, name, _, _ in string.Formatter().parse(body)
    )


def _placeholders(body: str) -> set[str]:
    """The names in a body; ValueError for a lone brace, and for whatever else format strings can do."""
    names = set()
    for _, name, spec, conversion in string.Formatter().parse(body):
        if name is None:
            continue
        if not name.isidentifier() or spec or conversion:
            raise ValueError("a placeholder is a name and nothing else")
        names.add(name)
    return names
