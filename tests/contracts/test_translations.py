"""Every sentence has its Arabic, whole; and the check that says so can fail."""

import shutil
from pathlib import Path

import pytest

from installer.translations import CATALOGUE, faults


def test_the_arabic_catalogue_is_whole() -> None:
    assert faults(CATALOGUE) == []


@pytest.mark.parametrize(
    ("whole", "broken", "fault"),
    [
        ("<translation>كتم الصوت</translation>", '<translation type="unfinished"></translation>', "not translated"),
        ("الخطوة {number} من", "الخطوة من", "placeholders"),
        ("<source>Mute</source>", "<source>Silence</source>", "not taken over"),
    ],
)
def test_the_check_bites(tmp_path: Path, whole: str, broken: str, fault: str) -> None:
    copy = tmp_path / CATALOGUE.name
    shutil.copyfile(CATALOGUE, copy)
    text = copy.read_text("utf-8")
    assert whole in text
    copy.write_text(text.replace(whole, broken), "utf-8")
    assert any(fault in said for said in faults(copy))
