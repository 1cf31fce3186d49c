"""One stream each: from the encoder to the wire, and from the wire to whoever shows or plays it."""
