"""Tokens, passwords and throttles: what proves who somebody is, and what slows down whoever guesses.

It may not know what a sign-in is for.
"""
