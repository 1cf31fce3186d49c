"""The console of a hall's operator: its sections and their parts. Knows the desk's client; no wire, no network."""
