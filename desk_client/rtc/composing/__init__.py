"""Puts a recording together once the talk is over: its tiles beside each other, its voices in one, in a file."""
