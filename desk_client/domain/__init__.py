"""The pure rules of audiences: who people are, when an office is open, what may follow what, and who may do it.

It is standard library only and knows no I/O, no asyncio, no sockets, no logging and reads no clock: time and
randomness come in as values.
"""
