"""The application without a face: gateway, signalling, session, read models, and one function for each user action.

It may know rtc, protocol and domain; it may not know Qt, windows or the server.
"""
