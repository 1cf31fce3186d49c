"""What administrators set: accounts, calendars, kiosks, the wording of messages."""
