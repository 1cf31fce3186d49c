"""What brings a server back after the loss of its disk: backups, the journal of changes since, and the way back.

It may know stores and their file format; it may not know the web, or what the rows mean.
"""
