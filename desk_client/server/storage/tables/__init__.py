"""Every table of the store, in SQLAlchemy Core, a room for each noun; `storage.schema` has them all.

They may not know who reads or writes them. Portable types only: moments are UTC milliseconds (`Moment`), wall times
"HH:MM", days ISO 8601; names of people and places come in Arabic and English. A column named `…_sealed` holds text
under `security.vault`, one named `…_index` its blind index; `storage.sealed` lists them.
"""
