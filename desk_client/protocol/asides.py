"""A word among those of the house: ``/v1/appointments/{id}/aside`` and ``…/called-in/mine/aside``."""

from desk_client.protocol.base import Answer, Ask


class AsideAsk(Ask):
    """Begin it, or end it; said again, it changes nothing."""

    on: bool


class AsideState(Answer):
    """Whether it goes on."""

    on: bool
