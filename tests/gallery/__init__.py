"""Every screen that can be drawn without a server, as data: for looking at, in each language, theme and size.

Knows widgets and pages; nothing of the program knows it.
"""
