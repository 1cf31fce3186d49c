"""What may have been done to the audit trail behind the server's back."""

from enum import StrEnum


class Damage(StrEnum):
    """What may be wrong with the trail."""

    EDITED = "edited"
    DELETED = "deleted"
    LINK_MISSING = "link_missing"
    MISDATED = "misdated"
    """The moment that a row names is not the one at which it came: it was added by hand, or a clock was far off."""
    CUT = "cut"
    """The end is missing, or is another than the one that was noted."""
    UNSEALED = "unsealed"
    """A row has stood there for longer than a sealer takes: it was added by hand, its link was taken, or none runs."""
