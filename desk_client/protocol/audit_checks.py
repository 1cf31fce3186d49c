"""Whether the audit trail is whole: ``/v1/audit/check``."""

from typing import Literal

from desk_client.domain.audit_damage import Damage
from desk_client.protocol.base import Answer, Instant


class AuditFinding(Answer):
    """One thing that is wrong. `seq` is the row's number in the trail, `position` its seal's place in the chain.

    `at` is when that was sealed, or, of a row without a seal, when it says that it came; null where nobody knows.
    """

    damage: Damage
    position: int | None
    seq: int | None
    at: Instant | None


class AuditCheck(Answer):
    """The check that runs, and what the last one found; `checked_at` is null before this server's first.

    `sound_until`: up to this moment nothing is wrong with it. `anchor`: whether the end that was noted outside of the
    store is known, without which nobody can tell whether the end is missing.
    """

    running_since: Instant | None
    walked: int
    of: int
    failed: bool
    """The last one could not be carried through."""
    checked_at: Instant | None
    is_whole: bool
    rows: int
    anchor: Literal["known", "missing", "damaged"]
    sound_until: Instant | None
    findings: tuple[AuditFinding, ...]
    """The first few, in the chain's order."""
    count: int
    """How many in all."""
