"""The key for which kiosks seal what is left at them while the server is away; the secret "deposit-key".

There is one. A stolen terminal knows its public half only; whoever draws another one lets entries that still lie in
outboxes be set aside, with the reason, as nobody could open them any more.
"""

from typing import Final

from desk_client.config.secrets import Secrets, kept
from desk_client.protocol.sealed_box import KEY_BYTES, BoxBrokenError, key_id, open_box, public_half

SECRET: Final = "deposit-key"  # noqa: S105 - its name


class DepositBox:
    """Opens what kiosks have closed."""

    def __init__(self, private_key: bytes) -> None:
        """Of 32 random bytes."""
        self._private_key = private_key
        self.public_key: Final = public_half(private_key)
        self.key_id: Final = key_id(self.public_key)

    @classmethod
    def of(cls, secrets: Secrets) -> "DepositBox":
        """With the installation's key, which is drawn the first time."""
        return cls(kept(secrets, SECRET, length=KEY_BYTES))

    def opened(self, named: str, box: bytes, context: bytes) -> bytes | None:
        """What is inside; None where it is of another key, or was changed."""
        if named != self.key_id:
            return None
        try:
            return open_box(self._private_key, box, context)
        except BoxBrokenError:
            return None
