"""Helping one person at the desk: a page for each question. Knows the desk's client; no wire, no network."""
