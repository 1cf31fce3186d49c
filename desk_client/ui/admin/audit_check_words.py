"""The words of the audit trail's check: whole, or broken at which record and since when."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import AuditCheck, AuditFinding
from desk_client.domain.audit_damage import Damage
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance


def running_words(look: Appearance, check: AuditCheck) -> str:
    """How far it is."""
    text = QCoreApplication.translate("AuditCheck", "The trail is being verified: {walked} of {of} records.")
    return text.format(walked=look.number(min(check.walked, check.of)), of=look.number(check.of))


def result_words(look: Appearance, check: AuditCheck) -> str:
    """What the last one found; empty before the first."""
    if check.failed:
        return QCoreApplication.translate(
            "AuditCheck", "The trail could not be verified: the store did not answer. Please try again."
        )
    if check.checked_at is None:
        return ""
    when = moment_words(look, check.checked_at)
    if not check.is_whole:
        return _broken(look, check, when)
    whole = QCoreApplication.translate(
        "AuditCheck", "The trail is whole: %Ln records, none of them changed, missing or added.", None, check.rows
    )
    verified = QCoreApplication.translate("AuditCheck", "Verified on {when}.").format(when=when)
    lines = [whole, verified]
    if check.anchor == "missing" and check.rows:
        lines.append(
            QCoreApplication.translate(
                "AuditCheck",
                "The note of its end, which is kept outside of the store, is missing: whether its end was cut off "
                "cannot be told.",
            )
        )
    return " ".join(lines)


def finding_words(look: Appearance, finding: AuditFinding) -> str:
    """One thing that is wrong."""
    place = finding.position if finding.seq is None else finding.seq
    number = "–" if place is None else look.number(place)
    match finding.damage:
        case Damage.EDITED:
            text = QCoreApplication.translate("AuditCheck", "Record {number} was changed, or its seal.")
        case Damage.DELETED:
            text = QCoreApplication.translate("AuditCheck", "Record {number} was deleted.")
        case Damage.LINK_MISSING:
            text = QCoreApplication.translate("AuditCheck", "Seal {number} was deleted, and perhaps its record.")
        case Damage.MISDATED:
            text = QCoreApplication.translate(
                "AuditCheck", "Record {number} was added with another date, or a clock was hours off."
            )
        case Damage.CUT:
            text = QCoreApplication.translate("AuditCheck", "The end is missing: seal {number} was there once.")
        case Damage.UNSEALED:
            text = QCoreApplication.translate("AuditCheck", "Record {number} has no seal: somebody added it.")
    said = text.format(number=number)
    if finding.at is None:
        return said
    dated = QCoreApplication.translate("AuditCheck", "{text} (sealed on {when})")
    if finding.damage is Damage.UNSEALED:
        dated = QCoreApplication.translate("AuditCheck", "{text} (dated {when})")
    return dated.format(text=said, when=moment_words(look, finding.at))


def moment_words(look: Appearance, moment: datetime) -> str:
    """A day and a time of here."""
    at = here(moment)
    return f"{full_date(at.date(), look.language)} · {clock_time(at.time(), look.language)}"


def _broken(look: Appearance, check: AuditCheck, when: str) -> str:
    lines = [QCoreApplication.translate("AuditCheck", "The trail is not whole. Verified on {when}.").format(when=when)]
    if check.anchor == "damaged":
        lines.append(
            QCoreApplication.translate("AuditCheck", "The note of its end, kept outside of the store, is damaged.")
        )
    if check.sound_until is not None:
        text = QCoreApplication.translate("AuditCheck", "Up to {when} nothing is wrong with it.")
        lines.append(text.format(when=moment_words(look, check.sound_until)))
    lines += [finding_words(look, each) for each in check.findings[:_MOST]]
    if check.count > _MOST:
        lines.append(QCoreApplication.translate("AuditCheck", "And so many more: %Ln", None, check.count - _MOST))
    lines.append(
        QCoreApplication.translate(
            "AuditCheck", "Change nothing, keep the backups, and call whoever answers for security."
        )
    )
    return "\n".join(lines)


_MOST = 4
"""So many are told one by one; the command `desk-client admin verify-audit` tells more."""
