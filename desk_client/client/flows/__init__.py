"""Navigation as data: which page follows which answer. Pages know nothing of each other."""
