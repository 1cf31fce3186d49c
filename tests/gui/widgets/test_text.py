"""How text breaks into lines."""

import pytest
from PySide6.QtCore import QRect, Qt

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role
from desk_client.ui.widgets import paint
from desk_client.ui.widgets.label import Label


def lines(text: str, look: Appearance, width: int) -> list[str]:
    laid = paint._laid_out(text, look.font(Role.BODY), width, Qt.LayoutDirection.RightToLeft, paint.CENTRE)
    return [
        text[line.textStart() : line.textStart() + line.textLength()]
        for line in (laid.lineAt(index) for index in range(laid.lineCount()))
    ]


@pytest.mark.parametrize("moment", ["٩:٤٠ ص", "١٢:٠٥ م", "١٤٤٧ هـ", "٢٠٢٦ م", "9:40 AM", "1447 AH"])
def test_no_line_breaks_within_a_moment(look: Appearance, moment: str) -> None:
    text = f"يبدأ الموعد في {moment} بإذن الله"
    for width in range(40, 400, 8):
        broken = lines(text, look, width)
        if width > 110:
            assert any(moment in line for line in broken), (width, broken)


def test_only_what_ends_a_moment_is_held() -> None:
    assert paint.held_together("بعد 5 متر و3 مواعيد") == "بعد 5 متر و3 مواعيد"
    assert paint.held_together("9:40 ص.") == "9:40\u00a0ص."


def test_a_label_is_as_high_as_its_lines(look: Appearance) -> None:
    label = Label(look, "من ٩:٤٠ ص إلى ١٠:٢٠ ص ثم من ١٢:٠٥ م", Role.BODY)
    for width in range(90, 400, 7):
        needed = paint._laid_out(
            label.text(), label.font(), width, Qt.LayoutDirection.RightToLeft, paint.CENTRE
        ).boundingRect()
        assert label.heightForWidth(width) >= int(needed.height()) - 1, QRect(0, 0, width, 0)
