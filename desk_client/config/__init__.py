"""What an installation may choose: frozen settings, the paths of its files and the keeping of its secrets.

It may know the domain; it may not know any part that it configures.
"""
