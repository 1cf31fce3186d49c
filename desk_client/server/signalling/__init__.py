"""The signalling socket: hints of what changed, and the rooms in which two ends agree on their call.

It may not hold the truth: rooms stand in the store, and what is only in memory here may be lost at any moment.
"""
