"""A guest by browser reads the very words that a visitor at a kiosk reads, in both languages."""

import re
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from desk_client.config.resources import resource

KIOSK: Final = "RecordingQuestion"
BOTH_ENDS: Final = "Recording"
WORDS: Final = {
    "recordTitle": KIOSK,
    "recordWhy": KIOSK,
    "recordYes": KIOSK,
    "recordNo": KIOSK,
    "recording": BOTH_ENDS,
    "recordingPaused": BOTH_ENDS,
    "recordingStop": KIOSK,
    "recordSureTitle": KIOSK,
    "recordSureText": KIOSK,
    "recordKeep": KIOSK,
    "recordStop": KIOSK,
    "recordingBegun": KIOSK,
    "recordingDeleted": KIOSK,
    "recordingDeclined": KIOSK,
    "recordingTakenBack": BOTH_ENDS,
    "recordingEnded": BOTH_ENDS,
    "recordingDiskFull": BOTH_ENDS,
    "recordingFailed": BOTH_ENDS,
    "recordingHandedOver": BOTH_ENDS,
    "mutedSpeaks": "CallDevices",
}
"""Each word of the page, and in which context a kiosk has it."""


def arabic(context: str) -> dict[str, str]:
    """What the kiosk says, by its English."""
    tree = ET.parse(resource("ar_translations", "majlis_ar.ts"))  # noqa: S314 - a file of ours
    found = next(each for each in tree.iter("context") if each.findtext("name") == context)
    return {each.findtext("source", ""): each.findtext("translation", "") for each in found.iter("message")}


def said(word: str) -> tuple[str, str]:
    """What the page says, in Arabic and English."""
    page = resource("pages", "guest", "words.js").read_text(encoding="utf-8")
    there = re.findall(rf'^    {word}: "(.*)",$', page, re.MULTILINE)
    assert len(there) == 2, word
    return there[0], there[1]


@pytest.mark.parametrize(("word", "context"), WORDS.items())
def test_a_guest_reads_what_a_visitor_at_a_kiosk_reads(word: str, context: str) -> None:
    in_arabic, in_english = said(word)
    assert arabic(context)[in_english] == in_arabic


def test_how_it_stands_with_an_outcome_is_said_alike() -> None:
    page = resource("pages", "guest", "after_words.js").read_text(encoding="utf-8")
    told = re.findall(r"^      (?:answered|declined|scheduled|open): .* => `(.*)`,$", page, re.MULTILINE)
    plain = [re.sub(r"\$(\{\w+\})", r"\1", re.sub(r"\\u206[89]", "", each)) for each in told]
    assert len(plain) == 8
    kiosk = arabic("OutcomeFacts")
    assert [kiosk[english] for english in plain[4:]] == plain[:4]
