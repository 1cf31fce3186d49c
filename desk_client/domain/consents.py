"""To what a person is asked to agree, each by itself (PDPL: consent is specific, and withdrawn as easily as given)."""

from enum import StrEnum


class Purpose(StrEnum):
    """What personal data is used for. The value is the wire code."""

    PROCESSING = "processing"
    """Keeping and using what was given, in order to arrange an appointment or to answer a request."""
    SMS = "sms"
    """Messages to the mobile beyond codes that were asked for."""
    EMAIL = "email"
    """Confirmations and invitations to the e-mail address that they gave."""
    RECORDING = "recording"
    """Recording a session, where an office does so at all."""
    SURVEY = "survey"
    """Being asked afterwards how it was."""
