"""The link behind a ticket's QR code: whoever holds the ticket puts the appointment into their own calendar with it.

A ticket's number has eight digits, which a program can try; the link carries a seal of 128 bits instead, made from the
appointment's id with the server's secret, so that nothing has to be kept for it and nobody can make one.
"""

import base64
import hmac
from typing import Final

from desk_client.domain.ids import AppointmentId
from desk_client.domain.ticket_link import TicketLink
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services.transaction import Transaction

_PURPOSE: Final = "calendar-link"
_SEAL_BYTES: Final = 16


def calendar_url(transaction: Transaction, appointment_id: AppointmentId) -> str:
    """Where the appointment is read without signing in: absolute where the server knows its public name."""
    origin = (transaction.settings.public_url or "").rstrip("/")
    return origin + TicketLink(appointment_id, _seal(transaction, appointment_id)).path


def is_sealed(transaction: Transaction, appointment_id: AppointmentId, seal: str) -> bool:
    """Whether the seal is this appointment's own; takes as long for a wrong one."""
    return hmac.compare_digest(_seal(transaction, appointment_id).encode(), seal.encode())


def _seal(transaction: Transaction, appointment_id: AppointmentId) -> str:
    digest = keyed_hash(transaction.pepper, _PURPOSE, appointment_id)[:_SEAL_BYTES]
    return base64.b32encode(digest).decode("ascii").rstrip("=").lower()
