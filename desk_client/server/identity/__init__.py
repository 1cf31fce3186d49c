"""How a citizen proves who they are: a port, and the providers behind it.

A provider may not know what the person came for.
"""
