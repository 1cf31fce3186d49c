"""What an operator sees of a running server: its log, its measures, whether it is ready, and what a start would need.

It may read the store and the settings; it may not change anything, and no person's data goes through it.
"""
