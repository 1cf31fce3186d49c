"""Majlis: a citizen in a far governorate and the official who decides, face to face by video."""
