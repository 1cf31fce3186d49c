"""When and by whom somebody can be received."""
