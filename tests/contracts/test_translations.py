"""Every sentence has its Arabic, and a kiosk's its Urdu, whole; and the check that says so can fail."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from installer.translations import ARABIC, CATALOGUES, Catalogue, faults


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda each: each.locale)
def test_a_catalogue_is_whole(catalogue: Catalogue) -> None:
    assert faults(catalogue) == []


@pytest.mark.parametrize(
    ("whole", "broken", "fault"),
    [
        ("<translation>كتم الصوت</translation>", '<translation type="unfinished"></translation>', "not translated"),
        ("الخطوة {number} من", "الخطوة من", "placeholders"),
        ("<source>Mute</source>", "<source>Silence</source>", "not taken over"),
    ],
)
def test_the_check_bites(tmp_path: Path, whole: str, broken: str, fault: str) -> None:
    copy = replace(ARABIC, path=tmp_path / ARABIC.path.name)
    shutil.copyfile(ARABIC.path, copy.path)
    text = copy.path.read_text("utf-8")
    assert whole in text
    copy.path.write_text(text.replace(whole, broken), "utf-8")
    assert any(fault in said for said in faults(copy))
