"""What looks like somebody's is taken out; what helps to find a fault stays."""

import pytest

from desk_client.client.scrubbing import scrubbed


@pytest.mark.parametrize(
    "personal",
    [
        "1000000008",
        "١٠٠٠٠٠٠٠٠٨",
        "+966500000001",
        "+966 50 000 0001",
        "ahmad.ali@jazan.gov.sa",
        "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZg",
        "3f2b8c1e-77aa-4b1d-9c55-0a1b2c3d4e5f",
        "/srv/ahmad/.local/share/desk",
        "C:\\Users\\ahmad\\file.txt",
    ],
)
def test_it_is_gone(personal: str) -> None:
    assert scrubbed(f"found {personal} here") == "found ‹…› here"


@pytest.mark.parametrize(
    "useful",
    ["PySide6_Essentials 6.11.1", "2026-11-30 19:28:02", "screen 1: 1920x1080, scale 1.25, 60 Hz", "https, 2 pins",
     "session.py:117 in sign_in", "Linux 6.1.0-18-amd64 x86_64 Debian GNU/Linux 12 (bookworm)", "http://[::1]:8470"],
)  # fmt: skip
def test_it_stays(useful: str) -> None:
    assert scrubbed(useful) == useful


def test_what_is_known_is_gone_wherever_it_stands_the_longest_first() -> None:
    assert scrubbed("محمد أحمد الحازمي، محمد", ["محمد", "محمد أحمد الحازمي", "", "ab"]) == "‹…›، ‹…›"
