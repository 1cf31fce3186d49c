"""Alembic's home: each revision in `versions/` takes every earlier store one step further; none is edited again."""
