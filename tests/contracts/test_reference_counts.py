"""PySide6 must not eat references to None and True: 6.12.0 did on Python 3.11, aborting in minutes (docs/adr/0006)."""

import subprocess
import sys

ROUNDS = 500

COUNT = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Source(QObject):
    changed = Signal(object, bool, str)

application = QApplication([])
label = QLabel()
source = Source()
source.changed.connect(lambda value, flag, text: label.setText(text))

def once(number):
    source.changed.emit(None, True, str(number))
    label.setText(str(number))
    label.setEnabled(True)

once(0)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range({ROUNDS}):
    once(number)
after = sys.getrefcount(None), sys.getrefcount(True)
print(after[0] - before[0], after[1] - before[1])
"""


def test_none_and_true_are_not_consumed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    none_change, true_change = map(int, done.stdout.split())
    slack = ROUNDS // 10  # the interpreter itself takes and gives back a few; a leak takes one or more a round
    assert none_change > -slack
    assert true_change > -slack
