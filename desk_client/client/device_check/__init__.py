"""Whether a talk can take place at this kiosk: what is found before it, without a face and without opening anything."""
