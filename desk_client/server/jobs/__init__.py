"""Work that nobody waits for: sending the outbox, clearing away what is over.

It may not know the web; it asks services and the store like everybody else.
"""
