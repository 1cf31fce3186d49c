"""The media engine: camera, microphone, codecs and the peer connection, in a thread and an event loop of their own.

It knows neither Qt nor the server nor who the people are: commands come in, events and pictures go out (`port.py`).
"""
