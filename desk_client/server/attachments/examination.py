"""Starts an examiner for each file, feeds it, and believes nothing that it says without looking."""

import json
import logging
import subprocess
import threading
from contextlib import suppress
from dataclasses import asdict
from typing import Final

from desk_client.config.confinement import READY, pipes_of, started
from desk_client.domain.attachment_kinds import Kind, kind_of
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.attachments.limits import Limits

_log = logging.getLogger(__name__)
_LONGEST_HEAD: Final = 1024
_DAMAGED: Final = Refusal(RefusalCode.ATTACHMENT_DAMAGED)


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
        return started("desk_client.server.attachments.examiner", kind, _as_json(self._limits))

    def _spoken_with(self, examiner: subprocess.Popen[bytes], data: bytes) -> bytes | None:
        """All that it says after READY, up to somewhat more than it may; None where it never was ready."""
        to, of = pipes_of(examiner)
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
