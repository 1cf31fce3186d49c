"""What is captured: a camera's pictures, or those that stand for an end where there is none, and the tone with them."""

from typing import Final

from desk_client.domain.party import Party

SOURCE: Final = {Party.CITIZEN: 1, Party.OFFICIAL: 2}
"""Whose synthetic picture it is, as its stamp says."""

TONE_HZ: Final = {Party.CITIZEN: 440.0, Party.OFFICIAL: 587.0}
"""What the synthetic microphones sound; neither is a harmonic of the other."""

CAMERA_SIZE: Final = (1280, 720)
"""Of a real camera: what the line or the machine cannot carry of it is sent smaller."""

STAND_IN_SIZES: Final = {"360p": (640, 360), "720p": (1280, 720)}
"""Of the pictures that stand for a camera, by their lines."""
