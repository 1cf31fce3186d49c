"""Closing agencies, offices, services and halls: what touches everything that was arranged with them."""
