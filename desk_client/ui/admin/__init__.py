"""The administrator's workspace: its sections, each loaded when it is first shown. Knows the desk's client; no wire."""
