"""The talk itself, as kiosk and desk both show it. Knows the conference and its call; no page, no booking, no wire."""
