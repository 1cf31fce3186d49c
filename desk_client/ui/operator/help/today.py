"""Which day it is in the hall, from which on times are looked for."""

from datetime import date, datetime

from desk_client.ui.moments import RIYADH


def today() -> date:
    """Today in the hall. The server alone decides what may still be booked."""
    return datetime.now(RIYADH).date()
