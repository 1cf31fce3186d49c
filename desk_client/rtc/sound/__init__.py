"""Sound: devices, buffers, measures."""
