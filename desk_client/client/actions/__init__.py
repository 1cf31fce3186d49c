"""What a person can do, one Qt-free function each: it asks the server, sets the read model, and returns a refusal or None.

Nothing else sets the read models.
"""
