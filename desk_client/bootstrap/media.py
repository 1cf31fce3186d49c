"""Which picture and tone stand for which end where there is no camera and no microphone."""

from typing import Final

from desk_client.domain.party import Party

SOURCE: Final = {Party.CITIZEN: 1, Party.OFFICIAL: 2}
"""Whose synthetic picture it is, as its stamp says."""

TONE_HZ: Final = {Party.CITIZEN: 440.0, Party.OFFICIAL: 587.0}
"""What the synthetic microphones sound; neither is a harmonic of the other."""
