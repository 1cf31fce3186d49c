"""Pictures: cameras, codecs, scaling to tiles."""
