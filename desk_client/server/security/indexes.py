"""What blind indexes are made for: `Vault.index(purpose, text)` finds a row only under the purpose it was made for."""

from typing import Final

PERSON_NUMBER: Final = "person.number"
"""Over `Document.key` of `domain.people`: "national_id::1000000008"."""

PERSON_MOBILE: Final = "person.mobile"
"""Over the mobile in E.164: "+966500000001"."""

PERSON_CLAIMED: Final = "person.claimed"
"""Over document and mobile of somebody who has proved neither: "national_id::1000000008 +966500000001"."""

OUTCOME_TRANSACTION: Final = "outcome.transaction"
"""Over the number that an outcome names, as `domain.transaction_link.same_transaction` has it: "44/1203-a"."""
