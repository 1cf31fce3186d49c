"""What was left to an office's manager, as the store has it."""

from datetime import date
from typing import Any

from sqlalchemy import Row

from desk_client.domain.delegation import EVERY_RIGHT, DelegateRight, Delegation


def delegation_of(row: Row[Any]) -> Delegation:  # a row's columns are of many types
    """Of a row with `delegated`, `delegated_first` and `delegated_last`."""
    if row.delegated is None:
        return Delegation(EVERY_RIGHT)
    return Delegation(
        frozenset(DelegateRight(code) for code in row.delegated.split(",") if code),
        None if row.delegated_first is None else date.fromisoformat(row.delegated_first),
        None if row.delegated_last is None else date.fromisoformat(row.delegated_last),
    )


def written(delegation: Delegation) -> dict[str, str | None]:
    """The columns of it."""
    whole = delegation == Delegation(EVERY_RIGHT)
    return {
        "delegated": None if whole else ",".join(right for right in DelegateRight if right in delegation.rights),
        "delegated_first": None if delegation.first is None else delegation.first.isoformat(),
        "delegated_last": None if delegation.last is None else delegation.last.isoformat(),
    }
