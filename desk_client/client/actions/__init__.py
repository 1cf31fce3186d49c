"""What a person can do, one Qt-free function each: ask the server, set the read model, return a refusal or None.

Nothing else sets the read models.
"""
