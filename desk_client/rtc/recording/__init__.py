"""Keeps what both ends of a talk send, as it was encoded: sealed, in pieces, without a call ever waiting for it."""
