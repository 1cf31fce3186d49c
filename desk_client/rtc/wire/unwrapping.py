"""Sequence numbers with the turns that they have taken (RFC 3550 appendix A.1). Pure."""


class Unwrapper:
    """Makes one rising number of a counter that wraps.

    Args:
        bits: of the counter on the wire.
    """

    def __init__(self, bits: int = 16) -> None:
        self._turn = 1 << bits
        self._newest: int | None = None

    def unwrap(self, number: int) -> int:
        """The number nearest to the newest so far; the first is in the second turn, so that none is negative."""
        if self._newest is None:
            self._newest = number + self._turn
            return self._newest
        step = (number - self._newest) % self._turn
        unwrapped = self._newest + (step if step < self._turn // 2 else step - self._turn)
        self._newest = max(self._newest, unwrapped)
        return unwrapped
