"""A region as an administrator writes it down: a YAML file, checked field by field, then loaded into the store.

It may not know the web.
"""
