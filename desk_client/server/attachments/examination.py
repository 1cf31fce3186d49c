"""Starts an examiner for each file, feeds it, and believes nothing that it says without looking."""

import json
import logging
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Final

from desk_client.domain.attachment_kinds import Kind, kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.examiner import READY
from desk_client.server.attachments.limits import Limits

_log = logging.getLogger(__name__)
_SOURCES: Final = Path(__file__).parents[3]
_LONGEST_HEAD: Final = 1024
_DAMAGED: Final = Refusal(RefusalCode.ATTACHMENT_DAMAGED)
_NEEDED: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""Variables without which a Python may not start. The others may hold secrets."""


class ExaminerUnusableError(RuntimeError):
    """No examiner can be started: a fault of the installation, not of the file."""


class Examination:
    """Has files taken apart, a few at a time."""

    def __init__(self, limits: Limits, *, at_once: int) -> None:
        """`at_once` bounds the examiners, and with them the memory: each has at most `limits.memory_bytes`."""
        self._limits = limits
        self._free = threading.BoundedSemaphore(at_once)

    def examine(self, data: bytes, kind: Kind) -> bytes | Refusal:
        """Return the file anew, or why not; waits for a free place and then for the examiner, in the calling thread.

        Refusals: DAMAGED, also where the examiner met its limits or crashed, and TOO_LARGE.

        Raises:
            ExaminerUnusableError: it did not come to the point of reading the file.
        """
        with self._free, self._examiner(kind) as examiner:
            # its life is bounded whatever it does; reading and writing below end when it ends
            timer = threading.Timer(self._limits.wall_s, examiner.kill)
            timer.name = "attachment-examiner"
            timer.start()
            try:
                answer = self._spoken_with(examiner, data)
            finally:
                timer.cancel()
                examiner.kill()
                timer.join()
        if answer is None:
            raise ExaminerUnusableError("the examiner of attachments cannot be started")
        return self._believed(answer, kind, examiner.returncode)

    def _examiner(self, kind: Kind) -> subprocess.Popen[bytes]:
        # -P and -s: nothing is imported from the present directory or from somebody's home
        return subprocess.Popen(  # noqa: S603 - our own program, with an enum's value and numbers
            [sys.executable, "-P", "-s", "-m", "desk_client.server.attachments.examiner", kind, _as_json(self._limits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(_SOURCES), **{name: os.environ[name] for name in _NEEDED if name in os.environ}},
            start_new_session=True,
        )

    def _spoken_with(self, examiner: subprocess.Popen[bytes], data: bytes) -> bytes | None:
        """All that it says after READY, up to somewhat more than it may; None where it never was ready."""
        to, of = _pipes(examiner)
        if of.read(len(READY)) != READY:
            return None
        with suppress(OSError):  # it may have ended already
            to.write(data)
            to.close()
        return of.read(_LONGEST_HEAD + self._limits.most_bytes + 1)

    def _believed(self, answer: bytes, kind: Kind, ended: int) -> bytes | Refusal:
        head, _, content = answer.partition(b"\n")
        try:
            said = json.loads(head)
            refused = said.get("refused")
        except (ValueError, AttributeError):
            _log.warning("an examiner of attachments ended early, with %s", ended)
            return _DAMAGED
        if refused is not None:
            _log.info("an attachment was refused: %s %s %s", refused, said.get("field"), said.get("why"))
            return Refusal(RefusalCode(refused), field=said.get("field"))
        if len(content) > self._limits.most_bytes or kind_of(content) is not kind:
            _log.warning("an examiner of attachments gave back what it may not")
            return _DAMAGED
        return content


def _as_json(limits: Limits) -> str:
    return json.dumps(asdict(limits))


def _pipes(examiner: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if examiner.stdin is None or examiner.stdout is None:
        raise RuntimeError("both ends were asked for")
    return examiner.stdin, examiner.stdout
