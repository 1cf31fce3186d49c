"""Requests, and what triage makes of them."""
