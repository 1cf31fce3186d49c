"""Sends what stands in the outbox: lease, hand to the carrier, note how it went."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Final, assert_never

from desk_client.domain.people import Mobile
from desk_client.domain.undelivered import Fault
from desk_client.server.house import House
from desk_client.server.jobs.reminding import is_moot
from desk_client.server.notify import outbox
from desk_client.server.notify.gateway import Answer, Delivered, Undelivered
from desk_client.server.notify.letter import Letter
from desk_client.server.notify.outbox import Message, MessageKind
from desk_client.server.services.transaction import Transaction

_log = logging.getLogger(__name__)
REST: Final = timedelta(seconds=0.1)
"""Between two rounds: commit upon commit must not keep a thread looking for a message that few of them leave."""
_MOST_IN_A_ROUND: Final = 32
_LONGEST_PAUSE: Final = timedelta(seconds=30)


class Sender:
    """Sends the messages of one kind, one after another.

    So at most one message at a time is with the carrier and not yet noted: a crash repeats that one and no other. Each
    replica may have a sender; a row's lease keeps them apart. For one thread at a time.
    """

    def __init__(self, house: House, kind: MessageKind) -> None:
        """A house without a mail server has nobody for e-mail; such a sender never finds anything to do."""
        self._house = house
        self._kind = kind
        self._owed: Callable[[Transaction], None] | None = None

    def round(self) -> timedelta:
        """Send what is due, up to a number, and return how long nothing will be."""
        for _ in range(_MOST_IN_A_ROUND):
            # looked at first without writing: every commit wakes this job, and most have nothing for it
            if self._owed is None and self._idle() > timedelta():
                break
            message = self._next()
            if message is None:
                break
            self._owed = _noting(message, self._handed_over(message))
        else:
            self._settled()
            return timedelta()
        return min(self._idle(), _LONGEST_PAUSE)

    def _idle(self) -> timedelta:
        due_at = self._house.read_now(lambda transaction: outbox.next_due(transaction, self._kind))
        if due_at is None:
            return _LONGEST_PAUSE
        return max(due_at - self._house.clock.now(), timedelta())

    def _next(self) -> Message | None:
        """Note what became of the last one and lease the next, in one commit.

        What is owed stays owed where the store fails: it is noted once the store is back, and not sent twice for it.
        """
        owed = self._owed

        def exchange(transaction: Transaction) -> Message | None:
            if owed is not None:
                owed(transaction)
            while (message := outbox.lease(transaction, self._kind)) is not None:
                if not is_moot(transaction, message):
                    return message
                outbox.withdrawn(transaction, message)
            return None

        message = self._house.write_now(exchange)
        self._owed = None
        return message

    def _settled(self) -> None:
        if (owed := self._owed) is not None:
            self._house.write_now(owed)
            self._owed = None

    def _handed_over(self, message: Message) -> Answer:
        house = self._house
        try:
            match message.kind:
                case MessageKind.SMS:
                    return house.sms.send(message.id, Mobile(message.recipient), message.body)
                case MessageKind.EMAIL:
                    if house.email is None:
                        return Undelivered(Fault.NO_MAIL_SERVER.noted())
                    letter = Letter.unpacked(message.body)
                    return house.email.send(message.id, message.recipient, letter, message.created_at)
                case _:
                    assert_never(message.kind)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this message's failure and not the others'
            # neither its text nor where it came from: both may hold the message
            fault = Fault.GATEWAY_FAILED.noted(type(error).__name__)
            _log.error("message %s: %s", message.id, fault)
            return Undelivered(fault)


def _noting(message: Message, answer: Answer) -> Callable[[Transaction], None]:
    match answer:
        case Delivered():
            return lambda transaction: outbox.sent(transaction, message)
        case Undelivered(reason, permanent):
            return lambda transaction: outbox.failed(transaction, message, reason, permanent=permanent)
        case _:
            assert_never(answer)
