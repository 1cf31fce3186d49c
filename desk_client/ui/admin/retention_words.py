"""The words of what is kept, and for how long."""

from PySide6.QtCore import QCoreApplication

from desk_client.domain.retention import Kind


def kind_words(kind: Kind) -> str:
    """What is removed by its age."""
    names = {
        Kind.ANSWERS: QCoreApplication.translate("Retention", "Answers kept for what is asked twice"),
        Kind.HINTS: QCoreApplication.translate("Retention", "Word between servers that something changed"),
        Kind.CHALLENGES: QCoreApplication.translate("Retention", "Sign-ins that were begun"),
        Kind.ENROLMENT_CODES: QCoreApplication.translate("Retention", "Enrolment codes"),
        Kind.MESSAGES: QCoreApplication.translate("Retention", "Messages that were sent"),
        Kind.DEAD_MESSAGES: QCoreApplication.translate("Retention", "Messages that were given up"),
        Kind.SESSIONS: QCoreApplication.translate("Retention", "Sessions that are over"),
        Kind.WAITS: QCoreApplication.translate("Retention", "Places on waiting lists"),
        Kind.CANCELLED_APPOINTMENTS: QCoreApplication.translate("Retention", "Audiences that did not take place"),
        Kind.FINISHED_APPOINTMENTS: QCoreApplication.translate("Retention", "Audiences with what was decided"),
        Kind.REQUESTS: QCoreApplication.translate("Retention", "Requests that are closed"),
        Kind.ATTACHMENTS: QCoreApplication.translate("Retention", "What people brought with them"),
        Kind.RECORDINGS: QCoreApplication.translate("Retention", "Recorded talks"),
        Kind.LEFTOVERS: QCoreApplication.translate("Retention", "Files of which not everything came"),
        Kind.ACCESS_LOG: QCoreApplication.translate("Retention", "Who looked at what"),
        Kind.PERSONS: QCoreApplication.translate("Retention", "People of whom nothing else is held"),
    }
    return names.get(kind, kind.value)
