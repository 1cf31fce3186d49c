"""The visitor's window at a kiosk: its shell, and what watches over a visit. It knows the client, not the wire."""
