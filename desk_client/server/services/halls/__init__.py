"""A hall and its kiosks: what they say, and what their operator sees and asks. Above every other service."""
