"""The server: routes, signalling, services, storage, jobs and notifications, which hold the truth that clients read.

It may know protocol, config, i18n and domain; it may not know Qt, the client or the media engine.
"""
