"""What a password of somebody who works here has to be, as far as it can be said beforehand."""

from typing import Final

SHORTEST: Final = 10
"""Characters at least (NIST SP 800-63B asks for eight)."""
