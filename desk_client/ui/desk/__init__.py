"""The official's window: the day, the brief, the talk, the outcome. Knows the desk's client; no wire, no network."""
