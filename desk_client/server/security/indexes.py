"""What blind indexes are made for: `Vault.index(purpose, text)` finds a row only under the purpose it was made for."""

from typing import Final

PERSON_NUMBER: Final = "person.number"
"""Over `Document.key` of `domain.people`: "national_id::1000000008"."""

PERSON_MOBILE: Final = "person.mobile"
"""Over the mobile in E.164: "+966500000001"."""
