"""The face: thin Qt widgets that show read models and pass on what a person does.

It may know the client, i18n and domain values; it may not know requests, aiortc, the wire or the server.
"""
