"""What people agree to, word for word. A wording that changes gets a new version; what was agreed to stays on record.

A version is never edited: the ledger holds versions, and must be able to show what somebody saw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from desk_client.domain.consents import Purpose
from desk_client.protocol.base import Texts


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a purpose's text."""

    version: str
    text: Texts


WORDINGS: Final[Mapping[Purpose, Sequence[Wording]]] = MappingProxyType(
    {
        Purpose.PROCESSING: (
            Wording(
                "2026-11",
                Texts(
                    ar="أوافق على حفظ بياناتي (الهوية والاسم والجوال وما أكتبه) "
                    "واستخدامها لترتيب موعدي والرد على طلبي، داخل المملكة.",
                    en="I agree that my data (ID, name, mobile and what I write) are kept and used to arrange my "
                    "appointment and to answer my request, within the Kingdom.",
                ),
            ),
        ),
        Purpose.SMS: (
            Wording(
                "2026-11",
                Texts(
                    ar="أوافق على استقبال رسائل نصية عن مواعيدي وطلباتي على جوالي.",
                    en="I agree to receive text messages about my appointments and requests on my mobile.",
                ),
            ),
        ),
        Purpose.EMAIL: (
            Wording(
                "2026-11",
                Texts(
                    ar="أوافق على استقبال تأكيدات مواعيدي ودعوات التقويم على بريدي الإلكتروني الذي ذكرته.",
                    en="I agree to receive confirmations of my appointments, and invitations for my calendar, at the "
                    "e-mail address that I gave.",
                ),
            ),
        ),
        Purpose.RECORDING: (
            Wording(
                "2026-11",
                Texts(
                    ar="أوافق على تسجيل الجلسة إذا فُعّل التسجيل، ويمكنني سحب موافقتي في أي وقت.",
                    en="I agree that the session is recorded where recording is on; I may withdraw this at any time.",
                ),
            ),
            Wording(
                "2026-12",
                Texts(
                    ar="أوافق على تسجيل هذه المقابلة صوتًا وصورة. لا يطّلع عليه إلا المكتب الذي أتحدث معه، ويُحذف بعد "
                    "انتهاء مدته. ويمكنني سحب موافقتي في أي وقت، فيُحذف كل ما سُجِّل.",
                    en="I agree that this talk is recorded, sound and picture. Only the office that I speak with sees "
                    "it, and it is deleted when its time is over. I may withdraw this at any time; then all that was "
                    "recorded is deleted.",
                ),
            ),
        ),
        Purpose.SURVEY: (
            Wording(
                "2026-11",
                Texts(
                    ar="أوافق على أن يُسأل عن رأيي في الخدمة بعد انتهائها.",
                    en="I agree to be asked afterwards how the service was.",
                ),
            ),
        ),
    }
)
"""Every version of every purpose, the present one last."""


def present(purpose: Purpose) -> Wording:
    """What is shown today."""
    return WORDINGS[purpose][-1]
