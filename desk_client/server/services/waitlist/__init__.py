"""Waiting for earlier time, and being offered it."""
