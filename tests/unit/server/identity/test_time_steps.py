from datetime import UTC, datetime

import pyotp
import pytest

from desk_client.server.services.access.second_factor import step_at


@pytest.mark.parametrize(
    ("seconds", "step", "code"),
    [
        (59, 0x1, "94287082"),
        (1111111109, 0x23523EC, "07081804"),
        (1234567890, 0x273EF07, "89005924"),
        (20000000000, 0x27BC86AA, "65353130"),
    ],
)
def test_the_steps_are_those_of_rfc_6238_appendix_b(seconds: int, step: int, code: str) -> None:
    assert step_at(datetime.fromtimestamp(seconds, UTC)) == step
    # the appendix's secret, "12345678901234567890", in base32
    assert pyotp.HOTP("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", digits=8).at(step) == code
