"""An office's calendar from the inside: what lies in it, what is blocked, and how other calendars read and fill it."""
