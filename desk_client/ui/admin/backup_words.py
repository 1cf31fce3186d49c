"""The words of backups."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import BackupRun, Backups, BackupShown
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, full_date, short_date
from desk_client.ui.file_size import size_words
from desk_client.ui.moments import here
from desk_client.ui.theme.appearance import Appearance

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def moment_words(look: Appearance, moment: datetime) -> str:
    """A day and an hour."""
    local = here(moment)
    return f"{full_date(local.date(), look.language)} · {clock_time(local.time(), look.language)}"


def short_words(look: Appearance, moment: datetime) -> str:
    """The same, in a table."""
    local = here(moment)
    return f"{short_date(local.date(), look.language)} · {clock_time(local.time(), look.language)}"


def state_words(backup: BackupShown) -> str:
    """Whether its last trial found it whole."""
    if backup.is_whole:
        return QCoreApplication.translate("Backups", "Whole")
    return QCoreApplication.translate("Backups", "DAMAGED")


def age_words(age: timedelta) -> str:
    """How long ago."""
    if age < _HOUR:
        return QCoreApplication.translate("Backups", "Minutes ago: %Ln", "", max(0, int(age / timedelta(minutes=1))))
    if age < 2 * _DAY:
        return QCoreApplication.translate("Backups", "Hours ago: %Ln", "", int(age / _HOUR))
    return QCoreApplication.translate("Backups", "Days ago: %Ln", "", age.days)


def span_words(seconds: int) -> str:
    """How often."""
    span = timedelta(seconds=seconds)
    if span < _HOUR:
        return QCoreApplication.translate("Backups", "Minutes: %Ln", "", int(span / timedelta(minutes=1)))
    return QCoreApplication.translate("Backups", "Hours: %Ln", "", int(span / _HOUR))


def trial_words(look: Appearance, backup: BackupShown) -> str:
    """Whether it was restored on trial, and what came of it."""
    if backup.tried_at is None:
        return QCoreApplication.translate("Backups", "Whole when it was taken")
    text = (
        QCoreApplication.translate("Backups", "Whole on {moment}")
        if backup.is_whole
        else QCoreApplication.translate("Backups", "DAMAGED on {moment}")
    )
    return text.format(moment=moment_words(look, backup.tried_at))


def standing_words(look: Appearance, content: Backups) -> str:
    """Where they lie, how often one is taken, and how far the journal reaches."""
    if content.place is None:
        return ""
    parts = [
        QCoreApplication.translate("Backups", "Folder: {place}").format(place=isolated(content.place)),
        QCoreApplication.translate("Backups", "One every {span}").format(span=span_words(content.every_s)),
    ]
    if content.journal is None:
        parts.append(QCoreApplication.translate("Backups", "No journal: what comes after the last one can be lost"))
    elif content.reaches is not None:
        parts.append(
            QCoreApplication.translate("Backups", "The journal reaches to {moment}").format(
                moment=moment_words(look, content.reaches)
            )
        )
    return " · ".join(parts)


def warning_words(look: Appearance, content: Backups) -> str:
    """What has to be seen to; empty where all is well."""
    if content.place is None:
        return ""
    if content.journal_fault is not None:
        return QCoreApplication.translate(
            "Backups", "The journal takes nothing, so nothing can be changed: look at its disk. See the server's log."
        )
    if content.failed_at is not None:
        return QCoreApplication.translate(
            "Backups", "The backup of {moment} failed; it is tried again every five minutes. See the server's log."
        ).format(moment=moment_words(look, content.failed_at))
    if content.is_late:
        return QCoreApplication.translate("Backups", "The last backup is older than planned. Take one now.")
    if any(not each.is_whole for each in content.items):
        return QCoreApplication.translate("Backups", "A backup is damaged. Look at the disk, and take another one.")
    return ""


def running_words(look: Appearance, run: BackupRun, now: datetime) -> str:
    """What is done just now, and how far it is."""
    seconds = max(0, int((now - run.since).total_seconds()))
    since = QCoreApplication.translate("Backups", "for %Ln s", "", seconds)
    if run.backup_id is not None:
        text = QCoreApplication.translate("Backups", "A backup is restored on trial and compared, {since}")
        return text.format(since=since)
    written = size_words(run.bytes, look.language)
    if run.of_bytes is None:
        text = QCoreApplication.translate("Backups", "A backup is taken, {since}: {written}")
        return text.format(since=since, written=written)
    text = QCoreApplication.translate("Backups", "A backup is taken, {since}: {written} of about {whole}")
    return text.format(since=since, written=written, whole=size_words(run.of_bytes, look.language))


def fact_words(look: Appearance, backup: BackupShown) -> str:
    """What is in it, and whether the journal goes on from it."""
    rows = QCoreApplication.translate("Backups", "Records: %Ln", "", backup.rows)
    lines = [
        f"{rows} · {size_words(backup.bytes, look.language)}",
        QCoreApplication.translate("Backups", "Taken by version {version}").format(version=isolated(backup.program)),
        isolated(backup.id),
    ]
    if backup.follows:
        lines.append(QCoreApplication.translate("Backups", "The journal goes on from it: nothing after it is lost."))
    else:
        lines.append(QCoreApplication.translate("Backups", "What came after it is not in the journal."))
    return "\n".join(lines)


def restoring_words(content: Backups, backup: BackupShown) -> str:
    """The steps, with the command as it is typed on the server's machine."""
    command = f"desk-client admin restore {content.place}/{backup.id}"
    if content.journal is not None and backup.follows:
        command += f" --journal {content.journal}"
    steps = (
        QCoreApplication.translate("Backups", "1. Stop the server: nobody is served meanwhile."),
        QCoreApplication.translate("Backups", "2. On its machine, which has the keys, type: {command}"),
        QCoreApplication.translate(
            "Backups", "3. A store that is there is put aside with {option}, never overwritten."
        ),
        QCoreApplication.translate("Backups", "4. Start the server, and look at today’s appointments."),
    )
    return "\n".join(steps).format(command=isolated(command), option=isolated("--force"))


def refused_words(refusal: Refusal) -> str:
    """Why it was not done; empty for the usual words."""
    match refusal.code:
        case RefusalCode.ILLEGAL_TRANSITION:
            return QCoreApplication.translate("Backups", "Another one is taken or tried just now. Please wait for it.")
        case RefusalCode.NOT_FOUND:
            return QCoreApplication.translate("Backups", "This backup is not there any more. The list is new.")
        case _:
            return ""
